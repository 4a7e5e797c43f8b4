//! Views: all that a page shows, and nothing else. A page is a pure function of its theme and its
//! view, so equal views give equal bytes and need not be rendered again. Views hold typed dates and
//! statuses, never maps, floats or spans; the day only where something on the page depends on it.
//! In entries and documents, of which there are most, a field that does not apply is left out;
//! elsewhere it is `null` or empty.
//!
//! Here is what the views of several kinds of pages hold. The view of one kind is in that kind's own
//! file, in `pages/`.

mod chart;
mod entry;
mod place;
mod provenance;
mod rows;
mod shared;
mod standing;
mod year_group;

pub use chart::{Chart, ChartLane, ChartMark, ChartSigning, ChartYear, MarkKind};
pub use entry::{CommitmentLine, Entry, EntryType};
pub use place::PlaceHead;
pub use provenance::{
    AttachmentView, ConflictView, CorrectionView, ImageView, SourceView, WithdrawnView,
};
pub use rows::{LabelRow, PlaceRow, YearRow};
pub use shared::{ANCHOR, Charted, LEVEL, Listed, PART, Part, PartDigest, WAY, anchor};
pub use standing::Standing;
pub use year_group::YearGroup;

use serde::Serialize;

use crate::model::{Address, Kind, PartialDate, Tail};

/// A page: what surrounds it, and what pages of its kind show.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageOf<V> {
    /// What every page has. In templates: `page`.
    pub page: PageHead,
    /// What this page shows. In templates: `view`.
    pub view: V,
}

impl<V> PageOf<V> {
    /// The same page with what it shows made into something else.
    pub fn map<W>(self, change: impl FnOnce(V) -> W) -> PageOf<W> {
        PageOf { page: self.page, view: change(self.view) }
    }
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
