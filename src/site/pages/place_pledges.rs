//! What a place's page of commitments is made of: its documents with commitments, the pledges among
//! them, and whether they fit in a table.

use serde::Serialize;

use super::place_comparison::OwnPledges;
use crate::archive::{Archive, EntrySubject};
use crate::model::{Address, DocId, Kind, PlaceId};
use crate::site::site_names::COMMITMENTS;

/// More would be an area with hundreds of pledges, whose members have pages of their own.
const MOST: usize = 600;
/// The most that the table may take, about, in bytes. A page may take 400 kB altogether.
const MOST_BYTES: usize = 360_000;
/// So few are always shown, however long they are.
const FEW: usize = 100;
/// What a commitment takes in it, besides its words.
const ROW: usize = 480;

/// What a table of promises has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableOf {
    /// Commitments of pledges.
    Commitments,
    /// Measures of action plans.
    Measures,
    Both,
}

/// The commitments of a place, for a table of them.
pub struct PlaceTable {
    number: usize,
    /// What the table takes, about, in bytes.
    pub bytes: usize,
    /// What they are.
    pub of: TableOf,
}

impl PlaceTable {
    /// Of a place.
    pub fn of(archive: &Archive, id: PlaceId) -> PlaceTable {
        let ids = promising(archive, id);
        let commitments = ids.iter().flat_map(|id| &archive.document(*id).commitments);
        let (mut number, mut bytes) = (0, 0);
        for commitment in commitments {
            number += 1;
            bytes += ROW + archive.commitment(commitment).map_or(0, |one| one.text.len());
        }
        let plan = |id: &DocId| archive.document(*id).document.is(Kind::ActionPlan);
        let of = match (ids.iter().any(plan), ids.iter().all(plan)) {
            (false, _) => TableOf::Commitments,
            (true, true) => TableOf::Measures,
            (true, false) => TableOf::Both,
        };
        PlaceTable { number, bytes, of }
    }

    /// Whether there is a page with the table.
    pub fn has_page(&self) -> bool {
        self.number > 0 && !self.is_too_long()
    }

    /// Whether there are more than a table shows.
    pub fn is_too_long(&self) -> bool {
        self.number > MOST || self.number > FEW && self.bytes > MOST_BYTES
    }
}

/// The pledges of a place that can be compared, if it has a page with its commitments.
pub fn own_pledges(archive: &Archive, id: PlaceId) -> Option<OwnPledges> {
    let table = PlaceTable::of(archive, id);
    table.has_page().then(|| OwnPledges::of(archive, id, &promising(archive, id), table.bytes))
}

/// The pledges of a place, the newest first.
pub fn pledges(archive: &Archive, id: PlaceId) -> Vec<DocId> {
    let mut ids = promising(archive, id);
    ids.reverse();
    pledges_among(archive, &ids)
}

/// The pledges among documents.
pub fn pledges_among(archive: &Archive, ids: &[DocId]) -> Vec<DocId> {
    ids.iter().copied().filter(|id| archive.document(*id).document.is_pledge()).collect()
}

/// The address of a place's commitments.
pub fn commitments_address(archive: &Archive, id: PlaceId) -> Address {
    let folder = archive.place(id).place.address.parent();
    Address::made(format!("{folder}{COMMITMENTS}/index.html"))
}

/// A place's documents with commitments, in order of time.
pub fn promising(archive: &Archive, id: PlaceId) -> Vec<DocId> {
    let documents = in_timeline(archive, id);
    documents.filter(|id| !archive.document(*id).commitments.is_empty()).collect()
}

/// A place's pledges of which the archive has no commitments one by one, the newest first.
pub fn undivided(archive: &Archive, id: PlaceId) -> Vec<DocId> {
    let is_undivided = |id: &DocId| {
        let linked = archive.document(*id);
        linked.document.is_pledge() && linked.commitments.is_empty()
    };
    let mut ids: Vec<DocId> = in_timeline(archive, id).filter(is_undivided).collect();
    ids.reverse();
    ids
}

fn in_timeline(archive: &Archive, id: PlaceId) -> impl Iterator<Item = DocId> {
    archive.place(id).timeline.iter().filter_map(|entry| match entry.what {
        EntrySubject::Document(id) => Some(id),
        EntrySubject::Planned(..) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => None,
    })
}
