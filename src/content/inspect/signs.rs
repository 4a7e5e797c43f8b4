//! The sign of an e-mail address and its substitutes.

/// The sign itself, and what people write instead of it to mislead address harvesters.
const SIGNS: [&str; 7] = ["@", "＠", "﹫", "%40", "(at)", "[at]", "(a)"];

/// Whether a sign may begin with this byte.
pub(super) const fn may_begin_a_sign(byte: u8) -> bool {
    matches!(byte, b'@' | b'%' | b'(' | b'[' | 0xef)
}

/// The sign at the beginning of a text.
pub(super) fn sign_at(text: &[u8]) -> Option<&'static str> {
    SIGNS.into_iter().find(|sign| text.starts_with(sign.as_bytes()))
}
