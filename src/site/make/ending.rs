//! What ends a document otherwise than its period does, as pages tell it.

use super::maker::Maker;
use crate::archive::Ending;
use crate::model::{DocId, PartialDate};
use crate::site::view::EndingView;

impl Maker<'_> {
    /// What ends a document before its period does, or where its period has no end.
    pub fn ending(&self, id: DocId) -> Option<EndingView> {
        Some(match self.archive.ending(self.archive.document(id))? {
            Ending::Ended(date) => EndingView { date, replaced_by: Vec::new() },
            Ending::Replaced(from, by) => {
                EndingView { date: PartialDate::from(from), replaced_by: self.document_links(&by) }
            }
        })
    }

    /// The same of a document that has not ended yet.
    pub fn coming_end(&self, id: DocId) -> Option<EndingView> {
        let linked = self.archive.document(id);
        if linked.over() { None } else { self.ending(id) }
    }
}
