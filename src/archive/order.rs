//! The order of documents in time.

use jiff::civil::Date;

use super::linked::{Effective, Linked};
use crate::model::{DocId, Kind, PartialDate};

/// The last day that the date can mean, the more precise first; undated last.
pub(super) type TimeOrder = (bool, Date, u8);

pub(super) fn time_order(date: Option<PartialDate>) -> TimeOrder {
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
pub(super) fn rank(kind: Kind) -> u8 {
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
pub(super) fn order_of_document(linked: &Linked, id: DocId) -> (TimeOrder, u8, DocId) {
    let date = linked.effective.map(|Effective { date, .. }| date);
    (time_order(date), rank(linked.document.kind), id)
}
