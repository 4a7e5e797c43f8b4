//! `sitemap.xml` (sitemaps.org 0.9) and `robots.txt`.

use super::escape;
use crate::site::view::SitemapView;

/// The most addresses that one sitemap may hold. A larger site lists the first, which is better
/// than a file that no one reads.
const MOST: usize = 50_000;

/// The sitemap.
pub fn sitemap(view: &SitemapView) -> Vec<u8> {
    let mut xml = String::with_capacity(256 + view.pages.len() * 128);
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for page in view.pages.iter().take(MOST) {
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

/// `robots.txt`: everything may be read; where the sitemap is, when there is one.
pub fn robots(sitemap: Option<&str>) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(sitemap) = sitemap {
        text.push_str("Sitemap: ");
        text.extend(sitemap.chars().filter(|c| !c.is_control()));
        text.push('\n');
    }
    text.into_bytes()
}
