//! Files in which something required is missing or unreadable. They are linked with the others, so
//! that everything that is wrong with what they do say is reported at once, and then left out.

use std::collections::HashMap;

use super::linked::{LinkTarget, Linked, LinkedPlace};
use super::material::Material;
use crate::diagnostic::{Code, Problem};
use crate::model::DocId;
use crate::schema::Relation;

/// The unfinished files among what is being linked. Their ids come after those of all others.
pub struct Unfinished<'m> {
    material: &'m Material,
}

impl<'m> Unfinished<'m> {
    /// Adds the unfinished places; the documents have been there from the beginning.
    pub fn add(material: &'m Material, places: &mut Vec<LinkedPlace>) -> Unfinished<'m> {
        places.extend(material.unfinished_places.iter().cloned().map(LinkedPlace::new));
        Unfinished { material }
    }

    /// Removes them, and what leads to them, from what has been linked. Only what they say has been
    /// judged: problems with what they lack are removed as well, since it may be what could not be
    /// read.
    pub fn leave_out(
        self,
        documents: &mut Vec<Linked>,
        places: &mut Vec<LinkedPlace>,
        problems: &mut Vec<Problem>,
    ) {
        let Material { unfinished, unfinished_places, .. } = self.material;
        places.truncate(self.material.places.len());
        documents.truncate(self.material.documents.len());
        if unfinished.is_empty() && unfinished_places.is_empty() {
            return;
        }
        let is_left = |id: &DocId| id.index() < self.material.documents.len();
        documents.iter_mut().for_each(|linked| forget(linked, is_left));
        for place in places {
            forget_links(&mut place.links, is_left);
        }
        let mut sure: HashMap<&str, bool> = HashMap::new();
        sure.extend(unfinished.iter().map(|it| (&*it.document.source.path, it.is_sure)));
        sure.extend(unfinished_places.iter().map(|place| (&*place.source.path, true)));
        problems.retain(|problem| match sure.get(&*problem.source.path) {
            Some(is_sure) => problem.span.is_some() && (*is_sure || !needs_all(problem.code)),
            None => true,
        });
    }
}

/// Whether a problem may be that something else in the file could not be read: a follow-up whose
/// references are not all known may be of the document that has the commitment.
fn needs_all(code: Code) -> bool {
    matches!(code, Code::CommitmentMissing | Code::AnswerUnplanned)
}

/// Removes what leads from a document to others than those that are left. No other document has
/// been given anything by one that is not published.
fn forget(linked: &mut Linked, is_left: impl Fn(&DocId) -> bool) {
    for relation in Relation::ALL {
        let targets = linked.targets(*relation);
        if !targets.iter().all(&is_left) {
            let left = targets.iter().copied().filter(&is_left).collect();
            linked.relate(*relation, left);
        }
    }
    for outcome in &mut linked.outcomes {
        *outcome = outcome.filter(|(pledge, _)| is_left(pledge));
    }
    // The commitments of an unfinished pledge that this one extends.
    if linked.commitments.iter().any(|one| !is_left(&one.written_in)) {
        linked.commitments.clear();
        linked.commitments_from = None;
    }
    for commitment in &mut linked.commitments {
        commitment.same_as = commitment.same_as.filter(&is_left);
    }
    forget_links(&mut linked.links, is_left);
}

fn forget_links(links: &mut [LinkTarget], is_left: impl Fn(&DocId) -> bool) {
    for link in links {
        if let LinkTarget::Document(id, _) = link
            && !is_left(id)
        {
            *link = LinkTarget::Nowhere;
        }
    }
}
