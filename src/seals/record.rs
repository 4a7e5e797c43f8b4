//! What the records say.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Source, Spanned};
use crate::digest::Digest;
use crate::model::PartialDate;

/// The record of one package.
#[derive(Debug, Clone)]
pub struct Seal {
    /// The file, for problems with it.
    pub source: Arc<Source>,
    /// The name of the file without its extension, such as `2020`, `2015-2025` or `2020-2`.
    pub name: String,
    /// The years whose documents the package holds.
    pub years: RangeInclusive<i16>,
    /// The day on which it was made.
    pub sealed: Date,
    /// The name of the package.
    pub package: String,
    pub mets: Digest,
    pub zip: Digest,
    /// When the records archive received it; written by hand.
    pub received: Option<PartialDate>,
    /// What the records archive calls it; written by hand.
    pub reference: Option<String>,
    /// In order of path. Those of earlier years have changed since they were packed.
    pub documents: Vec<SealedDocument>,
    /// In order of path.
    pub attachments: Vec<SealedAttachment>,
}

/// A document as it was when it was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedDocument {
    /// Begins with `content/`.
    pub path: Spanned<String>,
    pub address: String,
    /// The SHA-256 of its canonical text.
    pub digest: Digest,
    /// How many corrections it had.
    pub corrections: usize,
}

/// An attachment as it was when it was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedAttachment {
    /// Begins with `content/`.
    pub path: Spanned<String>,
    pub digest: Digest,
}

/// Every record of a site.
#[derive(Debug, Clone, Default)]
pub struct Seals {
    /// In the order in which they were made; those of one day by what they hold, then by name.
    pub seals: Vec<Seal>,
    /// For each document, by path, the last record that has it, and its index there.
    documents: HashMap<String, (usize, usize)>,
    /// The same for attachments.
    attachments: HashMap<String, (usize, usize)>,
}

impl Seals {
    pub fn new(seals: Vec<Seal>) -> Seals {
        let seals = as_made(seals);
        let mut documents = HashMap::new();
        let mut attachments = HashMap::new();
        for (n, seal) in seals.iter().enumerate() {
            for (at, document) in seal.documents.iter().enumerate() {
                documents.insert(document.path.value.clone(), (n, at));
            }
            for (at, attachment) in seal.attachments.iter().enumerate() {
                attachments.insert(attachment.path.value.clone(), (n, at));
            }
        }
        Seals { seals, documents, attachments }
    }

    /// The last record that has the document at this path, which begins with `content/`.
    pub fn of_document(&self, path: &str) -> Option<(&Seal, &SealedDocument)> {
        let (seal, at) = self.documents.get(path)?;
        let seal = self.seals.get(*seal)?;
        Some((seal, seal.documents.get(*at)?))
    }

    /// The last record that has the attachment at this path, which begins with `content/`.
    pub fn of_attachment(&self, path: &str) -> Option<(&Seal, &SealedAttachment)> {
        let (seal, at) = self.attachments.get(path)?;
        let seal = self.seals.get(*seal)?;
        Some((seal, seal.attachments.get(*at)?))
    }

    /// Every document that was packed, as the last record has it; in the order of the records.
    pub fn documents(&self) -> impl Iterator<Item = (&Seal, &SealedDocument)> {
        let all = self.seals.iter().enumerate().flat_map(|(n, seal)| {
            seal.documents.iter().enumerate().map(move |(at, document)| (n, at, seal, document))
        });
        let last = all.filter(|(n, at, _, document)| {
            self.documents.get(&document.path.value) == Some(&(*n, *at))
        });
        last.map(|(_, _, seal, document)| (seal, document))
    }

    /// Every attachment that was packed, as the last record has it; in the order of the records.
    pub fn attachments(&self) -> impl Iterator<Item = (&Seal, &SealedAttachment)> {
        let all = self.seals.iter().enumerate().flat_map(|(n, seal)| {
            seal.attachments.iter().enumerate().map(move |(at, it)| (n, at, seal, it))
        });
        let last =
            all.filter(|(n, at, _, it)| self.attachments.get(&it.path.value) == Some(&(*n, *at)));
        last.map(|(_, _, seal, it)| (seal, it))
    }

    /// The first record of a year: later ones are supplements.
    pub fn of_year(&self, year: i16) -> Option<&Seal> {
        self.seals.iter().find(|seal| seal.years.contains(&year))
    }
}

/// The name of the record of these years: `2020`, `2015-2025`.
pub fn record_of_years(years: &RangeInclusive<i16>) -> String {
    let (first, last) = (years.start(), years.end());
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

impl Seal {
    /// Which package of its years it is, if it is a supplement: from 2.
    pub fn supplement(&self) -> Option<u16> {
        self.name.strip_prefix(&record_of_years(&self.years))?.strip_prefix('-')?.parse().ok()
    }

    /// Whether it holds a document with more corrections than the other has of it: a document is packed
    /// once more when it has been corrected.
    fn is_after(&self, other: &Seal) -> bool {
        let corrections = |seal: &Seal, path: &str| {
            let at = seal.documents.binary_search_by(|it| it.path.value.as_str().cmp(path)).ok()?;
            Some(seal.documents[at].corrections)
        };
        self.documents.iter().any(|document| {
            corrections(other, &document.path.value).is_some_and(|n| n < document.corrections)
        })
    }
}

/// The records in the order in which the packages were made. A record says the day; of those of one day,
/// one that holds a document as it was corrected comes after the one that holds it as it was before.
fn as_made(mut seals: Vec<Seal>) -> Vec<Seal> {
    seals.sort_by(|a, b| (a.sealed, &a.name).cmp(&(b.sealed, &b.name)));
    let mut made: Vec<Seal> = Vec::with_capacity(seals.len());
    while let Some(first) = seals.first() {
        let of_day = seals.iter().take_while(|seal| seal.sealed == first.sealed).count();
        let is_next = |at: &usize| {
            let mut others = (0..of_day).filter(|other| other != at);
            !others.any(|other| seals[*at].is_after(&seals[other]))
        };
        let next = (0..of_day).find(is_next).unwrap_or(0);
        made.push(seals.remove(next));
    }
    made
}
