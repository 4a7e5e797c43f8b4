//! `sitemap.xml`, its parts where there are any (sitemaps.org 0.9), and `robots.txt`.

use super::escape;
use crate::site::view::SitemapView;

const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A sitemap: a whole site's, or a part of one.
pub fn sitemap(view: &SitemapView) -> Vec<u8> {
    let mut xml = String::with_capacity(256 + view.pages.len() * 128);
    xml.push_str(XML);
    xml.push_str(&format!("<urlset xmlns=\"{NAMESPACE}\">\n"));
    for page in &view.pages {
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

/// The list of the sitemaps that a site's is parted in.
pub fn index(urls: &[String]) -> Vec<u8> {
    let mut xml = format!("{XML}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for url in urls {
        xml.push_str("<sitemap><loc>");
        escape::xml(url, &mut xml);
        xml.push_str("</loc></sitemap>\n");
    }
    xml.push_str("</sitemapindex>\n");
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

#[cfg(test)]
mod tests {
    use super::*;

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
