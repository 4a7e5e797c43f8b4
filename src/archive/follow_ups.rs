//! Planned follow-ups: promised for a date, and answered by a follow-up or not.

use jiff::civil::Date;

use super::linked::{Linked, Planned};
use super::order::order_of_document;
use crate::diagnostic::{Code, Problem};
use crate::model::{DocId, PartialDate, PlannedState};
use crate::text;

/// Finds the answers: by `answers`, otherwise the latest planned date that has begun by the date of
/// the follow-up. A follow-up by a third party does not count as the one that was promised, unless
/// it has `answers`.
pub fn link(documents: &mut [Linked], today: Date, problems: &mut Vec<Problem>) {
    unplanned_answers(documents, problems);
    for n in 0..documents.len() {
        let linked = &documents[n];
        let Some(agreement) = linked.document.agreement() else { continue };
        // Its original promises them.
        if linked.document.is_translation() {
            continue;
        }
        let mut dates: Vec<PartialDate> =
            agreement.follow_ups_planned.iter().map(|planned| planned.value).collect();
        dates.sort_by_key(|date| date.order());
        dates.dedup();
        let mut answers: Vec<Vec<DocId>> = vec![Vec::new(); dates.len()];
        for id in &linked.follow_ups {
            let Some(follow_up) = documents[id.index()].document.follow_up() else { continue };
            if let Some(chosen) = &follow_up.answers {
                for answer in chosen {
                    if let Some(at) = dates.iter().position(|date| *date == answer.value) {
                        answers[at].push(*id);
                    }
                }
            } else if !follow_up.third_party {
                let own = documents[id.index()].effective.map(|own| own.date.last_day());
                if let Some(at) = dates.iter().rposition(|date| Some(date.first_day()) <= own) {
                    answers[at].push(*id);
                }
            }
        }
        let planned = dates
            .into_iter()
            .zip(answers)
            .map(|(date, ids)| {
                let answered_by =
                    ids.into_iter().min_by_key(|id| order_of_document(&documents[id.index()], *id));
                let state = match answered_by {
                    Some(_) => PlannedState::Published,
                    None if date.last_day() < today => PlannedState::Missing,
                    None => PlannedState::Upcoming,
                };
                Planned { date, state, answered_by }
            })
            .collect();
        documents[n].planned = planned;
    }
}

/// Checks that `answers` has only dates that one of the documents followed up has planned.
fn unplanned_answers(documents: &[Linked], problems: &mut Vec<Problem>) {
    for linked in documents {
        let Some(follow_up) = linked.document.follow_up() else { continue };
        let planned: Vec<PartialDate> = linked
            .follows_up
            .iter()
            .filter_map(|id| documents[id.index()].document.agreement())
            .flat_map(|agreement| agreement.follow_ups_planned.iter().map(|date| date.value))
            .collect();
        // A reference that could not be resolved has been reported, and may be to the document that
        // planned it.
        if linked.follows_up.len() < follow_up.follows_up.len() {
            continue;
        }
        for answer in follow_up.answers.iter().flatten() {
            if planned.contains(&answer.value) {
                continue;
            }
            let date = answer.value;
            let list = planned.iter().map(PartialDate::to_string).collect::<Vec<_>>().join(", ");
            let help = if list.is_empty() {
                text!(
                    "Dokumentet som följs upp har ingen ”follow_ups_planned”. Ta bort raden ”answers”, eller lägg till datumet där.",
                    "The document followed up has no “follow_ups_planned”. Remove the line “answers”, or add the date there."
                )
            } else {
                text!(
                    "Utlovat: {list}. Rätta datumet, eller ta bort answers: då räknas det senast utlovade.",
                    "Promised: {list}. Correct the date, or remove answers: then the latest promised date counts."
                )
            };
            problems.push(Problem::at(
                Code::AnswerUnplanned,
                &linked.document.source,
                answer.span.clone(),
                text!(
                    "Ingen uppföljning är utlovad till {date} i det som följs upp.",
                    "No follow-up is promised for {date} in what is followed up."
                ),
                help,
            ));
        }
    }
}
