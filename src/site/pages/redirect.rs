//! An address whose page is elsewhere now. Redirects fill addresses that are empty once all other
//! pages have theirs.

use serde::Serialize;

use super::kind::PageKind;
use crate::model::{Address, is_year};
use crate::site::fixture::{SIGNS, rich};
use crate::site::make::{Head, Maker};
use crate::site::view::PageOf;

/// A redirect to another page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectPage {
    pub to: Address,
    /// The page has not moved but has lost its last entry; this redirects to its parent.
    pub emptied: bool,
}

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RedirectView {
    pub to: String,
    pub title: String,
    /// Whether the page has lost its last entry, rather than moved.
    pub emptied: bool,
}

impl PageKind for RedirectPage {
    type View = RedirectView;
    const TEMPLATE: &'static str = "redirect.html";
    const LISTED: bool = false;
    const IN_MENUS: bool = false;

    fn view(&self, maker: &Maker<'_>) -> PageOf<RedirectView> {
        let title = maker.name_of(&self.to);
        let head = Head::titled(maker.overview.labels.get("moved").replace("{title}", &title));
        let view = RedirectView { to: maker.way(&self.to), title, emptied: self.emptied };
        let mut page = maker.page(head, view);
        page.page.canonical = maker.absolute(self.to.as_str());
        // Two earlier addresses of one page share its name; the address tells them apart.
        page.page.title = format!("{} ({})", page.page.title, maker.from);
        page
    }

    fn leads_to<'a>(&'a self, _: &'a Address) -> Option<&'a Address> {
        Some(&self.to)
    }

    fn takes_over<'a>(&'a self, _: &'a Address, below: &str) -> Option<&'a Address> {
        (!self.emptied && is_year(below)).then_some(&self.to)
    }

    fn fixture() -> Vec<PageOf<RedirectView>> {
        let pages = [(false, "flyttad.html"), (true, "tomd.html")].map(|(emptied, address)| {
            let to = "kommuner/eskilstuna/index.html".to_owned();
            rich(address, "Flyttad", RedirectView { to, title: SIGNS.to_owned(), emptied })
        });
        pages.into()
    }
}
