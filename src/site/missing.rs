//! The page for an address that does not exist, with the addresses most like it, for somebody who
//! has mistyped one or follows an old link.

use super::pages::{NotFoundPage, Origin, Page, PageBody, PageKind, View};
use super::plan::SitePlan;
use super::view::Link;
use crate::archive::Archive;
use crate::model::Address;
use crate::nearest::distance;
use crate::slug;

/// Showing more would be a search result.
const MOST: usize = 5;

/// The page that says that there is none at an address. It is for a server that has the site at its
/// root: the page may be shown at any depth, so its links begin at the root.
pub fn missing(archive: &Archive, plan: &SitePlan, asked: &str) -> View {
    let from = NotFoundPage::address();
    let maker = plan.maker(archive, &from);
    let mut page = NotFoundPage.view(&maker);
    let nearest = nearest(plan, asked)
        .into_iter()
        .map(|address| Link { text: name_of(archive, plan, address), href: format!("/{address}") });
    page.view.nearest = nearest.collect();
    page.page.root = "/".to_owned();
    page.page.feed = None;
    page.page.feed_title = None;
    page.map(PageBody::NotFound)
}

/// The pages whose addresses are most like the requested one, the most similar first, and the index
/// of the nearest folder above it.
fn nearest<'p>(plan: &'p SitePlan, asked: &str) -> Vec<&'p Address> {
    let wanted = normalised(asked);
    let tolerance = 2 + wanted.len() / 8;
    let mut like: Vec<(usize, &Address)> = plan
        .pages
        .iter()
        .filter(|(_, planned)| planned.page().is_some_and(Page::is_listed))
        .filter_map(|(address, _)| {
            let distance = distance(stem(address.as_str()), &wanted, tolerance)?;
            Some((distance, address))
        })
        .collect();
    like.sort();
    let mut nearest: Vec<&Address> =
        like.into_iter().map(|(_, address)| address).take(MOST).collect();
    nearest.extend(above(plan, &wanted).filter(|above| !nearest.contains(above)));
    nearest
}

/// The index of the nearest folder above that has one, except the start page.
fn above<'p>(plan: &'p SitePlan, wanted: &str) -> Option<&'p Address> {
    let mut folder = wanted;
    loop {
        folder = &folder[..folder.rfind('/')?];
        let index = Address::parse(&format!("{folder}/index.html"))?;
        if let Some((address, _)) = plan.pages.get_key_value(&index) {
            return Some(address);
        }
    }
}

/// The requested address in the form that addresses have, without its extension.
fn normalised(asked: &str) -> String {
    let parts: Vec<String> =
        stem(asked.trim_matches('/')).split('/').filter_map(slug::segment).collect();
    parts.join("/")
}

fn stem(address: &str) -> &str {
    let address = address.strip_suffix(".html").unwrap_or(address);
    address.strip_suffix("/index").unwrap_or(address)
}

/// The title of a page if it tells pages apart, otherwise its address.
fn name_of(archive: &Archive, plan: &SitePlan, address: &Address) -> String {
    let page = plan.pages.get(address).and_then(|planned| planned.page());
    let name = page.and_then(|page| match page.origin() {
        Origin::Document(id) => Some(plan.overview.titles[id.index()].clone()),
        Origin::Place(_) => page.name(archive, &plan.overview),
        Origin::Ledger | Origin::Program => None,
    });
    name.unwrap_or_else(|| address.to_string())
}
