//! Parts that stand on several pages and read the same on each: entries and charts. A page's view
//! has only their digests, so that they are made into HTML once and not once for each page.
//!
//! Within such a part a way leads from the site's root, and what differs from page to page is left
//! open, both marked by noncharacters: Unicode keeps those for use within a program.

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;

use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::{Chart, Entry};

/// Before a way that leads from the root, and is to lead from the page.
pub const WAY: char = '\u{fdd0}';
/// Around the digest of a part, the level of its headings and its anchor.
pub const PART: char = '\u{fdd1}';
/// Where the level of a part's headings is to stand.
pub const LEVEL: char = '\u{fdd2}';
/// Where a part's anchor is to stand.
pub const ANCHOR: char = '\u{fdd3}';

/// The first half of a SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartDigest([u8; 16]);

impl PartDigest {
    /// As it is written: 32 hexadecimal digits.
    pub const LENGTH: usize = 32;

    fn of(part: &impl Serialize) -> PartDigest {
        let mut digest = Sha256::new();
        hash_value(&mut digest, part);
        let whole: [u8; 32] = digest.finalize().into();
        let mut half = [0; 16];
        half.copy_from_slice(&whole[..16]);
        PartDigest(half)
    }

    /// The digest that is written so.
    pub fn parse(text: &str) -> Option<PartDigest> {
        let number = u128::from_str_radix(text, 16).ok()?;
        (text.len() == PartDigest::LENGTH).then(|| PartDigest(number.to_be_bytes()))
    }
}

impl fmt::Display for PartDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// An entry on a page, under an anchor of the page's.
#[derive(Debug, Clone)]
pub struct Listed {
    pub entry: Arc<Entry>,
    pub digest: PartDigest,
    /// What stands for it in the page's view: its digest and its anchor, unique on the page, `e-<n>`.
    mark: Arc<str>,
}

impl Listed {
    pub fn new(entry: Entry, anchor: &str) -> Listed {
        let digest = PartDigest::of(&entry);
        let mark = format!("{PART}{digest}{anchor}{PART}").into();
        Listed { digest, entry: Arc::new(entry), mark }
    }
}

impl Serialize for Listed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.mark)
    }
}

/// A place's chart on a page.
#[derive(Debug, Clone)]
pub struct Charted {
    pub chart: Arc<Chart>,
    pub digest: PartDigest,
}

impl Charted {
    pub fn new(chart: Chart) -> Charted {
        Charted { digest: PartDigest::of(&chart), chart: Arc::new(chart) }
    }
}

impl Serialize for Charted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{PART}{}{PART}", self.digest))
    }
}

/// A part as it stands on one page.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    Entry(&'a Listed),
    Chart(&'a Charted),
}

impl Part<'_> {
    pub fn digest(&self) -> PartDigest {
        match self {
            Part::Entry(listed) => listed.digest,
            Part::Chart(charted) => charted.digest,
        }
    }
}

/// Adds a value as MessagePack with the names of its fields, which takes a third less than JSON and
/// tells as many values apart; it is never in memory as a whole.
pub fn hash_value(digest: &mut Sha256, value: &impl Serialize) {
    let mut out = io::BufWriter::with_capacity(4096, Hashing(digest));
    // Structs, lists and texts into a hash: neither side can fail.
    let written = value.serialize(&mut rmp_serde::Serializer::new(&mut out).with_struct_map());
    debug_assert!(written.is_ok());
    let flushed = out.flush();
    debug_assert!(flushed.is_ok());
}

/// A hash as something to write to.
struct Hashing<'a>(&'a mut Sha256);

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
