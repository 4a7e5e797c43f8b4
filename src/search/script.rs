//! A script file of the index: one call with one value, and the digits by which a browser knows it.

use serde::Serialize;

use super::code::digit;
use crate::byte_set::ByteSet;

/// A call of the script's function with one value.
pub fn script(name: &str, value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned());
    let mut text = String::with_capacity(json.len() + 32);
    text.push_str("S(\"");
    text.push_str(name);
    text.push_str("\",");
    const SPECIAL: ByteSet = ByteSet::of(b"<\xe2");
    let (mut written, mut next) = (0, 0);
    while let Some(at) = SPECIAL.first_from(&json, next) {
        let (escape, length) = match json.as_bytes()[at..] {
            [b'<', ..] => ("\\u003c", 1),
            [0xe2, 0x80, 0xa8, ..] => ("\\u2028", 3),
            [0xe2, 0x80, 0xa9, ..] => ("\\u2029", 3),
            _ => {
                next = at + 1;
                continue;
            }
        };
        text.push_str(&json[written..at]);
        text.push_str(escape);
        next = at + length;
        written = next;
    }
    text.push_str(&json[written..]);
    text.push_str(");\n");
    text
}

/// Four digits that change with the bytes: browsers keep files, and a new root must not meet an old
/// file.
#[derive(Debug)]
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Fingerprint {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// Adds bytes, and that they have ended.
    pub fn add(&mut self, bytes: &[u8]) {
        let mut digits = self.0;
        let mut add = |byte: u8| {
            digits = (digits ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        };
        let mut at = 0;
        while at < bytes.len() {
            add(bytes[at]);
            at += 1;
        }
        add(0xff);
        self.0 = digits;
    }

    /// The digits.
    pub fn digits(&self) -> String {
        let folded = (self.0 ^ self.0 >> 32) as u32;
        (0..4).map(|n| digit(folded >> (n * 6))).collect()
    }
}

pub fn fingerprint(text: &str) -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(text.as_bytes());
    fingerprint.digits()
}
