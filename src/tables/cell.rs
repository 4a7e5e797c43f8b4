//! The value of a column in a row.

use std::borrow::Cow;

use crate::byte_set::ByteSet;

/// A value. Texts in it have no control characters and no line breaks, so that every format can
/// hold them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cell<'a> {
    /// The archive does not know, or the column does not apply.
    Nothing,
    One(Cow<'a, str>),
    /// In the order of the front matter, or of ids. Never empty.
    Many(Vec<Cow<'a, str>>),
}

/// What separates the texts of a list in CSV and in the workbook.
pub const SEPARATOR: char = '|';

/// What stands for the separator in a text of a list.
const BROKEN: char = '¦';

impl<'a> Cell<'a> {
    /// A text; nothing if it is empty.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        let text = plain(text.into());
        if text.is_empty() { Cell::Nothing } else { Cell::One(text) }
    }

    /// A text if there is one.
    pub fn some<T: Into<Cow<'a, str>>>(text: Option<T>) -> Cell<'a> {
        text.map_or(Cell::Nothing, Cell::text)
    }

    /// A value that is written as its `Display` says, if there is one.
    pub fn shown(value: Option<impl ToString>) -> Cell<'a> {
        Cell::some(value.map(|value| value.to_string()))
    }

    /// A list of texts.
    pub fn list<T: Into<Cow<'a, str>>>(texts: impl IntoIterator<Item = T>) -> Cell<'a> {
        let texts = texts.into_iter().map(|text| {
            let text = plain(text.into());
            if text.contains(SEPARATOR) {
                Cow::Owned(text.replace(SEPARATOR, &BROKEN.to_string()))
            } else {
                text
            }
        });
        let texts: Vec<Cow<'a, str>> = texts.filter(|text| !text.is_empty()).collect();
        if texts.is_empty() { Cell::Nothing } else { Cell::Many(texts) }
    }

    /// The value as one text, a list with `SEPARATOR` between its texts.
    pub fn joined(&self) -> Cow<'_, str> {
        match self {
            Cell::Nothing => Cow::Borrowed(""),
            Cell::One(text) => Cow::Borrowed(text),
            Cell::Many(texts) => {
                let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
                Cow::Owned(texts.join(&SEPARATOR.to_string()))
            }
        }
    }
}

/// The text on one line: each run of white space and control characters is one space.
fn plain(text: Cow<'_, str>) -> Cow<'_, str> {
    if is_plain(&text) {
        return text;
    }
    let mut words = String::with_capacity(text.len());
    for word in text.split(|c: char| is_odd(c) || c == ' ').filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word.trim());
    }
    Cow::Owned(words)
}

/// Whether a text is on one line already, as nearly all are. Every cell of the archive is asked, so
/// its characters are only looked at if some byte may be of one that is odd, or is white space.
fn is_plain(text: &str) -> bool {
    // Spaces, control characters, those of Latin 1, and the first bytes of other white space, U+2028
    // and U+FFFE.
    const PERHAPS_ODD: ByteSet = ByteSet::of(&[0x7f, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]).and(0, b' ');
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = PERHAPS_ODD.first_from(text, from) {
        if bytes[at] != b' ' {
            return text.trim() == text && !text.contains("  ") && !text.contains(is_odd);
        }
        if at == 0 || bytes.get(at + 1).is_none_or(|next| *next == b' ') {
            return false;
        }
        from = at + 1;
    }
    true
}

fn is_odd(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_line_that_every_format_can_hold() {
        assert_eq!(Cell::text("a\r\nb\u{0} \t c"), Cell::One("a b c".into()));
        assert_eq!(Cell::text("Åtagandet – ”så”"), Cell::One("Åtagandet – ”så”".into()));
        assert_eq!(Cell::text(" \n"), Cell::Nothing);
        for loose in [" a b", "a b ", "a  b", "\u{a0}a b", "a b\u{3000}", "a\u{85}b\u{2003}"] {
            assert_eq!(Cell::text(loose), Cell::One("a b".into()), "{loose:?}");
        }
        assert_eq!(Cell::text("a\u{a0}b"), Cell::One("a\u{a0}b".into()), "within a line it stays");
    }

    #[test]
    fn every_odd_character_becomes_a_space() {
        for c in '\0'..=char::MAX {
            let text = format!("å{c}z");
            let expected = if is_odd(c) { "å z".to_owned() } else { text.clone() };
            assert_eq!(plain(text.into()), expected, "{:x}", u32::from(c));
        }
    }

    #[test]
    fn a_list_comes_apart_again_whatever_its_texts_are() {
        let list = Cell::list(["unga", "a|b", ""]);
        assert_eq!(list.joined(), "unga|a¦b");
        assert_eq!(list.joined().split(SEPARATOR).count(), 2);
        assert_eq!(Cell::list(Vec::<&str>::new()), Cell::Nothing);
    }
}
