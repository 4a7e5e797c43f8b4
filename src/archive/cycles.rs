//! Documents that lead back to themselves.

use rayon::prelude::*;

use super::Linked;
use crate::diagnostic::{Code, Problem};
use crate::model::document::{Particulars, Reference};
use crate::model::{DocId, Document};
use crate::text;

/// A document cannot replace, extend, build on or translate itself, not even by way of others.
pub fn cycles(documents: &[Linked], problems: &mut Vec<Problem>) {
    type Targets = fn(&Linked) -> &[DocId];
    let relations: [(&str, Targets); 4] = [
        ("replaces", |linked| &linked.replaces),
        ("extends", |linked| &linked.extends),
        ("builds_on", |linked| &linked.builds_on),
        ("translation_of", |linked| linked.translation_of.as_slice()),
    ];
    let found: Vec<(&str, Vec<DocId>)> =
        relations.into_par_iter().map(|(key, of)| (key, in_cycles(documents, of))).collect();
    for (key, ids) in found {
        for id in ids {
            let document = &documents[id.index()].document;
            let reference = first_reference(document, key);
            let span = reference.map_or(0..0, |reference| reference.span.clone());
            problems.push(Problem::at(
                Code::ReferenceCycle,
                &document.source,
                span,
                text!(
                    "Handlingen leder tillbaka till sig själv genom ”{key}”.",
                    "The document leads back to itself through “{key}”."
                ),
                text!(
                    "Följ hänvisningarna från fil till fil och ta bort den som pekar åt fel håll.",
                    "Follow the references from file to file and remove the one that points the wrong way."
                ),
            ));
        }
    }
}

/// Documents that can be reached from themselves, found without recursion: a document is in a cycle
/// if it is left when those that lead nowhere, and those nobody leads to, have been taken away.
fn in_cycles(documents: &[Linked], targets: fn(&Linked) -> &[DocId]) -> Vec<DocId> {
    if documents.iter().all(|linked| targets(linked).is_empty()) {
        return Vec::new();
    }
    let n = documents.len();
    let mut backward: Vec<Vec<usize>> = vec![Vec::new(); n];
    let mut out: Vec<usize> = vec![0; n];
    for (from, linked) in documents.iter().enumerate() {
        for target in targets(linked) {
            backward[target.index()].push(from);
            out[from] += 1;
        }
    }
    let mut left = vec![true; n];
    let mut done: Vec<usize> = (0..n).filter(|at| out[*at] == 0).collect();
    while let Some(at) = done.pop() {
        left[at] = false;
        for from in &backward[at] {
            out[*from] -= 1;
            if out[*from] == 0 && left[*from] {
                done.push(*from);
            }
        }
    }
    let mut into: Vec<usize> = vec![0; n];
    for (_, linked) in documents.iter().enumerate().filter(|(from, _)| left[*from]) {
        for target in targets(linked) {
            into[target.index()] += 1;
        }
    }
    let mut done: Vec<usize> = (0..n).filter(|at| left[*at] && into[*at] == 0).collect();
    while let Some(at) = done.pop() {
        left[at] = false;
        for target in targets(&documents[at]) {
            let target = target.index();
            into[target] = into[target].saturating_sub(1);
            if into[target] == 0 && left[target] {
                done.push(target);
            }
        }
    }
    (0..n).filter(|at| left[*at]).map(DocId::nth).collect()
}

fn first_reference<'a>(document: &'a Document, key: &str) -> Option<&'a Reference> {
    match (key, &document.particulars) {
        ("translation_of", Particulars::Page(page)) => page.translation_of.as_ref(),
        ("builds_on", Particulars::ActionPlan(plan)) => plan.builds_on.first(),
        _ => document.agreement().and_then(|agreement| match key {
            "replaces" => agreement.replaces.first(),
            "extends" => agreement.extends.first(),
            _ => agreement.builds_on.first(),
        }),
    }
}
