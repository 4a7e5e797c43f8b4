//! Which anchors a page surely lacks. A file that cannot be read in full, or whose commitments are
//! written in one that cannot, may have commitments that are not known.

use std::collections::HashSet;

use super::linkable::{Anchors, Linkable};
use crate::archive::lookup::PathTarget;
use crate::model::{DocId, Document, Kind};
use crate::schema::Relation;
use crate::slug;

/// More documents that extend each other are not followed.
const LONGEST_CHAIN: usize = 100;

impl Linkable<'_> {
    /// The ids that a page may have besides those that are known; `None` if any commitment may be
    /// among them.
    pub(super) fn further_ids(&self, target: Anchors) -> Option<HashSet<String>> {
        let Anchors::Document(mut at) = target else { return Some(HashSet::new()) };
        let mut found = HashSet::new();
        for _ in 0..LONGEST_CHAIN {
            let document = &self.documents[at.index()].document;
            let lenders = [Relation::Extends, Relation::TranslationOf];
            let relations = document.references();
            let references = relations.iter().filter(|(relation, _)| lenders.contains(relation));
            let references: Vec<&str> = references
                .flat_map(|(_, references)| references.iter().map(|it| it.value.as_str()))
                .collect();
            // An id of another form is told, and becomes this when it is mended.
            let written = document.commitments().into_iter().flat_map(|written| &written.list);
            found.extend(written.filter_map(|one| slug::segment(&one.id)));
            if self.lookup.is_unsure(at) {
                let front_matter = document.source.text.get(..document.body.start).unwrap_or("");
                let may_refer =
                    ["extends", "translation_of"].iter().any(|it| front_matter.contains(it));
                if may_refer && references.is_empty() {
                    return None;
                }
                found.extend(ids_in(front_matter));
            }
            let Some(next) = references.first() else { return Some(found) };
            at = self.readable(document, next)?;
        }
        None
    }

    /// The id of the commitment to which an anchor on this page leads. Of a page of which not all is
    /// known, the kind may be another too.
    pub(super) fn commitment_of<'f>(&self, target: Anchors, fragment: &'f str) -> Option<&'f str> {
        let Anchors::Document(id) = target else { return None };
        let own = self.documents[id.index()].document.kind;
        let others = [Kind::Pledge, Kind::ActionPlan].into_iter();
        let others = others.filter(|_| self.is_unsure(target));
        let mut kinds = std::iter::once(own).chain(others);
        kinds.find_map(|kind| fragment.strip_prefix(kind.anchor("").as_str()))
    }

    /// The document that a reference leads to, if it could be read.
    fn readable(&self, from: &Document, reference: &str) -> Option<DocId> {
        let path = from.path().resolve(reference)?;
        match self.lookup.get(path.as_path()) {
            Some(PathTarget::Document(id)) => Some(id),
            Some(PathTarget::Broken) => match self.lookup.unsure(path.as_path()) {
                Some(PathTarget::Document(id)) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Everything in front matter that may be an id, or become one when somebody mends it.
fn ids_in(front_matter: &str) -> impl Iterator<Item = String> + '_ {
    let words = front_matter
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .map(|word| word.trim_matches('-').to_lowercase());
    let values = front_matter.lines().flat_map(|line| {
        let value = line.split_once(['=', ':']).map_or(line, |(_, value)| value);
        line.split(['"', '\'', '”']).chain([value]).filter_map(slug::segment)
    });
    words.chain(values).filter(|id| !id.is_empty())
}
