//! Sentences so long that many readers lose the thread. They are only advised against.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem;

use super::limit::MOST;
use super::paragraphs::paragraphs;
use crate::byte_set::ByteSet;
use crate::diagnostic::{Code, Problem, Source};
use crate::markdown::{is_abbreviation, sentences};
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

/// Whether any paragraph has enough words for such a sentence where none certainly ends: a quick
/// look, which suffices for most texts.
pub(super) fn may_have_one(text: &str) -> bool {
    // Counts everything that may separate two words: white space and entities.
    const BETWEEN: ByteSet = ByteSet::WHITE_SPACE.and(b'&', b'&');
    let is_long = |text: &str| BETWEEN.is_in_times(text, LONGEST);
    paragraphs(text).any(|paragraph| is_long(paragraph) && stretches(paragraph).any(is_long))
}

/// A paragraph, divided where a sentence certainly ends: after a whole word that is no abbreviation and
/// its full stop, if a large letter follows. One with a sign that may hide
/// some of it is not divided.
fn stretches(paragraph: &str) -> impl Iterator<Item = &str> {
    const MAY_HIDE: ByteSet = ByteSet::of(b"[<`\\");
    let hides = MAY_HIDE.is_in(paragraph);
    let mut start = 0;
    let stops = memmem::find_iter(paragraph.as_bytes(), ". ").filter(move |_| !hides);
    let ends = stops.filter(|stop| {
        let word = paragraph[..*stop].rsplit([' ', '\n']).next().unwrap_or_default();
        let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
        let follows = paragraph.as_bytes().get(stop + 2);
        follows.is_some_and(u8::is_ascii_uppercase) && is_word && !is_abbreviation(word)
    });
    ends.map(|stop| stop + 1).chain([paragraph.len()]).map(move |end| {
        let stretch = &paragraph[start..end];
        start = end;
        stretch
    })
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
