//! One quick look at a text before any that is slow: most texts can hold no number and no address.

use super::email::{may_begin_a_sign, sign_at};

/// What a text may hold, as far as its bytes tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance {
    /// The most digits in a row, whatever stands in the gaps between them; every character outside
    /// ASCII counts as a digit.
    digits: usize,
    /// The sign of an e-mail address, or what is written in its place.
    sign: bool,
}

/// What a byte says.
#[derive(Clone, Copy)]
enum Says {
    Digit,
    /// No number goes on past it.
    EndOfNumber,
    Sign,
    Nothing,
}

const SAYS: [Says; 256] = {
    let mut says = [Says::Nothing; 256];
    let mut byte = 0;
    while byte < 256 {
        says[byte] = match byte as u8 {
            b'0'..=b'9' | 0xc0.. => Says::Digit,
            byte if may_begin_a_sign(byte) => Says::Sign,
            b'a'..=b'z' | b'A'..=b'Z' | b'"' | b'=' | b',' => Says::EndOfNumber,
            _ => Says::Nothing,
        };
        byte += 1;
    }
    says
};

impl Glance {
    pub(super) fn of(text: &str) -> Glance {
        let mut glance = Glance { digits: 0, sign: false };
        let mut row = 0;
        for (at, byte) in text.bytes().enumerate() {
            match SAYS[usize::from(byte)] {
                Says::Digit => {
                    row += 1;
                    glance.digits = glance.digits.max(row);
                    // ＠ and ﹫ are both.
                    if may_begin_a_sign(byte) {
                        glance.sign |= sign_at(&text.as_bytes()[at..]).is_some();
                    }
                }
                Says::EndOfNumber => row = 0,
                Says::Sign => glance.sign |= sign_at(&text.as_bytes()[at..]).is_some(),
                Says::Nothing => {}
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
