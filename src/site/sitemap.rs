//! The sitemap in parts: search engines take at most 50 000 addresses and 50 MB in one file
//! (sitemaps.org 0.9). A site within that has them all in `sitemap.xml`; a larger one has
//! `sitemap-1.xml` and so on, which `sitemap.xml` lists.

use std::collections::BTreeMap;
use std::ops::Range;

use super::make::sitemap;
use super::view::SitemapView;
use super::{Page, Plan, Product};
use crate::archive::Archive;
use crate::model::Address;

/// What one file may hold.
#[derive(Debug, Clone, Copy)]
struct Limits {
    addresses: usize,
    bytes: usize,
}

const LIMITS: Limits = Limits { addresses: 50_000, bytes: 50 << 20 };

/// The most that an entry has around its address, its day included; the same is left for the file's
/// own head and foot.
const AROUND: usize = 100;

/// A character of the site's address as XML, at most: `&quot;`. Those of a page's own are plain.
const ESCAPED: usize = 6;

/// The sitemaps of a site with these pages, and their addresses.
pub fn sitemaps(pages: &BTreeMap<Address, Page>, base_url: &str) -> Vec<(Address, Page)> {
    let mut sitemaps = vec![(Address::made("sitemap.xml".to_owned()), Page::Sitemap)];
    let parts = parts(pages, base_url, LIMITS).len();
    if parts > 1 {
        sitemaps.extend((0..parts).map(|n| (address_of_part(n), Page::SitemapPart(n))));
    }
    sitemaps
}

fn address_of_part(n: usize) -> Address {
    Address::made(format!("sitemap-{}.xml", n + 1))
}

/// `sitemap.xml`: every page, or every part.
pub fn whole(archive: &Archive, plan: &Plan) -> Option<Product<'static>> {
    let base = archive.settings.base_url.as_ref()?;
    let parts = plan.pages.iter().filter(|(_, page)| matches!(page, Page::SitemapPart(_))).count();
    if parts == 0 {
        return sitemap(archive, plan).map(Product::Sitemap);
    }
    let urls = (0..parts).map(|n| format!("{base}{}", address_of_part(n))).collect();
    Some(Product::SitemapIndex(urls))
}

/// The n-th part, from 0.
pub fn part(archive: &Archive, plan: &Plan, n: usize) -> Option<Product<'static>> {
    let base = archive.settings.base_url.as_ref()?;
    let range = parts(&plan.pages, base, LIMITS).into_iter().nth(n)?;
    let mut all = sitemap(archive, plan)?.pages;
    Some(Product::Sitemap(SitemapView { pages: all.drain(range).collect() }))
}

/// Which of the listed pages stand in each part, in the order of their addresses.
fn parts(pages: &BTreeMap<Address, Page>, base_url: &str, limits: Limits) -> Vec<Range<usize>> {
    let listed = pages.iter().filter(|(_, page)| page.is_listed());
    let mut parts = Vec::new();
    let mut part = 0..0;
    let mut bytes = AROUND;
    for (address, _) in listed {
        let entry = base_url.len() * ESCAPED + address.as_str().len() + AROUND;
        let full = part.len() == limits.addresses || bytes + entry > limits.bytes;
        if full && !part.is_empty() {
            parts.push(part.clone());
            part.start = part.end;
            bytes = AROUND;
        }
        part.end += 1;
        bytes += entry;
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://www.exempel.se/";

    fn pages(listed: usize) -> BTreeMap<Address, Page> {
        let year = |n: usize| {
            (Address::made(format!("ar/{n:04}/index.html")), Page::Year(i16::try_from(n).unwrap()))
        };
        let mut pages: BTreeMap<_, _> = (0..listed).map(year).collect();
        // Listed nowhere, and counted in no part.
        pages.insert(Address::made("ar/0000/z.html".to_owned()), Page::NotFound);
        pages
    }

    /// The first of each part, and where it ends.
    fn of(listed: usize, addresses: usize, bytes: usize) -> Vec<(usize, usize)> {
        let parts = parts(&pages(listed), BASE, Limits { addresses, bytes });
        parts.into_iter().map(|part| (part.start, part.end)).collect()
    }

    #[test]
    fn no_part_holds_more_addresses_than_it_may() {
        assert_eq!(of(0, 3, 1 << 20), [(0, 0)]);
        assert_eq!(of(3, 3, 1 << 20), [(0, 3)]);
        assert_eq!(of(4, 3, 1 << 20), [(0, 3), (3, 4)]);
        assert_eq!(of(6, 3, 1 << 20), [(0, 3), (3, 6)]);
    }

    #[test]
    fn no_part_holds_more_bytes_than_it_may() {
        let entry = BASE.len() * ESCAPED + "ar/0000/index.html".len() + AROUND;
        assert_eq!(of(5, 50, AROUND + 2 * entry), [(0, 2), (2, 4), (4, 5)]);
        assert_eq!(of(2, 50, 1), [(0, 1), (1, 2)]);
    }

    #[test]
    fn a_site_within_the_limits_has_one_sitemap_and_a_larger_one_numbered_parts() {
        let addresses =
            |listed: usize| -> Vec<String> {
                let mut pages = pages(1);
                pages.extend((0..listed - 1).map(|n| {
                    (Address::made(format!("kommuner/{n}/index.html")), Page::AllDocuments)
                }));
                sitemaps(&pages, BASE).iter().map(|(address, _)| address.to_string()).collect()
            };
        assert_eq!(addresses(50_000), ["sitemap.xml"]);
        assert_eq!(addresses(50_001), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    }
}
