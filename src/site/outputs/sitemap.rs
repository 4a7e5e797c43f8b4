//! `sitemap.xml`: the addresses of all pages, attachments and data, for search engines
//! (sitemaps.org 0.9), which accept at most 50 000 addresses and 50 MB in one file. A smaller site
//! has all of them in `sitemap.xml`; a larger one has `sitemap-1.xml` and so on, which `sitemap.xml`
//! lists. Only a site that knows its own address has a sitemap.

use std::ops::Range;

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::escape;
use crate::model::Address;
use crate::site::make::{Maker, updated};
use crate::site::overview::Overview;

const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The limits of one file.
#[derive(Debug, Clone, Copy)]
struct Limits {
    addresses: usize,
    bytes: usize,
}

const LIMITS: Limits = Limits { addresses: 50_000, bytes: 50 << 20 };

/// The most that an entry adds to its address, including its date; the same is reserved for the
/// beginning and end of the file.
const AROUND: usize = 100;

/// The most bytes that a character of the site's address takes in XML: `&quot;`. Those of a page's
/// address are never escaped.
const ESCAPED: usize = 6;

/// A sitemap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SitemapFile {
    /// Every page.
    Whole,
    /// The list of this many parts.
    Index(usize),
    /// These of the listed pages, in the order of their addresses.
    Part(Range<usize>),
}

/// The contents of a sitemap.
#[derive(Debug, Hash)]
pub enum Sitemap {
    Pages(Vec<SitemapPage>),
    /// The absolute addresses of its parts.
    Parts(Vec<String>),
}

/// A page of the sitemap.
#[derive(Debug, Hash)]
pub struct SitemapPage {
    /// Absolute.
    pub url: String,
    /// The ISO date of its last change, if known.
    pub changed: Option<String>,
}

impl OutputKind for SitemapFile {
    type Data<'a> = Sitemap;
    const KNOWN_BY_ITS_ADDRESS: bool = false;

    /// None here: what a sitemap lists is known only when all other addresses are, see
    /// [`sitemaps`].
    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, SitemapFile)> {
        std::iter::empty()
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<Sitemap> {
        let base = maker.archive.settings.base_url.as_ref()?;
        Some(match self {
            SitemapFile::Whole => Sitemap::Pages(pages(maker, base, None)?),
            SitemapFile::Part(range) => Sitemap::Pages(pages(maker, base, Some(range))?),
            SitemapFile::Index(parts) => {
                let urls = (0..*parts).map(|n| format!("{base}{}", address_of_part(n)));
                Sitemap::Parts(urls.collect())
            }
        })
    }

    fn bytes(sitemap: &Sitemap) -> Vec<u8> {
        match sitemap {
            Sitemap::Pages(pages) => urlset(pages),
            Sitemap::Parts(urls) => index(urls),
        }
    }
}

/// The sitemaps of a site, with their addresses. `listed` is what they list, in order.
pub fn sitemaps(archive: &Archive, listed: &[&Address]) -> Vec<(Address, SitemapFile)> {
    let base = archive.settings.base_url.as_ref();
    base.map(|base| in_parts(parts(listed, base, LIMITS))).unwrap_or_default()
}

/// The sitemaps that list these parts of what a site lists, with their addresses.
fn in_parts(parts: Vec<Range<usize>>) -> Vec<(Address, SitemapFile)> {
    let whole = Address::made("sitemap.xml".to_owned());
    if parts.len() == 1 {
        return vec![(whole, SitemapFile::Whole)];
    }
    let index = (whole, SitemapFile::Index(parts.len()));
    let parts = parts.into_iter().enumerate();
    let parts = parts.map(|(n, range)| (address_of_part(n), SitemapFile::Part(range)));
    [index].into_iter().chain(parts).collect()
}

/// The address of the n-th part, from 0.
fn address_of_part(n: usize) -> Address {
    Address::made(format!("sitemap-{}.xml", n + 1))
}

/// Divides the listed pages into parts; there is always at least one.
fn parts(listed: &[&Address], base_url: &str, limits: Limits) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut part = 0..0;
    let mut bytes = AROUND;
    for address in listed {
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

/// The listed pages, or a part of them.
fn pages(maker: &Maker<'_>, base: &str, part: Option<&Range<usize>>) -> Option<Vec<SitemapPage>> {
    let listed = maker.others.listed();
    let listed = match part {
        Some(part) => listed.get(part.clone())?,
        None => &listed,
    };
    let pages = listed.iter().map(|(address, document)| SitemapPage {
        url: format!("{base}{address}"),
        changed: document
            .and_then(|id| updated(maker.archive.document(id)))
            .map(|date| date.first_day().to_string()),
    });
    Some(pages.collect())
}

fn urlset(pages: &[SitemapPage]) -> Vec<u8> {
    let mut xml = String::with_capacity(256 + pages.len() * 128);
    xml.push_str(XML);
    xml.push_str(&format!("<urlset xmlns=\"{NAMESPACE}\">\n"));
    for page in pages {
        xml.push_str("<url><loc>");
        escape::xml(&page.url, &mut xml);
        xml.push_str("</loc>");
        if let Some(day) = &page.changed {
            xml.push_str("<lastmod>");
            escape::xml(day, &mut xml);
            xml.push_str("</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// The list of the sitemaps into which a site's pages are divided.
fn index(urls: &[String]) -> Vec<u8> {
    let mut xml = format!("{XML}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for url in urls {
        xml.push_str("<sitemap><loc>");
        escape::xml(url, &mut xml);
        xml.push_str("</loc></sitemap>\n");
    }
    xml.push_str("</sitemapindex>\n");
    xml.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://www.exempel.se/";

    fn years(listed: usize) -> Vec<Address> {
        (0..listed).map(|n| Address::made(format!("ar/{n:04}/index.html"))).collect()
    }

    /// The first page of each part, and its end.
    fn of(listed: usize, addresses: usize, bytes: usize) -> Vec<(usize, usize)> {
        let years = years(listed);
        let listed: Vec<&Address> = years.iter().collect();
        let parts = parts(&listed, BASE, Limits { addresses, bytes });
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
        let addresses = |listed: usize| -> Vec<String> {
            let address = Address::made("kommuner/habo/index.html".to_owned());
            let sitemaps = in_parts(parts(&vec![&address; listed], BASE, LIMITS));
            sitemaps.iter().map(|(address, _)| address.to_string()).collect()
        };
        assert_eq!(addresses(50_000), ["sitemap.xml"]);
        assert_eq!(addresses(50_001), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    }

    #[test]
    fn a_sitemap_lists_addresses_with_the_day_they_changed() {
        let page = |url: &str, changed: Option<&str>| SitemapPage {
            url: url.to_owned(),
            changed: changed.map(str::to_owned),
        };
        let sitemap = Sitemap::Pages(vec![
            page("https://www.exempel.se/a.html?b&c", Some("2018-02-01")),
            page("https://www.exempel.se/b.html", None),
        ]);
        assert_eq!(
            String::from_utf8(SitemapFile::bytes(&sitemap)).unwrap(),
            r#"<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://www.exempel.se/a.html?b&amp;c</loc><lastmod>2018-02-01</lastmod></url>
<url><loc>https://www.exempel.se/b.html</loc></url>
</urlset>
"#
        );
    }

    #[test]
    fn the_index_lists_the_parts() {
        let urls = ["https://exempel.se/a&b/sitemap-1.xml", "https://exempel.se/a&b/sitemap-2.xml"];
        assert_eq!(
            String::from_utf8(index(&urls.map(str::to_owned))).unwrap(),
            r#"<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://exempel.se/a&amp;b/sitemap-1.xml</loc></sitemap>
<sitemap><loc>https://exempel.se/a&amp;b/sitemap-2.xml</loc></sitemap>
</sitemapindex>
"#
        );
    }
}
