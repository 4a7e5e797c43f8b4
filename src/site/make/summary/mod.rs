//! "Läget i korthet" of a place.

mod answer;
mod follow_ups;
mod groups;
mod plans;

use super::maker::Maker;
use crate::model::{Kind, PlaceId};
use crate::site::view::Summary;
use groups::SummaryMaker;

impl Maker<'_> {
    /// What the page of a place answers first.
    pub fn summary(&self, id: PlaceId) -> Summary {
        let page = SummaryMaker::of(self, id);
        Summary {
            pledges: page.answer(Kind::Pledge),
            agreements: page.answer(Kind::Agreement),
            follow_ups: page.follow_ups(),
            plans: page.plans(),
        }
    }
}
