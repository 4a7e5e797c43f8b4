//! The view of a timeline, on its own page and embedded.

use serde::Serialize;

use super::super::TableOf;
use super::former::FormerView;
use crate::model::{BodyType, PartialDate};
use crate::site::view::{
    Charted, ConflictView, Link, Matrix, Part, PlaceHead, PlaceRow, Prose, SourceView, Summary,
    WithdrawnLink, YearGroup,
};

/// `<place>/index.html` and `<place>/embed.html`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct TimelineView {
    pub place: PlaceHead,
    pub introduction: Option<Prose>,
    /// Other languages, conflicts and sources of the place's own file.
    pub conflicts: Vec<ConflictView>,
    pub sources: Vec<SourceView>,
    /// The summary ("Läget i korthet").
    pub summary: Summary,
    pub chart: Option<Charted>,
    /// Newest first; those without a date are last.
    pub years: Vec<YearGroup>,
    /// Whether the entries of earlier years stand on the years' own pages only.
    pub shortened: bool,
    /// Whether there is a gap among them.
    pub gaps: bool,
    /// The number of entries.
    pub entries: u32,
    /// The place's municipalities and districts; those of a police area through all levels.
    pub municipalities: Vec<Link>,
    pub districts: Vec<Link>,
    /// The police areas that the place is in, a municipality also through its districts.
    pub police_areas: Vec<Link>,
    /// Whether all of these are local police areas.
    pub local: bool,
    /// The smaller areas of a police area, with how much each has.
    pub areas: Vec<PlaceRow>,
    /// What the archive has of each of a police area's municipalities and districts, year by year.
    pub matrix: Option<Matrix>,
    /// What was a member of a police area and no longer is, and the areas of which the place was one.
    pub former_members: Vec<FormerView>,
    pub former_areas: Vec<FormerView>,
    /// A police area's earlier names, each with its time.
    pub names: Vec<NameView>,
    /// The bodies that work with crime prevention here, such as the crime prevention council.
    pub bodies: Vec<BodyView>,
    /// A police area's predecessors and successors.
    pub predecessors: Vec<Link>,
    pub successors: Vec<Link>,
    /// What was published in the place's folder and has been taken down by a decision, by address.
    pub withdrawn: Vec<WithdrawnLink>,
    /// `timeline.json`, in the same folder.
    pub data: String,
    /// The page with all commitments in one table, if there are any.
    pub commitments: Option<String>,
    /// Whether they are too many for that.
    pub too_many_commitments: bool,
    /// Whether they are commitments, measures, or both.
    pub table: TableOf,
    /// `kalender.ics`, in the same folder, if the place has any days for it.
    pub calendar: Option<String>,
    /// A link to the timeline itself, for the embedded version.
    pub full: String,
}

impl TimelineView {
    /// The parts that other pages show as well.
    pub fn parts(&self) -> Vec<Part<'_>> {
        self.chart.iter().map(Part::Chart).chain(YearGroup::parts(&self.years)).collect()
    }
}

/// A name and when it was used.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct NameView {
    pub name: String,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// A body that works with crime prevention at a place, and when it existed.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct BodyView {
    pub name: String,
    #[serde(rename = "type")]
    pub body_type: Option<BodyType>,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}
