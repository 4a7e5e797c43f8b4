//! The numbers of documents. Those of one place follow each other, in order of time, and every
//! place leaves room behind it: a new document then moves only the later ones of its place, and
//! what is found for one place stands in few files.

use std::collections::BTreeMap;

use crate::archive::{Archive, Linked};
use crate::model::place::PlaceKeys;
use crate::model::{DocId, PlaceId};

/// How many documents share a file of texts.
pub const TOGETHER: usize = 8;
/// A place begins at a multiple of this: of the first in a small archive, which needs no room.
const STEPS: [u32; 2] = [8, 32];
const SMALL: usize = 200;

/// The documents of one place, or those without a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchGroup {
    /// Its name in addresses.
    pub name: String,
    /// The place, which has the first number.
    pub place: Option<PlaceId>,
    /// In order of time; those without a date are last.
    pub documents: Vec<DocId>,
    /// The first number.
    pub base: u32,
}

impl SearchGroup {
    /// How many numbers it uses.
    pub fn len(&self) -> usize {
        self.documents.len() + usize::from(self.place.is_some())
    }

    /// How many files its texts are in.
    pub fn parts(&self) -> usize {
        self.len().div_ceil(TOGETHER)
    }

    /// The numbers of its documents.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, DocId)> + '_ {
        let first = self.base + u32::from(self.place.is_some());
        (first..).zip(self.documents.iter().copied())
    }
}

/// All published documents and pages of an archive, in order of number.
pub fn of_archive(archive: &Archive) -> Vec<SearchGroup> {
    let mut of_place: BTreeMap<Option<PlaceId>, Vec<DocId>> =
        (0..archive.places.len()).map(|n| (Some(PlaceId::nth(n)), Vec::new())).collect();
    for (n, linked) in archive.documents.iter().enumerate() {
        if linked.published {
            of_place.entry(home(archive, linked)).or_default().push(DocId::nth(n));
        }
    }
    let step = STEPS[usize::from(archive.documents.len() >= SMALL)];
    let mut base = 0;
    // Those without a place come last, so that a new place moves nothing else.
    let without = of_place.remove(&None);
    let places = of_place.into_iter().chain(without.map(|documents| (None, documents)));
    places
        .map(|(place, mut documents)| {
            documents.sort_by_cached_key(|id| {
                let linked = archive.document(*id);
                let date = linked.effective.map(|effective| effective.date.order());
                (date.is_none(), date, linked.document.address.clone())
            });
            let name = place.map_or_else(|| "x".to_owned(), |id| name(archive, id));
            let group = SearchGroup { name, place, documents, base };
            let used = u32::try_from(group.len()).unwrap_or(u32::MAX);
            base += used.div_ceil(step) * step;
            group
        })
        .collect()
}

/// The place to which a document belongs first.
fn home(archive: &Archive, linked: &Linked) -> Option<PlaceId> {
    archive.shown_places(linked).first().copied()
}

/// A place's name in addresses: its id, which only places of its kind cannot share, after a letter
/// for the kind.
fn name(archive: &Archive, id: PlaceId) -> String {
    let place = &archive.place(id).place;
    let kind = match place.particulars {
        PlaceKeys::Municipality(_) => 'k',
        PlaceKeys::PoliceArea(_) => 'o',
        PlaceKeys::District(_) => 's',
    };
    format!("{kind}-{}", place.id)
}
