//! What can be linked to, and the places within it that a link may name.

use super::super::commitments;
use super::super::linked::{Linked, LinkedFile, LinkedPlace};
use super::super::lookup::{Lookup, PathTarget};
use crate::ledger::Ledger;
use crate::model::document::Body;
use crate::model::{DocId, PlaceId};

/// What has the anchors that a link may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchors {
    Document(DocId),
    Place(PlaceId),
}

/// Everything that can be linked to.
pub struct Linkable<'a> {
    pub documents: &'a [Linked],
    pub places: &'a [LinkedPlace],
    pub files: &'a [LinkedFile],
    pub lookup: &'a Lookup<'a>,
    pub ledger: &'a Ledger,
}

impl Anchors {
    /// Those of what is at a path.
    pub(super) fn of(target: PathTarget) -> Option<Anchors> {
        match target {
            PathTarget::Document(id) => Some(Anchors::Document(id)),
            PathTarget::Place(id) => Some(Anchors::Place(id)),
            PathTarget::File(_) | PathTarget::Broken => None,
        }
    }
}

impl Linkable<'_> {
    /// Whether not all of a page is known.
    pub(super) fn is_unsure(&self, target: Anchors) -> bool {
        matches!(target, Anchors::Document(id) if self.lookup.is_unsure(id))
    }

    /// The ids of headings and commitments, in the order of the page.
    pub fn ids(&self, target: Anchors) -> Vec<String> {
        let (body, of_commitments): (&Body, Vec<String>) = match target {
            Anchors::Document(id) => {
                let linked = &self.documents[id.index()];
                let written = linked
                    .commitments
                    .iter()
                    .filter_map(|one| commitments::written(self.documents, one));
                let kind = linked.document.kind;
                (&linked.document.body, written.map(|one| kind.anchor(&one.id.value)).collect())
            }
            Anchors::Place(id) => (&self.places[id.index()].place.body, Vec::new()),
        };
        let headings = body.outline.headings.iter().map(|heading| heading.id.clone());
        headings.chain(of_commitments).collect()
    }
}
