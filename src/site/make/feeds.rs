//! Feeds and the sitemap, as data; only for a site that knows its own address.

use super::Maker;
use crate::archive::{Archive, Linked};
use crate::model::{Address, DocId, PartialDate, PlaceId};
use crate::site::view::{FeedEntry, FeedView, SitemapPage, SitemapView};
use crate::site::{Page, Plan};

/// The newest by `updated`.
const ENTRIES: usize = 50;

/// The feed of a place, or of the whole site; `None` without a `base_url`.
pub fn feed(
    archive: &Archive,
    plan: &Plan,
    address: &Address,
    place: Option<PlaceId>,
) -> Option<FeedView> {
    let base = archive.settings.base_url.as_ref()?;
    let maker = Maker::new(archive, plan, address);
    let ids: Vec<DocId> = match place {
        Some(place) => archive.place(place).documents.clone(),
        None => archive.published().map(|(id, _)| id).collect(),
    };
    let mut dated: Vec<(PartialDate, DocId)> =
        ids.into_iter().filter_map(|id| Some((updated(archive.document(id))?, id))).collect();
    dated.sort_by_key(|(date, id)| (std::cmp::Reverse(date.first_day()), *id));
    dated.truncate(ENTRIES);
    let title = match place {
        Some(place) => {
            let title = &archive.place(place).place.common.title.value;
            format!("{title} – {}", archive.settings.title)
        }
        None => archive.settings.title.clone(),
    };
    let page = match place {
        Some(place) => archive.place(place).place.address.to_string(),
        None => "index.html".to_owned(),
    };
    Some(FeedView {
        id: format!("{base}{address}"),
        self_url: format!("{base}{address}"),
        html_url: format!("{base}{page}"),
        title,
        updated: dated
            .first()
            .map_or_else(|| "2015-01-01T00:00:00Z".to_owned(), |(date, _)| instant(*date)),
        author: archive
            .settings
            .publisher
            .clone()
            .unwrap_or_else(|| archive.settings.title.clone()),
        language: archive.settings.language.tag().to_owned(),
        entries: dated.into_iter().map(|(date, id)| maker.feed_entry(base, date, id)).collect(),
    })
}

/// The latest of `archived` and corrections, else the effective date.
fn updated(linked: &Linked) -> Option<PartialDate> {
    let common = &linked.document.common;
    common
        .archived
        .into_iter()
        .chain(common.corrections.iter().map(|correction| correction.date))
        .max_by_key(|date| date.first_day())
        .or(linked.effective.map(|effective| effective.date))
}

/// A partial date as its first day.
fn instant(date: PartialDate) -> String {
    format!("{}T00:00:00Z", date.first_day())
}

impl Maker<'_> {
    fn feed_entry(&self, base: &str, date: PartialDate, id: DocId) -> FeedEntry {
        let linked = self.archive.document(id);
        let common = &linked.document.common;
        let first_alias = common.aliases.iter().find(|alias| !alias.ends_with('/'));
        let known_by = first_alias
            .map_or_else(|| linked.document.address.to_string(), |alias| alias.value.clone());
        FeedEntry {
            id: format!("{base}{known_by}"),
            title: common.title.value.clone(),
            url: format!("{base}{}", linked.document.address),
            updated: instant(date),
            summary: common.summary.as_ref().map(|summary| summary.value.clone()),
            categories: linked
                .focus
                .iter()
                .map(|focus| self.archive.focus[focus.index()].label.clone())
                .collect(),
            language: self.language(common.language.as_deref()),
        }
    }
}

/// Every page of the site, absolute; `None` without a `base_url`.
pub fn sitemap(archive: &Archive, plan: &Plan) -> Option<SitemapView> {
    let base = archive.settings.base_url.as_ref()?;
    let pages = plan
        .pages
        .iter()
        .filter(|(_, page)| page.is_listed())
        .map(|(address, page)| SitemapPage {
            url: format!("{base}{address}"),
            changed: match page {
                Page::Document(id) => {
                    updated(archive.document(*id)).map(|date| date.first_day().to_string())
                }
                _ => None,
            },
        })
        .collect();
    Some(SitemapView { pages })
}
