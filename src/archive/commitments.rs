//! Commitments and their outcomes: which pledge an outcome is about, the history of each
//! commitment, and its latest status.

use rayon::prelude::*;

use super::duplicates;
use super::linked::{Linked, LinkedCommitment, RecordedOutcome};
use super::lookup::{Lookup, PathTarget};
use crate::diagnostic::{Code, Problem, Text};
use crate::model::document::{Commitment, Outcome};
use crate::model::{DocId, Kind, Standing};
use crate::nearest::{COMPARED, did_you_mean, listed, nearest, slips};
use crate::piece::PIECE;
use crate::text;

/// Gives every pledge its commitments, and every commitment its history.
pub fn link(documents: &mut [Linked], lookup: &Lookup, problems: &mut Vec<Problem>) {
    let of_pledge = |n: usize| {
        let id = DocId::nth(n);
        if documents[n].document.is_translation() {
            return None;
        }
        let written_in = writer(documents, id)?;
        let count = commitments_written(documents, written_in);
        let commitments = (0..count).map(|index| LinkedCommitment {
            written_in,
            index,
            standing: Standing::None,
            history: Vec::new(),
            same_as: same(documents, id, written_in, index),
        });
        Some((written_in, commitments.collect()))
    };
    let all: Vec<Option<(DocId, Vec<LinkedCommitment>)>> =
        (0..documents.len()).into_par_iter().with_max_len(PIECE).map(of_pledge).collect();
    for (n, (linked, found)) in documents.iter_mut().zip(all).enumerate() {
        let Some((written_in, commitments)) = found else { continue };
        linked.commitments_from = (written_in != DocId::nth(n)).then_some(written_in);
        linked.commitments = commitments;
    }
    let of_follow_up = |n: usize| {
        let follow_up = documents[n].document.follow_up()?;
        let mut missing = 0;
        let found = follow_up.outcomes.iter().map(|outcome| {
            let compare = missing < COMPARED;
            let found = find(documents, DocId::nth(n), outcome, lookup, compare);
            missing += usize::from(found.is_err());
            found
        });
        Some(found.collect())
    };
    let all: Vec<Option<Vec<FoundCommitment>>> =
        (0..documents.len()).into_par_iter().with_max_len(PIECE).map(of_follow_up).collect();
    for (linked, found) in documents.iter_mut().zip(all) {
        let meant = found.into_iter().flatten().map(|meant| {
            meant.unwrap_or_else(|problem| {
                problems.push(*problem);
                None
            })
        });
        linked.outcomes = meant.collect();
        problems.append(&mut duplicates::outcomes(linked));
    }
    record(documents);
}

fn commitments_written(documents: &[Linked], id: DocId) -> usize {
    documents[id.index()].document.commitments().map_or(0, |written| written.list.len())
}

/// The pledge in which the commitments of this one are written: itself, or the first along
/// `extends` that has any.
fn writer(documents: &[Linked], id: DocId) -> Option<DocId> {
    let mut at = id;
    // A chain cannot be longer than the number of documents; this ends cycles too.
    for _ in 0..documents.len() {
        documents[at.index()].document.commitments()?;
        if commitments_written(documents, at) > 0 {
            return Some(at);
        }
        at = *documents[at.index()].extends.first()?;
        if at == id {
            return None;
        }
    }
    None
}

/// The extended pledge that has a commitment of the same id.
fn same(documents: &[Linked], id: DocId, written_in: DocId, index: usize) -> Option<DocId> {
    let own = documents[written_in.index()].document.commitments()?;
    let wanted = &own.list.get(index)?.id.value;
    documents[id.index()].extends.iter().copied().filter(|extended| *extended != id).find(
        |extended| {
            writer(documents, *extended)
                .and_then(|written_in| documents[written_in.index()].document.commitments())
                .is_some_and(|written| written.list.iter().any(|c| c.id.value == *wanted))
        },
    )
}

/// The pledge, and the index of its commitment; `None` if a problem reported elsewhere explains why
/// there is none.
type FoundCommitment = Result<Option<(DocId, usize)>, Box<Problem>>;

/// Finds the commitment that an outcome is about. If there is none and `compare` is set, the id is
/// compared with those that exist.
fn find(
    documents: &[Linked],
    follow_up: DocId,
    outcome: &Outcome,
    lookup: &Lookup,
    compare: bool,
) -> FoundCommitment {
    let linked = &documents[follow_up.index()];
    let Some(commitment) = outcome.commitment() else { return Ok(None) };
    let written = &commitment.value;
    let fail = |message: Text, help: Text| {
        Err(Box::new(Problem::at(
            Code::CommitmentMissing,
            &linked.document.source,
            commitment.span.clone(),
            message,
            help,
        )))
    };
    let all_resolved = linked
        .document
        .follow_up()
        .is_some_and(|keys| keys.follows_up.len() == linked.follows_up.len());
    let (candidates, id) = match written.rsplit_once('#') {
        Some((path, id)) => {
            let target =
                linked.document.path().resolve(path).and_then(|path| lookup.get(path.as_path()));
            match target {
                Some(PathTarget::Broken) => return Ok(None),
                Some(PathTarget::Document(target)) if linked.follows_up.contains(&target) => {
                    (vec![target], id)
                }
                _ if !all_resolved => return Ok(None),
                _ => {
                    return fail(
                        text!(
                            "”{path}” är inget av dokumenten som följs upp.",
                            "“{path}” is not one of the documents followed up."
                        ),
                        text!(
                            "Skriv samma sökväg som under follows_up, sedan # och åtagandets id.",
                            "Write the same path as under follows_up, then # and the commitment's id."
                        ),
                    );
                }
            }
        }
        None => (linked.follows_up.clone(), written.as_str()),
    };
    let found: Vec<(DocId, usize)> = candidates
        .iter()
        .filter_map(|pledge| Some((*pledge, position(documents, *pledge, id)?)))
        .collect();
    match found.as_slice() {
        [one] => Ok(Some(*one)),
        [] if candidates.is_empty() || !all_resolved => Ok(None),
        [] => {
            let known: Vec<&str> =
                candidates.iter().flat_map(|pledge| ids(documents, *pledge)).collect();
            let is_plan = |id: &DocId| documents[id.index()].document.is(Kind::ActionPlan);
            let measures = candidates.iter().all(is_plan);
            let nearest = || nearest(id, known.iter().copied(), slips(id));
            let help = match (compare.then(nearest).flatten(), known.is_empty()) {
                (Some(nearest), _) => did_you_mean(nearest),
                (None, true) => nothing_to_judge(&documents[candidates[0].index()]),
                (None, false) => {
                    let Text { sv, en } = listed(known.iter().map(|id| (*id).to_owned()));
                    if measures {
                        text!("Åtgärderna har id: {sv}.", "The measures' ids are: {en}.")
                    } else {
                        text!("Åtagandena har id: {sv}.", "The commitments' ids are: {en}.")
                    }
                }
            };
            let message = if measures {
                text!(
                    "Ingen åtgärd med id ”{id}” finns i det som följs upp.",
                    "There is no measure with the id “{id}” in what is followed up."
                )
            } else {
                text!(
                    "Inget åtagande med id ”{id}” finns i det som följs upp.",
                    "There is no commitment with the id “{id}” in what is followed up."
                )
            };
            fail(message, help)
        }
        _ => fail(
            text!(
                "Åtagandet ”{id}” finns i flera av dokumenten som följs upp, så det går inte att veta vilket som menas.",
                "The commitment “{id}” is in several of the documents followed up, so it is not known which is meant."
            ),
            text!(
                "Skriv sökvägen framför, samma som under follows_up: ”….md#{id}”.",
                "Write the path before it, the same as under follows_up: “….md#{id}”."
            ),
        ),
    }
}

/// What to do about an outcome of a commitment when what is followed up has none.
fn nothing_to_judge(followed: &Linked) -> Text {
    let document = &followed.document;
    if document.is(Kind::ActionPlan) {
        return text!(
            "Åtgärdsplanen har inga åtgärder att sätta resultat på. Lägg till dem där, under [[commitments]], eller skriv resultatet för hela åtgärdsplanen, med bara text under [[outcomes]].",
            "The action plan has no measures to give results to. Add them there, under [[commitments]], or write the result for the whole action plan, with only text under [[outcomes]]."
        );
    }
    if document.is_pledge() {
        return text!(
            "Medborgarlöftet har inga åtaganden att sätta resultat på. Lägg till dem där, under [[commitments]], eller skriv resultatet för hela medborgarlöftet, med bara text under [[outcomes]].",
            "The pledge has no commitments to give results to. Add them there, under [[commitments]], or write the result for the whole pledge, with only text under [[outcomes]]."
        );
    }
    if document.is(Kind::Agreement) {
        return text!(
            "Överenskommelsen har inga åtaganden att sätta resultat på. Skriv resultatet för hela överenskommelsen, med bara text under [[outcomes]].",
            "The agreement has no commitments to give results to. Write the result for the whole agreement, with only text under [[outcomes]]."
        );
    }
    text!(
        "Det som följs upp har inga åtaganden att sätta resultat på. Skriv resultatet för helheten, med bara text under [[outcomes]].",
        "What is followed up has no commitments to give results to. Write the result for the whole, with only text under [[outcomes]]."
    )
}

fn ids(documents: &[Linked], pledge: DocId) -> impl Iterator<Item = &str> {
    documents[pledge.index()]
        .commitments
        .iter()
        .filter_map(|commitment| written(documents, commitment))
        .map(|commitment| commitment.id.value.as_str())
}

fn position(documents: &[Linked], pledge: DocId, id: &str) -> Option<usize> {
    ids(documents, pledge).position(|known| known == id)
}

/// A commitment as written.
pub fn written<'a>(
    documents: &'a [Linked],
    commitment: &LinkedCommitment,
) -> Option<&'a Commitment> {
    documents[commitment.written_in.index()].document.commitments()?.list.get(commitment.index)
}

/// Adds every published outcome to the history of its commitment. The standing of a commitment is
/// the latest dated verdict of the parties themselves; of equal dates the later path counts.
fn record(documents: &mut [Linked]) {
    let mut recorded: Vec<(DocId, usize, RecordedOutcome)> = Vec::new();
    let mut follow_ups: Vec<DocId> = (0..documents.len())
        .map(DocId::nth)
        .filter(|id| {
            let linked = &documents[id.index()];
            linked.published && linked.document.follow_up().is_some()
        })
        .collect();
    follow_ups.sort_by_cached_key(|id| {
        (documents[id.index()].effective.map(|effective| effective.date.order()), *id)
    });
    for follow_up in follow_ups {
        for (index, meant) in documents[follow_up.index()].outcomes.iter().enumerate() {
            if let Some((pledge, commitment)) = meant {
                recorded.push((*pledge, *commitment, RecordedOutcome { follow_up, index }));
            }
        }
    }
    for (pledge, commitment, outcome) in recorded {
        let own = documents[outcome.follow_up.index()]
            .document
            .follow_up()
            .filter(|keys| !keys.third_party)
            .and_then(|keys| keys.outcomes.get(outcome.index))
            .map(Outcome::status);
        if let Some(linked) = documents[pledge.index()].commitments.get_mut(commitment) {
            linked.history.push(outcome);
            linked.standing = match (own, linked.standing) {
                (Some(Some(status)), _) => Standing::Judged(status),
                // A later result without a verdict does not remove one.
                (Some(None), Standing::Judged(status)) => Standing::Judged(status),
                (Some(None), _) => Standing::Reported,
                (None, standing) => standing,
            };
        }
    }
    for n in 0..documents.len() {
        if !followed_up_as_a_whole(documents, DocId::nth(n)) {
            continue;
        }
        for commitment in &mut documents[n].commitments {
            if commitment.standing == Standing::None {
                commitment.standing = Standing::AsAWhole;
            }
        }
    }
}

/// Whether a follow-up by the parties themselves is about a document but says nothing of its
/// commitments one by one.
fn followed_up_as_a_whole(documents: &[Linked], id: DocId) -> bool {
    let follow_ups = documents[id.index()].follow_ups.iter();
    let mut follow_ups = follow_ups.map(|follow_up| &documents[follow_up.index()]);
    follow_ups.any(|follow_up| is_of_the_whole(follow_up, |of| of == id))
}

/// Whether a follow-up is by the parties themselves and has no outcome for any commitment of a
/// document.
pub fn is_of_the_whole(follow_up: &Linked, is_the_document: impl Fn(DocId) -> bool) -> bool {
    follow_up.document.is_by_parties()
        && !follow_up.outcomes.iter().flatten().any(|(of, _)| is_the_document(*of))
}
