//! One quick look at a text before any slower search, since most texts cannot contain a number or
//! an address.

use super::signs::{may_begin_a_sign, sign_at};

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
const DIGIT: u8 = 1;
/// No number continues past it.
const END_OF_NUMBER: u8 = 2;
const SIGN: u8 = 4;

impl Glance {
    pub(super) fn of(text: &str) -> Glance {
        let mut glance = Glance { digits: 0, sign: false };
        let mut row = 0_usize;
        for (at, byte) in text.bytes().enumerate() {
            let says = SAYS[usize::from(byte)];
            // Without branches, since every byte of every text is handled here.
            row = (row + usize::from(says & DIGIT)) * usize::from(says & END_OF_NUMBER == 0);
            glance.digits = glance.digits.max(row);
            if says & SIGN != 0 {
                glance.sign |= sign_at(&text.as_bytes()[at..]).is_some();
            }
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
