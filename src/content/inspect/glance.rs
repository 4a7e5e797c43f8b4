//! One quick look at a text before any slower search, since most texts cannot contain a number or
//! an address.

use memchr::{memchr, memmem};

use super::paragraphs::paragraphs;
use super::signs::{may_begin_a_sign, sign_at};
use crate::byte_set::ByteSet;

/// What a text may contain, judging by its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// The greatest number of digits in a row, whatever is in the gaps between them; every
    /// character outside ASCII counts as a digit.
    digits: usize,
    /// Whether it contains the sign of an e-mail address, or what is written instead of it.
    sign: bool,
}

/// What each byte means, as flags.
const SAYS: [u8; 256] = {
    let mut says = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        says[byte] = match byte as u8 {
            b'0'..=b'9' | 0xc0.. => DIGIT,
            b'a'..=b'z' | b'A'..=b'Z' | b'"' | b'=' | b',' => END_OF_NUMBER,
            _ => 0,
        };
        if may_begin_a_sign(byte as u8) {
            says[byte] |= SIGN;
        }
        byte += 1;
    }
    says
};
/// The bytes that are digits, or with which a sign may begin.
const NOTABLE: ByteSet = {
    let mut notable = ByteSet::of(&[]);
    let mut byte = 0;
    while byte < 256 {
        if SAYS[byte] & (DIGIT | SIGN) != 0 {
            notable = notable.and(byte as u8, byte as u8);
        }
        byte += 1;
    }
    notable
};
const DIGIT: u8 = 1;
/// No number continues past it.
const END_OF_NUMBER: u8 = 2;
const SIGN: u8 = 4;

impl Glance {
    pub(super) fn of(text: &str) -> Glance {
        let mut glance = Glance { digits: 0, sign: false };
        let mut row = 0_usize;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // Most bytes of most texts are neither digits nor begin a sign.
            if row == 0 {
                let Some(notable) = NOTABLE.first_from(text, at) else { break };
                at = notable;
            }
            let says = SAYS[usize::from(bytes[at])];
            row = (row + usize::from(says & DIGIT)) * usize::from(says & END_OF_NUMBER == 0);
            if row > glance.digits {
                glance.digits = row;
            }
            if says & SIGN != 0 {
                glance.sign |= sign_at(&bytes[at..]).is_some();
            }
            at += 1;
        }
        glance
    }

    /// Personal and mobile numbers have at least ten digits.
    pub(super) fn may_hold_a_number(self) -> bool {
        self.digits >= 10
    }

    pub(super) fn may_hold_an_address(self) -> bool {
        self.sign
    }
}

/// Whether a page may show a number of which the source has only parts: whether a paragraph has
/// enough digits, however far apart, or characters that are written as entities.
pub(super) fn may_show_a_number(markdown: &str) -> bool {
    // A comment may hold empty lines.
    memchr(b'&', markdown.as_bytes()).is_some()
        || memmem::find(markdown.as_bytes(), b"<!--").is_some()
        || paragraphs(markdown).any(may_hold_digits_of_a_number)
}

/// Whether a text has as many digits as the shortest number, however far apart.
pub(super) fn may_hold_digits_of_a_number(text: &str) -> bool {
    // The first bytes of all characters among which there are digits: `å`, dashes and quotation
    // marks are not among them.
    const DIGITS: ByteSet = ByteSet::of(&[]).and(b'0', b'9').and(0xd9, 0xe1).and(0xea, 0xff);
    DIGITS.nth_from(text, 0, 10).is_some()
}
