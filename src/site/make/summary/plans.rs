//! Situation reports and action plans: how old they are, whether they are in force, who decided on
//! them and when they were followed up; and what the law requires.

use jiff::Unit;
use jiff::civil::{self, Date, DateDifference};

use super::stands::Stands;
use crate::archive::Linked;
use crate::model::place::PlaceKeys;
use crate::model::{DocId, Kind, PartialDate};
use crate::site::make::owned::{OwnerGroup, PlaceMaker};
use crate::site::view::{Age, Counted, PlanFacts, Plans, Reports};

/// When the law (2023:196) began to require situation reports and action plans.
const LAW_IN_FORCE: Date = civil::date(2023, 7, 1);

impl PlaceMaker<'_> {
    /// `None` if the archive has neither.
    pub fn plans(&self) -> Option<Plans> {
        let groups = self.groups.iter().filter(|group| self.is_told(group));
        let reports: Vec<Reports> = groups.flat_map(|group| self.reports(group)).collect();
        let reports_summed = self.summed_reports();
        let plans = self.answer(Kind::ActionPlan);
        if reports.is_empty() && reports_summed.is_none() && plans.none {
            return None;
        }
        let municipality = match &self.place.place.particulars {
            PlaceKeys::Municipality(_) => true,
            PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => false,
        };
        let is_bound = municipality && self.maker.archive.today >= LAW_IN_FORCE;
        let law = is_bound.then(|| PartialDate::from(LAW_IN_FORCE));
        Some(Plans { reports, reports_summed, plans, law })
    }

    /// The latest situation reports of a group, by the last day that they cover; those that are
    /// about the same time together. One that the owners have together with others may be later.
    fn reports(&self, group: &OwnerGroup) -> Vec<Reports> {
        let own = self.of_kind(group, Kind::SituationReport);
        let all = self.also_joint(group, Kind::SituationReport);
        let last = all.iter().filter_map(|id| about_until(self.linked(*id))).max();
        let latest = own.into_iter().filter(|id| about_until(self.linked(*id)) == last);
        let mut reports: Vec<Reports> = Vec::new();
        for id in latest {
            let linked = self.linked(id);
            let period = linked.document.period();
            let date = linked.effective.map(|effective| effective.date);
            let date = date.filter(|_| period.is_none());
            let same =
                reports.iter_mut().find(|other| (other.period, other.date) == (period, date));
            match same {
                Some(other) => other.documents.push(self.maker.document_link(id)),
                None => reports.push(Reports {
                    whose: self.whose(group).filter(|_| reports.is_empty()),
                    documents: vec![self.maker.document_link(id)],
                    period,
                    date,
                    age: self.age_of(linked),
                }),
            }
        }
        reports
    }

    /// The facts about a group's action plans apart from whether they are in force.
    pub fn plan_facts(&self, stands: &Stands, documents: &[DocId]) -> PlanFacts {
        let follow_ups = self.latest_follow_ups(documents);
        let last = follow_ups.first().map(|id| self.linked(*id));
        let several = documents.len() > 1;
        let of = follow_ups.iter().flat_map(|id| self.linked(*id).follows_up.iter().copied());
        let mut followed: Vec<DocId> =
            of.filter(|id| several && self.linked(*id).document.is(Kind::ActionPlan)).collect();
        followed.sort_unstable();
        followed.dedup();
        // Many plans are not divided into measures, so that is not told as a lack.
        let counted = self.counted(Counted::Measures, &stands.counted);
        PlanFacts {
            counted: counted.filter(|counted| counted.counting.total > 0),
            follow_ups: self.maker.document_links(&follow_ups),
            followed: self.maker.document_links(&followed),
            third_parties: self.maker.document_links(&self.third_parties(&stands.counted)),
            follow_up_age: last.and_then(|last| self.age_of(last)),
        }
    }

    /// How old a document is, counted from the last day that it covers; `None` if that is in the
    /// future, or if only that is certain.
    fn age_of(&self, linked: &Linked) -> Option<Age> {
        let day = about_until(linked)?;
        let covered = linked.document.period().and_then(|period| period.last_day());
        let exact = |date: PartialDate| date.first_day() == date.last_day();
        let at_least =
            covered.is_none() && linked.effective.is_some_and(|effective| !exact(effective.date));
        let difference = DateDifference::new(self.maker.archive.today).largest(Unit::Year);
        let span = day.until(difference).ok()?;
        let whole = |n: i16| u32::try_from(n).ok();
        let (years, months) = (whole(span.get_years())?, u32::try_from(span.get_months()).ok()?);
        let told = self.maker.archive.today >= day && (!at_least || years + months > 0);
        told.then_some(Age { years, months, at_least })
    }
}

/// The last day that a document covers, otherwise the last that its date can mean.
fn about_until(linked: &Linked) -> Option<Date> {
    let period = linked.document.period();
    let dated = linked.effective.map(|effective| effective.date.last_day());
    period.and_then(|period| period.last_day()).or(dated)
}
