//! When a document stands in time, and how an agreement or pledge stands on the day.

use jiff::civil::Date;

use super::linked::{Effective, Linked};
use crate::model::document::{Covering, Particulars};
use crate::model::{DatedBy, DocId, PartialDate, State};

/// `signed`, else `date`, else the period's first day, else `announced`.
pub fn effective(documents: &mut [Linked]) {
    for linked in documents {
        let by = |by: DatedBy| move |date: PartialDate| Effective { date, by };
        linked.effective = match &linked.document.particulars {
            Particulars::Agreement(agreement) | Particulars::Pledge(agreement, _) => agreement
                .signed
                .as_ref()
                .map(|signed| by(DatedBy::Signed)(signed.value))
                .or_else(|| {
                    agreement
                        .period
                        .value
                        .map(|period| by(DatedBy::Period)(period.first_day().into()))
                })
                .or_else(|| {
                    agreement.announced.as_ref().map(|day| by(DatedBy::Announced)(day.value))
                }),
            Particulars::FollowUp(follow_up) => Some(by(DatedBy::Date)(follow_up.date.value)),
            Particulars::SituationReport(covering) | Particulars::ActionPlan(covering) => {
                of_covering(covering)
            }
            Particulars::Notice(notice) => Some(by(DatedBy::Date)(notice.date.value)),
            Particulars::Page(_) => None,
        };
    }
}

fn of_covering(covering: &Covering) -> Option<Effective> {
    if let Some(date) = &covering.date {
        return Some(Effective { date: date.value, by: DatedBy::Date });
    }
    let period = covering.period.as_ref()?.value?;
    Some(Effective { date: period.first_day().into(), by: DatedBy::Period })
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
        linked.state = Some(match (last, period) {
            (Some((day, state)), _) if day < today => state,
            (_, None) => State::Unknown,
            (_, Some(period)) if today < period.first_day() => State::Upcoming,
            (Some(_), Some(_)) => State::InForce,
            (None, Some(_)) => State::Unknown,
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
        .map(|period| period.first_day());
    effective.max(period)
}

impl Linked {
    /// The effective date as precise as its source has it: a pledge that is dated by its period is
    /// from "2018", though it stands in a timeline by that year's first day.
    pub fn date_as_known(&self) -> Option<PartialDate> {
        let effective = self.effective?;
        let period = match &self.document.particulars {
            Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
                keys.period.as_ref().and_then(|period| period.value)
            }
            _ => self.document.agreement().and_then(|agreement| agreement.period.value),
        };
        match (effective.by, period) {
            (DatedBy::Period, Some(period)) => Some(period.from()),
            _ => Some(effective.date),
        }
    }

    /// Signed after the period began.
    pub fn signed_late(&self) -> bool {
        self.document.agreement().is_some_and(|agreement| {
            match (&agreement.signed, agreement.period.value) {
                (Some(signed), Some(period)) => signed.value.first_day() > period.first_day(),
                _ => false,
            }
        })
    }

    /// It is history: ended, terminated or replaced.
    pub fn over(&self) -> bool {
        matches!(self.state, Some(State::Ended | State::Terminated | State::Replaced))
    }
}
