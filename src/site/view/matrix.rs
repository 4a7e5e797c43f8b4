//! The matrix of places and years, and lists by county.

use serde::Serialize;

use crate::model::Kind;

/// Places down, years across.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Matrix {
    /// Ascending.
    pub years: Vec<i16>,
    pub groups: Vec<MatrixGroup>,
}

/// The places of one county; the only group has no county.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MatrixGroup {
    pub county: Option<String>,
    pub rows: Vec<MatrixRow>,
}

/// A place.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MatrixRow {
    pub kind: Kind,
    pub id: String,
    pub name: String,
    pub href: String,
    /// One for each year.
    pub cells: Vec<MatrixCell>,
}

/// What the archive has of a place in a year.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MatrixCell {
    pub year: i16,
    /// The year's page, or the place's if the year has none; only if there is anything.
    pub href: Option<String>,
    pub pledge: InForceCell,
    pub agreement: InForceCell,
    pub follow_up: PromisedCell,
    /// Whether there is a follow-up by the parties from the year beside one that is promised for it and
    /// not there.
    pub also_followed: bool,
    /// If what was promised for the year came in another year and nothing else in it: that year.
    pub answered: Option<i16>,
    /// What is in force until further notice, in a year that is still to come.
    pub open: Vec<Kind>,
    /// Pledges and agreements that are dated in the year and of which nothing is said above; what
    /// else the archive has of the year, if it has nothing more important. A follow-up here is that
    /// of somebody outside.
    pub others: Vec<Kind>,
    /// Whether there is an action plan from an earlier year of which nobody knows whether it was in
    /// force, if the archive has nothing more important.
    pub unclear_plan: bool,
    /// Whether there is nothing for the whole place, but something for a part of it.
    pub only_in_part: bool,
    /// Whether the year is after that of the given date.
    pub ahead: bool,
}

/// Whether something was in force in a year; of several, the last here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum InForceCell {
    /// The archive has nothing.
    None,
    /// It had begun, or is dated then, and nobody knows whether it was in force.
    Unknown,
    InForce,
}

/// What became of the follow-ups of a year; of several, the last here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PromisedCell {
    /// None was promised for it, and none is from it.
    None,
    Published,
    Upcoming,
    /// Promised, and not in the archive.
    Missing,
}

/// A county in a list that is divided.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CountyGroup {
    pub county: String,
    pub href: String,
    pub documents: u32,
    pub places: Vec<CountedLink>,
}

/// A link with how many documents it leads to.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CountedLink {
    pub text: String,
    pub href: String,
    pub documents: u32,
}
