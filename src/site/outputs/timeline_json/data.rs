//! The contents of `timeline.json`. Keys that do not apply are left out; `date`, `year` and the
//! ends of a period are `null` if unknown.

use serde::Serialize;

use crate::model::{DatedBy, Kind, PartialDate, PlannedState, Standing, State, Status, Wording};
use crate::site::view::EntryType;

/// The whole file.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct TimelineJson<'a> {
    pub as_of: PartialDate,
    pub place: PlaceJson<'a>,
    /// In ascending order.
    pub entries: Vec<EntryJson<'a>>,
}

/// The place.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceJson<'a> {
    pub kind: Kind,
    pub id: &'a str,
    pub title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'a str>,
}

/// A place that a document concerns.
#[derive(Debug, Clone, Copy, Hash, Serialize)]
pub struct PlaceIdJson<'a> {
    pub kind: Kind,
    pub id: &'a str,
}

/// One entry.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct EntryJson<'a> {
    #[serde(rename = "type")]
    pub entry_type: EntryType,
    pub date: Option<PartialDate>,
    pub year: Option<i16>,
    #[serde(flatten)]
    pub own: EntryKeys<'a>,
}

/// The keys of an entry apart from its date.
#[derive(Debug, Clone, Hash, Serialize)]
#[serde(untagged)]
pub enum EntryKeys<'a> {
    Document(Box<DocumentJson<'a>>),
    Planned {
        state: PlannedState,
        /// The relative address of the document that promised it.
        of: String,
        answered_by: Option<String>,
    },
    Gap {
        of: Kind,
        from: PartialDate,
        until: PartialDate,
    },
    Renamed {
        from_name: &'a str,
        to_name: &'a str,
    },
}

/// A document's keys.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct DocumentJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated_by: Option<DatedBy>,
    pub title: &'a str,
    /// Relative to the JSON file.
    pub address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<PeriodJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joint_with: Vec<&'a str>,
    /// The number of those municipalities, if they are too many to be listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joint_count: Option<usize>,
    /// The places that it belongs to, by kind and id; if they are too many, only this timeline's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceIdJson<'a>>,
    /// The number of all places, if they are too many to be listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub places_count: Option<usize>,
    /// Whether it is an agreement that is also a pledge; left out if not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub includes_pledge: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<CommitmentJson<'a>>,
}

/// ISO dates; an unknown beginning or end is `null`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PeriodJson {
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
    /// Left out unless the source says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub further_notice: bool,
}

/// A commitment with its history.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CommitmentJson<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub by: &'a [String],
    pub status: Option<Status>,
    /// Its status, or why it has none.
    pub standing: Standing,
    /// In ascending order.
    pub history: Vec<OutcomeJson<'a>>,
}

/// One outcome.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct OutcomeJson<'a> {
    pub date: PartialDate,
    /// `null` if the source does not judge.
    pub status: Option<Status>,
    pub assessed_by: &'a str,
    pub third_party: bool,
    /// Relative to the JSON file.
    pub address: String,
}
