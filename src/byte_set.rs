//! Sets of bytes, and where a text has the first of them: a quick look at every byte of a text,
//! before anything slower is done with the few texts, or places in them, that need it. The crate
//! `memchr` looks for up to three bytes, and a program that is compiled to be small calls a function
//! for each item of an iterator.

/// A set of bytes.
#[derive(Debug, Clone, Copy)]
pub struct ByteSet([bool; 256]);

impl ByteSet {
    /// The bytes that white space begins with; those above ASCII begin other characters too.
    pub const WHITE_SPACE: ByteSet = ByteSet::of(b" \t\n\x0b\x0c\r\xc2").and(0xe1, 0xe3);

    /// These bytes.
    pub const fn of(bytes: &[u8]) -> ByteSet {
        let mut set = [false; 256];
        let mut n = 0;
        while n < bytes.len() {
            set[bytes[n] as usize] = true;
            n += 1;
        }
        ByteSet(set)
    }

    /// And the bytes from one to another, both included.
    pub const fn and(self, first: u8, last: u8) -> ByteSet {
        let mut set = self.0;
        let mut byte = first as usize;
        while byte <= last as usize {
            set[byte] = true;
            byte += 1;
        }
        ByteSet(set)
    }

    /// The position of the first byte that is in the set, from a position on.
    pub fn first_from(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        while at < bytes.len() {
            if self.has(bytes[at]) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Whether a byte is in the set.
    pub fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }

    /// Whether a text has a byte of the set.
    pub fn is_in(&self, text: &str) -> bool {
        self.first_from(text, 0).is_some()
    }

    /// The position of the n-th byte that is in the set, counted from one, from a position on.
    pub fn nth_from(&self, text: &str, from: usize, nth: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let (mut at, mut left) = (from, nth);
        while at < bytes.len() {
            left -= usize::from(self.has(bytes[at]));
            if left == 0 {
                return Some(at);
            }
            at += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_of_a_set_are_found_and_no_others() {
        const SET: ByteSet = ByteSet::of(b"&<").and(0xc3, 0xff);
        for byte in 0..=u8::MAX {
            assert_eq!(SET.0[usize::from(byte)], byte == b'&' || byte == b'<' || byte >= 0xc3);
        }
        assert_eq!(SET.first_from("a & b < c", 0), Some(2));
        assert_eq!(SET.first_from("a & b < c", 3), Some(6));
        assert_eq!(SET.first_from("a & b < c", 7), None);
        assert!(SET.is_in("hå") && !SET.is_in("ha") && !SET.is_in(""));
        assert_eq!(SET.nth_from("å < &", 0, 3), Some(5));
        assert_eq!(SET.nth_from("å < &", 1, 2), Some(5));
        assert_eq!(SET.nth_from("å < &", 0, 4), None);
    }
}
