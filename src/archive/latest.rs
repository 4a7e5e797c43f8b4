//! The latest of some documents: never one that another has replaced, nor an undated one beside a
//! dated, nor one of several chosen only by the order of files.

use jiff::civil::Date;

use super::linked::Linked;
use super::whole::Archive;
use crate::model::{DocId, State};

/// What documents are compared by: when it began, its last day, its effective date.
type Lateness = (Option<Date>, Option<Date>, Option<Date>);

impl Archive {
    /// Of those that have begun, the one that began last, then the one with the later last day,
    /// then the later effective date; all that are still equal, in the given order. A document that
    /// another replaces is skipped once that one has begun.
    pub fn latest(&self, ids: impl IntoIterator<Item = DocId>) -> Vec<DocId> {
        self.latest_among(ids, |_| true)
    }

    /// The same in view of some documents only: what was replaced by none of these is not skipped. A
    /// place that took no part in what replaced a document still has it as its latest.
    pub fn latest_among(
        &self,
        ids: impl IntoIterator<Item = DocId>,
        is_seen: impl Fn(DocId) -> bool,
    ) -> Vec<DocId> {
        let mut latest: Vec<DocId> = Vec::new();
        let mut most: Option<Lateness> = None;
        for id in ids {
            let linked = self.document(id);
            let begun = |other: &DocId| {
                self.document(*other).begins().is_some_and(|begins| begins <= self.today)
            };
            let mut replacing = linked.replaced_by.iter().filter(|other| is_seen(**other));
            let passed_over = replacing.any(begun);
            if passed_over || linked.state == Some(State::Upcoming) {
                continue;
            }
            let own = lateness(linked);
            if own.0.is_some_and(|begins| begins > self.today) {
                continue;
            }
            if most.is_none_or(|most| is_later(own, most)) {
                latest.clear();
                most = Some(own);
            }
            if most == Some(own) {
                latest.push(id);
            }
        }
        latest
    }
}

/// Whether one is later than another. If nobody knows when one of them began, the last days are
/// compared, or the beginning of what has no known last day.
fn is_later(one: Lateness, other: Lateness) -> bool {
    let reaches = |of: Lateness| (of.1.or(of.0), of.0);
    match (one.0, other.0) {
        (Some(_), Some(_)) => one > other,
        (None, _) | (_, None) => reaches(one) > reaches(other),
    }
}

/// The beginning of the period; without one, the effective date.
fn lateness(linked: &Linked) -> Lateness {
    let effective = linked.effective.map(|effective| effective.date.first_day());
    let period = linked.document.period().and_then(|period| period.first_day());
    (period.or(effective), linked.last_day(), effective)
}
