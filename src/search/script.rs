//! A script file of the index: one call with one value, and the digits by which a browser knows it.

use serde::Serialize;

use super::code::digit;

/// A call of the script's function with one value.
pub fn script(name: &str, value: &impl Serialize) -> Vec<u8> {
    // As long as most are, so that what is written is not moved.
    let mut text = Vec::with_capacity(24 << 10);
    text.extend_from_slice(b"S(\"");
    text.extend_from_slice(name.as_bytes());
    text.extend_from_slice(b"\",");
    // Values that cannot be written, such as maps whose keys are lists, do not occur.
    let begins = text.len();
    if serde_json::to_writer(&mut text, value).is_err() {
        text.truncate(begins);
        text.extend_from_slice(b"null");
    }
    let mut text = without_special(text);
    text.extend_from_slice(b");\n");
    text
}

/// A text of JSON in which no character could end a script or a line of it.
fn without_special(json: Vec<u8>) -> Vec<u8> {
    let mut text = Vec::new();
    let mut written = 0;
    for at in memchr::memchr2_iter(b'<', 0xe2, &json) {
        let (escape, length): (&[u8], usize) = match json[at..] {
            [b'<', ..] => (b"\\u003c", 1),
            [0xe2, 0x80, 0xa8, ..] => (b"\\u2028", 3),
            [0xe2, 0x80, 0xa9, ..] => (b"\\u2029", 3),
            _ => continue,
        };
        text.extend_from_slice(&json[written..at]);
        text.extend_from_slice(escape);
        written = at + length;
    }
    if written == 0 {
        return json;
    }
    text.extend_from_slice(&json[written..]);
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
        (0..4).map(|n| char::from(digit(folded >> (n * 6)))).collect()
    }
}

pub fn fingerprint(text: &[u8]) -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(text);
    fingerprint.digits()
}
