//! The follow-ups that were promised and are missing.

use std::collections::BTreeMap;

use super::matrix_places::{has_row, is_own};
use crate::archive::Archive;
use crate::model::{DocId, PartialDate, PlaceId, PlannedState};

/// The documents of places that promised follow-ups which are missing, by year and place.
pub type Missing = BTreeMap<i16, BTreeMap<PlaceId, Vec<(DocId, Vec<PartialDate>)>>>;

/// What the matrix calls missing: promised by a place's own documents for a time that has passed.
pub fn missing(archive: &Archive) -> Missing {
    let mut missing = Missing::new();
    let places = (0..archive.places.len()).map(PlaceId::nth);
    for place in places.filter(|id| has_row(archive, *id)) {
        for id in &archive.place(place).documents {
            let planned = &archive.document(*id).planned;
            let late = planned.iter().filter(|one| one.state == PlannedState::Missing);
            let mut late = late.map(|one| one.date).peekable();
            if late.peek().is_none() || !is_own(archive, place, *id) {
                continue;
            }
            for date in late {
                let of_year = missing.entry(date.calendar_year()).or_default();
                let of_place = of_year.entry(place).or_default();
                match of_place.last_mut() {
                    Some((last, dates)) if last == id => dates.push(date),
                    _ => of_place.push((*id, vec![date])),
                }
            }
        }
    }
    missing
}
