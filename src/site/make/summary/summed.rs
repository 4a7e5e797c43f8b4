//! One sentence for all the places of a page, where a sentence for each of them would be too many.

use crate::model::{DocId, Kind, PlannedState};
use crate::site::make::owned::{OwnerGroup, PlaceMaker};
use crate::site::view::{SummedFollowUps, SummedInForce, SummedReports};

impl PlaceMaker<'_> {
    /// Whether a group is told of by itself: where the places are too many, only the page's own is.
    pub fn is_told(&self, group: &OwnerGroup) -> bool {
        self.many.is_empty() || group.owners == [self.id]
    }

    /// How many of the other places have documents of a kind that are in force. What several have
    /// together counts for each of them.
    pub fn summed_up(&self, kind: Kind) -> Option<SummedInForce> {
        let mut sum = SummedInForce::default();
        for place in &self.many {
            let groups = self.groups.iter().filter(|group| group.owners.contains(place));
            let documents: Vec<DocId> =
                groups.flat_map(|group| self.of_kind(group, kind)).collect();
            let stands = self.stands(&documents);
            sum.total += 1;
            *if !stands.in_force.is_empty() {
                &mut sum.in_force
            } else if !stands.unclear.is_empty() {
                &mut sum.unclear
            } else if !documents.is_empty() {
                &mut sum.not_in_force
            } else {
                &mut sum.none
            } += 1;
        }
        (sum.none < sum.total).then_some(sum)
    }

    /// What the other places promise and lack.
    pub fn summed_follow_ups(&self) -> Option<SummedFollowUps> {
        let others: Vec<&OwnerGroup> =
            self.groups.iter().filter(|group| !self.is_told(group)).collect();
        let missing = self.planned(&others, PlannedState::Missing).count();
        (!others.is_empty()).then(|| SummedFollowUps {
            next: self.next_follow_up(&others),
            missing: u32::try_from(missing).unwrap_or(u32::MAX),
        })
    }

    /// How many of the other places have a situation report.
    pub fn summed_reports(&self) -> Option<SummedReports> {
        let with = self.many.iter().filter(|place| {
            let mut groups = self.groups.iter().filter(|group| group.owners.contains(place));
            groups.any(|group| !self.of_kind(group, Kind::SituationReport).is_empty())
        });
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (with, total) = (number(with.count()), number(self.many.len()));
        (with > 0).then_some(SummedReports { with, total })
    }
}
