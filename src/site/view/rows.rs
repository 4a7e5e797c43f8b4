//! Rows of lists: places, years and subjects with how much each has.

use serde::Serialize;

use crate::model::Kind;

/// A place in a list, with how much it has.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceRow {
    pub kind: Kind,
    /// Short form: "Eskilstuna".
    pub name: String,
    /// Full form: "Eskilstuna kommun".
    pub title: String,
    pub href: String,
    pub documents: u32,
    /// Whether something within a police area has documents, although it has none of its own.
    pub has_within: bool,
    /// An agreement that is also a pledge is counted as both.
    pub pledges: u32,
    pub agreements: u32,
    pub action_plans: u32,
    pub situation_reports: u32,
    /// By the parties themselves.
    pub follow_ups: u32,
    /// Follow-ups by somebody outside the agreement.
    pub third_parties: u32,
    /// The first and the last year in which one of its documents is dated.
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
}

/// A year in a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearRow {
    pub year: i16,
    pub href: String,
    pub documents: u32,
}

/// A subject in a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct LabelRow {
    pub label: String,
    pub href: String,
    pub documents: u32,
}
