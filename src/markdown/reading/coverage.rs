//! Which parts of a text the page shows. Markdown drops some of what is written: cells beyond the
//! header's, definitions that nothing uses, words after a code fence. Whatever was not covered when
//! the text has been read is on no page.

use std::ops::Range;

use crate::byte_set::ByteSet;
use crate::markdown::outline::{Remark, RemarkKind};

/// The parts of a text that are shown, or that another remark is about.
#[derive(Default)]
pub(super) struct Coverage {
    /// In the order in which they were read, which is mostly that of the text.
    spans: Vec<Range<usize>>,
}

impl Coverage {
    pub fn add(&mut self, span: Range<usize>) {
        match self.spans.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => self.spans.push(span),
        }
    }

    /// A remark for each stretch with letters or digits that is on no page.
    pub fn lost(mut self, text: &str) -> Vec<Remark> {
        self.spans.sort_unstable_by_key(|span| span.start);
        let mut lost = Vec::new();
        let mut at = 0;
        for span in self.spans.into_iter().chain(std::iter::once(text.len()..text.len())) {
            if span.start > at {
                lost.extend(words(text, at..span.start));
            }
            at = at.max(span.end);
        }
        lost
    }
}

/// What stands between the first and the last letter or digit of a stretch.
fn words(text: &str, gap: Range<usize>) -> Option<Remark> {
    let written = text.get(gap.clone())?;
    // Most gaps have nothing but marks and the ends of lines.
    const MAY_SAY: ByteSet =
        ByteSet::of(&[]).and(b'0', b'9').and(b'A', b'Z').and(b'a', b'z').and(0x80, 0xff);
    if !MAY_SAY.is_in(written) {
        return None;
    }
    let first = written.find(char::is_alphanumeric)?;
    let last = written.rfind(char::is_alphanumeric)?;
    let end = last + written[last..].chars().next().map_or(0, char::len_utf8);
    Some(Remark { what: RemarkKind::LostText, span: gap.start + first..gap.start + end })
}
