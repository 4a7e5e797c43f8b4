//! Timelines: which entries a place has, and in which order.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;

use super::gaps::gaps;
use super::places::LinkedPlace;
use super::{Effective, Gap, Linked};
use crate::model::{DocId, Kind, PartialDate, PlaceId};

/// An entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// By which it stands in order; `None` stands last, under "Utan datum".
    pub date: Option<PartialDate>,
    pub what: What,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Document(DocId),
    /// The n-th planned follow-up of a document.
    Planned(DocId, usize),
    /// From the n-th name of a police area to the next.
    Renamed(usize),
    Gap(Gap),
}

/// The last day that the date can mean, the more precise first; undated last.
type TimeOrder = (bool, Date, u8);

fn time_order(date: Option<PartialDate>) -> TimeOrder {
    match date {
        Some(date) => {
            let (day, vagueness) = date.order();
            (false, day, vagueness)
        }
        None => (true, Date::MAX, 0),
    }
}

/// Ties of one date: agreement, pledge, situation report, action plan, follow-up, notice, planned
/// follow-up, renamed, gap.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Agreement => 0,
        Kind::Pledge => 1,
        Kind::SituationReport => 2,
        Kind::ActionPlan => 3,
        Kind::FollowUp => 4,
        Kind::Notice => 5,
        Kind::Page | Kind::Municipality | Kind::PoliceArea | Kind::District => 9,
    }
}

/// The order of documents in time; ids are in order of path.
pub fn order_of_document(linked: &Linked, id: DocId) -> (TimeOrder, u8, DocId) {
    let date = linked.effective.map(|Effective { date, .. }| date);
    (time_order(date), rank(linked.document.kind), id)
}

fn order(entry: &TimelineEntry, documents: &[Linked]) -> (TimeOrder, u8, u32, usize) {
    let (rank, id, part) = match &entry.what {
        What::Document(id) => (rank(documents[id.index()].document.kind), id.0, 0),
        What::Planned(id, part) => (6, id.0, *part),
        What::Renamed(part) => (7, 0, *part),
        What::Gap(gap) => (8, u32::from(gap.of == Kind::Agreement), 0),
    };
    (time_order(entry.date), rank, id, part)
}

/// Gives every place its documents and its timeline, ascending.
pub fn link(documents: &[Linked], places: &mut [LinkedPlace]) {
    let mut of_place: Vec<BTreeSet<DocId>> = vec![BTreeSet::new(); places.len()];
    for (n, linked) in documents.iter().enumerate() {
        if !linked.published || !linked.document.kind.is_archive() {
            continue;
        }
        let id = DocId::nth(n);
        let own = linked.municipalities.iter().chain(&linked.districts).chain(&linked.police_areas);
        for PlaceId(place) in own {
            of_place[*place as usize].insert(id);
        }
        // A district's documents stand in its municipality's timeline too.
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
            entries.push(TimelineEntry { date, what: What::Document(*document) });
            entries.extend(linked.planned.iter().enumerate().map(|(n, planned)| TimelineEntry {
                date: Some(planned.date),
                what: What::Planned(*document, n),
            }));
        }
        match place.place.kind() {
            Kind::Municipality => {
                let found = [Kind::Pledge, Kind::Agreement]
                    .into_iter()
                    .flat_map(|of| gaps(documents, id, &place.documents, of));
                entries.extend(
                    found.map(|gap| TimelineEntry { date: Some(gap.from), what: What::Gap(gap) }),
                );
            }
            Kind::PoliceArea => {
                for (n, pair) in place.names.windows(2).enumerate() {
                    if let Some(from) = pair[1].from {
                        entries.push(TimelineEntry { date: Some(from), what: What::Renamed(n) });
                    }
                }
            }
            _ => {}
        }
        entries.sort_by_cached_key(|entry| order(entry, documents));
        place.timeline = entries;
    });
}
