//! Characters made fit for HTML: text, in content and attributes alike, and addresses.

use std::fmt::Write;

/// Adds text. What HTML does not allow, not even as a reference, is replaced: `&#1;` can bring it.
pub(super) fn text(out: &mut String, text: &str) {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !MAY_NEED_ESCAPING[usize::from(byte)] {
            continue;
        }
        // Each of those bytes begins a character.
        let Some(c) = text[at..].chars().next() else { continue };
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
        written = at + c.len_utf8();
    }
    out.push_str(&text[written..]);
}

/// The first bytes of characters that are escaped or forbidden, and of some that are neither.
const MAY_NEED_ESCAPING: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may[byte] = match byte as u8 {
            b'&' | b'<' | b'>' | b'"' => true,
            // Control characters, those of Latin 1 among them, and noncharacters.
            ..b' ' | 0x7f | 0xc2 | 0xef | 0xf0.. => true,
            _ => false,
        };
        byte += 1;
    }
    may
};

/// Adds an address to an attribute: whatever may not stand in one is percent-encoded, and what is
/// encoded already stays as it is.
pub(super) fn url(out: &mut String, url: &str) {
    let url = url.trim_matches(|c: char| c.is_ascii_whitespace());
    for (at, byte) in url.bytes().enumerate() {
        let whole_escape = || {
            let digits = url.as_bytes().get(at + 1..at + 3);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        match byte {
            b'&' => out.push_str("&amp;"),
            b'%' if whole_escape() => out.push('%'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~:/?#@!$'()*+,;=".contains(&byte) => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_escaped_replaced_or_left_as_it_is() {
        for c in '\0'..=char::MAX {
            let mut out = String::new();
            text(&mut out, &format!("å{c}z"));
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
