//! Entries as pages list them: those of a place, those across places, and those grouped by year.

use std::collections::HashMap;
use std::sync::Arc;

use super::chart;
use super::maker::Maker;
use crate::archive::{EntrySubject, LinkedPlace};
use crate::model::{DocId, PartialDate, PlaceId, PlannedState};
use crate::site::scale::Shared;
use crate::site::view::{ANCHOR, Charted, EntryView, Listed, YearGroup};

/// A promised follow-up that was published in the year for which it was promised does not need an
/// entry of its own: the follow-up's entry says when it was promised. One that is missing, still to
/// come or published in another year has its own entry.
struct AnsweredPromises {
    /// For each follow-up of the timeline, the dates for which it was promised, in order of time.
    promised: HashMap<DocId, Vec<PartialDate>>,
    /// Whether such an entry covers each promise, by index in the timeline.
    told: Vec<bool>,
}

impl Maker<'_> {
    /// What the pages of a place share.
    pub fn shared(&self, id: PlaceId) -> Arc<Shared> {
        let make = || {
            let chart = chart::of_place(&self.anywhere(), id);
            Shared { entries: self.listed(id), chart: chart.map(Charted::new) }
        };
        match self.recent {
            Some(recent) => recent.shared(id, make),
            None => Arc::new(make()),
        }
    }

    /// The entries of a place's timeline as lists show them.
    fn listed(&self, id: PlaceId) -> Vec<Option<Listed>> {
        let place = self.archive.place(id);
        let answered = self.answered(place);
        let anywhere = self.anywhere();
        let listed = |(n, told): (usize, &bool)| {
            if *told {
                return None;
            }
            let entry = anywhere.entry(place, n);
            let promised = match &place.timeline[n].what {
                EntrySubject::Document(document) => answered.promised.get(document).cloned(),
                EntrySubject::Planned(..) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => None,
            };
            let promised = promised.unwrap_or_default();
            let entry = EntryView { anchor: ANCHOR.to_string(), promised, ..entry };
            Some(Listed::new(entry, anywhere.entry_places(place, id, n), n))
        };
        answered.told.iter().enumerate().map(listed).collect()
    }

    fn answered(&self, place: &LinkedPlace) -> AnsweredPromises {
        let year = |date: Option<PartialDate>| date.map(PartialDate::calendar_year);
        let documents = place.timeline.iter().filter_map(|entry| match entry.what {
            EntrySubject::Document(id) => Some((id, year(entry.date))),
            EntrySubject::Planned(..) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => None,
        });
        let years: HashMap<DocId, Option<i16>> = documents.collect();
        let mut promised: HashMap<DocId, Vec<PartialDate>> = HashMap::new();
        let mut tell = |what: &EntrySubject| {
            let EntrySubject::Planned(document, n) = what else { return false };
            let planned = &self.archive.document(*document).planned[*n];
            let Some(answer) = planned.answered_by else { return false };
            let same_year = years.get(&answer) == Some(&year(Some(planned.date)));
            let told = planned.state == PlannedState::Published && same_year;
            if told {
                let dates = promised.entry(answer).or_default();
                // Several documents may have promised it for the same day.
                if !dates.contains(&planned.date) {
                    dates.push(planned.date);
                }
            }
            told
        };
        let told = place.timeline.iter().map(|entry| tell(&entry.what)).collect();
        AnsweredPromises { promised, told }
    }

    /// The entry of a document in a list across places, as the n-th of that list.
    pub fn listed_across(&self, id: DocId, n: usize) -> Listed {
        let anywhere = self.anywhere();
        let entry = anywhere.document_entry(id, false);
        let entry = EntryView { anchor: ANCHOR.to_string(), ..entry };
        Listed::new(entry, anywhere.places_across(id), n)
    }

    /// Entries grouped by year, newest first; those without a date are last. `year_page` gives the
    /// address of a year's own page, if it has one.
    pub fn year_groups(
        &self,
        newest_first: impl Iterator<Item = Listed>,
        year_page: impl Fn(i16) -> Option<String>,
    ) -> Vec<YearGroup> {
        let mut groups: Vec<YearGroup> = Vec::new();
        for listed in newest_first {
            let year = listed.entry.date.map(PartialDate::calendar_year);
            match groups.last_mut() {
                Some(group) if group.year == year => group.entries.push(listed),
                _ => groups.push(YearGroup {
                    year,
                    href: year.and_then(&year_page),
                    entries: vec![listed],
                    elsewhere: 0,
                }),
            }
        }
        groups
    }
}
