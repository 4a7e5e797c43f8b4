//! How pledges have been followed up, and which follow-ups are promised.

use crate::archive::{EntrySubject, TimelineEntry};
use crate::model::{DocId, Kind, PlannedState};
use crate::site::make::Maker;
use crate::site::make::owned::{OwnerGroup, PlaceMaker};
use crate::site::view::{Counted, CountedDocuments, EntryView, FollowUps, PrintedPromise};

impl Maker<'_> {
    /// What some documents say about follow-ups in words. A document that is both an agreement and
    /// a pledge is included only once.
    pub fn printed_promises(&self, ids: &[DocId]) -> Vec<PrintedPromise> {
        let mut told = Vec::new();
        let mut printed = Vec::new();
        for id in ids {
            let keys = self.archive.document(*id).document.agreement();
            let text = keys.and_then(|keys| keys.follow_ups_as_printed.clone());
            if let Some(text) = text.filter(|_| !told.contains(id)) {
                told.push(*id);
                printed.push(PrintedPromise { text, document: self.document_link(*id) });
            }
        }
        printed
    }
}

impl PlaceMaker<'_> {
    /// The answers for every group about which there is something to say.
    pub fn follow_ups(&self) -> Vec<FollowUps> {
        let groups = self.groups.iter().filter(|group| self.is_told(group));
        let told = groups.map(|group| self.follow_ups_of(group));
        let says = |told: &FollowUps| {
            told.counted.is_some()
                || !told.latest.is_empty()
                || !told.third_parties.is_empty()
                || told.next.is_some()
                || !told.missing.is_empty()
                || !told.printed.is_empty()
        };
        told.filter(says).collect()
    }

    fn follow_ups_of(&self, group: &OwnerGroup) -> FollowUps {
        let counts = self.stands_of(group, Kind::Pledge).counted;
        let told_of = [counts.clone(), self.stands_of(group, Kind::Agreement).counted].concat();
        let counted = self.counted(Counted::Commitments, &counts);
        let one_by_one = counted.as_ref().is_some_and(|counted| counted.counting.total > 0);
        let promises = [Kind::Pledge, Kind::Agreement].map(|kind| self.also_joint(group, kind));
        let mut latest = self.latest_follow_ups(&promises.concat());
        let of_own =
            |id: &DocId| self.linked(*id).follows_up.iter().any(|of| group.documents.contains(of));
        latest.retain(|id| !one_by_one && of_own(id));
        FollowUps {
            whose: self.whose(group),
            counted,
            latest: self.maker.document_links(&latest),
            third_parties: self.maker.document_links(&self.third_parties(&told_of)),
            next: self.next_follow_up(&[group]),
            missing: self.planned(&[group], PlannedState::Missing).rev().collect(),
            printed: self.maker.printed_promises(&told_of),
        }
    }

    /// Counts the commitments, or the measures, of some documents.
    pub fn counted(&self, of: Counted, ids: &[DocId]) -> Option<CountedDocuments> {
        let linked = || ids.iter().map(|id| self.linked(*id));
        let counting = self.maker.counting(of, linked())?;
        let divided = |id: &DocId| !self.linked(*id).commitments.is_empty();
        let (divided, undivided): (Vec<DocId>, Vec<DocId>) = ids.iter().copied().partition(divided);
        Some(CountedDocuments {
            counting,
            documents: self.maker.document_links(&divided),
            undivided: self.maker.document_links(&undivided),
        })
    }

    /// The follow-ups of some documents by somebody outside the agreement, in order of time.
    pub fn third_parties(&self, ids: &[DocId]) -> Vec<DocId> {
        let mut outside: Vec<DocId> = Vec::new();
        for id in ids.iter().flat_map(|id| self.linked(*id).follow_ups.iter().copied()) {
            if self.linked(id).document.is_by_outsiders() && !outside.contains(&id) {
                outside.push(id);
            }
        }
        outside
    }

    /// The latest follow-up of some documents by the parties themselves, several if they are equally
    /// late.
    pub fn latest_follow_ups(&self, ids: &[DocId]) -> Vec<DocId> {
        let own = |id: &DocId| self.linked(*id).document.is_by_parties();
        let date = |id: &DocId| self.linked(*id).effective.map(|effective| effective.date.order());
        let all = ids.iter().flat_map(|id| self.linked(*id).follow_ups.iter().copied());
        let mut own: Vec<DocId> = all.filter(own).collect();
        let last = own.iter().map(date).max();
        own.retain(|id| Some(date(id)) == last);
        // One that follows up several of the documents is in the list once for each.
        own.sort_unstable();
        own.dedup();
        own
    }

    /// The next promised follow-up, with every document that promises one for that date.
    pub fn next_follow_up(&self, groups: &[&OwnerGroup]) -> Option<EntryView> {
        let mut upcoming = self.planned(groups, PlannedState::Upcoming);
        let mut next = upcoming.next()?;
        let date = next.date;
        next.of.extend(upcoming.take_while(|entry| entry.date == date).flat_map(|entry| entry.of));
        Some(next)
    }

    /// The planned follow-ups of some groups' documents in one state, in order of time.
    pub fn planned<'b>(
        &'b self,
        groups: &'b [&OwnerGroup],
        state: PlannedState,
    ) -> impl DoubleEndedIterator<Item = EntryView> + 'b {
        let entries = self.place.timeline.iter().enumerate();
        let of_groups = entries.filter(move |(_, TimelineEntry { what, .. })| match what {
            EntrySubject::Planned(of, n) => {
                groups.iter().any(|group| group.documents.contains(of))
                    && self.linked(*of).planned[*n].state == state
            }
            EntrySubject::Document(_) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => false,
        });
        of_groups.map(|(n, _)| self.maker.entry(self.place, n))
    }
}
