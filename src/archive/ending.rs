//! What ends a document otherwise than its period does.

use jiff::civil::Date;

use super::linked::Linked;
use super::whole::Archive;
use crate::model::{DocId, PartialDate, Period};

/// What ends a document before its period does, or where its period has no end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It was ended, or is to be, on this date.
    Ended(PartialDate),
    /// These replace it, or are to, from this day on.
    Replaced(Date, Vec<DocId>),
}

impl Archive {
    /// What decides the last day of a document, if that is not its period and the day is known.
    pub fn ending(&self, linked: &Linked) -> Option<Ending> {
        let last = linked.last_day()?;
        if linked.document.period().and_then(Period::last_day) == Some(last) {
            return None;
        }
        let ended = linked.document.agreement().and_then(|keys| keys.ended.as_ref());
        if let Some(ended) = ended.filter(|ended| ended.date.value.last_day() == last) {
            return Some(Ending::Ended(ended.date.value));
        }
        let next = last.tomorrow().ok()?;
        let by = linked.replaced_by.iter().copied();
        let by = by.filter(|id| self.document(*id).begins().is_some_and(|begins| begins <= next));
        Some(Ending::Replaced(next, by.collect()))
    }
}
