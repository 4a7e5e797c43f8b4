//! Why there is no PDF of a page.

use crate::diagnostic::Text;
use crate::text;

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
