//! Parts of the tables: all rows, or those of one place. Every row belongs to exactly one part.

use crate::archive::{Archive, Linked};
use crate::model::{DocId, PlaceId};

/// Which rows of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TablePart {
    Whole,
    /// What belongs to this place first of all, or to none.
    Of(Option<PlaceId>),
}

impl TablePart {
    /// Whether the part has the rows of a place.
    pub fn has(self, place: Option<PlaceId>) -> bool {
        match self {
            TablePart::Whole => true,
            TablePart::Of(own) => own == place,
        }
    }
}

/// The place that a document's rows are put with: its first municipality, otherwise its first
/// district or police area.
fn first_place(linked: &Linked) -> Option<PlaceId> {
    let places = [&linked.municipalities, &linked.districts, &linked.police_areas];
    places.into_iter().flatten().next().copied()
}

/// The documents whose rows are in a part, sorted by id.
pub fn documents(archive: &Archive, part: TablePart) -> Vec<DocId> {
    // Translations too: they are documents with pages of their own.
    let all = archive.documents.iter().enumerate();
    let in_part = all.filter(|(_, linked)| {
        linked.published && linked.document.kind.is_archive() && part.has(first_place(linked))
    });
    let mut ids: Vec<DocId> = in_part.map(|(n, _)| DocId::nth(n)).collect();
    ids.sort_unstable_by_key(|id| super::say::id(archive.document(*id)));
    ids
}

/// The documents with commitments, promises and outcomes of their own: those that are not another
/// in a second language.
pub fn originals(archive: &Archive, part: TablePart) -> Vec<DocId> {
    let mut ids = documents(archive, part);
    ids.retain(|id| archive.document(*id).translation_of.is_none());
    ids
}

/// The parts of an archive, in order of place; what belongs to no place is last.
pub fn parts(archive: &Archive) -> impl Iterator<Item = Option<PlaceId>> {
    let homeless = archive.published().any(|(_, linked)| first_place(linked).is_none());
    let places = (0..archive.places.len()).map(PlaceId::nth).map(Some);
    places.chain(homeless.then_some(None))
}
