//! The entries of a place's timeline.

use crate::model::{DocId, Kind, PartialDate};

/// An entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// By which it stands in order; `None` stands last, under "Utan datum".
    pub date: Option<PartialDate>,
    pub what: EntrySubject,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntrySubject {
    Document(DocId),
    /// The n-th planned follow-up of a document.
    Planned(DocId, usize),
    /// From the n-th name of a police area to the next.
    Renamed(usize),
    Gap(Gap),
}

/// Months without anything in force, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Pledge or agreement.
    pub of: Kind,
    pub from: PartialDate,
    pub until: PartialDate,
}
