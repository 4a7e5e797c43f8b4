//! A page: its surroundings and its view.

use serde::Serialize;

use super::links::Link;
use crate::model::{Address, PartialDate};

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
