//! PDF: a page's `main` as a document of its own, in PDF/A-2a and PDF/UA-1, which archives keep and
//! everyone can have read to them. It is made from the page that the theme has made, so that it
//! says exactly what the page says, in a site's own words too.
//!
//! The page is read (`tree`), laid out as rows while the structure is told what each is
//! (`compose`), divided into pages (`pages`) and drawn (`draw`). Nothing else than its
//! pictures (`pictures`) goes into it: the same page, pictures and day give the same bytes.

mod compose;
mod draw;
mod faces;
mod lines;
mod links;
mod pages;
mod pictures;
mod placed;
mod rows;
mod structure;
mod style;
#[cfg(test)]
mod tests;
mod tree;

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::text;
use draw::NotDrawn;
use links::has_scheme;
use tree::PageElement;

pub use links::resolved;
pub use pictures::{LARGEST_PICTURE, PictureSource, no_pictures};

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

/// Why there is no PDF of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// The page has a character that the typeface does not have.
    Character(char),
    /// The page has no `main`.
    Empty,
    /// What the library that writes PDFs says.
    Writer(String),
}

impl From<char> for PdfError {
    fn from(character: char) -> PdfError {
        PdfError::Character(character)
    }
}

impl PdfError {
    /// What happened, to follow the name of the document.
    pub fn message(&self) -> Text {
        match self {
            PdfError::Character(character) => {
                let code = format!("U+{:04X}", u32::from(*character));
                text!(
                    "tecknet ”{character}” ({code}) finns inte i PDF-filernas typsnitt",
                    "the character “{character}” ({code}) is not in the typeface of the PDFs"
                )
            }
            PdfError::Empty => text!("sidan har inget innehåll", "the page has no contents"),
            PdfError::Writer(said) => {
                text!(
                    "PDF-filen gick inte att skriva ({said})",
                    "the PDF could not be written ({said})"
                )
            }
        }
    }
}

/// What is said of a document outside its text.
#[derive(Debug)]
struct Described {
    /// The page's title, with the site's.
    title: String,
    /// The document's own heading.
    heading: String,
    /// The site's title.
    site: Option<String>,
    language: String,
    description: Option<String>,
    made: Date,
    draft_mark: Option<String>,
    links_from: Option<String>,
}

/// The PDF of a page, given as the HTML that the theme made of it, with its pictures.
pub fn document(
    html: &str,
    pictures: PictureSource<'_>,
    options: &PdfOptions,
) -> Result<Vec<u8>, PdfError> {
    let page = tree::read(html);
    let main = page.find("main").ok_or(PdfError::Empty)?;
    let described = Described::of(&page, main, options);
    let mut pictures = pictures::Pictures::new(pictures);
    loop {
        let mut composed = compose::compose(main, &described.language, &mut pictures)?;
        if composed.rows.is_empty() {
            return Err(PdfError::Empty);
        }
        let rows = std::mem::take(&mut composed.rows);
        let paged = pages::divide(rows, &composed.heads);
        match draw::draw(composed, &paged, &described) {
            Ok(pdf) => return Ok(pdf),
            Err(NotDrawn::Other(error)) => return Err(error),
            // Only drawing shows that a picture is damaged. Each is refused once.
            Err(NotDrawn::Picture(image)) => pictures.refuse(&image),
        }
    }
}

impl Described {
    fn of(page: &PageElement, main: &PageElement, options: &PdfOptions) -> Described {
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
    fn absolute(&self, href: &str) -> String {
        match &self.links_from {
            Some(from) if !has_scheme(href) => resolved(from, href),
            Some(_) | None => href.to_owned(),
        }
    }
}
