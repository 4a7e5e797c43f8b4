//! Parts of the tables: all rows, or those of one place. Every row belongs to exactly one part.

use std::array;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::say;
use super::table::DataTable;
use crate::archive::Archive;
use crate::digest::{Digest, Digester, hash_value};
use crate::model::{DocId, PlaceId};

/// Which rows of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TablePart {
    Whole,
    /// What belongs to this place first of all.
    Of(PlaceId),
}

/// What is worked out once for all tables of an archive, and only if they are asked for: which
/// documents are in which part, and the digest of each table in each part. It holds for as long as nothing but
/// the bodies of documents changes, since no column is of those.
#[derive(Debug, Default)]
pub struct TableIndex {
    documents: OnceLock<SortedDocuments>,
    /// By the number of the place in whose part the rows are.
    digests: OnceLock<Vec<OnceLock<TableDigests>>>,
}

/// Of the rows of each table.
type TableDigests = [Digest; DataTable::ALL.len()];

#[derive(Debug, Default)]
struct SortedDocuments {
    /// Each list is sorted by id.
    all: Vec<DocId>,
    of: BTreeMap<PlaceId, Vec<DocId>>,
}

/// The tables of an archive.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'a> {
    pub archive: &'a Archive,
    index: &'a TableIndex,
}

impl<'a> Tables<'a> {
    /// The tables of an archive; `index` is of that archive, or of none yet.
    pub fn new(archive: &'a Archive, index: &'a TableIndex) -> Tables<'a> {
        Tables { archive, index }
    }

    /// The documents whose rows are in a part, sorted by id.
    pub fn documents(self, part: TablePart) -> &'a [DocId] {
        let sorted = self.index.documents.get_or_init(|| SortedDocuments::of(self.archive));
        match part {
            TablePart::Whole => &sorted.all,
            TablePart::Of(place) => sorted.of.get(&place).map_or(&[], Vec::as_slice),
        }
    }

    /// The documents with commitments, promises and outcomes of their own: those that are not
    /// another in a second language.
    pub fn originals(self, part: TablePart) -> impl Iterator<Item = DocId> {
        let documents = self.documents(part).iter().copied();
        documents.filter(|id| self.archive.document(*id).translation_of.is_none())
    }

    /// The places that have rows in a part, sorted by id.
    pub fn places(self, part: TablePart) -> Vec<PlaceId> {
        match part {
            TablePart::Whole => {
                let mut ids: Vec<PlaceId> =
                    (0..self.archive.places.len()).map(PlaceId::nth).collect();
                ids.sort_by_key(|id| say::place_id(self.archive, *id));
                ids
            }
            TablePart::Of(place) => vec![place],
        }
    }

    /// A digest of every row of a table in a part. Every row is in the part of one place, and the
    /// order of all follows from what is in them.
    pub fn digest(self, table: DataTable, part: TablePart) -> Digest {
        match part {
            TablePart::Of(place) => self.digests(place)[table as usize],
            TablePart::Whole => {
                let mut digest = Digester::new();
                for place in (0..self.archive.places.len()).map(PlaceId::nth) {
                    digest.update(self.digests(place)[table as usize]);
                }
                digest.finish()
            }
        }
    }

    /// The digests of a place's part. They are made one after the other: while a thread waits for
    /// others it may begin another file of tables, and would then wait for itself.
    fn digests(self, place: PlaceId) -> TableDigests {
        let places =
            self.index.digests.get_or_init(|| vec![OnceLock::new(); self.archive.places.len()]);
        let made = || array::from_fn(|n| self.digest_of_rows(DataTable::ALL[n], place));
        *places[place.index()].get_or_init(made)
    }

    fn digest_of_rows(self, table: DataTable, place: PlaceId) -> Digest {
        let mut digest = Digester::new();
        table.each_row(self, TablePart::Of(place), &mut |cells| hash_value(&mut digest, &cells));
        digest.finish()
    }
}

impl SortedDocuments {
    fn of(archive: &Archive) -> SortedDocuments {
        // Translations too: they are documents with pages of their own.
        let all = archive.documents.iter().enumerate();
        let all = all.filter(|(_, linked)| linked.published && linked.document.kind.is_archive());
        let mut all: Vec<DocId> = all.map(|(n, _)| DocId::nth(n)).collect();
        all.sort_unstable_by_key(|id| say::id(archive.document(*id)));
        let mut of: BTreeMap<PlaceId, Vec<DocId>> = BTreeMap::new();
        for id in &all {
            // A document without a place is an error, so that none is left out.
            if let Some(first) = archive.document(*id).places().next() {
                of.entry(first).or_default().push(*id);
            }
        }
        SortedDocuments { all, of }
    }
}
