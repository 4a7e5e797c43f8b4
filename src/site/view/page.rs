//! A page: its surroundings and its view.

use serde::Serialize;

use super::links::Link;
use crate::model::{Address, PartialDate};

/// A page: its surroundings, and the view of its kind.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageOf<V> {
    /// What every page has. In templates: `page`.
    pub page: PageHead,
    /// What this page shows. In templates: `view`.
    pub view: V,
}

impl<V> PageOf<V> {
    /// The same page with its view converted.
    pub fn map<W>(self, change: impl FnOnce(V) -> W) -> PageOf<W> {
        PageOf { page: self.page, view: change(self.view) }
    }
}

/// The surroundings that every page has.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageHead {
    /// The address of the page.
    pub address: Address,
    /// The link to the site's root: `../../`, or empty. With `absolute`, an absolute URL.
    pub root: String,
    /// The document's `<title>`, unique within the site.
    pub title: String,
    /// For `<meta name="description">`.
    pub description: Option<String>,
    /// The absolute address, if the site has a `base_url`.
    pub canonical: Option<String>,
    /// The link to the Atom feed of this place or site.
    pub feed: Option<String>,
    /// Whose documents are in that feed: the title of the place or of the site.
    pub feed_title: Option<String>,
    /// The breadcrumb ("Du är här"), from the start page down, without the page itself.
    pub breadcrumb: Vec<Link>,
    /// The date, if something on the page depends on it.
    pub as_of: Option<PartialDate>,
}
