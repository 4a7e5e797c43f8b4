//! The references between documents, resolved and checked, and their inverses.

use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::cycles::cycles;
use super::linked::Linked;
use super::lookup::{Lookup, PathTarget};
use super::material::{Drafts, Material};
use super::order::order_of_document;
use super::references::{draft, missing, not_a_document, wrong_kind};
use super::translations::{of_a_translation, original_of};
use crate::diagnostic::Problem;
use crate::lock::locked;
use crate::model::document::Reference;
use crate::model::{DocId, Document};
use crate::schema::Relation;

/// Every document with its references resolved, and after them the unfinished ones; what other
/// stages fill in is left empty.
pub fn link(
    material: &Material,
    lookup: &Lookup,
    drafts: Drafts,
    problems: &mut Vec<Problem>,
) -> Vec<Linked> {
    let published = |document: &Document| drafts.publish(document);
    let found = Mutex::new(Vec::new());
    let whole = material.documents.par_iter().map(|document| (document, true));
    let unfinished = material.unfinished.par_iter().map(|it| (&it.document, false));
    let resolved = whole.chain(unfinished).map(|(document, is_whole)| {
        let mut problems = Vec::new();
        let published = &published;
        let mut linked = Linked::new(document.clone(), is_whole && published(document));
        Resolver { material, lookup, document, published, problems: &mut problems }
            .fill(&mut linked);
        if !problems.is_empty() {
            locked(&found).append(&mut problems);
        }
        linked
    });
    let documents: Vec<Linked> = resolved.collect();
    problems.append(&mut locked(&found));
    cycles(&documents, problems);
    documents
}

struct Resolver<'a> {
    material: &'a Material,
    lookup: &'a Lookup<'a>,
    document: &'a Arc<Document>,
    published: &'a (dyn Fn(&Document) -> bool + Sync),
    problems: &'a mut Vec<Problem>,
}

impl Resolver<'_> {
    fn fill(&mut self, linked: &mut Linked) {
        let document = self.document;
        for (relation, references) in document.references() {
            let targets = self.all(references, relation);
            // What a translation says of other documents is what its original says of them.
            if relation == Relation::TranslationOf || !document.is_translation() {
                linked.relate(relation, targets);
            }
        }
    }

    fn all(&mut self, references: &[Reference], relation: Relation) -> Vec<DocId> {
        let mut ids: Vec<DocId> = Vec::new();
        for reference in references {
            if let Some(id) = self.one(reference, relation)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    fn one(&mut self, reference: &Reference, relation: Relation) -> Option<DocId> {
        let from = self.document.path();
        let source = &self.document.source;
        let problem = match from.resolve(reference).and_then(|path| self.lookup.get(path.as_path()))
        {
            Some(PathTarget::Broken) => return None,
            Some(PathTarget::Document(id)) => {
                let (id, target) = match self.beyond_translation(id, reference, relation) {
                    Ok(id) => (id, self.material.document(id)),
                    Err(problem) => {
                        self.problems.extend(problem.map(|problem| *problem));
                        return None;
                    }
                };
                if !fits(relation, self.document, target) {
                    wrong_kind(source, reference, target.kind, relation)
                } else if (self.published)(self.document) && !(self.published)(target) {
                    draft(source, reference)
                } else {
                    return Some(id);
                }
            }
            Some(PathTarget::Place(id)) => {
                let kind = self.material.places[id.index()].kind();
                wrong_kind(source, reference, kind, relation)
            }
            Some(PathTarget::File(_)) => not_a_document(source, reference),
            None => {
                missing(source, from, reference, self.lookup);
                return None;
            }
        };
        self.problems.push(problem);
        None
    }

    /// The document that a reference means: if it leads to a translation, the original of that. A
    /// follow-up or another translation must say so itself.
    fn beyond_translation(
        &self,
        id: DocId,
        reference: &Reference,
        relation: Relation,
    ) -> Result<DocId, Option<Box<Problem>>> {
        let target = self.material.document(id);
        if !target.is_translation() {
            return Ok(id);
        }
        let original = original_of(target, self.lookup);
        match relation {
            Relation::FollowsUp | Relation::TranslationOf => {
                let own = original.map(|id| self.material.document(id));
                let leads_back = own.is_some_and(|own| Arc::ptr_eq(own, self.document));
                if leads_back && relation == Relation::TranslationOf {
                    // That is a circle, which is reported as one.
                    return Ok(id);
                }
                let own = own.map(|own| &**own);
                Err(Some(Box::new(of_a_translation(self.document, reference, relation, own))))
            }
            Relation::Agreement
            | Relation::Replaces
            | Relation::Extends
            | Relation::BuildsOn
            | Relation::About
            | Relation::Predecessors => original.ok_or(None),
        }
    }
}

/// Whether one document may refer to another with this relation. A paper that is both an agreement
/// and a pledge is accepted wherever either of them is, at both ends.
fn fits(relation: Relation, from: &Document, to: &Document) -> bool {
    from.roles().any(|from| to.roles().any(|to| relation.fits(from, to)))
}

/// The inverse of every relation: only from published documents, in order of time.
pub fn inverses(documents: &mut [Linked]) {
    let mut order: Vec<DocId> = (0..documents.len()).map(DocId::nth).collect();
    order.sort_by_cached_key(|id| order_of_document(&documents[id.index()], *id));
    for from in order {
        if !documents[from.index()].published {
            continue;
        }
        for relation in Relation::ALL {
            for to in documents[from.index()].targets(*relation).to_vec() {
                documents[to.index()].add_source(*relation, from);
            }
        }
    }
}
