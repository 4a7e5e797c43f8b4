//! The summary of a place ("Läget i korthet").

mod answer;
mod follow_ups;
mod plans;
mod stands;
mod summed;

use super::maker::Maker;
use super::owned::PlaceMaker;
use crate::archive::EntrySubject;
use crate::model::{Kind, PlaceId};
use crate::site::view::Summary;

impl Maker<'_> {
    /// The summary with which the page of a place begins.
    pub fn summary(&self, id: PlaceId) -> Summary {
        let page = PlaceMaker::of(self, id);
        Summary {
            pledges: page.answer(Kind::Pledge),
            agreements: page.answer(Kind::Agreement),
            follow_ups: page.follow_ups(),
            promised: page.place.timeline.iter().filter(|entry| is_promise(&entry.what)).count(),
            promised_below: page.place.below.iter().any(|within| {
                let documents = &self.archive.place(*within).documents;
                documents.iter().any(|id| !self.archive.document(*id).planned.is_empty())
            }),
            follow_ups_summed: page.summed_follow_ups(),
            plans: page.plans(),
        }
    }
}

/// Whether an entry is a promised follow-up.
fn is_promise(what: &EntrySubject) -> bool {
    match what {
        EntrySubject::Planned(..) => true,
        EntrySubject::Document(_) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => false,
    }
}
