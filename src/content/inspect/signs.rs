//! The sign of an e-mail address and its substitutes.

/// The sign itself, and what people write instead of it to mislead address harvesters.
const SIGNS: [&str; 11] = [
    "@",
    "＠",
    "﹫",
    "%40",
    "(at)",
    "[at]",
    "(a)",
    "(snabel-a)",
    "[snabel-a]",
    "(snabela)",
    "[snabela]",
];

/// Whether a sign may begin with this byte.
pub(super) const fn may_begin_a_sign(byte: u8) -> bool {
    matches!(byte, b'@' | b'%' | b'(' | b'[' | 0xef)
}

/// The sign at the beginning of a text.
pub(super) fn sign_at(text: &[u8]) -> Option<&'static str> {
    let begins = |sign: &str| {
        text.get(..sign.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(sign.as_bytes()))
    };
    SIGNS.into_iter().find(|sign| begins(sign))
}
