//! The text of a PDF: what its pages show, in the order in which they show it, put together again to
//! lines, paragraphs, lists and headings. A PDF says only where each letter stands, so all of it is
//! a guess that its editor has to compare with the page.

mod bounded;
mod encodings;
mod fonts;
mod joining;
mod lines;
mod notes;
mod page;
mod paragraphs;
mod tables;
mod to_unicode;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::{LoadPdfError, Pdf};

use crate::import::imported::{Imported, Unimportable};
use page::PageReader;

/// How large a part of the letters may be unknown, in per cent, before the text is worth nothing.
const MOST_UNKNOWN: usize = 20;

/// The text of a file.
pub fn imported(bytes: &[u8]) -> Result<Imported, Unimportable> {
    // The library is careful, but a damaged file is not worth the whole program.
    let read = catch_unwind(AssertUnwindSafe(|| read(bytes.to_vec())));
    read.unwrap_or(Err(Unimportable::Damaged))
}

fn read(bytes: Vec<u8>) -> Result<Imported, Unimportable> {
    if !bounded::objects_fit(&bytes) {
        return Err(Unimportable::TooLarge);
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unimportable::Locked,
        LoadPdfError::Invalid => Unimportable::Damaged,
    })?;
    if !bounded::pages_fit(pdf.pages().iter()) {
        return Err(Unimportable::TooLarge);
    }
    let mut reader = PageReader::default();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        pages.push(reader.page(page));
    }
    if reader.letters == 0 {
        let found = if reader.images > 0 { Unimportable::Scanned } else { Unimportable::Damaged };
        return Err(found);
    }
    if reader.unknown * 100 > reader.letters * MOST_UNKNOWN {
        return Err(Unimportable::Unreadable);
    }
    let text = paragraphs::markdown(pages);
    let recognised = reader.invisible * 2 > reader.letters;
    Ok(Imported { text, images: reader.images, recognised, ..Imported::default() })
}
