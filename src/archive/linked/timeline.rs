//! The entries of a place's timeline.

use crate::model::{DocId, Kind, PartialDate};

/// An entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The date that places it in order; `None` is last, under "Utan datum".
    pub date: Option<PartialDate>,
    pub what: EntrySubject,
}

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntrySubject {
    Document(DocId),
    /// The planned follow-up of a document with this index.
    Planned(DocId, usize),
    /// The change from the name of a police area with this index to the next.
    Renamed(usize),
    Gap(Gap),
}

/// Months in which nothing was in force, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Pledge or agreement.
    pub of: Kind,
    pub from: PartialDate,
    pub until: PartialDate,
}
