//! How a PDF is to be made, and what is said of a document outside its text.

use jiff::civil::Date;

use super::links::{has_scheme, resolved};
use super::tree::PageElement;

/// How a PDF is to be made.
#[derive(Debug, Clone)]
pub struct PdfOptions {
    /// The day that it says it was made.
    pub made: Date,
    /// A word across every page, such as UTKAST.
    pub draft_mark: Option<String>,
    /// What relative links are relative to: the address of the page, as a URL or as seen from the
    /// PDF. If not given, the page's own absolute address, or else the links are left as they are,
    /// for a PDF beside its page.
    pub links_from: Option<String>,
}

impl PdfOptions {
    /// A PDF made on a day, without a mark, with links as on the page.
    pub fn on(made: Date) -> PdfOptions {
        PdfOptions { made, draft_mark: None, links_from: None }
    }
}

/// What is said of a document outside its text.
#[derive(Debug)]
pub struct Described {
    /// The page's title, with the site's.
    pub title: String,
    /// The document's own heading.
    pub heading: String,
    /// The site's title.
    pub site: Option<String>,
    pub language: String,
    pub description: Option<String>,
    pub made: Date,
    pub draft_mark: Option<String>,
    pub links_from: Option<String>,
}

impl Described {
    /// What a page says of itself.
    pub fn of(page: &PageElement, main: &PageElement, options: &PdfOptions) -> Described {
        let shown = |element: &PageElement| {
            let text = element.text();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let head = page.find("head");
        let title = head.and_then(|head| head.find("title")).map(shown).unwrap_or_default();
        let heading = main.find("h1").map(shown).unwrap_or_else(|| title.clone());
        let named = |element: &str, key: &str, name: &str, value: &str| {
            let mut found = head.into_iter().flat_map(PageElement::elements);
            let found =
                found.find(|found| found.name == element && found.attribute(key) == Some(name));
            found.and_then(|found| found.attribute(value)).map(str::to_owned)
        };
        let html = page.find("html");
        let language = html.and_then(|html| html.attribute("lang")).unwrap_or("sv").to_owned();
        let site = title.rsplit_once(" – ").map(|(_, site)| site.to_owned());
        Described {
            heading,
            site,
            title,
            language,
            description: named("meta", "name", "description", "content"),
            made: options.made,
            draft_mark: options.draft_mark.clone(),
            links_from: options
                .links_from
                .clone()
                .or_else(|| named("link", "rel", "canonical", "href")),
        }
    }

    /// A link as it is from the PDF.
    pub fn absolute(&self, href: &str) -> String {
        match &self.links_from {
            Some(from) if !has_scheme(href) => resolved(from, href),
            Some(_) | None => href.to_owned(),
        }
    }
}
