//! The value of a column in a row.

use std::borrow::Cow;

use crate::byte_set::ByteSet;
use crate::model::PartialDate;

/// A value. Texts in it have no control characters and no line breaks, so that every format can
/// hold them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cell<'a> {
    /// The archive does not know, or the column does not apply.
    Nothing,
    One(Cow<'a, str>),
    Date(PartialDate),
    /// In the order of the front matter, or of ids. Never empty.
    Many(Vec<Cow<'a, str>>),
}

/// What separates the texts of a list in CSV and in the workbook.
pub const SEPARATOR: &str = "|";

/// What stands for the separator in a text of a list.
const BROKEN: &str = "¦";

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

    /// A text that is on one line as it is: a word of the program's own, an id, an address. Most cells
    /// are of this sort; they are not looked at each time that a row is made.
    pub fn known(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        let text = text.into();
        debug_assert!(is_plain(&text), "not on one line: {text:?}");
        if text.is_empty() { Cell::Nothing } else { Cell::One(text) }
    }

    /// Such a text if there is one.
    pub fn some_known<T: Into<Cow<'a, str>>>(text: Option<T>) -> Cell<'a> {
        text.map_or(Cell::Nothing, Cell::known)
    }

    /// A date if there is one.
    pub fn date(date: Option<impl Into<PartialDate>>) -> Cell<'a> {
        date.map_or(Cell::Nothing, |date| Cell::Date(date.into()))
    }

    /// A list of texts.
    pub fn list<T: Into<Cow<'a, str>>>(texts: impl IntoIterator<Item = T>) -> Cell<'a> {
        let texts = texts.into_iter().map(|text| {
            let text = plain(text.into());
            if text.contains(SEPARATOR) {
                Cow::Owned(text.replace(SEPARATOR, BROKEN))
            } else {
                text
            }
        });
        Cell::many(texts.filter(|text| !text.is_empty()).collect())
    }

    /// A list of ids, which have no separators in them.
    pub fn ids(ids: impl IntoIterator<Item = &'a str>) -> Cell<'a> {
        let ids: Vec<Cow<'a, str>> =
            ids.into_iter().filter(|id| !id.is_empty()).map(Cow::Borrowed).collect();
        debug_assert!(ids.iter().all(|id| is_plain(id) && !id.contains(SEPARATOR)), "{ids:?}");
        Cell::many(ids)
    }

    fn many(texts: Vec<Cow<'a, str>>) -> Cell<'a> {
        if texts.is_empty() { Cell::Nothing } else { Cell::Many(texts) }
    }

    /// Passes on the value as one text, a list with `SEPARATOR` between its texts.
    pub fn joined<T>(&self, take: impl FnOnce(&str) -> T) -> T {
        match self {
            Cell::Nothing => take(""),
            Cell::One(text) => take(text),
            Cell::Date(date) => take(date.written(&mut [0; 10])),
            Cell::Many(texts) => match &texts[..] {
                [text] => take(text),
                texts => take(&texts.join(SEPARATOR)),
            },
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

/// Whether a text is on one line already, as nearly all are: it is only looked at closely where it
/// has a space, or a byte that may be of an odd character.
fn is_plain(text: &str) -> bool {
    // Spaces, control characters, and the first bytes of those of Latin 1, of U+2028 and of U+FFFE.
    const PERHAPS_ODD: ByteSet = ByteSet::of(&[0x7f, 0xc2, 0xe2, 0xef]).and(0, b' ');
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = PERHAPS_ODD.first_from(text, from) {
        let odd = match bytes[at] {
            b' ' => bytes.get(at + 1) == Some(&b' '),
            _ => text[at..].starts_with(is_odd),
        };
        if odd {
            return false;
        }
        from = at + 1;
    }
    !text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace)
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
        assert_eq!(list.joined(str::to_owned), "unga|a¦b");
        assert_eq!(list.joined(|text| text.split(SEPARATOR).count()), 2);
        assert_eq!(Cell::list(Vec::<&str>::new()), Cell::Nothing);
    }
}
