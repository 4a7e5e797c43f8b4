//! The hash of a value's fields. Two values of one type that differ anywhere feed different bytes
//! to the hash.

use std::hash::{Hash, Hasher};

use super::sha256::{Digest, Digester};

/// Bytes are gathered before they are hashed, since most values have many fields of a few bytes
/// each.
const GATHERED: usize = 512;
/// Lengths and variant numbers below this are written as one byte; a larger one is preceded by this
/// byte.
const LARGE: u8 = u8::MAX;

/// Adds a value to a hash. The result may only be compared with hashes made by this program on the
/// same kind of machine, since it depends on the byte order.
pub fn hash_value(digest: &mut Digester, value: &impl Hash) {
    let mut hashing = Hashing { digest, gathered: [0; GATHERED], length: 0 };
    value.hash(&mut hashing);
    hashing.pass_on();
}

/// Lets values hash themselves into a [`Digester`].
struct Hashing<'a> {
    digest: &'a mut Digester,
    gathered: [u8; GATHERED],
    /// How many of the gathered bytes are in use.
    length: usize,
}

impl Hashing<'_> {
    fn pass_on(&mut self) {
        self.digest.update(&self.gathered[..self.length]);
        self.length = 0;
    }
}

impl Hasher for Hashing<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        if self.length + bytes.len() > GATHERED {
            self.pass_on();
        }
        match self.gathered.get_mut(self.length..self.length + bytes.len()) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.length += bytes.len();
            }
            None => self.digest.update(bytes),
        }
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        if self.length == GATHERED {
            self.pass_on();
        }
        self.gathered[self.length] = byte;
        self.length += 1;
    }

    /// Called with the length of lists and texts.
    #[inline]
    fn write_usize(&mut self, n: usize) {
        match u8::try_from(n) {
            Ok(small) if small < LARGE => self.write_u8(small),
            _ => {
                self.write_u8(LARGE);
                self.write(&n.to_ne_bytes());
            }
        }
    }

    /// Called with the number of an enum's variant.
    #[inline]
    fn write_isize(&mut self, n: isize) {
        self.write_usize(n.cast_unsigned());
    }

    /// Never called: the result is taken from the digest instead.
    fn finish(&self) -> u64 {
        let mut digest = self.digest.clone();
        digest.update(&self.gathered[..self.length]);
        let Digest(digest) = digest.finish();
        digest.iter().take(8).fold(0, |n, byte| n << 8 | u64::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(value: impl Hash) -> Digest {
        let mut digest = Digester::new();
        hash_value(&mut digest, &value);
        digest.finish()
    }

    #[test]
    fn values_that_differ_only_in_where_a_text_ends_differ() {
        assert_ne!(hash(["ab", "c"]), hash(["a", "bc"]));
        assert_ne!(hash(("", Some(""))), hash((Some(""), "")));
        assert_ne!(hash(vec![Some("a"), None]), hash(vec![None, Some("a")]));
        assert_ne!(hash(vec![vec!["a"], vec![]]), hash(vec![vec![], vec!["a"]]));
    }

    #[test]
    fn every_length_has_bytes_of_its_own() {
        let lengths: [usize; 8] = [0, 1, 254, 255, 256, 65_535, 65_536, 1 << 24];
        let hashes: std::collections::BTreeSet<_> = lengths.map(hash).into();
        assert_eq!(hashes.len(), lengths.len());
    }

    #[test]
    fn a_text_is_hashed_whole_however_long() {
        for length in [GATHERED - 2, GATHERED - 1, GATHERED, GATHERED + 1, 3 * GATHERED] {
            let text = "x".repeat(length);
            let mut whole = text.clone().into_bytes();
            whole.push(u8::MAX);
            assert_eq!(hash(&*text), Digest::of(&whole), "{length}");
            whole.insert(0, 7);
            assert_eq!(hash((7_u8, &*text)), Digest::of(&whole), "{length}");
        }
    }
}
