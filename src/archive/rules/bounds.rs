//! The rule that no document multiplies the site beyond what any archive needs: each of its places,
//! subjects and earlier addresses is a page or an entry of its own.

use super::document::Rules;
use crate::diagnostic::{Code, Span, Text};
use crate::text;

/// Sweden has 290 municipalities, and no city has as many districts.
const MOST_PLACES: usize = 300;

/// Documents have one to six.
const MOST_SUBJECTS: usize = 100;

/// A document is moved once or twice in ten years.
const MOST_ALIASES: usize = 100;

impl Rules<'_> {
    /// Reports a document with more places, subjects or earlier addresses than any has.
    pub fn bounds(&mut self) {
        let (linked, common) = (self.linked, &self.linked.document.common);
        let places = [&linked.municipalities, &linked.districts, &linked.police_areas];
        let places = places.into_iter().map(Vec::len).max().unwrap_or(0);
        let subjects = &linked.document.archive.focus;
        if places > MOST_PLACES {
            let span = common.title.span.clone();
            self.too_many(
                span,
                text!(
                    "Dokumentet hör till {places} kommuner eller områden, och ett dokument kan höra till högst {MOST_PLACES}.",
                    "The document belongs to {places} places, and a document can belong to at most {MOST_PLACES}."
                ),
            );
        }
        if let Some(first) = subjects.get(MOST_SUBJECTS) {
            let number = subjects.len();
            self.too_many(
                first.span.clone(),
                text!(
                    "Dokumentet har {number} ämnen, och ett dokument kan ha högst {MOST_SUBJECTS}. Varje ämne blir en sida.",
                    "The document has {number} subjects, and a document can have at most {MOST_SUBJECTS}. Each subject becomes a page."
                ),
            );
        }
        if let Some(first) = common.aliases.get(MOST_ALIASES) {
            let number = common.aliases.len();
            self.too_many(
                first.span.clone(),
                text!(
                    "Filen har {number} tidigare adresser, och en fil kan ha högst {MOST_ALIASES}.",
                    "The file has {number} earlier addresses, and a file can have at most {MOST_ALIASES}."
                ),
            );
        }
    }

    fn too_many(&mut self, span: Span, message: Text) {
        self.warn(
            Code::TooLarge,
            Some(span),
            message,
            text!(
                "Ta bort dem som inte behövs, eller dela upp dokumentet.",
                "Remove those that are not needed, or divide the document."
            ),
        );
    }
}
