//! The order of documents in time.

use jiff::civil::Date;

use super::linked::{Effective, Linked};
use crate::model::{DocId, Kind, PartialDate};

/// The last day that the date can mean, then the more precise first; undated last.
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

/// The order of entries with the same date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// In the order of the kinds.
    Document(Kind),
    Planned,
    Renamed,
    Gap,
}

/// The order of documents in time; ids are in order of path.
pub(super) fn order_of_document(linked: &Linked, id: DocId) -> (TimeOrder, Rank, DocId) {
    let date = linked.effective.map(|Effective { date, .. }| date);
    (time_order(date), Rank::Document(linked.document.kind), id)
}
