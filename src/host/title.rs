//! The title of a built page, for those who are to see what is published; and which site a start
//! page is of.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::escape::unescaped;

/// The title of a page of a document, without the site's; `None` for any other page or file.
pub fn title_of(path: &Path) -> Option<String> {
    if path.extension()? != "html" {
        return None;
    }
    // The title and the type of a page are at its beginning.
    let mut beginning = Vec::new();
    File::open(path).ok()?.take(16 << 10).read_to_end(&mut beginning).ok()?;
    let html = String::from_utf8_lossy(&beginning);
    if !html.contains("data-page=\"document\"") {
        return None;
    }
    let (_, after) = html.split_once("<title")?;
    let (title, _) = after.split_once('>')?.1.split_once("</title>")?;
    let title = title.rsplit_once(" – ").map_or(title, |(title, _)| title);
    Some(unescaped(title))
}

/// Which site a start page is of, as far as the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteIdentity {
    pub title: String,
    /// Its address, if the site has a `base_url`.
    address: Option<String>,
}

impl SiteIdentity {
    /// By the start page's HTML; `None` if it has no title, as in a theme that gives it none.
    pub fn of(html: &[u8]) -> Option<SiteIdentity> {
        let html = String::from_utf8_lossy(html);
        let (_, after) = html.split_once("<title")?;
        let (title, _) = after.split_once('>')?.1.split_once("</title>")?;
        let canonical = html.split_once("<link rel=\"canonical\" href=\"");
        let address = canonical.and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()));
        Some(SiteIdentity { title: unescaped(title.trim()), address })
    }

    /// Whether both are of one site: it may have got another title, or another address, but not
    /// both at once.
    pub fn is_same(&self, other: &SiteIdentity) -> bool {
        self.title == other.title || (self.address.is_some() && self.address == other.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_known_by_its_title_or_its_address() {
        let page = |title: &str, address: &str| {
            let html =
                format!("<title>{title}</title>\n<link rel=\"canonical\" href=\"{address}\">");
            SiteIdentity::of(html.as_bytes()).expect("an identity")
        };
        let first = page("Löften &amp; mer", "https://a.example/");
        assert_eq!(first.title, "Löften & mer");
        assert!(first.is_same(&page("Annat", "https://a.example/")));
        assert!(first.is_same(&page("Löften &amp; mer", "https://b.example/")));
        assert!(!first.is_same(&page("Annat", "https://b.example/")));
        let bare = |title: &str| SiteIdentity::of(format!("<title>{title}</title>").as_bytes());
        assert!(
            !bare("A").expect("one").is_same(&bare("B").expect("one")),
            "neither has an address"
        );
        assert_eq!(SiteIdentity::of(b"<h1>A</h1>"), None);
    }
}
