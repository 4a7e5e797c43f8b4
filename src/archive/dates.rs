//! When a document is placed in time, and the state of an agreement or pledge on the given date.

use jiff::ToSpan;
use jiff::civil::Date;

use super::held::{Held, HeldUntil, Replaced, held};
use super::linked::{Effective, Linked};
use crate::diagnostic::Spanned;
use crate::model::{DatedBy, DocId, Document, PartialDate, Period, State};

/// Gives every document the date that places it in time.
pub fn effective(documents: &mut [Linked]) {
    for linked in documents {
        linked.effective = of_document(&linked.document);
    }
}

/// `signed`, otherwise `date`, otherwise the first day of the period, otherwise `announced`,
/// otherwise `published`.
fn of_document(document: &Document) -> Option<Effective> {
    let agreement = document.agreement();
    let value = |date: &Option<Spanned<PartialDate>>| date.as_ref().map(|date| date.value);
    let first_day = document.period().and_then(Period::first_day);
    let dates = [
        (DatedBy::Signed, agreement.and_then(|keys| value(&keys.signed))),
        (DatedBy::Date, document.date()),
        (DatedBy::Period, first_day.map(PartialDate::from)),
        (DatedBy::Announced, agreement.and_then(|keys| value(&keys.announced))),
        (DatedBy::Published, value(&document.archive.published)),
    ];
    dates.into_iter().find_map(|(by, date)| Some(Effective { date: date?, by }))
}

/// When every agreement and pledge was in force, and its state on the given date.
pub fn states(documents: &mut [Linked], today: Date) {
    let mut replaced = vec![Replaced::Never; documents.len()];
    for linked in documents.iter().filter(|linked| linked.published) {
        let begins = linked.begins();
        for DocId(earlier) in &linked.replaces {
            let known = &mut replaced[*earlier as usize];
            *known = match (*known, begins) {
                (Replaced::From(day), Some(other)) => Replaced::From(day.min(other)),
                (Replaced::Never | Replaced::SomeDay, Some(day)) => Replaced::From(day),
                (Replaced::From(day), None) => Replaced::From(day),
                (Replaced::Never | Replaced::SomeDay, None) => Replaced::SomeDay,
            };
        }
    }
    for (linked, replaced) in documents.iter_mut().zip(replaced) {
        let Some(agreement) = linked.document.agreement() else { continue };
        let (held, state) = held(agreement.into(), replaced, today);
        (linked.held, linked.state) = (Some(held), Some(state));
    }
}

impl Linked {
    /// When it begins as a document that replaces another: the later of its effective date and the
    /// beginning of its period. That it was public on some date does not say when it began.
    pub fn begins(&self) -> Option<Date> {
        let effective = self.effective.filter(|effective| effective.by != DatedBy::Published);
        let effective = effective.map(|effective| effective.date.first_day());
        let period = self.document.period().and_then(Period::first_day);
        effective.max(period)
    }

    /// The effective date with the precision of its source: a pledge that is dated by its period is
    /// from "2018", although it is placed in timelines by the first day of that year.
    pub fn date_as_known(&self) -> Option<PartialDate> {
        let effective = self.effective?;
        match (effective.by, self.document.period()) {
            (DatedBy::Period, Some(period)) => period.from(),
            _ => Some(effective.date),
        }
    }

    /// Whether it was signed more than a month after its period began, counted from the first day
    /// that the signing can mean.
    pub fn signed_late(&self) -> bool {
        self.document.agreement().is_some_and(|agreement| {
            let begins = agreement.period().and_then(Period::first_day);
            let month_later = begins.and_then(|begins| begins.checked_add(1.month()).ok());
            let signed = agreement.signed.as_ref().map(|signed| signed.value.first_day());
            signed.zip(month_later).is_some_and(|(signed, month_later)| signed > month_later)
        })
    }

    /// The last day on which it was in force, if that is known.
    pub fn last_day(&self) -> Option<Date> {
        self.held.and_then(Held::last)
    }

    /// Whether it is in force until further notice, so that nobody knows of the years to come.
    pub fn is_until_further_notice(&self) -> bool {
        self.state == Some(State::InForce)
            && self.held.is_some_and(|held| held.end == HeldUntil::FurtherNotice)
    }

    /// Whether it is no longer in force: ended, terminated or replaced.
    pub fn over(&self) -> bool {
        matches!(self.state, Some(State::Ended | State::Terminated | State::Replaced))
    }
}
