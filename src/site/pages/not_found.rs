//! `404.html`: there is no page at the requested address. Only a site that knows its own address
//! has this page, because the server shows it at any depth and its links cannot be relative.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::Address;
use crate::site::fixture::{bare, links, rich};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::NOT_FOUND;
use crate::site::view::{Link, PageOf};

/// The page that says that there is none at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFoundPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct NotFoundView {
    /// The addresses most like the requested one; only in the preview, which knows that one.
    pub nearest: Vec<Link>,
}

impl NotFoundPage {
    /// The address of the page.
    pub fn address() -> Address {
        Address::made(NOT_FOUND.to_owned())
    }
}

impl PageKind for NotFoundPage {
    type View = NotFoundView;
    const TEMPLATE: &'static str = "not-found.html";
    const LISTED: bool = false;
    const KEPT: bool = false;
    const IN_MENUS: bool = true;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, NotFoundPage)> {
        let base_url = archive.settings.base_url.iter();
        base_url.map(|_| (NotFoundPage::address(), NotFoundPage))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<NotFoundView> {
        let head = Head::titled(maker.overview.labels.get("not_found").to_owned());
        let mut page = maker.page(head, NotFoundView { nearest: Vec::new() });
        if let Some(base) = &maker.archive.settings.base_url {
            // Without the host, so that its parts are found on a copy of the site too.
            let path =
                base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
            let root = path.unwrap_or("/");
            page.page.root = root.to_owned();
            page.page.feed = Some(format!("{root}feed.xml"));
        }
        page
    }

    fn fixture() -> Vec<PageOf<NotFoundView>> {
        let title = "Sidan finns inte";
        vec![
            rich("404.html", title, NotFoundView { nearest: links() }),
            bare("404/tom.html", title, NotFoundView { nearest: Vec::new() }),
        ]
    }
}
