//! Timelines: which entries a place has, and in which order.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::gaps::gaps;
use super::linked::{EntrySubject, Linked, LinkedPlace, TimelineEntry};
use super::order::{Rank, TimeOrder, time_order};
use crate::model::place::PlaceKeys;
use crate::model::{DocId, Kind, PlaceId};

fn order(entry: &TimelineEntry, documents: &[Linked]) -> (TimeOrder, Rank, u32, usize) {
    let (rank, id, part) = match &entry.what {
        EntrySubject::Document(id) => {
            (Rank::Document(documents[id.index()].document.kind), id.0, 0)
        }
        EntrySubject::Planned(id, part) => (Rank::Planned, id.0, *part),
        EntrySubject::Renamed(part) => (Rank::Renamed, 0, *part),
        EntrySubject::Gap(gap) => (Rank::Gap, u32::from(gap.of == Kind::Agreement), 0),
    };
    (time_order(entry.date), rank, id, part)
}

/// Gives every place its documents and its timeline, in ascending order.
pub fn link(documents: &[Linked], places: &mut [LinkedPlace]) {
    let mut of_place: Vec<BTreeSet<DocId>> = vec![BTreeSet::new(); places.len()];
    for (n, linked) in documents.iter().enumerate() {
        if !linked.counts() {
            continue;
        }
        let id = DocId::nth(n);
        for place in linked.places() {
            of_place[place.index()].insert(id);
        }
        // The documents of a district are in its municipality's timeline too.
        for district in &linked.districts {
            if let Some(municipality) = places[district.index()].municipality {
                of_place[municipality.index()].insert(id);
            }
        }
    }
    places.par_iter_mut().zip(of_place).enumerate().for_each(|(n, (place, ids))| {
        let id = PlaceId::nth(n);
        place.documents = ids.into_iter().collect();
        let mut entries: Vec<TimelineEntry> = Vec::new();
        for document in &place.documents {
            let linked = &documents[document.index()];
            let date = linked.effective.map(|effective| effective.date);
            entries.push(TimelineEntry { date, what: EntrySubject::Document(*document) });
            entries.extend(linked.planned.iter().enumerate().map(|(n, planned)| TimelineEntry {
                date: Some(planned.date),
                what: EntrySubject::Planned(*document, n),
            }));
        }
        match &place.place.particulars {
            PlaceKeys::Municipality(_) => {
                let found = [Kind::Pledge, Kind::Agreement]
                    .into_iter()
                    .flat_map(|of| gaps(documents, id, &place.documents, of));
                entries.extend(found.map(|gap| TimelineEntry {
                    date: Some(gap.from),
                    what: EntrySubject::Gap(gap),
                }));
            }
            PlaceKeys::PoliceArea(_) => {
                for (n, pair) in place.names.windows(2).enumerate() {
                    if let Some(from) = pair[1].from {
                        entries.push(TimelineEntry {
                            date: Some(from),
                            what: EntrySubject::Renamed(n),
                        });
                    }
                }
            }
            PlaceKeys::District(_) => {}
        }
        entries.sort_by_cached_key(|entry| order(entry, documents));
        place.timeline = entries;
    });
}
