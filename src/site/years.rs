//! Years: for which of them a place has pages.

use rayon::prelude::*;

use crate::archive::{Archive, EntrySubject, LinkedPlace};

/// The years of each place.
pub fn of_places(archive: &Archive) -> Vec<Vec<i16>> {
    archive.places.par_iter().map(|place| of_place(archive, place)).collect()
}

/// Every year from a place's first to its last entry or span. A span that is in force until further
/// notice, or for an unknown time, extends to the present year.
fn of_place(archive: &Archive, place: &LinkedPlace) -> Vec<i16> {
    let mut first = i16::MAX;
    let mut last = i16::MIN;
    let mut reach = |from: i16, until: i16| {
        first = first.min(from);
        last = last.max(until);
    };
    for entry in &place.timeline {
        if let Some(date) = entry.date {
            reach(date.calendar_year(), date.calendar_year());
        }
        match &entry.what {
            EntrySubject::Gap(gap) => reach(gap.from.calendar_year(), gap.until.calendar_year()),
            EntrySubject::Document(id) => {
                let held = archive.document(*id).held;
                if let Some((first, last)) = held.and_then(|held| held.years(archive.today)) {
                    reach(first, last);
                }
            }
            EntrySubject::Planned(..) | EntrySubject::Renamed(_) => {}
        }
    }
    (first..=last).collect()
}
