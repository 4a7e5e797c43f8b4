//! A file of the site as the desk edits it: its front matter and its body as text with LF, and the
//! way back to bytes, in which every line that is unchanged keeps exactly the bytes that it had. The
//! canonical text of the rest of the program is not used here, since writing it back would change
//! line ends, a byte order mark and the Unicode form of lines that nobody touched.

mod line_ends;

use std::ops::Range;

use crate::line_ends::ended_lines;
use line_ends::{merged, with_lf};

/// A file that can be taken apart and put together again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileText {
    /// Whether it begins with a byte order mark.
    mark: bool,
    /// The text after the byte order mark.
    raw: String,
    /// The TOML: between the fences, or the whole of a file without a body.
    toml: Range<usize>,
    /// The Markdown after the closing fence; `None` for a file that is only TOML.
    body: Option<Range<usize>>,
}

/// Why a file cannot be taken apart. It can still be edited as a whole, unless it is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indivisible {
    /// It is not UTF-8.
    NoText,
    /// One of the lines `+++` is missing.
    NoFences,
}

const MARK: &[u8] = b"\xEF\xBB\xBF";

impl FileText {
    /// A Markdown file with front matter.
    pub fn of_markdown(bytes: &[u8]) -> Result<FileText, Indivisible> {
        let (mark, raw) = text(bytes)?;
        let mut at = 0;
        let mut lines = ended_lines(&raw).into_iter().map(|(line, end)| {
            let start = at;
            at += line.len() + end.len();
            (line, start, at)
        });
        let opening = lines.by_ref().find(|(line, ..)| !line.trim().is_empty());
        let (_, _, start) =
            opening.filter(|(line, ..)| is_fence(line)).ok_or(Indivisible::NoFences)?;
        let closing = lines.find(|(line, ..)| is_fence(line));
        let (_, end, after) = closing.ok_or(Indivisible::NoFences)?;
        let body = Some(after..raw.len());
        Ok(FileText { mark, toml: start..end, body, raw })
    }

    /// A file of nothing but TOML.
    pub fn of_toml(bytes: &[u8]) -> Result<FileText, Indivisible> {
        let (mark, raw) = text(bytes)?;
        Ok(FileText { mark, toml: 0..raw.len(), body: None, raw })
    }

    /// Its TOML, with LF.
    pub fn toml(&self) -> String {
        with_lf(&self.raw[self.toml.clone()])
    }

    /// Its Markdown, with LF; `None` if it can have none.
    pub fn body(&self) -> Option<String> {
        self.body.clone().map(|body| with_lf(&self.raw[body]))
    }

    /// Where its TOML begins, in the text after the byte order mark.
    pub fn toml_start(&self) -> usize {
        self.toml.start
    }

    /// Where its Markdown begins, in the same text.
    pub fn body_start(&self) -> Option<usize> {
        self.body.as_ref().map(|body| body.start)
    }

    /// The bytes of the file with this TOML and this body instead, both with LF. What is `None` stays
    /// as it is.
    pub fn with(&self, toml: Option<&str>, body: Option<&str>) -> Vec<u8> {
        let end = ended_lines(&self.raw).first().map_or("", |(_, end)| *end);
        let end = if end.is_empty() { "\n" } else { end };
        let mut out = if self.mark { MARK.to_vec() } else { Vec::new() };
        let old_toml = &self.raw[self.toml.clone()];
        out.extend_from_slice(&self.raw.as_bytes()[..self.toml.start]);
        match toml {
            Some(toml) => {
                let mut new = merged(old_toml, toml, end);
                // The closing fence stands on a line of its own.
                if self.body.is_some() && !new.is_empty() && !new.ends_with(['\n', '\r']) {
                    new.push_str(end);
                }
                out.extend_from_slice(new.as_bytes());
            }
            None => out.extend_from_slice(old_toml.as_bytes()),
        }
        if let Some(old) = &self.body {
            let fence = &self.raw[self.toml.end..old.start];
            out.extend_from_slice(fence.as_bytes());
            let old = &self.raw[old.clone()];
            let new = body.map_or_else(|| old.to_owned(), |body| merged(old, body, end));
            if !new.is_empty() && !fence.ends_with(['\n', '\r']) {
                out.extend_from_slice(end.as_bytes());
            }
            out.extend_from_slice(new.as_bytes());
        }
        out
    }
}

/// The bytes of a file that is edited as a whole, with this text, which has LF, instead.
pub fn whole(bytes: &[u8], new: &str) -> Result<Vec<u8>, Indivisible> {
    let (mark, raw) = text(bytes)?;
    let end = ended_lines(&raw).first().map_or("", |(_, end)| *end);
    let end = if end.is_empty() { "\n" } else { end };
    let mut out = if mark { MARK.to_vec() } else { Vec::new() };
    out.extend_from_slice(merged(&raw, new, end).as_bytes());
    Ok(out)
}

/// The whole text of a file, with LF and without its byte order mark.
pub fn whole_text(bytes: &[u8]) -> Result<String, Indivisible> {
    text(bytes).map(|(_, raw)| with_lf(&raw))
}

/// A body without the empty lines and blanks at its end, which nobody sees in a field.
pub fn words(body: &str) -> &str {
    body.trim_end()
}

/// The body with these words instead. Its end stays as it was, so that whoever writes the same words
/// again gets the same bytes.
pub fn with_words(body: &str, new: &str) -> String {
    let (old, new) = (words(body), words(new));
    let end = &body[old.len()..];
    if old == new {
        return body.to_owned();
    }
    if new.is_empty() {
        let first = body.find(|character: char| !character.is_whitespace());
        return body[..first.unwrap_or(0)].to_owned();
    }
    if old.is_empty() {
        let before = if body.is_empty() { "\n" } else { body };
        return format!("{before}{}\n", new.trim_start_matches('\n'));
    }
    format!("{new}{end}")
}

/// A text as a form sends it, with LF.
pub fn submitted(text: &str) -> String {
    with_lf(text)
}

fn text(bytes: &[u8]) -> Result<(bool, String), Indivisible> {
    let (mark, rest) = match bytes.strip_prefix(MARK) {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let raw = std::str::from_utf8(rest).map_err(|_| Indivisible::NoText)?;
    if raw.contains('\0') {
        return Err(Indivisible::NoText);
    }
    Ok((mark, raw.to_owned()))
}

fn is_fence(line: &str) -> bool {
    line.trim() == "+++"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unchanged_keeps_its_bytes() {
        for text in [
            "+++\na = 1\n+++\n\nText.\n",
            "+++\na = 1\n+++",
            "+++\n+++\n",
            "\u{feff}+++\r\na = 1\r\n+++\r\n\r\nText.\r\n",
            "+++\r\na = 1\nb = 2\r\n+++\nText.\rmer",
            "\n+++ \na = \"A\u{30a}\"\n +++\nText",
        ] {
            let file = FileText::of_markdown(text.as_bytes()).expect("a file");
            let body = file.body().expect("a body");
            assert_eq!(file.with(Some(&file.toml()), Some(&body)), text.as_bytes(), "{text:?}");
            assert_eq!(file.with(None, None), text.as_bytes(), "{text:?}");
        }
        let file = FileText::of_toml("a = 1\r\n".as_bytes()).expect("a file");
        assert_eq!(file.with(Some("a = 1\nb = 2\n"), None), b"a = 1\r\nb = 2\r\n");
    }

    #[test]
    fn the_same_words_again_give_the_same_bytes() {
        for (body, shown) in [
            ("\n## Text\n", "\n## Text"),
            ("\n\n    kod\n\n\n", "\n\n    kod"),
            ("Text", "Text"),
            ("", ""),
            ("\n", ""),
        ] {
            assert_eq!(words(body), shown);
            assert_eq!(with_words(body, shown), body);
            let other = with_words(body, "Annat\n\n");
            assert_eq!(words(&other).trim_start(), "Annat");
            if !shown.is_empty() {
                assert_eq!(with_words(&other, shown), body);
            }
        }
        assert_eq!(with_words("", "Text"), "\nText\n");
        assert_eq!(with_words("\n", "Text"), "\nText\n");
        assert_eq!(with_words("\nText\n", ""), "\n");
    }

    #[test]
    fn a_new_line_gets_the_line_end_of_the_file() {
        let file =
            FileText::of_markdown(b"\xEF\xBB\xBF+++\r\na = 1\r\n+++\r\nText").expect("a file");
        assert_eq!(
            file.with(Some("a = 1\nb = 2\n"), Some("Text\nmer\n")),
            b"\xEF\xBB\xBF+++\r\na = 1\r\nb = 2\r\n+++\r\nText\r\nmer\r\n"
        );
        let bare = FileText::of_markdown(b"+++\n+++").expect("a file");
        assert_eq!(bare.with(Some("a = 1"), Some("Text")), b"+++\na = 1\n+++\nText");
    }

    #[test]
    fn a_file_without_fences_is_not_taken_apart() {
        for text in ["", "Text", "+++\na = 1\n", "---\na: 1\n---\n"] {
            let file = FileText::of_markdown(text.as_bytes());
            assert_eq!(file, Err(Indivisible::NoFences), "{text:?}");
        }
        assert_eq!(FileText::of_markdown(b"+++\n\xff\n+++\n"), Err(Indivisible::NoText));
        assert_eq!(FileText::of_markdown(b"+++\n\0\n+++\n"), Err(Indivisible::NoText));
    }
}
