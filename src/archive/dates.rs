//! When a document stands in time, and how an agreement or pledge stands on the day.

use jiff::civil::Date;

use super::linked::{Effective, Linked};
use crate::diagnostic::Spanned;
use crate::model::{DatedBy, DocId, Document, PartialDate, Period, State};

/// Gives every document the date by which it stands in time.
pub fn effective(documents: &mut [Linked]) {
    for linked in documents {
        linked.effective = of_document(&linked.document);
    }
}

/// `signed`, else `date`, else the period's first day, else `announced`, else `published`.
fn of_document(document: &Document) -> Option<Effective> {
    let agreement = document.agreement();
    let value = |date: &Option<Spanned<PartialDate>>| date.as_ref().map(|date| date.value);
    let first_day = document.period().flatten().and_then(Period::first_day);
    let dates = [
        (DatedBy::Signed, agreement.and_then(|keys| value(&keys.signed))),
        (DatedBy::Date, document.date()),
        (DatedBy::Period, first_day.map(PartialDate::from)),
        (DatedBy::Announced, agreement.and_then(|keys| value(&keys.announced))),
        (DatedBy::Published, value(&document.archive.published)),
    ];
    dates.into_iter().find_map(|(by, date)| Some(Effective { date: date?, by }))
}

/// The state of every agreement and pledge on the day, and its last day in force.
pub fn states(documents: &mut [Linked], today: Date) {
    let mut replaced_from: Vec<Option<Date>> = vec![None; documents.len()];
    for linked in documents.iter().filter(|linked| linked.published) {
        let Some(begins) = begins(linked) else { continue };
        for DocId(replaced) in &linked.replaces {
            let known = &mut replaced_from[*replaced as usize];
            *known = Some(known.map_or(begins, |earlier: Date| earlier.min(begins)));
        }
    }
    for (linked, replaced_from) in documents.iter_mut().zip(replaced_from) {
        let Some(agreement) = linked.document.agreement() else { continue };
        let period = agreement.period.value;
        let ends = [
            period.and_then(|period| period.last_day()).map(|day| (day, State::Ended)),
            agreement.ended.as_ref().map(|ended| (ended.date.value.last_day(), State::Terminated)),
            replaced_from.and_then(|day| day.yesterday().ok()).map(|day| (day, State::Replaced)),
        ];
        // Of equal days the first in this list names the state.
        let last = ends.into_iter().flatten().min_by_key(|(day, _)| *day);
        linked.last_day = last.map(|(day, _)| day);
        let begun = agreement.first_day().map(|first| first <= today);
        linked.state = Some(match (last, period) {
            (Some((day, state)), _) if day < today => state,
            (_, None) => State::Unknown,
            (_, Some(_)) if begun == Some(false) => State::Upcoming,
            (_, Some(period)) if period.is_further_notice() => State::InForce,
            (Some(_), Some(_)) if begun == Some(true) => State::InForce,
            (_, Some(_)) => State::Unknown,
        });
    }
}

/// When a replacing document begins: the later of its effective date and its period's start.
fn begins(linked: &Linked) -> Option<Date> {
    let effective = linked.effective.map(|effective| effective.date.first_day());
    let period = linked
        .document
        .agreement()
        .and_then(|agreement| agreement.period.value)
        .and_then(Period::first_day);
    effective.max(period)
}

impl Linked {
    /// The effective date as precise as its source has it: a pledge that is dated by its period is
    /// from "2018", though it stands in a timeline by that year's first day.
    pub fn date_as_known(&self) -> Option<PartialDate> {
        let effective = self.effective?;
        match (effective.by, self.document.period().flatten()) {
            (DatedBy::Period, Some(period)) => period.from(),
            _ => Some(effective.date),
        }
    }

    /// Signed after the period began.
    pub fn signed_late(&self) -> bool {
        self.document.agreement().is_some_and(|agreement| {
            let begins = agreement.period.value.and_then(Period::first_day);
            let signed = agreement.signed.as_ref().map(|signed| signed.value.first_day());
            signed.zip(begins).is_some_and(|(signed, begins)| signed > begins)
        })
    }

    /// It is history: ended, terminated or replaced.
    pub fn over(&self) -> bool {
        matches!(self.state, Some(State::Ended | State::Terminated | State::Replaced))
    }
}
