//! Escaping text for HTML and XML, and the text that was escaped.

use std::borrow::Cow;

use crate::byte_set::ByteSet;

/// Appends text with `&`, `<`, `>`, `"` and `'` escaped.
pub fn html(text: &str, out: &mut String) {
    const SPECIAL: ByteSet = ByteSet::of(b"&<>\"'");
    let mut written = 0;
    while let Some(at) = SPECIAL.first_from(text, written) {
        out.push_str(&text[written..at]);
        out.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        written = at + 1;
    }
    out.push_str(&text[written..]);
}

/// The text with `&`, `<`, `>`, `"` and `'` escaped.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    html(text, &mut out);
    out
}

/// The text that escaped text stands for: the inverse of [`escaped()`], and of the escapes that
/// templates write for `'` and `/`.
pub fn unescaped(html: &str) -> String {
    const ESCAPES: [(&str, char); 7] = [
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&quot;", '"'),
        ("&#39;", '\''),
        ("&#x27;", '\''),
        ("&#x2F;", '/'),
    ];
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let escape = ESCAPES.iter().find(|(escape, _)| rest.starts_with(escape));
        let (length, character) = escape.map_or((1, '&'), |(escape, it)| (escape.len(), *it));
        out.push(character);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// Appends text for XML: escaped as for HTML, and without the characters that XML 1.0 forbids.
pub fn xml(text: &str, out: &mut String) {
    html(&allowed(text), out);
}

/// The text without the characters that XML 1.0 forbids.
pub fn allowed(text: &str) -> Cow<'_, str> {
    // The first bytes of characters that may be forbidden: control characters, U+FFFE and U+FFFF.
    const PERHAPS_FORBIDDEN: ByteSet = ByteSet::of(&[0xef]).and(0, b' ' - 1);
    if !PERHAPS_FORBIDDEN.is_in(text) || text.chars().all(allowed_in_xml) {
        Cow::Borrowed(text)
    } else {
        text.chars().filter(|c| allowed_in_xml(*c)).collect()
    }
}

/// Whether XML 1.0 can have a character at all.
fn allowed_in_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Appends text of any origin to HTML in which attributes are in double quotes; `'` is therefore
/// left as it is. Characters that HTML does not allow, even as references, are replaced: `&#1;` in
/// Markdown can produce them.
pub fn any_text(text: &str, out: &mut String) {
    let (mut written, mut next) = (0, 0);
    while let Some(at) = MAY_NEED_ESCAPING.first_from(text, next) {
        // Each byte that needs attention is the first of a character.
        let Some(c) = text[at..].chars().next() else { break };
        next = at + c.len_utf8();
        let escape = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            c if is_forbidden(c) => "\u{fffd}",
            _ => continue,
        };
        out.push_str(&text[written..at]);
        out.push_str(escape);
        written = next;
    }
    out.push_str(&text[written..]);
}

/// The first bytes of characters that are escaped or forbidden, and of some that are neither:
/// control characters, including those of Latin 1, and noncharacters.
const MAY_NEED_ESCAPING: ByteSet =
    ByteSet::of(b"&<>\"\x7f\xc2\xef").and(0, b' ' - 1).and(0xf0, 0xff);

fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_escaped_comes_back() {
        for text in ["", "&", "a & b < c > \"d\" 'e'", "&amp;lt;", "å&", "&&#39;"] {
            assert_eq!(unescaped(&escaped(text)), text);
        }
        assert_eq!(unescaped("1&#x2F;2&#x27;&nbsp;&"), "1/2'&nbsp;&");
    }

    #[test]
    fn every_character_is_escaped_replaced_or_left_as_it_is() {
        for c in '\0'..=char::MAX {
            let mut out = String::new();
            any_text(&format!("å{c}z"), &mut out);
            let expected = match c {
                '&' => "&amp;".to_owned(),
                '<' => "&lt;".to_owned(),
                '>' => "&gt;".to_owned(),
                '"' => "&quot;".to_owned(),
                c if is_forbidden(c) => "\u{fffd}".to_owned(),
                c => c.to_string(),
            };
            assert_eq!(out, format!("å{expected}z"), "{:x}", u32::from(c));
        }
    }
}
