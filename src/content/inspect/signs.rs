//! The sign of an e-mail address, as it is written.

/// What an address is written with: the sign itself, and what people put in its place to mislead
/// harvesters.
const SIGNS: [&str; 7] = ["@", "＠", "﹫", "%40", "(at)", "[at]", "(a)"];

/// Whether a sign may begin with this byte.
pub(super) const fn may_begin_a_sign(byte: u8) -> bool {
    matches!(byte, b'@' | b'%' | b'(' | b'[' | 0xef)
}

/// The sign that a text begins with.
pub(super) fn sign_at(text: &[u8]) -> Option<&'static str> {
    SIGNS.into_iter().find(|sign| text.starts_with(sign.as_bytes()))
}
