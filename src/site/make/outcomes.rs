//! Commitments with what came of them, and what a follow-up says of them.

use super::Maker;
use super::entry::in_page;
use crate::archive::{Linked, LinkedCommitment, RecordedOutcome};
use crate::site::view::{CommitmentView, OutcomeView, Standing, StatementView};

impl Maker<'_> {
    pub(super) fn commitment(
        &self,
        linked: &Linked,
        commitment: &LinkedCommitment,
    ) -> Option<CommitmentView> {
        let written = self.archive.commitment(commitment)?;
        let outcomes = |third_party: bool| -> Vec<OutcomeView> {
            commitment
                .history
                .iter()
                .rev()
                .filter_map(|recorded| self.outcome(recorded, third_party))
                .collect()
        };
        let anchor = format!("lofte-{}", written.id.value);
        Some(CommitmentView {
            id: written.id.value.clone(),
            text: written.text.clone(),
            by: written.by.clone(),
            target: written.target.clone(),
            place: written.place.clone(),
            status: commitment.status,
            standing: Standing { status: commitment.status, over: linked.over() },
            history: outcomes(false),
            third_party: outcomes(true),
            same_as: commitment.same_as.map(|id| {
                let mut link = self.document_link(id);
                link.href = format!("{}#{anchor}", link.href);
                link
            }),
            anchor,
        })
    }

    /// Who gave a commitment its status: the assessor of its latest outcome by the parties.
    pub(super) fn assessor(&self, commitment: &LinkedCommitment) -> Option<&str> {
        commitment.history.iter().rev().find_map(|recorded| {
            let follow_up = self.archive.document(recorded.follow_up).document.follow_up();
            let keys = follow_up.filter(|keys| !keys.third_party)?;
            let outcome = keys.outcomes.get(recorded.index)?;
            Some(outcome.assessed_by.as_ref().unwrap_or(&keys.assessed_by).as_str())
        })
    }

    fn outcome(&self, recorded: &RecordedOutcome, third_party: bool) -> Option<OutcomeView> {
        let follow_up = &self.archive.document(recorded.follow_up).document;
        let keys = follow_up.follow_up().filter(|keys| keys.third_party == third_party)?;
        let outcome = keys.outcomes.get(recorded.index)?;
        Some(OutcomeView {
            date: keys.date.value,
            status: outcome.status.value,
            text: outcome.text.clone(),
            value: outcome.value.clone(),
            assessed_by: outcome.assessed_by.clone().unwrap_or_else(|| keys.assessed_by.clone()),
            href: self.way(&follow_up.address),
            title: follow_up.common.title.value.clone(),
        })
    }

    /// A follow-up's own outcomes, each with the commitment it means.
    pub(super) fn statements(&self, linked: &Linked) -> Vec<StatementView> {
        let Some(keys) = linked.document.follow_up() else { return Vec::new() };
        keys.outcomes
            .iter()
            .zip(&linked.outcomes)
            .filter_map(|(outcome, meant)| {
                let (pledge, n) = (*meant)?;
                let of = self.document_link(pledge);
                let commitment = self.archive.document(pledge).commitments.get(n)?;
                let written = self.archive.commitment(commitment)?;
                Some(StatementView {
                    commitment: written.text.clone(),
                    href: in_page(&of.href, &written.id.value),
                    of,
                    status: outcome.status.value,
                    text: outcome.text.clone(),
                    value: outcome.value.clone(),
                    assessed_by: outcome.assessed_by.clone(),
                })
            })
            .collect()
    }
}
