//! A place's timeline and its years.

use serde::Serialize;

use super::{Charted, Counting, DocumentLink, Entry, Link, Listed, Prose, YearGroup};
use crate::model::{Kind, PartialDate, Period};

/// What a place is.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceHead {
    pub kind: Kind,
    pub id: String,
    /// The full display name.
    pub title: String,
    /// To its timeline, from the page it stands on.
    pub href: String,
    /// A municipality's code.
    pub code: Option<String>,
    /// A municipality's county.
    pub county: Option<String>,
    /// A police area's region (polisregion) and police district (polisområde).
    pub region: Option<String>,
    pub police_district: Option<String>,
    /// A district's or police area's life.
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// What is in force on the day, of one kind.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct InForce {
    /// In force.
    pub documents: Vec<DocumentLink>,
    /// When nothing is: the latest there was.
    pub latest: Option<DocumentLink>,
    /// And when that applied.
    pub latest_period: Option<Period>,
    /// Since when, if it has begun and nothing in the archive says that it has ended.
    pub begun: Option<PartialDate>,
    /// The archive has none at all.
    pub none: bool,
}

/// `<place>/index.html` and `<place>/embed.html`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct TimelineView {
    pub place: PlaceHead,
    pub introduction: Option<Prose>,
    /// Other languages, conflicts and sources of the place's own file.
    pub conflicts: Vec<super::ConflictView>,
    pub sources: Vec<super::SourceView>,
    pub agreements: InForce,
    pub pledges: InForce,
    /// Of all commitments of the pledges in force, or else of the latest.
    pub counting: Option<Counting>,
    /// Which pledges those are.
    pub counted: Vec<DocumentLink>,
    /// The next planned follow-up.
    pub next_follow_up: Option<Entry>,
    /// Planned follow-ups that the archive lacks, the latest first.
    pub missing_follow_ups: Vec<Entry>,
    pub chart: Option<Charted>,
    /// Newest first; those without a date last.
    pub years: Vec<YearGroup>,
    /// Whether there is a gap among them.
    pub gaps: bool,
    /// How many entries there are.
    pub entries: u32,
    /// The place's municipalities, police areas and districts.
    pub municipalities: Vec<Link>,
    pub police_areas: Vec<Link>,
    pub districts: Vec<Link>,
    /// A police area's earlier names, each with its time, and its predecessors and successors.
    pub names: Vec<NameView>,
    pub predecessors: Vec<Link>,
    pub successors: Vec<Link>,
    /// `timeline.json`, beside the page.
    pub data: String,
    /// The timeline itself, for the embedded version.
    pub full: String,
}

/// A name and its time.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct NameView {
    pub name: String,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// `<place>/<year>/index.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceYearView {
    pub place: PlaceHead,
    pub year: i16,
    /// From an `index.md` of kind `page`; else the theme makes one of the year and the place.
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Agreements and pledges that covered some of the year.
    pub covering: Vec<Listed>,
    /// Entries dated in the year, newest first.
    pub entries: Vec<Listed>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// The same year across places.
    pub all_places: Option<String>,
}
