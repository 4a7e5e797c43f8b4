//! Documents in which only the wording has changed, as in most saves while somebody writes. Nothing
//! that other documents use or that the rules examine has changed, so linking again could find
//! nothing new.

use std::sync::Arc;

use super::whole::Archive;
use crate::markdown::{Heading, MarkdownLink};
use crate::model::Document;

/// Whether only the words of a document's body have changed: its front matter is the same to the
/// byte, its headings have the same ids, and its links lead to the same places.
pub fn is_reworded(before: &Document, now: &Document) -> bool {
    let is_empty = |document: &Document| document.body.text.trim().is_empty();
    let anchor = |heading: &Heading| heading.id.clone();
    let way = |link: &MarkdownLink| (link.kind, link.destination.clone());
    let (outline, outline_now) = (&before.body.outline, &now.body.outline);
    before.source.path == now.source.path
        && front_matter(before) == front_matter(now)
        && is_empty(before) == is_empty(now)
        && outline.headings.iter().map(anchor).eq(outline_now.headings.iter().map(anchor))
        && outline.links.iter().map(way).eq(outline_now.links.iter().map(way))
}

fn front_matter(document: &Document) -> Option<&str> {
    document.source.text.get(..document.body.start)
}

impl Archive {
    /// The archive with the new texts of these documents, for which [`is_reworded`] is true.
    pub fn reworded(&self, documents: impl Iterator<Item = Arc<Document>>) -> Archive {
        let mut archive = Archive { search: Arc::default(), ..self.clone() };
        for document in documents {
            let path = document.path();
            let at = archive.documents.binary_search_by(|known| known.document.path().cmp(&path));
            if let Ok(at) = at {
                Arc::make_mut(&mut archive.documents[at]).document = document;
            }
        }
        archive
    }
}
