//! Parts that are on several pages and read the same on each: entries, the places that they name, and
//! charts. A page's view contains only their digests, so that they are made into HTML once and not
//! once for each page.
//!
//! Within such a part, links are relative to the site's root, and what differs from page to page is
//! left open: the anchor, the level of headings, the places. All are marked by noncharacters, which
//! Unicode reserves for use within a program.

use std::fmt::{self, Write};
use std::hash::{Hash, Hasher};
use std::iter;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::chart::Chart;
use super::entry::EntryView;
use super::entry_places::EntryPlaces;
use crate::digest::{Digester, hash_value, write_digits};

/// Precedes a link relative to the root, which is to become relative to the page.
pub const WAY: char = '\u{fdd0}';
/// Encloses the digest of a part, its anchor, its places and the level of its headings.
pub const PART: char = '\u{fdd1}';
/// The place for the level of a part's headings.
pub const LEVEL: char = '\u{fdd2}';
/// The place for a part's anchor.
pub const ANCHOR: char = '\u{fdd3}';
/// The place for the places that an entry names.
pub const PLACES: char = '\u{fdd4}';

/// The first half of a SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartDigest([u8; 16]);

impl PartDigest {
    /// The length of its text: 32 hexadecimal digits.
    pub const LENGTH: usize = 32;

    fn of(part: &impl Hash) -> PartDigest {
        let mut digest = Digester::new();
        hash_value(&mut digest, part);
        let whole = digest.finish().0;
        let mut half = [0; 16];
        half.copy_from_slice(&whole[..16]);
        PartDigest(half)
    }

    /// Reads a digest from its text.
    pub fn parse(text: &str) -> Option<PartDigest> {
        let number = u128::from_str_radix(text, 16).ok()?;
        (text.len() == PartDigest::LENGTH).then(|| PartDigest(number.to_be_bytes()))
    }
}

impl fmt::Display for PartDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [0; PartDigest::LENGTH];
        write_digits(&self.0, &mut digits);
        f.write_str(str::from_utf8(&digits).unwrap_or_default())
    }
}

/// What stands for a part in the view of a page.
fn represented(digest: PartDigest, setting: &str) -> String {
    let mut text = String::with_capacity(PartDigest::LENGTH + setting.len() + 8);
    // Writing to a string cannot fail.
    let _ = write!(text, "{PART}{digest}{setting}{PART}");
    text
}

/// The anchor of the n-th entry of a page, from 0.
pub fn anchor(n: usize) -> String {
    format!("e-{}", n + 1)
}

/// An entry on a page.
#[derive(Debug, Clone)]
pub struct Listed {
    pub entry: Arc<EntryView>,
    pub digest: PartDigest,
    /// The places that it names; most name none.
    pub places: Option<ListedPlaces>,
    /// The index of the entry on the page, from which its anchor is made.
    n: usize,
}

/// The places that an entry on a page names.
#[derive(Debug, Clone)]
pub struct ListedPlaces {
    pub places: Arc<EntryPlaces>,
    pub digest: PartDigest,
}

impl Listed {
    pub fn new(entry: EntryView, places: EntryPlaces, n: usize) -> Listed {
        let places = (places != EntryPlaces::default())
            .then(|| ListedPlaces { digest: PartDigest::of(&places), places: Arc::new(places) });
        Listed { digest: PartDigest::of(&entry), entry: Arc::new(entry), places, n }
    }

    /// The entry and its places, as parts of the page.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        iter::once(Part::Entry(self)).chain(self.places.as_ref().map(Part::Places))
    }
}

impl Hash for Listed {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.digest.hash(hasher);
        self.places.as_ref().map(|places| places.digest).hash(hasher);
        self.n.hash(hasher);
    }
}

/// Writes what represents the part in the page's view: its digest, its anchor, and the digest of its
/// places.
impl Serialize for Listed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let anchor = anchor(self.n);
        let setting = match &self.places {
            Some(places) => format!("{anchor}{PLACES}{}", places.digest),
            None => anchor,
        };
        serializer.serialize_str(&represented(self.digest, &setting))
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

impl Hash for Charted {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.digest.hash(hasher);
    }
}

impl Serialize for Charted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&represented(self.digest, ""))
    }
}

/// A part on a page.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    Entry(&'a Listed),
    Places(&'a ListedPlaces),
    Chart(&'a Charted),
}

impl Part<'_> {
    pub fn digest(&self) -> PartDigest {
        match self {
            Part::Entry(listed) => listed.digest,
            Part::Places(places) => places.digest,
            Part::Chart(charted) => charted.digest,
        }
    }
}
