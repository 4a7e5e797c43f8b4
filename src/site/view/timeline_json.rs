//! `timeline.json`: a timeline as data. Keys that do not apply are left out; `date`, `year` and the
//! ends of a period are `null` when they are not known.

use serde::Serialize;

use super::EntryType;
use crate::model::{DatedBy, Kind, PartialDate, PlannedState, State, Status};

/// The whole file.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineJson {
    pub as_of: PartialDate,
    pub place: PlaceJson,
    /// Ascending.
    pub entries: Vec<EntryJson>,
}

/// The place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceJson {
    pub kind: Kind,
    pub id: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// One entry.
#[derive(Debug, Clone, Serialize)]
pub struct EntryJson {
    #[serde(rename = "type")]
    pub entry_type: EntryType,
    pub date: Option<PartialDate>,
    pub year: Option<i16>,
    #[serde(flatten)]
    pub own: EntryKeys,
}

/// What an entry has besides its date.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum EntryKeys {
    Document(Box<DocumentJson>),
    Planned {
        state: PlannedState,
        /// Relative address of the document that promised it.
        of: String,
        answered_by: Option<String>,
    },
    Gap {
        of: Kind,
        from: PartialDate,
        until: PartialDate,
    },
    Renamed {
        from_name: String,
        to_name: String,
    },
}

/// A document's keys.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated_by: Option<DatedBy>,
    pub title: String,
    /// Relative to the JSON file.
    pub address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<PeriodJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joint_with: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<CommitmentJson>,
}

/// ISO days; a missing end is `null`.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodJson {
    pub from: PartialDate,
    pub until: Option<PartialDate>,
}

/// A commitment with its history.
#[derive(Debug, Clone, Serialize)]
pub struct CommitmentJson {
    pub id: String,
    pub text: String,
    pub by: Vec<String>,
    pub status: Option<Status>,
    /// Ascending.
    pub history: Vec<OutcomeJson>,
}

/// One outcome.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeJson {
    pub date: PartialDate,
    pub status: Status,
    pub assessed_by: String,
    pub third_party: bool,
    /// Relative to the JSON file.
    pub address: String,
}
