//! The pages across places, and the small ones.

use serde::Serialize;

use super::{DocumentLink, Link, Listed, Prose, YearGroup};
use crate::model::settings::{AssessmentMethod, Compliance};
use crate::model::{Kind, PartialDate};

/// How much there is.
#[derive(Debug, Clone, Copy, Default, Hash, Serialize)]
pub struct Holdings {
    pub documents: u32,
    pub agreements: u32,
    pub pledges: u32,
    pub follow_ups: u32,
    pub municipalities: u32,
    pub police_areas: u32,
    pub districts: u32,
}

/// `index.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct StartView {
    /// From an `index.md` of kind `page` in the content root.
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    pub holdings: Holdings,
    /// First and last year of anything in the archive.
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
    /// Pledges and agreements in force on the day, by place.
    pub in_force: Vec<DocumentLink>,
    /// How many more there are than are shown.
    pub in_force_more: u32,
    pub latest_follow_ups: Vec<DocumentLink>,
    /// Ways in: the indexes of places.
    pub place_indexes: Vec<Link>,
    /// The places themselves, when they are few.
    pub municipalities: Vec<PlaceRow>,
    pub police_areas: Vec<PlaceRow>,
    pub years: Vec<YearRow>,
    pub focus: Vec<LabelRow>,
}

/// `kommuner/index.html` and the like.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceIndexView {
    /// From an `index.md` of kind `page`; else the theme names the kind.
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// `null` when the folder holds several kinds.
    pub kind: Option<Kind>,
    pub letters: Vec<PlaceLetter>,
    pub places: u32,
}

/// Places under one letter.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceLetter {
    pub letter: String,
    pub places: Vec<PlaceRow>,
}

/// A place in a list, with what it holds.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceRow {
    pub kind: Kind,
    /// Short form: "Eskilstuna".
    pub name: String,
    /// Full form: "Eskilstuna kommun".
    pub title: String,
    pub href: String,
    pub documents: u32,
    pub pledges: u32,
    pub agreements: u32,
    pub follow_ups: u32,
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
}

/// `ar/index.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearsView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Newest first.
    pub years: Vec<YearRow>,
}

/// A year in a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearRow {
    pub year: i16,
    pub href: String,
    pub documents: u32,
}

/// `ar/<year>/index.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearView {
    pub year: i16,
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Documents dated in the year, oldest first, with their places.
    pub entries: Vec<Listed>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// `fokus/index.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FocusIndexView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    pub labels: Vec<LabelRow>,
}

/// A subject in a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct LabelRow {
    pub label: String,
    pub href: String,
    pub documents: u32,
}

/// `fokus/<label>/index.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FocusView {
    pub label: String,
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Newest first.
    pub years: Vec<YearGroup>,
    pub documents: u32,
}

/// `handlingar/index.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AllDocumentsView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    pub letters: Vec<Letter>,
    pub documents: u32,
}

/// Documents under one letter.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Letter {
    pub letter: String,
    pub documents: Vec<DocumentLink>,
}

/// A page of kind `page`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageView {
    pub title: String,
    /// When not the site's.
    pub language: Option<String>,
    pub summary: Option<String>,
    pub draft: bool,
    pub body: Prose,
    pub translation_of: Option<DocumentLink>,
    pub translations: Vec<DocumentLink>,
    pub sources: Vec<super::SourceView>,
    pub corrections: Vec<super::CorrectionView>,
    pub attachments: Vec<super::AttachmentView>,
    pub images: Vec<super::ImageView>,
    pub archived: Option<PartialDate>,
}

/// `tillganglighet.html`
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AccessibilityView {
    /// Who answers for the site.
    pub publisher: Option<String>,
    pub service: String,
    pub status: Option<Compliance>,
    pub assessed: Option<PartialDate>,
    pub updated: Option<PartialDate>,
    pub method: Option<AssessmentMethod>,
    pub contact: Option<String>,
    pub contact_url: Option<String>,
    pub supervisor: Option<String>,
    pub supervisor_url: Option<String>,
    pub burden: Option<String>,
    pub outside_law: Option<String>,
    pub faults: Vec<FaultView>,
    /// Attachments that are only pictures of text.
    pub scanned: Vec<Link>,
    /// `site.toml` has no `[accessibility]`.
    pub missing: bool,
}

/// A known fault.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FaultView {
    pub situation: Option<String>,
    pub text: String,
    pub reason: Option<String>,
}

/// `404.html`; in the preview also with the nearest addresses.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct NotFoundView {
    pub nearest: Vec<Link>,
}

/// An address that has moved.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RedirectView {
    pub to: String,
    pub title: String,
    /// The page lost its last entry, rather than moved.
    pub emptied: bool,
}

/// A published address taken down by decision.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WithdrawnView {
    pub address: String,
    pub date: PartialDate,
    pub decision: String,
    pub reason: String,
}
