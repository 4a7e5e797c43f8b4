//! Characters made fit for HTML: text, in content and attributes alike, and addresses.

use std::fmt::Write;

use super::destination;

/// Adds text. What HTML does not allow, not even as a reference, is replaced: `&#1;` can bring it.
pub(super) fn text(out: &mut String, text: &str) {
    let mut written = 0;
    for (at, c) in text.char_indices() {
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

/// Adds an address to an attribute: whatever may not stand in one is percent-encoded, and what is
/// encoded already stays as it is.
pub(super) fn url(out: &mut String, url: &str) {
    let url = url.trim_matches(|c: char| c.is_ascii_whitespace());
    for (at, byte) in url.bytes().enumerate() {
        let whole_escape = || destination::hex_pair(&url.as_bytes()[at..]).is_some();
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
