//! The follow-ups that were promised and are missing.

use std::collections::{BTreeMap, BTreeSet};

use super::matrix_places::{has_row, is_own};
use crate::archive::{Archive, Linked};
use crate::model::{DocId, PartialDate, PlaceId, PlannedState};

/// By year.
pub type Missing = BTreeMap<i16, MissingOfYear>;

/// What a year lacks, by place.
#[derive(Debug, Default)]
pub struct MissingOfYear {
    /// What the matrix calls missing: promised by a place's own documents for a time that has
    /// passed.
    pub dated: BTreeMap<PlaceId, Vec<(DocId, Vec<PartialDate>)>>,
    /// Documents of the year that are over, promised follow-ups only in words, and have none.
    pub worded: BTreeMap<PlaceId, Vec<DocId>>,
}

impl MissingOfYear {
    /// How many places lack something.
    pub fn places(&self) -> u32 {
        let all: BTreeSet<PlaceId> = self.dated.keys().chain(self.worded.keys()).copied().collect();
        u32::try_from(all.len()).unwrap_or(u32::MAX)
    }
}

/// The follow-ups that places' own documents promised, and that are missing.
pub fn missing(archive: &Archive) -> Missing {
    let mut missing = Missing::new();
    let places = (0..archive.places.len()).map(PlaceId::nth);
    for place in places.filter(|id| has_row(archive, *id)) {
        for id in &archive.place(place).documents {
            let linked = archive.document(*id);
            if !is_own(archive, place, *id) {
                continue;
            }
            for one in linked.planned.iter().filter(|one| one.state == PlannedState::Missing) {
                let of_year = missing.entry(one.date.calendar_year()).or_default();
                let of_place = of_year.dated.entry(place).or_default();
                match of_place.last_mut() {
                    Some((last, dates)) if last == id => dates.push(one.date),
                    _ => of_place.push((*id, vec![one.date])),
                }
            }
            if let Some(effective) = linked.effective.filter(|_| is_worded(archive, linked)) {
                let of_year = missing.entry(effective.date.calendar_year()).or_default();
                of_year.worded.entry(place).or_default().push(*id);
            }
        }
    }
    missing
}

/// Whether a document is over, promised follow-ups only in words, and has none by its parties.
fn is_worded(archive: &Archive, linked: &Linked) -> bool {
    let keys = linked.document.agreement();
    let mut follow_ups = linked.follow_ups.iter().map(|id| &archive.document(*id).document);
    linked.over()
        && linked.planned.is_empty()
        && keys.is_some_and(|keys| keys.follow_ups_as_printed.is_some())
        && !follow_ups.any(|document| document.is_by_parties())
}
