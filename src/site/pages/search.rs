//! `sok.html`: the search. What it needs to work is made by its script; without one it leads to the
//! lists.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, Kind};
use crate::site::fixture::{bare, links, rich};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::SEARCH;
use crate::site::view::{Link, PageOf};

/// The search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SearchView {
    /// Links to the indexes of places.
    pub place_indexes: Vec<Link>,
    /// Every kind of what may be found.
    pub kinds: &'static [Kind],
}

impl PageKind for SearchPage {
    type View = SearchView;
    const TEMPLATE: &'static str = "search.html";
    const LISTED: bool = true;
    // A site may do without search again.
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, overview: &Overview) -> impl Iterator<Item = (Address, SearchPage)> {
        let page = (Address::made(SEARCH.to_owned()), SearchPage);
        overview.search.iter().map(move |_| page.clone())
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<SearchView> {
        let view = SearchView { place_indexes: maker.place_indexes(), kinds: Kind::ALL };
        let title = maker.overview.labels.get("search").to_owned();
        maker.page(Head { breadcrumb: vec![maker.start_link()], ..Head::titled(title) }, view)
    }

    fn fixture() -> Vec<PageOf<SearchView>> {
        let full = SearchView { place_indexes: links(), kinds: Kind::ALL };
        let empty = SearchView { place_indexes: Vec::new(), kinds: &[] };
        vec![rich(SEARCH, "Sök", full), bare("tom/sok.html", "Sök", empty)]
    }
}
