//! Views: all that a page shows, and nothing else. A page is a pure function of its theme and its
//! view, so equal views give equal bytes and need not be rendered again. Views hold typed dates and
//! statuses, never maps, floats or spans; the day only where something on the page depends on it.
//! In entries and documents, of which there are most, a field that does not apply is left out;
//! elsewhere it is `null` or empty.

mod chart;
mod document;
mod entry;
mod feed;
mod hashed;
mod lists;
mod provenance;
mod relation;
mod shared;
mod standing;
mod timeline;
mod timeline_json;

pub use chart::{Chart, ChartLane, ChartMark, ChartSigning, ChartYear, MarkKind};
pub use document::{
    CommitmentView, ContactView, DecisionView, DocumentView, EndedView, OutcomeView, PlannedView,
    SignatoryView, StatementView,
};
pub use entry::{CommitmentLine, Entry, EntryType, YearGroup};
pub use feed::{FeedEntry, FeedView, SitemapPage, SitemapView};
pub use hashed::hash_value;
pub use lists::{
    AccessibilityView, AllDocumentsView, FaultView, FocusIndexView, FocusView, Holdings, LabelRow,
    Letter, NotFoundView, PageView, PlaceIndexView, PlaceLetter, PlaceRow, RedirectView, StartView,
    WithdrawnView, YearRow, YearView, YearsView,
};
pub use provenance::{AttachmentView, ConflictView, CorrectionView, ImageView, SourceView};
pub use relation::{Relation, RelationView};
pub use shared::{ANCHOR, Charted, LEVEL, Listed, PART, Part, PartDigest, WAY, anchor};
pub use standing::Standing;
pub use timeline::{InForce, NameView, PlaceHead, PlaceYearView, TimelineView};
pub use timeline_json::{
    CommitmentJson, DocumentJson, EntryJson, EntryKeys, OutcomeJson, PeriodJson, PlaceJson,
    TimelineJson,
};

use serde::Serialize;

use crate::model::{Address, Kind, PartialDate, Tail};

/// A page: what surrounds it and what it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct View {
    /// What every page has. In templates: `page`.
    pub page: PageHead,
    /// What this page shows. In templates: `view`.
    pub view: Body,
}

/// What every page has.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageHead {
    /// Where it stands.
    pub address: Address,
    /// The way to the site's root: `../../`, or empty. With `absolute`, an absolute URL.
    pub root: String,
    /// The document's `<title>`, unique in the site.
    pub title: String,
    /// For `<meta name="description">`.
    pub description: Option<String>,
    /// The absolute address, when the site has a `base_url`.
    pub canonical: Option<String>,
    /// The Atom feed of this place or site, as a way from here.
    pub feed: Option<String>,
    /// "Du är här", from the start page down, without the page itself.
    pub breadcrumb: Vec<Link>,
    /// The day, when something on the page depends on it.
    pub as_of: Option<PartialDate>,
}

/// What each kind of page shows. The template is named for it.
#[derive(Debug, Clone, Hash, Serialize)]
#[serde(untagged)]
pub enum Body {
    Start(StartView),
    PlaceIndex(PlaceIndexView),
    Timeline(Box<TimelineView>),
    Embed(Box<TimelineView>),
    PlaceYear(PlaceYearView),
    Document(Box<DocumentView>),
    Page(PageView),
    Years(YearsView),
    Year(YearView),
    FocusIndex(FocusIndexView),
    Focus(FocusView),
    AllDocuments(AllDocumentsView),
    Accessibility(AccessibilityView),
    NotFound(NotFoundView),
    Redirect(RedirectView),
    Withdrawn(WithdrawnView),
}

impl Body {
    /// The parts that it shares with other pages.
    pub fn parts(&self) -> Vec<Part<'_>> {
        fn listed(groups: &[YearGroup]) -> impl Iterator<Item = Part<'_>> {
            groups.iter().flat_map(|group| &group.entries).map(Part::Entry)
        }
        match self {
            Body::Timeline(view) | Body::Embed(view) => {
                view.chart.iter().map(Part::Chart).chain(listed(&view.years)).collect()
            }
            Body::PlaceYear(view) => {
                view.covering.iter().chain(&view.entries).map(Part::Entry).collect()
            }
            Body::Year(view) => view.entries.iter().map(Part::Entry).collect(),
            Body::Focus(view) => listed(&view.years).collect(),
            _ => Vec::new(),
        }
    }

    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            Body::Start(_) => "start.html",
            Body::PlaceIndex(_) => "place-index.html",
            Body::Timeline(_) => "timeline.html",
            Body::Embed(_) => "embed.html",
            Body::PlaceYear(_) => "place-year.html",
            Body::Document(_) => "document.html",
            Body::Page(_) => "page.html",
            Body::Years(_) => "years.html",
            Body::Year(_) => "year.html",
            Body::FocusIndex(_) => "focus-index.html",
            Body::Focus(_) => "focus.html",
            Body::AllDocuments(_) => "all-documents.html",
            Body::Accessibility(_) => "accessibility.html",
            Body::NotFound(_) => "not-found.html",
            Body::Redirect(_) => "redirect.html",
            Body::Withdrawn(_) => "withdrawn.html",
        }
    }
}

/// A way to another page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    /// Plain text.
    pub text: String,
    /// Relative to the page it stands on.
    pub href: String,
}

/// A way to a document, with what tells it from others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DocumentLink {
    /// Its title.
    pub text: String,
    /// Relative to the page it stands on.
    pub href: String,
    /// What it is.
    pub kind: Kind,
    /// When, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Its language, when not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Names of its places, in lists across places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
}

/// Markdown with its links resolved; becomes HTML only when the page is rendered, by the filter
/// `markdown`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Prose {
    /// The Markdown.
    pub text: Tail,
    /// The n-th link or image of the text leads here.
    pub hrefs: Vec<String>,
}

/// How many commitments stand how; becomes a sentence by the filter `counting`. The numbers add up
/// to `total`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Counting {
    pub total: u32,
    pub kept: u32,
    pub partly_kept: u32,
    pub not_kept: u32,
    pub cancelled: u32,
    pub not_started: u32,
    pub ongoing: u32,
    pub not_assessable: u32,
    /// No follow-up in the archive.
    pub missing: u32,
    /// Pledges not divided into commitments; counted in pledges, outside the total.
    pub undivided: u32,
    /// Who says so, as written, in the order met: each who has given a counted commitment its status.
    pub by: Vec<String>,
}
