//! Documents that refer back to themselves.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;
use rayon::prelude::*;

use super::linked::Linked;
use crate::diagnostic::{Code, Problem};
use crate::model::DocId;
use crate::model::document::Reference;
use crate::schema::Relation;
use crate::text;

/// A document cannot replace, extend, build on or translate itself, not even through others.
pub fn cycles(documents: &[Linked], problems: &mut Vec<Problem>) {
    let relations: Vec<Relation> =
        Relation::ALL.iter().copied().filter(|relation| !relation.facts().may_circle).collect();
    let found: Vec<(Relation, Vec<SelfReference>)> = relations
        .into_par_iter()
        .map(|relation| (relation, leading_back(documents, relation)))
        .collect();
    for (relation, back) in found {
        let key = relation.as_str();
        for SelfReference { from, to } in back {
            let document = &documents[from.index()].document;
            let target = documents[to.index()].document.path();
            let leads_there = |reference: &&Reference| {
                let meant = document.path().resolve(reference);
                meant.is_some_and(|path| path.as_path() == target)
            };
            let references = document.references();
            let mut own = references.iter().filter(|(own, _)| *own == relation);
            let reference = own.find_map(|(_, references)| references.iter().find(leads_there));
            let span = reference.map_or(0..0, |reference| reference.span.clone());
            problems.push(Problem::at(
                Code::ReferenceCycle,
                &document.source,
                span,
                text!(
                    "Dokumentet leder tillbaka till sig självt genom ”{key}”.",
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

/// A document that can be reached from itself, and the first of its references on the way.
struct SelfReference {
    from: DocId,
    to: DocId,
}

/// The documents that can be reached from themselves: those with a reference within their strongly
/// connected component. A document that is only between two cycles is in neither. This is
/// Kosaraju's algorithm and not Tarjan's, since only the former is implemented without recursion in
/// petgraph, and a chain may be as long as the archive.
fn leading_back(documents: &[Linked], relation: Relation) -> Vec<SelfReference> {
    let ids = || (0..documents.len()).map(DocId::nth);
    let targets = |id: DocId| documents[id.index()].targets(relation);
    let edges: Vec<(u32, u32)> =
        ids().flat_map(|from| targets(from).iter().map(move |to| (from.0, to.0))).collect();
    if edges.is_empty() {
        return Vec::new();
    }
    let graph = DiGraph::<(), ()>::from_edges(edges);
    let mut component = vec![0; documents.len().max(graph.node_count())];
    for (n, members) in kosaraju_scc(&graph).into_iter().enumerate() {
        for member in members {
            component[member.index()] = n;
        }
    }
    let same = |a: DocId, b: DocId| component[a.index()] == component[b.index()];
    ids()
        .filter_map(|from| {
            let to = *targets(from).iter().find(|to| same(from, **to))?;
            Some(SelfReference { from, to })
        })
        .collect()
}
