//! Small changes to a text file that preserve everything else in it: byte order mark, line ends and
//! Unicode form. A changed line becomes NFC.

use std::borrow::Cow;

use crate::diagnostic::Span;
use crate::line_ends::ended_lines;

/// A span of the canonical text, and the text that replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// The file's bytes with these changes. `canonical` is the text that the spans refer to. `None` if
/// it is not the canonical text of the bytes, or if the edits overlap.
pub fn edited(bytes: &[u8], canonical: &str, mut edits: Vec<Edit>) -> Option<Vec<u8>> {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup();
    let overlap = edits.windows(2).any(|pair| pair[1].span.start < pair[0].span.end);
    let (mark, raw) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(raw) => (&bytes[..3], raw),
        None => (&bytes[..0], bytes),
    };
    let raw = ended_lines(std::str::from_utf8(raw).ok()?);
    let lines: Vec<&str> = canonical.split('\n').collect();
    if overlap || raw.len() != lines.len() {
        return None;
    }
    let line_end = raw.first().map_or("\n", |(_, end)| if end.is_empty() { "\n" } else { end });

    let mut out = mark.to_vec();
    let mut edits = edits.into_iter().peekable();
    let mut start = 0;
    let mut n = 0;
    while n < lines.len() {
        // The lines that the next edits change together.
        let first = n;
        let mut end = start + lines[n].len();
        let mut text = Cow::Borrowed("");
        let mut done = start;
        while let Some(edit) = edits.next_if(|edit| edit.span.start <= end) {
            while edit.span.end > end {
                n += 1;
                end += 1 + lines.get(n)?.len();
            }
            let text = text.to_mut();
            text.push_str(canonical.get(done..edit.span.start)?);
            text.push_str(&edit.text);
            done = edit.span.end;
        }
        if done > start || !text.is_empty() {
            text.to_mut().push_str(canonical.get(done..end)?);
            out.extend_from_slice(text.replace('\n', line_end).as_bytes());
        } else {
            out.extend_from_slice(raw[first].0.as_bytes());
        }
        out.extend_from_slice(raw[n].1.as_bytes());
        start = end + 1;
        n += 1;
    }
    edits.next().is_none().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::canonical;

    #[track_caller]
    fn change(text: &str, from: &str, to: &str) -> String {
        let source = canonical::source("a.md", text.as_bytes()).expect("text");
        let start = source.text.find(from).expect("what is to be changed");
        let edit = Edit { span: start..start + from.len(), text: to.to_owned() };
        let bytes = edited(text.as_bytes(), &source.text, vec![edit]).expect("a changed file");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn all_but_the_change_stays_to_the_byte() {
        assert_eq!(change("a\nb\nc", "b", "x"), "a\nx\nc");
        assert_eq!(change("\u{feff}a\r\nb\r\nc\r\n", "b", "x\ny"), "\u{feff}a\r\nx\r\ny\r\nc\r\n");
        assert_eq!(change("a\r\nb\nc\r", "a", "x"), "x\r\nb\nc\r");
        assert_eq!(change("a\nb\nc\n", "b\nc", "x"), "a\nx\n");
        assert_eq!(change("abc", "", "x"), "xabc");
    }

    #[test]
    fn only_a_changed_line_takes_another_unicode_form() {
        assert_eq!(change("a\u{308}\na\u{308} b\n", "b", "c"), "a\u{308}\nä c\n");
    }

    #[test]
    fn several_changes_are_made_at_once() {
        let text = "abc\ndef\nghi";
        let edit = |span: Span, text: &str| Edit { span, text: text.to_owned() };
        let bytes = edited(
            text.as_bytes(),
            text,
            vec![edit(8..9, "G"), edit(0..1, "A"), edit(2..3, "C"), edit(4..4, "\n")],
        );
        assert_eq!(bytes.as_deref(), Some(&b"AbC\n\ndef\nGhi"[..]));
        assert_eq!(edited(b"abc", "abc", vec![edit(0..2, ""), edit(1..3, "")]), None);
    }
}
