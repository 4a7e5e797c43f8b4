//! The written references between documents, resolved and tried, and their inverses.

use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::cycles::cycles;
use super::linked::Linked;
use super::lookup::{Lookup, Target};
use super::material::{Drafts, Material};
use super::order::order_of_document;
use super::references::{draft, missing, not_a_document, wrong_kind};
use crate::diagnostic::Problem;
use crate::lock::held;
use crate::model::document::{Particulars, Reference};
use crate::model::{DocId, Document, Kind};

/// Every document with its references resolved; what other stages fill in is left empty.
pub fn link(
    material: &Material,
    lookup: &Lookup,
    drafts: Drafts,
    problems: &mut Vec<Problem>,
) -> Vec<Linked> {
    let published = |document: &Document| drafts.publish(document);
    let found = Mutex::new(Vec::new());
    let resolved = material.documents.par_iter().map(|document| {
        let mut problems = Vec::new();
        let published = &published;
        let mut linked = Linked::new(document.clone(), published(document));
        Resolver { material, lookup, document, published, problems: &mut problems }
            .fill(&mut linked);
        if !problems.is_empty() {
            held(&found).append(&mut problems);
        }
        linked
    });
    let documents: Vec<Linked> = resolved.collect();
    problems.append(&mut held(&found));
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
        let archive = |kind: Kind| kind.is_archive();
        let same = |kind: Kind| kind == document.kind;
        if let Some(agreement) = document.agreement() {
            linked.replaces = self.all(&agreement.replaces, same);
            linked.extends = self.all(&agreement.extends, same);
            linked.builds_on = self.all(&agreement.builds_on, archive);
        }
        match &document.particulars {
            Particulars::Pledge(_, pledge) => {
                linked.agreement = pledge
                    .agreement
                    .as_ref()
                    .and_then(|reference| self.one(reference, |kind| kind == Kind::Agreement));
            }
            Particulars::FollowUp(follow_up) => {
                linked.follows_up = self.all(&follow_up.follows_up, |kind| {
                    matches!(kind, Kind::Pledge | Kind::Agreement)
                });
            }
            Particulars::ActionPlan(plan) => linked.builds_on = self.all(&plan.builds_on, archive),
            Particulars::Notice(notice) => linked.about = self.all(&notice.about, archive),
            Particulars::Page(page) => {
                linked.translation_of = page
                    .translation_of
                    .as_ref()
                    .and_then(|reference| self.one(reference, |kind| kind == Kind::Page));
            }
            Particulars::Agreement(_) | Particulars::SituationReport(_) => {}
        }
    }

    fn all(&mut self, references: &[Reference], fits: impl Fn(Kind) -> bool) -> Vec<DocId> {
        let mut ids: Vec<DocId> = Vec::new();
        for reference in references {
            if let Some(id) = self.one(reference, &fits)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    fn one(&mut self, reference: &Reference, fits: impl Fn(Kind) -> bool) -> Option<DocId> {
        let from = self.document.path();
        let source = &self.document.source;
        let problem = match from.resolve(reference).and_then(|path| self.lookup.get(path.as_path()))
        {
            Some(Target::Broken) => return None,
            Some(Target::Document(id)) => {
                let target = &self.material.documents[id.index()];
                if !fits(target.kind) {
                    wrong_kind(source, reference, target.kind)
                } else if (self.published)(self.document) && !(self.published)(target) {
                    draft(source, reference)
                } else {
                    return Some(id);
                }
            }
            Some(Target::Place(id)) => {
                wrong_kind(source, reference, self.material.places[id.index()].kind())
            }
            Some(Target::File(_)) => not_a_document(source, reference),
            None => missing(source, from, reference, self.lookup),
        };
        self.problems.push(problem);
        None
    }
}

/// The other direction of every relation, from published documents only, in order of time.
pub fn inverses(documents: &mut [Linked]) {
    let mut order: Vec<DocId> = (0..documents.len()).map(DocId::nth).collect();
    order.sort_by_cached_key(|id| order_of_document(&documents[id.index()], *id));
    for from in order {
        if !documents[from.index()].published {
            continue;
        }
        let linked = &mut documents[from.index()];
        let agreement = linked.agreement;
        let translation_of = linked.translation_of;
        let lists = [
            linked.replaces.clone(),
            linked.extends.clone(),
            linked.builds_on.clone(),
            linked.follows_up.clone(),
            linked.about.clone(),
        ];
        if let Some(to) = agreement {
            documents[to.index()].pledges.push(from);
        }
        if let Some(to) = translation_of {
            documents[to.index()].translations.push(from);
        }
        for (relation, targets) in lists.into_iter().enumerate() {
            for to in targets {
                let target = &mut documents[to.index()];
                match relation {
                    0 => target.replaced_by.push(from),
                    1 => target.extended_by.push(from),
                    2 => target.built_on_by.push(from),
                    3 => target.follow_ups.push(from),
                    _ => target.notices.push(from),
                }
            }
        }
    }
}
