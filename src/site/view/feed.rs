//! An Atom feed and the sitemap, as data.

/// A feed of a place or of the whole site: documents only, the newest 50.
#[derive(Debug, Clone, Hash)]
pub struct FeedView {
    /// The feed's absolute address, which is its id too.
    pub id: String,
    pub title: String,
    /// The page that it follows, absolute.
    pub html_url: String,
    pub self_url: String,
    /// `2026-11-22T00:00:00Z`: the newest entry's; of an empty feed a fixed day.
    pub updated: String,
    /// Who answers for the site.
    pub author: String,
    pub language: String,
    pub entries: Vec<FeedEntry>,
}

/// A document in a feed.
#[derive(Debug, Clone, Hash)]
pub struct FeedEntry {
    /// `base_url` + the first alias, else the address: it stays when the document moves.
    pub id: String,
    pub title: String,
    pub url: String,
    /// `T00:00:00Z`
    pub updated: String,
    pub summary: Option<String>,
    /// Subject labels.
    pub categories: Vec<String>,
    /// When not the site's.
    pub language: Option<String>,
}

/// `sitemap.xml`: absolute addresses with the day of their last change, where known.
#[derive(Debug, Clone, Hash)]
pub struct SitemapView {
    pub pages: Vec<SitemapPage>,
}

/// A page of the sitemap.
#[derive(Debug, Clone, Hash)]
pub struct SitemapPage {
    pub url: String,
    /// ISO day.
    pub changed: Option<String>,
}
