//! A place's timeline, its embedded version and its years.

use super::{Head, Maker};
use crate::archive::{LinkedPlace, What};
use crate::model::place::PlaceKeys;
use crate::model::{Address, DocId, Kind, PartialDate, PlaceId, PlannedState, State, register};
use crate::site::view::{
    Body, DocumentLink, Entry, InForce, Link, Listed, NameView, PlaceHead, PlaceYearView,
    TimelineView, View,
};

impl Maker<'_> {
    pub(super) fn place_head(&self, id: PlaceId) -> PlaceHead {
        let place = &self.archive.place(id).place;
        let mut head = PlaceHead {
            kind: place.kind(),
            id: place.id.clone(),
            title: place.common.title.value.clone(),
            href: self.way(&place.address),
            code: None,
            county: None,
            region: None,
            police_district: None,
            from: None,
            until: None,
        };
        match &place.particulars {
            PlaceKeys::Municipality(municipality) => {
                head.code = Some(municipality.code.clone());
                head.county =
                    register::by_code(&municipality.code).map(|known| known.county.to_owned());
            }
            PlaceKeys::PoliceArea(area) => {
                head.region.clone_from(&area.region);
                head.police_district.clone_from(&area.police_district);
                (head.from, head.until) = (area.from, area.until);
            }
            PlaceKeys::District(district) => {
                (head.from, head.until) = (district.from, district.until);
            }
        }
        head
    }

    pub(super) fn timeline(&self, id: PlaceId) -> View {
        let (view, depends) = self.timeline_view(id);
        let place = self.archive.place(id);
        let head = self.place_page(id, place.place.common.title.value.clone(), depends);
        let head = Head { breadcrumb: self.trail_to_place(id, false), ..head };
        self.view(head, Body::Timeline(Box::new(view)))
    }

    pub(super) fn embed(&self, id: PlaceId) -> View {
        let (view, depends) = self.timeline_view(id);
        let title = &self.archive.place(id).place.common.title.value;
        let title = self.plan.labels.embedded.replace("{title}", title);
        let head = self.place_page(id, title, depends);
        let mut view = self.view(head, Body::Embed(Box::new(view)));
        // The same content as the timeline: that is the address to be known by.
        view.page.canonical = self.absolute(self.archive.place(id).place.address.as_str());
        view
    }

    fn place_page(&self, id: PlaceId, title: String, depends_on_day: bool) -> Head {
        let place = self.archive.place(id);
        Head {
            description: place.place.common.summary.as_ref().map(|summary| summary.value.clone()),
            feed: Some(Address::made(format!("{}feed.xml", place.place.address.parent()))),
            as_of: depends_on_day.then(|| self.today()),
            ..Head::titled(self.unique_place_title(id, title))
        }
    }

    /// A municipality and a police area may bear one name.
    fn unique_place_title(&self, id: PlaceId, title: String) -> String {
        if !self.plan.namesakes.contains(&id) {
            return title;
        }
        let own = self.archive.place(id);
        let labels = &self.plan.labels;
        let kind = match own.place.kind() {
            Kind::PoliceArea => &labels.police_area,
            Kind::District => &labels.district,
            _ => &labels.municipality,
        };
        format!("{title} ({kind}, {})", own.place.id)
    }

    fn timeline_view(&self, id: PlaceId) -> (TimelineView, bool) {
        let place = self.archive.place(id);
        let common = &place.place.common;
        let agreements = self.in_force(place, Kind::Agreement);
        let pledges = self.in_force(place, Kind::Pledge);
        let counted = self.counted(place);
        let planned = |state: PlannedState| {
            place.timeline.iter().enumerate().filter(move |(_, entry)| match &entry.what {
                What::Planned(document, n) => {
                    self.archive.document(*document).planned[*n].state == state
                }
                _ => false,
            })
        };
        let next = planned(PlannedState::Upcoming).next().map(|(n, _)| self.entry(place, id, n));
        let missing: Vec<Entry> =
            planned(PlannedState::Missing).rev().map(|(n, _)| self.entry(place, id, n)).collect();
        let shared = self.shared(id);
        let (listed, chart) = (&shared.entries, shared.chart.clone());
        let depends = self.place_depends_on_day(place)
            || next.is_some()
            || chart.as_ref().is_some_and(|charted| charted.chart.today_x.is_some());
        let dated = place.timeline.iter().rposition(|entry| entry.date.is_some());
        let split = dated.map_or(0, |last| last + 1);
        let newest_first = (0..split).rev().chain(split..place.timeline.len());
        let folder = place.place.address.parent();
        let years = self.year_groups(newest_first.filter_map(|n| listed[n].clone()), |year| {
            Some(self.way_to(&format!("{folder}{year}/index.html")))
        });
        let body = &place.place.body;
        let view = TimelineView {
            place: self.place_head(id),
            introduction: (!body.text.trim().is_empty()).then(|| self.prose(body, &place.links)),
            conflicts: super::provenance::conflicts(common),
            sources: super::provenance::sources(common),
            agreements,
            pledges,
            counting: self.counting(counted.iter().map(|id| self.archive.document(*id))),
            counted: self.document_links(&counted),
            next_follow_up: next,
            missing_follow_ups: missing,
            chart,
            entries: u32::try_from(listed.iter().flatten().count()).unwrap_or(u32::MAX),
            gaps: place.timeline.iter().any(|entry| matches!(entry.what, What::Gap(_))),
            years,
            municipalities: self.neighbours(place, Kind::Municipality),
            police_areas: self.place_links(&place.police_areas),
            districts: self.neighbours(place, Kind::District),
            names: place
                .names
                .iter()
                .map(|name| NameView {
                    name: name.name.clone(),
                    from: name.from,
                    until: name.until,
                })
                .collect(),
            predecessors: self.place_links(&place.predecessors),
            successors: self.place_links(&place.successors),
            data: self.way_to(&format!("{folder}timeline.json")),
            full: self.way(&place.place.address),
        };
        (view, depends)
    }

    /// A municipality's districts; a police area's members of either kind; a district's
    /// municipality.
    fn neighbours(&self, place: &LinkedPlace, kind: Kind) -> Vec<Link> {
        let mut ids: Vec<PlaceId> = match (place.place.kind(), kind) {
            (Kind::Municipality, Kind::District) => place.districts.clone(),
            (Kind::District, Kind::Municipality) => place.municipality.into_iter().collect(),
            _ => place.members.iter().map(|member| member.place).collect(),
        };
        ids.retain(|id| self.archive.place(*id).place.kind() == kind);
        ids.sort_unstable();
        ids.dedup();
        self.place_links(&ids)
    }

    fn of_kind<'b>(
        &'b self,
        place: &'b LinkedPlace,
        kind: Kind,
    ) -> impl Iterator<Item = DocId> + 'b {
        // In order of time, as the timeline has them.
        place.timeline.iter().filter_map(move |entry| match &entry.what {
            What::Document(id) if self.archive.document(*id).document.kind == kind => Some(*id),
            _ => None,
        })
    }

    fn in_force(&self, place: &LinkedPlace, kind: Kind) -> InForce {
        let state = |id: &DocId| self.archive.document(*id).state;
        let now: Vec<DocId> =
            self.of_kind(place, kind).filter(|id| state(id) == Some(State::InForce)).collect();
        let latest = if now.is_empty() { self.latest(place, kind) } else { None };
        let period = latest
            .and_then(|id| self.archive.document(id).document.agreement())
            .and_then(|agreement| agreement.period.value);
        let unknown = latest.as_ref().and_then(state) == Some(State::Unknown);
        InForce {
            none: self.of_kind(place, kind).next().is_none(),
            documents: self.document_links(&now),
            latest: latest.map(|id| self.document_link(id)),
            latest_period: period,
            begun: period.filter(|_| unknown).map(|period| period.from()),
        }
    }

    /// The latest that has begun, by its period; one without a period only when there is no other.
    fn latest(&self, place: &LinkedPlace, kind: Kind) -> Option<DocId> {
        self.of_kind(place, kind)
            .filter(|id| self.archive.document(*id).state != Some(State::Upcoming))
            .max_by_key(|id| {
                let linked = self.archive.document(*id);
                let period =
                    linked.document.agreement().and_then(|agreement| agreement.period.value);
                period.map(|period| (period.last_day().unwrap_or(period.first_day()), *id))
            })
    }

    /// The pledges whose commitments are counted: those in force, or else the latest.
    fn counted(&self, place: &LinkedPlace) -> Vec<DocId> {
        let now: Vec<DocId> = self
            .of_kind(place, Kind::Pledge)
            .filter(|id| self.archive.document(*id).state == Some(State::InForce))
            .collect();
        if now.is_empty() { self.latest(place, Kind::Pledge).into_iter().collect() } else { now }
    }

    /// Whether a later day could change what the place's page says.
    fn place_depends_on_day(&self, place: &LinkedPlace) -> bool {
        place.timeline.iter().any(|entry| match &entry.what {
            What::Document(id) => self.state_depends_on_day(*id),
            What::Planned(id, n) => {
                self.archive.document(*id).planned[*n].state == PlannedState::Upcoming
            }
            _ => false,
        })
    }

    pub(super) fn place_year(&self, id: PlaceId, year: i16) -> View {
        let place = self.archive.place(id);
        let folder = place.place.address.parent();
        let in_year =
            |n: &usize| place.timeline[*n].date.is_some_and(|date| date.calendar_year() == year);
        let listed = &self.shared(id).entries;
        let entries: Vec<Listed> = (0..place.timeline.len())
            .rev()
            .filter(in_year)
            .filter_map(|n| listed[n].clone())
            .collect();
        let covering: Vec<usize> = (0..place.timeline.len())
            .filter(|n| !in_year(n))
            .filter(|n| match &place.timeline[*n].what {
                What::Document(id) => self.covers(*id, year),
                What::Gap(gap) => {
                    gap.from.calendar_year() <= year && gap.until.calendar_year() >= year
                }
                _ => false,
            })
            .collect();
        let depends =
            covering.iter().copied().chain((0..place.timeline.len()).filter(in_year)).any(|n| {
                match &place.timeline[n].what {
                    What::Document(id) => self.state_depends_on_day(*id),
                    What::Planned(id, n) => {
                        self.archive.document(*id).planned[*n].state == PlannedState::Upcoming
                    }
                    _ => false,
                }
            });
        let years = &self.plan.place_years[id.index()];
        let link = |year: i16| Link {
            text: year.to_string(),
            href: self.way_to(&format!("{folder}{year}/index.html")),
        };
        let (heading, introduction) = self.introduction(self.from);
        let title = format!("{year} – {}", place.place.common.title.value);
        let head = Head {
            breadcrumb: self.trail_to_place(id, true),
            feed: Some(Address::made(format!("{folder}feed.xml"))),
            as_of: depends.then(|| self.today()),
            ..Head::titled(self.unique_place_title(id, title))
        };
        self.view(
            head,
            Body::PlaceYear(PlaceYearView {
                place: self.place_head(id),
                year,
                heading,
                introduction,
                covering: covering.into_iter().filter_map(|n| listed[n].clone()).collect(),
                entries,
                previous: year.checked_sub(1).filter(|year| years.contains(year)).map(link),
                next: year.checked_add(1).filter(|year| years.contains(year)).map(link),
                all_places: self
                    .plan
                    .years
                    .contains_key(&year)
                    .then(|| self.way_to(&format!("ar/{year}/index.html"))),
            }),
        )
    }

    /// Whether an agreement or pledge was in force on any day of a year.
    fn covers(&self, id: DocId, year: i16) -> bool {
        let linked = self.archive.document(id);
        let Some(period) = linked.document.agreement().and_then(|keys| keys.period.value) else {
            return false;
        };
        let Ok(whole) = PartialDate::year(year) else { return false };
        period.first_day() <= whole.last_day()
            && linked
                .last_day
                .or(period.last_day())
                .unwrap_or_else(|| self.archive.today.max(period.first_day()))
                >= whole.first_day()
    }

    pub(super) fn links_in_force(&self) -> Vec<DocumentLink> {
        let mut ids: Vec<DocId> = self
            .archive
            .published()
            .filter(|(_, linked)| linked.state == Some(State::InForce))
            .map(|(id, _)| id)
            .collect();
        let alphabet = crate::language::Alphabet::of(self.archive.settings.language);
        ids.sort_by(|a, b| {
            let key = |id: &DocId| {
                let linked = self.archive.document(*id);
                let place = linked.municipalities.first().or(linked.police_areas.first());
                place.map_or("", |place| self.archive.place(*place).short_name())
            };
            alphabet.compare(key(a), key(b)).then(a.cmp(b))
        });
        self.placed_links(&ids)
    }
}
