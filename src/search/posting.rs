//! Where a word stands, and a list of that as bytes, which take a fifth of the memory that numbers
//! take. Numbers have seven bits a byte, the lowest first, and the eighth says that more follows.

/// A document in which a word stands, and how much the word says there: the number in the upper
/// bits, the level from 1 to 3 in the two lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Posting(u32);

impl Posting {
    pub fn new(number: u32, level: u8) -> Posting {
        Posting(number << 2 | u32::from(level.clamp(1, 3)))
    }

    pub fn number(self) -> u32 {
        self.0 >> 2
    }

    pub fn level(self) -> u8 {
        (self.0 & 3) as u8
    }

    /// The same document, where the word says one level less.
    pub fn lowered(self) -> Posting {
        Posting::new(self.number(), self.level() - 1)
    }
}

/// Writes where a word stands, in ascending order: of each document how many there are between it and
/// the one before, and the level.
pub fn push_postings(bytes: &mut Vec<u8>, postings: &[Posting]) {
    let mut next = 0;
    for posting in postings {
        push_number(bytes, (posting.number() - next) << 2 | u32::from(posting.level()));
        next = posting.number() + 1;
    }
}

/// What [`push_postings`] wrote. Reading ends early where the bytes do not say what it writes.
#[derive(Debug, Clone, Copy)]
pub struct PostingBytes<'a> {
    rest: &'a [u8],
    next: u32,
}

impl<'a> PostingBytes<'a> {
    pub fn of(bytes: &'a [u8]) -> PostingBytes<'a> {
        PostingBytes { rest: bytes, next: 0 }
    }

    /// Whether they can be read to the end.
    pub fn are_whole(mut self) -> bool {
        while self.next().is_some() {}
        self.rest.is_empty()
    }

    /// Adds all of them to a list.
    pub fn append_to(self, list: &mut Vec<Posting>) {
        list.reserve(self.rest.len());
        for posting in self {
            list.push(posting);
        }
    }
}

impl Iterator for PostingBytes<'_> {
    type Item = Posting;

    // A national archive has ten million of them, and a program that is compiled to be small would
    // call this for each.
    #[inline(always)]
    fn next(&mut self) -> Option<Posting> {
        let mut rest = self.rest;
        let value = pop_number(&mut rest)?;
        let number = self.next.checked_add(value >> 2).filter(|number| number >> 30 == 0)?;
        if value & 3 == 0 {
            return None;
        }
        (self.rest, self.next) = (rest, number + 1);
        Some(Posting(number << 2 | value & 3))
    }
}

/// Adds a number.
#[inline(always)]
pub fn push_number(bytes: &mut Vec<u8>, mut value: u32) {
    while value > 127 {
        bytes.push((value & 127 | 128) as u8);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// The number that the bytes begin with, and which is then gone from them.
#[inline(always)]
pub fn pop_number(bytes: &mut &[u8]) -> Option<u32> {
    let (first, after) = bytes.split_first()?;
    *bytes = after;
    // Most are of one byte.
    if *first < 128 { Some(u32::from(*first)) } else { pop_rest(u32::from(first & 127), bytes) }
}

/// The other bytes of a number.
fn pop_rest(mut value: u32, bytes: &mut &[u8]) -> Option<u32> {
    for shift in [7, 14, 21, 28] {
        let (byte, after) = bytes.split_first()?;
        *bytes = after;
        let part = u32::from(byte & 127);
        value |= Some(part << shift).filter(|moved| moved >> shift == part)?;
        if byte & 128 == 0 {
            return Some(value);
        }
    }
    None
}
