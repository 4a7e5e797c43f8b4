//! Addresses made safe for attributes.

use std::fmt::Write;

/// Appends an address to an attribute. Characters that an attribute may not contain are
/// percent-encoded; what is already encoded is left as it is.
pub(super) fn push(out: &mut String, url: &str) {
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
