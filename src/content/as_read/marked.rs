//! Formats with tags: HTML, SVG and other XML. Tags within a line are not seen, others end a line
//! or a cell; blanks and line ends are one blank.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use crate::markdown::ShownText;

/// What the tags of a file mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkedForm {
    /// HTML.
    Page,
    /// SVG.
    Drawing,
    /// Any other XML: every element is a cell.
    Data,
}

/// Elements within a line.
const INLINE: [&str; 29] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "textpath",
    "time", "tspan", "u", "wbr",
];

/// No tag is longer; without a limit, a file of `<a` would be read once for each.
const LONGEST_TAG: usize = 64 * 1024;
/// No entity is longer.
const LONGEST_ENTITY: usize = 40;

/// Reads a file.
pub(super) fn read(text: &str, form: MarkedForm) -> ShownText {
    let mut shown = ShownText::default();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = rest.find(['<', '&']).unwrap_or(rest.len());
        words(&rest[..plain], at, &mut shown);
        at += plain;
        let rest = &text[at..];
        if rest.is_empty() {
            break;
        }
        let length = if rest.starts_with('&') {
            match entity(rest) {
                Some((sign, length)) => {
                    shown.push(&sign, at..at + length);
                    length
                }
                None => as_it_is(rest, at, &mut shown),
            }
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            comment.find("-->").map_or(rest.len(), |end| end + 7)
        } else if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let end = data.find("]]>").unwrap_or(data.len());
            words(&data[..end], at + 9, &mut shown);
            (9 + end + 3).min(rest.len())
        } else {
            match tag(rest) {
                Some(tag) => {
                    end_of(tag, at, form, &mut shown);
                    tag.len()
                }
                None => as_it_is(rest, at, &mut shown),
            }
        };
        at += length;
    }
    shown
}

/// A sign that begins no tag and no entity.
fn as_it_is(rest: &str, at: usize, shown: &mut ShownText) -> usize {
    let length = rest.chars().next().map_or(0, char::len_utf8);
    shown.push(&rest[..length], at..at + length);
    length
}

/// Text between tags, with one blank for all that stand together.
fn words(text: &str, start: usize, shown: &mut ShownText) {
    let is_blank = |c: char| c.is_ascii_whitespace();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let word = rest.find(is_blank).unwrap_or(rest.len());
        shown.push(&rest[..word], start + at..start + at + word);
        let blanks = rest[word..].find(|c| !is_blank(c)).unwrap_or(rest.len() - word);
        if blanks > 0 && !shown.text.is_empty() && !shown.text.ends_with([' ', '\t', '\n']) {
            shown.push(" ", start + at + word..start + at + word + blanks);
        }
        at += word + blanks;
    }
}

/// The tag that begins here, with its brackets.
fn tag(rest: &str) -> Option<&str> {
    let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
    if !rest.strip_prefix('<')?.starts_with(begins) {
        return None;
    }
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate().take(LONGEST_TAG) {
        match (quote, byte) {
            (None, b'>') => return Some(&rest[..=at]),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.find('>').filter(|end| *end < LONGEST_TAG).map(|end| &rest[..=end])
}

/// Shows what a tag ends, if anything.
fn end_of(tag: &str, at: usize, form: MarkedForm, shown: &mut ShownText) {
    let inside = tag.trim_matches(['<', '>', '/']);
    let name = inside.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or("");
    let name = name.rsplit(':').next().unwrap_or(name).to_lowercase();
    let closes = tag.starts_with("</");
    let is_placed = || [" x=", " y=", " dy="].iter().any(|it| tag.contains(it));
    let is_inline = INLINE.contains(&&*name) && !(name == "tspan" && is_placed());
    let is_cell = matches!(&*name, "td" | "th");
    let sign = match form {
        MarkedForm::Data => "\t",
        MarkedForm::Page | MarkedForm::Drawing if is_inline => return,
        MarkedForm::Page | MarkedForm::Drawing if is_cell && closes => "\t",
        MarkedForm::Page | MarkedForm::Drawing if is_cell => return,
        MarkedForm::Page | MarkedForm::Drawing => "\n",
    };
    if !shown.text.ends_with(sign) {
        shown.push(sign, at..at + tag.len());
    }
}

/// The character that is written as an entity, and the entity's length.
pub(in crate::content) fn entity(rest: &str) -> Option<(Cow<'static, str>, usize)> {
    let mut ends = rest.bytes().take(LONGEST_ENTITY).enumerate().skip(1);
    let end = ends.find(|(_, byte)| !byte.is_ascii_alphanumeric() && *byte != b'#')?;
    let entity = rest.get(..=end.0).filter(|_| end.1 == b';')?;
    let name = &entity[1..entity.len() - 1];
    let sign = match (name.strip_prefix('#'), name) {
        (Some(number), _) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            Cow::Owned(char::from_u32(code.ok()?)?.to_string())
        }
        (None, "amp") => Cow::Borrowed("&"),
        (None, "lt") => Cow::Borrowed("<"),
        (None, "gt") => Cow::Borrowed(">"),
        (None, "quot") => Cow::Borrowed("\""),
        (None, "nbsp") => Cow::Borrowed("\u{a0}"),
        // The parser of Markdown has the whole list.
        (None, _) => Parser::new(entity).find_map(|event| match event {
            Event::Text(sign) if *sign != *entity => Some(Cow::Owned(sign.into_string())),
            _ => None,
        })?,
    };
    Some((sign, entity.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_read_and_what_only_looks_like_one_is_left() {
        let sign =
            |written: &str| entity(written).map(|(sign, length)| (sign.into_owned(), length));
        assert_eq!(sign("&ndash;1"), Some(("–".to_owned(), 7)));
        assert_eq!(sign("&#x2d;"), Some(("-".to_owned(), 6)));
        assert_eq!(sign("&#45;"), Some(("-".to_owned(), 5)));
        for none in ["&", "& b;", "&nosuch;", "&#;", "&#xd800;", "&å;"] {
            assert_eq!(sign(none), None, "{none}");
        }
        assert_eq!(tag("<a b='>'>c"), Some("<a b='>'>"));
        assert_eq!(tag("<a b='>c"), Some("<a b='>"));
        assert_eq!(tag("< a>"), None);
    }
}
