//! A text with the characters that it writes in another way put in their place: `%2D` in an address,
//! `&#45;` in HTML, `\-` in Markdown. Whoever follows a link, or reads its
//! address, sees what it stands for.

use std::ops::Range;

use crate::content::as_read::entity;
use crate::markdown::ShownText;

/// So many times is what was found resolved again: `%252D` is `%2D` to the first that reads it.
const LAYERS: usize = 3;

/// A text that was resolved, once or several times.
pub(super) struct Encoded {
    layers: Vec<ShownText>,
}

impl Encoded {
    /// `None` if nothing in a text is written in another way.
    pub fn of(text: &str) -> Option<Encoded> {
        let mut layers: Vec<ShownText> = Vec::new();
        while layers.len() < LAYERS {
            let above = layers.last().map_or(text, |layer| &layer.text);
            let Some(layer) = resolved(above) else { break };
            layers.push(layer);
        }
        (!layers.is_empty()).then_some(Encoded { layers })
    }

    /// What it says.
    pub fn text(&self) -> &str {
        self.layers.last().map_or("", |layer| &layer.text)
    }

    /// Where something of it is written.
    pub fn written(&self, span: Range<usize>) -> Range<usize> {
        self.layers.iter().rev().fold(span, |span, layer| layer.written(span))
    }
}

fn resolved(text: &str) -> Option<ShownText> {
    let mut shown = ShownText::default();
    let (mut start, mut from, mut any) = (0, 0, false);
    let bytes = text.as_bytes();
    while let Some(at) = memchr::memchr3(b'%', b'&', b'\\', &bytes[from..]).map(|at| from + at) {
        let rest = &text[at..];
        let sign = match bytes[at] {
            b'%' => of_percents(rest),
            b'&' => entity(rest).map(|(sign, length)| (sign.into_owned(), length)),
            _ => of_backslash(rest),
        };
        from = at + 1;
        let Some((sign, length)) = sign else { continue };
        shown.push(&text[start..at], start..at);
        shown.push(&sign, at..at + length);
        (start, from, any) = (at + length, at + length, true);
    }
    any.then(|| {
        shown.push(&text[start..], start..text.len());
        shown
    })
}

/// A character of one or several `%XX`, and their length. Control characters are read as blanks.
fn of_percents(rest: &str) -> Option<(String, usize)> {
    let byte = |n: usize| {
        let hex = rest.get(3 * n..3 * n + 3)?.strip_prefix('%')?;
        hex.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
        u8::from_str_radix(hex, 16).ok()
    };
    let first = byte(0)?;
    let length = match first {
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
        _ => 1,
    };
    let bytes: Option<Vec<u8>> = (0..length).map(byte).collect();
    match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(sign) if sign.contains(char::is_control) => Some((" ".to_owned(), 3)),
        Some(sign) => Some((sign, 3 * length)),
        // What older programs write.
        None => Some((char::from(first).to_string(), 3)),
    }
}

/// A sign after a backslash.
fn of_backslash(rest: &str) -> Option<(String, usize)> {
    let next = rest[1..].chars().next()?;
    next.is_ascii_punctuation().then(|| (next.to_string(), 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_character_is_read_as_it() {
        let read = |text: &str| Encoded::of(text).map(|it| it.text().to_owned());
        for (written, said) in [
            ("a%2Db", "a-b"),
            ("a%252db", "a-b"),
            ("a&#37;2Db", "a-b"),
            ("a%E2%80%91b", "a\u{2011}b"),
            ("%C3%85k%E5", "Åkå"),
            ("a%0Ab", "a b"),
            ("a&ndash;b\\-c", "a–b-c"),
            ("%%2D%E2", "%-â"),
        ] {
            assert_eq!(read(written).as_deref(), Some(said), "{written}");
        }
        for plain in
            ["a-b", "100 %", "100%", "%2", "%é2", "& b", r"\n", r"\u", r"\u00", r"\u{", "\\"]
        {
            assert_eq!(read(plain), None, "{plain}");
        }
    }

    #[test]
    fn what_was_read_leads_back_to_where_it_is_written() {
        let text = "Se https://a.se/?p=12%252D34 och 5.";
        let encoded = Encoded::of(text).expect("encoded");
        let at = encoded.text().find("12-34").expect("read");
        assert_eq!(&text[encoded.written(at..at + 5)], "12%252D34");
        let at = encoded.text().find("och 5").expect("read");
        assert_eq!(&text[encoded.written(at..at + 5)], "och 5");
    }
}
