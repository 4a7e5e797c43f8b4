//! One quick look at a text before any that is slow: most texts can hold no number and no address.

use super::signs::{may_begin_a_sign, sign_at};

/// What a text may hold, as far as its bytes tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// The most digits in a row, whatever stands in the gaps between them; every character outside
    /// ASCII counts as a digit.
    digits: usize,
    /// The sign of an e-mail address, or what is written in its place.
    sign: bool,
}

/// What a byte says, as flags.
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
/// No number goes on past it.
const END_OF_NUMBER: u8 = 2;
const SIGN: u8 = 4;

impl Glance {
    pub(super) fn of(text: &str) -> Glance {
        let mut glance = Glance { digits: 0, sign: false };
        let mut row = 0_usize;
        for (at, byte) in text.bytes().enumerate() {
            let says = SAYS[usize::from(byte)];
            // Without a branch, for every byte of every text comes by here.
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
