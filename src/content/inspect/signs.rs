//! The sign of an e-mail address and its substitutes.

/// The sign itself, and what people write instead of it to mislead address harvesters: those that
/// begin with this byte.
const fn signs(first: u8) -> &'static [&'static str] {
    match first {
        b'@' => &["@"],
        0xef => &["＠", "﹫"],
        b'%' => &["%40"],
        b'(' => &["(at)", "(a)", "(snabel-a)", "(snabela)"],
        b'[' => &["[at]", "[snabel-a]", "[snabela]"],
        _ => &[],
    }
}

/// Whether a sign may begin with this byte.
pub(super) const fn may_begin_a_sign(byte: u8) -> bool {
    !signs(byte).is_empty()
}

/// The sign at the beginning of a text.
pub(super) fn sign_at(text: &[u8]) -> Option<&'static str> {
    let begins = |sign: &str| {
        text.get(..sign.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(sign.as_bytes()))
    };
    signs(*text.first()?).iter().copied().find(|sign| begins(sign))
}
