//! Sentences so long that many readers lose the thread. They are only advised against.

use std::ops::Range;
use std::sync::Arc;

use memchr::{memrchr_iter, memrchr2};

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
    paragraphs(text).any(may_have_one_in)
}

fn may_have_one_in(paragraph: &str) -> bool {
    // Everything that may separate two words: white space and entities.
    const BETWEEN: ByteSet = ByteSet::WHITE_SPACE.and(b'&', b'&');
    // Signs that may hide where a sentence ends.
    const MAY_HIDE: ByteSet = ByteSet::of(b"[<`\\");
    let mut start = 0;
    // So many words further on, some sentence must have ended; the last of those that have is enough.
    while let Some(long) = BETWEEN.nth_from(paragraph, start, LONGEST) {
        if start == 0 && MAY_HIDE.is_in(paragraph) {
            return true;
        }
        let Some(end) = last_certain_end(paragraph, start..long) else { return true };
        start = end;
    }
    false
}

/// Where the last sentence in a part of a paragraph certainly ends: after a whole word that is no
/// abbreviation and its full stop, if a large letter follows.
fn last_certain_end(paragraph: &str, part: Range<usize>) -> Option<usize> {
    let bytes = paragraph.as_bytes();
    memrchr_iter(b'.', &bytes[part.clone()]).map(|stop| part.start + stop).find_map(|stop| {
        let [b' ', b'A'..=b'Z', ..] = bytes[stop + 1..] else { return None };
        let before = memrchr2(b' ', b'\n', &bytes[part.start..stop]);
        let word = &paragraph[before.map_or(part.start, |blank| part.start + blank + 1)..stop];
        let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
        (is_word && !is_abbreviation(word)).then_some(stop + 1)
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
