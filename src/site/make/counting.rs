//! How the commitments of pledges stand, and who says so.

use super::maker::Maker;
use crate::archive::{Linked, LinkedCommitment};
use crate::model::{Kind, Status};
use crate::site::view::Counting;

impl Maker<'_> {
    /// How the commitments of some pledges stand; `None` when none of these documents is a pledge.
    pub fn counting<'b>(&self, pledges: impl IntoIterator<Item = &'b Linked>) -> Option<Counting> {
        let mut counting = Counting::default();
        let mut any = false;
        for linked in pledges.into_iter().filter(|linked| linked.document.kind == Kind::Pledge) {
            any = true;
            if linked.commitments.is_empty() {
                counting.undivided += 1;
            }
            for commitment in &linked.commitments {
                counting.total += 1;
                let assessor = self.assessor(commitment);
                if let Some(who) = assessor.filter(|who| !counting.by.iter().any(|by| by == who)) {
                    counting.by.push(who.to_owned());
                }
                *match commitment.status {
                    Some(Status::Kept) => &mut counting.kept,
                    Some(Status::PartlyKept) => &mut counting.partly_kept,
                    Some(Status::NotKept) => &mut counting.not_kept,
                    Some(Status::Cancelled) => &mut counting.cancelled,
                    Some(Status::NotStarted) => &mut counting.not_started,
                    Some(Status::Ongoing) => &mut counting.ongoing,
                    Some(Status::NotAssessable) => &mut counting.not_assessable,
                    None => &mut counting.missing,
                } += 1;
            }
        }
        any.then_some(counting)
    }

    /// Who gave a commitment its status: the assessor of its latest outcome by the parties.
    fn assessor(&self, commitment: &LinkedCommitment) -> Option<&str> {
        commitment.history.iter().rev().find_map(|recorded| {
            let follow_up = self.archive.document(recorded.follow_up).document.follow_up();
            let keys = follow_up.filter(|keys| !keys.third_party)?;
            let outcome = keys.outcomes.get(recorded.index)?;
            outcome.status().is_some().then(|| keys.assessor(outcome))
        })
    }
}
