//! PDF: a page's `main` as a document of its own, in PDF/A-2a and PDF/UA-1, which archives keep and
//! everyone can have read to them. It is made from the page that the theme has made, so that it
//! says exactly what the page says, in a site's own words too.
//!
//! The page is read (`tree`), laid out as rows while the structure is told what each is
//! (`compose`), divided into pages (`pages`) and drawn (`draw`). Nothing else than its
//! pictures (`pictures`) goes into it: the same page, pictures and day give the same bytes.

mod compose;
mod described;
mod draw;
mod error;
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

use described::Described;
use draw::NotDrawn;

pub use described::PdfOptions;
pub use error::PdfError;
pub use links::resolved;
pub use pictures::{LARGEST_PICTURE, PictureSource, no_pictures};

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
