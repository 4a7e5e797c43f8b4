//! What a page is made of before it is bytes: a view for the theme, or data for the program's own
//! formats.

use super::make::{feed, timeline_json, view};
use super::view::{FeedView, SitemapView, TimelineJson, View};
use super::{Page, Plan, Recent, sitemap};
use crate::archive::Archive;
use crate::model::{Address, FileId};

/// What the bytes at an address are made of.
#[derive(Debug, Hash)]
pub enum Product<'a> {
    /// An HTML page.
    View(Box<View>),
    Timeline(TimelineJson<'a>),
    Feed(FeedView),
    Sitemap(SitemapView),
    /// The absolute addresses of the sitemaps of a site that is too large for one.
    SitemapIndex(Vec<String>),
    /// The sitemap's absolute address, when there is one.
    Robots(Option<String>),
    /// A file of the theme, by its place in the theme's list.
    Asset(usize),
    /// A file of the site, bytes unchanged.
    File(FileId),
}

/// What the bytes at an address of the plan are made of. An address that the plan does not have is
/// the page that says so.
pub fn product<'a>(archive: &'a Archive, plan: &'a Plan, address: &'a Address) -> Product<'a> {
    product_near(archive, plan, address, &Recent::default())
}

/// The same, when the pages around it are made too: what they share is made once.
pub fn product_near<'a>(
    archive: &'a Archive,
    plan: &'a Plan,
    address: &'a Address,
    recent: &Recent,
) -> Product<'a> {
    let page = plan.pages.get(address).unwrap_or(&Page::NotFound);
    of_page(archive, plan, address, page, recent)
}

fn of_page<'a>(
    archive: &'a Archive,
    plan: &'a Plan,
    address: &'a Address,
    page: &'a Page,
    recent: &Recent,
) -> Product<'a> {
    let data = match page {
        Page::TimelineData(place) => {
            Some(Product::Timeline(timeline_json(archive, plan, address, *place)))
        }
        Page::PlaceFeed(place) => feed(archive, plan, address, Some(*place)).map(Product::Feed),
        Page::SiteFeed => feed(archive, plan, address, None).map(Product::Feed),
        Page::Sitemap => sitemap::whole(archive, plan),
        Page::SitemapPart(n) => sitemap::part(archive, plan, *n),
        Page::Robots => Some(Product::Robots(
            archive.settings.base_url.as_ref().map(|base| format!("{base}sitemap.xml")),
        )),
        Page::Asset(n) => Some(Product::Asset(*n)),
        Page::File(id) => Some(Product::File(*id)),
        // A feed is known by its own address wherever it stands; the rest is made for where it is.
        Page::Copy(of) => plan.pages.get(of).filter(|page| !matches!(page, Page::Copy(_))).map(
            |page| match page {
                Page::PlaceFeed(_) => of_page(archive, plan, of, page, recent),
                page => of_page(archive, plan, address, page, recent),
            },
        ),
        _ => view(archive, plan, address, page, recent).map(|view| Product::View(Box::new(view))),
    };
    data.unwrap_or_else(|| {
        let not_found = view(archive, plan, address, &Page::NotFound, recent);
        not_found.map_or(Product::Robots(None), |view| Product::View(Box::new(view)))
    })
}
