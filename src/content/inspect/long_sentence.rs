//! Sentences so long that many readers lose the thread. They are only advised against.

use std::ops::Range;
use std::sync::Arc;

use super::limit::MOST;
use super::paragraphs::paragraphs;
use crate::byte_set::ByteSet;
use crate::diagnostic::{Code, Problem, Source};
use crate::markdown::sentences;
use crate::model::document::Body;
use crate::text;

/// In words. Plain Swedish mostly stays under 20; a sentence twice that long has one thought too
/// many.
const LONGEST: usize = 40;

pub(super) fn problems(source: &Arc<Source>, body: &Body) -> Vec<Problem> {
    if !may_have_one(&body.text) {
        return Vec::new();
    }
    sentences(&body.text)
        .into_iter()
        .filter(|(_, words)| *words > LONGEST)
        .take(MOST)
        .map(|(span, words)| {
            let start = body.start + span.start;
            problem(source, start..body.start + span.end, words)
        })
        .collect()
}

/// Whether any paragraph has enough words for such a sentence: a quick look, which suffices for
/// most texts.
pub(super) fn may_have_one(text: &str) -> bool {
    // Counts everything that may separate two words: ASCII white space, entities, and the first
    // bytes of all other white space.
    const BETWEEN: ByteSet = ByteSet::of(b" \t\n\x0b\x0c\r&\xc2").and(0xe1, 0xe3);
    paragraphs(text).any(|paragraph| BETWEEN.is_in_times(paragraph, LONGEST))
}

fn problem(source: &Arc<Source>, span: Range<usize>, words: usize) -> Problem {
    Problem::at(
        Code::LongSentence,
        source,
        span,
        text!(
            "Meningen har {words} ord. Efter {LONGEST} tappar många läsare tråden.",
            "The sentence has {words} words. After {LONGEST} many readers lose the thread."
        ),
        text!(
            "Dela den i två eller gör uppräkningen till en lista. Är texten ordagrant avskriven, skriv mellan +++-raderna: wording = \"verbatim\"",
            "Divide it in two, or make a list of what it lists. If the text is copied word for word, write between the +++ lines: wording = \"verbatim\""
        ),
    )
}
