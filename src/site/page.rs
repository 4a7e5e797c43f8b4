//! What can stand at an address: small ids only, so that the whole plan of a national archive is a
//! few megabytes and a view is made when asked for.

use crate::model::{Address, DocId, FileId, FocusId, PlaceId};

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// `index.html`
    Start,
    /// A folder that holds places; by its place in [`super::Plan::folders`].
    PlaceIndex(usize),
    Timeline(PlaceId),
    Embed(PlaceId),
    /// `timeline.json`
    TimelineData(PlaceId),
    PlaceFeed(PlaceId),
    PlaceYear(PlaceId, i16),
    /// A document of the archive, or a page.
    Document(DocId),
    Years,
    Year(i16),
    FocusIndex,
    Focus(FocusId),
    AllDocuments,
    Accessibility,
    NotFound,
    SiteFeed,
    /// `sitemap.xml`
    Sitemap,
    /// `sitemap-1.xml` and so on, of a site that is too large for one; from 0.
    SitemapPart(usize),
    Robots,
    /// An attachment or image, bytes unchanged.
    File(FileId),
    /// A file of the theme, by its place in the theme's list.
    Asset(usize),
    /// An earlier address of a page.
    Moved(Address),
    /// An earlier address of a feed, data or file: the same bytes.
    Copy(Address),
    /// A year or subject that has lost its last entry sends on to its parent.
    Emptied(Address),
    /// By its place in the ledger's withdrawals.
    Withdrawn(usize),
}

impl Page {
    /// Whether its address must never die: pages of every kind, attachments and images; not feeds,
    /// data, assets or checksums, nor the page that says that there is none.
    pub fn is_kept_for_ever(&self) -> bool {
        !matches!(
            self,
            Page::TimelineData(_)
                | Page::PlaceFeed(_)
                | Page::SiteFeed
                | Page::Sitemap
                | Page::SitemapPart(_)
                | Page::Robots
                | Page::Asset(_)
                | Page::Copy(_)
                | Page::NotFound
        )
    }

    /// Whether it is an HTML page of its own, to be listed in the sitemap.
    pub fn is_listed(&self) -> bool {
        matches!(
            self,
            Page::Start
                | Page::PlaceIndex(_)
                | Page::Timeline(_)
                | Page::PlaceYear(..)
                | Page::Document(_)
                | Page::Years
                | Page::Year(_)
                | Page::FocusIndex
                | Page::Focus(_)
                | Page::AllDocuments
                | Page::Accessibility
        )
    }
}
