//! Which documents of one kind are in force, or may be, and which were the latest. What a place has
//! together with others counts for it too: nobody is told that nothing is in force while a joint
//! document is.

use crate::model::{DatedBy, DocId, Kind, State};
use crate::site::make::owned::{OwnerGroup, PlaceMaker};

/// A group's own documents of one kind, divided by whether they are in force.
#[derive(Default)]
pub struct Stands {
    pub in_force: Vec<DocId>,
    /// Documents that may or may not be in force; the newest first.
    pub unclear: Vec<DocId>,
    /// Documents whose period has not begun, the first to begin first.
    pub upcoming: Vec<DocId>,
    /// If nothing is in force: the latest that no longer is. If one of them is the group's own, the
    /// joint ones that are equally late are among them.
    pub latest: Vec<DocId>,
    /// The documents whose commitments are counted: those in force, otherwise the latest of those
    /// that have begun.
    pub counted: Vec<DocId>,
    /// Whether any document may be in force although it is not certain, or a joint one is.
    pub may_hold: bool,
    /// Whether there is more to say of the documents that the owners have together with others.
    pub told_together: bool,
}

impl Stands {
    /// Whether there is nothing to say, because what the owners have together with others says it.
    pub fn is_told_elsewhere(&self) -> bool {
        self.told_together
            && [&self.in_force, &self.unclear, &self.upcoming, &self.latest]
                .into_iter()
                .all(Vec::is_empty)
    }
}

impl PlaceMaker<'_> {
    /// Divides a group's documents of a kind, in view of what its owners have together with others.
    pub fn stands_of(&self, group: &OwnerGroup, kind: Kind) -> Stands {
        let all = self.also_joint(group, kind);
        let mut stands = self.stands(&all);
        let is_own = |id: &DocId| group.documents.contains(id);
        let told = [&stands.in_force, &stands.unclear, &stands.latest];
        stands.told_together = told.into_iter().flatten().any(|id| !is_own(id));
        stands.may_hold |= stands.in_force.iter().any(|id| !is_own(id));
        for ids in
            [&mut stands.in_force, &mut stands.unclear, &mut stands.upcoming, &mut stands.counted]
        {
            ids.retain(is_own);
        }
        if !stands.latest.iter().any(is_own) {
            stands.latest.clear();
        }
        stands
    }

    /// Divides some documents.
    pub fn stands(&self, documents: &[DocId]) -> Stands {
        let state = |id: &DocId| self.linked(*id).state.unwrap_or(State::Unknown);
        let of = |wanted: State| documents.iter().copied().filter(move |id| state(id) == wanted);
        let in_force: Vec<DocId> = of(State::InForce).collect();
        // Undated documents are last in the timeline, but the ones about which most is known should
        // be first.
        let dated = |id: &DocId| self.linked(*id).effective.is_some();
        let (dated, undated): (Vec<DocId>, Vec<DocId>) = of(State::Unknown).partition(dated);
        let unclear: Vec<DocId> = dated.into_iter().rev().chain(undated).collect();
        let archive = self.maker.archive;
        let is_seen = |id: DocId| documents.contains(&id);
        let mut latest = Vec::new();
        if in_force.is_empty() {
            // A document that may still be in force is compared if its beginning is known: if it
            // began later, no other document was the latest.
            let comparable = |id: &DocId| {
                let period = self.linked(*id).document.period();
                self.linked(*id).over()
                    || (state(id) == State::Unknown
                        && period.is_some_and(|period| period.has_beginning()))
            };
            latest = archive.latest_among(documents.iter().copied().filter(comparable), is_seen);
            if !latest.iter().all(|id| self.linked(*id).over()) {
                latest.clear();
            }
        }
        let counted = if in_force.is_empty() {
            let begun = documents.iter().copied().filter(|id| self.has_begun(*id));
            let begun = archive.latest_among(begun, is_seen);
            if begun.is_empty() { archive.latest(unclear.iter().copied()) } else { begun }
        } else {
            in_force.clone()
        };
        Stands {
            upcoming: of(State::Upcoming).collect(),
            may_hold: !unclear.is_empty(),
            told_together: false,
            in_force,
            unclear,
            latest,
            counted,
        }
    }

    /// Whether a document is known to have begun. An announcement of it, or a day on which it was
    /// public, does not begin anything.
    fn has_begun(&self, id: DocId) -> bool {
        let linked = self.linked(id);
        let dated = linked.effective.filter(|effective| effective.by == DatedBy::Date);
        let first = linked.held.and_then(|held| held.first);
        let begins = first.or(dated.map(|effective| effective.date.first_day()));
        linked.over() || begins.is_some_and(|begins| begins <= self.maker.archive.today)
    }
}
