//! Entries as pages list them: a place's own, those across places, and under their years.

use std::collections::HashMap;
use std::sync::Arc;

use super::chart;
use super::maker::Maker;
use crate::archive::{EntrySubject, LinkedPlace};
use crate::model::{DocId, PartialDate, PlaceId, PlannedState};
use crate::site::scale::Shared;
use crate::site::view::{ANCHOR, Charted, EntryView, Listed, YearGroup};

/// A promised follow-up that came in the year that it was promised for needs no entry of its own:
/// the follow-up's says when it was promised. What is missing, still to come or came in another
/// year has one.
struct Answered {
    /// Of each follow-up of the timeline: what it was promised for, in order of time.
    promised: HashMap<DocId, Vec<PartialDate>>,
    /// The promises told by those, by their place in the timeline.
    told: Vec<bool>,
}

impl Maker<'_> {
    /// What the pages of a place share.
    pub fn shared(&self, id: PlaceId) -> Arc<Shared> {
        let make = || {
            let chart = chart::of_place(&self.anywhere(), id, self.archive.place(id));
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
            let entry = anywhere.entry(place, id, n);
            let promised = match &place.timeline[n].what {
                EntrySubject::Document(document) => answered.promised.get(document).cloned(),
                EntrySubject::Planned(..) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => None,
            };
            let promised = promised.unwrap_or_default();
            let entry = EntryView { anchor: ANCHOR.to_string(), promised, ..entry };
            Some(Listed::new(entry, n))
        };
        answered.told.iter().enumerate().map(listed).collect()
    }

    fn answered(&self, place: &LinkedPlace) -> Answered {
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
                // Several documents may have promised it for one day.
                if !dates.contains(&planned.date) {
                    dates.push(planned.date);
                }
            }
            told
        };
        let told = place.timeline.iter().map(|entry| tell(&entry.what)).collect();
        Answered { promised, told }
    }

    /// A document's entry in a list across places, where it is the n-th.
    pub fn listed_across(&self, id: DocId, n: usize) -> Listed {
        let entry = self.anywhere().document_entry(id, None);
        Listed::new(EntryView { anchor: ANCHOR.to_string(), ..entry }, n)
    }

    /// Entries under their years, newest first; those without a date last. `year_page` says where a
    /// year has a page of its own.
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
                }),
            }
        }
        groups
    }
}
