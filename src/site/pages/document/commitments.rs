//! Commitments with their outcomes, and the outcomes of a follow-up.

use super::view::{CommitmentView, OutcomeView, StatementOf, StatementView};
use crate::archive::{Linked, LinkedCommitment, RecordedOutcome};
use crate::model::document::OutcomeOf;
use crate::model::{DocId, Standing};
use crate::site::make::{Maker, in_page};
use crate::site::view::{DocumentLink, StandingWord};

/// A commitment of a pledge, with its history.
pub fn view_of(
    maker: &Maker<'_>,
    linked: &Linked,
    commitment: &LinkedCommitment,
) -> Option<CommitmentView> {
    let written = maker.archive.commitment(commitment)?;
    let outcomes = |third_party: bool| -> Vec<OutcomeView> {
        commitment
            .history
            .iter()
            .rev()
            .filter_map(|recorded| outcome(maker, recorded, third_party))
            .collect()
    };
    let anchor = linked.document.kind.anchor(&written.id.value);
    Some(CommitmentView {
        id: written.id.value.clone(),
        text: written.text.clone(),
        by: written.by.clone(),
        target: written.target.clone(),
        place: written.place.clone(),
        when: written.when.clone(),
        cause: written.cause.clone(),
        indicator: written.indicator.clone(),
        baseline: written.baseline.clone(),
        goal: written.goal.clone(),
        standing: StandingWord { standing: commitment.standing, over: linked.over() },
        whole: match commitment.standing {
            Standing::AsAWhole => maker.document_links(&of_the_whole(maker, linked)),
            Standing::Judged(_) | Standing::Reported | Standing::None => Vec::new(),
        },
        history: outcomes(false),
        third_party: outcomes(true),
        same_as: commitment.same_as.map(|id| {
            let mut link = maker.document_link(id);
            link.href = format!("{}#{anchor}", link.href);
            link
        }),
        anchor,
    })
}

/// The follow-ups of a document as a whole.
fn of_the_whole(maker: &Maker<'_>, linked: &Linked) -> Vec<DocId> {
    let whole = linked.follow_ups.iter().copied();
    whole.filter(|id| maker.archive.is_of_the_whole(*id, linked)).collect()
}

fn outcome(
    maker: &Maker<'_>,
    recorded: &RecordedOutcome,
    third_party: bool,
) -> Option<OutcomeView> {
    let linked = maker.archive.document(recorded.follow_up);
    let follow_up = &linked.document;
    let keys = follow_up.follow_up().filter(|keys| keys.third_party == third_party)?;
    let outcome = keys.outcomes.get(recorded.index)?;
    let version = maker.version_link(maker.archive.shown(recorded.follow_up));
    Some(OutcomeView {
        date: linked.effective?.date,
        status: outcome.status(),
        text: outcome.text.clone(),
        value: outcome.value.clone(),
        assessed_by: keys.assessor(outcome).to_owned(),
        href: version.href,
        title: version.text,
    })
}

/// The outcomes of a follow-up, each with its commitment. An outcome of the whole has none.
pub fn statements(maker: &Maker<'_>, linked: &Linked) -> Vec<StatementView> {
    let Some(keys) = linked.document.follow_up() else { return Vec::new() };
    keys.outcomes
        .iter()
        .zip(&linked.outcomes)
        .filter_map(|(outcome, meant)| {
            let (of, by) = match &outcome.of {
                OutcomeOf::Commitment { .. } => {
                    let (pledge, n) = (*meant)?;
                    let of = maker.document_link(pledge);
                    let commitment = maker.archive.document(pledge).commitments.get(n)?;
                    let written = maker.archive.commitment(commitment)?;
                    let text = written.text.clone();
                    let href = in_page(&of.href, of.kind, &written.id.value);
                    let language = &maker.archive.document(pledge).document.common.language;
                    let language = maker.language(language.as_deref());
                    (Some(StatementOf { text, language, href, of }), Vec::new())
                }
                OutcomeOf::Whole { by } => (None, by.clone()),
            };
            Some(StatementView {
                of,
                by,
                status: outcome.status(),
                text: outcome.text.clone(),
                value: outcome.value.clone(),
                assessed_by: outcome.assessed_by.clone(),
            })
        })
        .collect()
}

/// The document that all of some outcomes are about, if more than one is about a commitment.
pub fn stated_of(outcomes: &[StatementView]) -> Option<DocumentLink> {
    let mut documents = outcomes.iter().filter_map(|outcome| Some(&outcome.of.as_ref()?.of));
    let (first, second) = (documents.next()?, documents.next()?);
    (first == second && documents.all(|other| other == first)).then(|| first.clone())
}
