//! `<place>/index.html`: a place's timeline, with a summary and facts about the place.

mod fixture;
mod former;
mod shortened;
mod view;

use std::collections::BTreeSet;

use super::PlaceTable;
use super::kind::{Origin, PageKind};
use crate::archive::{Archive, EntrySubject, LinkedPlace};
use crate::model::place::PlaceKeys;
use crate::model::{Address, Kind, PlaceId, PlannedState, is_year};
use crate::site::calendar;
use crate::site::fixture::{bare, rich};
use crate::site::make::{Head, Maker, conflicts, sources};
use crate::site::overview::Overview;
use crate::site::site_names::{CALENDAR, COMMITMENTS};
use crate::site::view::{Link, Matrix, PageOf, Part, WithdrawnLink};

pub use fixture::{empty, filled};
use former::{Former, former_links};
pub use view::{BodyView, NameView, TimelineView};

/// The most places that the matrix of a police area has rows for.
const MOST_IN_MATRIX: usize = 40;

/// A place's timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelinePage(PlaceId);

impl PageKind for TimelinePage {
    type View = Box<TimelineView>;
    const TEMPLATE: &'static str = "timeline.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, TimelinePage)> {
        let places = archive.places.iter().enumerate();
        places.map(|(n, place)| (place.place.address.clone(), TimelinePage(PlaceId::nth(n))))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<Box<TimelineView>> {
        let (mut view, depends) = view_of(maker, self.0);
        view.matrix = matrix_of_area(maker, self.0);
        if maker.archive.place(self.0).place.kind() == Kind::PoliceArea {
            view.shortened = shortened::shorten(&mut view.years);
        }
        let title = maker.archive.place(self.0).place.common.title.value.clone();
        let head = head(maker, self.0, title, depends);
        let head = Head { breadcrumb: maker.trail_to_place(self.0, false), ..head };
        maker.page(head, Box::new(view))
    }

    fn parts(view: &Box<TimelineView>) -> Vec<Part<'_>> {
        view.parts()
    }

    fn origin(&self) -> Origin {
        Origin::Place(self.0)
    }

    fn name(&self, archive: &Archive, _: &Overview) -> Option<String> {
        Some(archive.place(self.0).place.common.title.value.clone())
    }

    fn takes_over<'a>(&'a self, own: &'a Address, below: &str) -> Option<&'a Address> {
        is_year(below).then_some(own)
    }

    fn fixture() -> Vec<PageOf<Box<TimelineView>>> {
        let places = [
            (Kind::Municipality, "kommuner/eskilstuna/index.html"),
            (Kind::PoliceArea, "lokalpolisomraden/eskilstuna/index.html"),
            (Kind::District, "kommuner/eskilstuna/skiftinge/index.html"),
        ];
        let filled =
            places.map(|(kind, address)| rich(address, "Eskilstuna", Box::new(filled(kind))));
        let empty = bare("kommuner/habo/index.html", "Håbo", Box::new(empty()));
        filled.into_iter().chain([empty]).collect()
    }
}

/// The head of a timeline, on its own page and embedded.
pub fn head(maker: &Maker<'_>, id: PlaceId, title: String, depends_on_day: bool) -> Head {
    let place = &maker.archive.place(id).place;
    Head {
        description: place.common.summary.as_ref().map(|summary| summary.value.clone()),
        feed: Some(id),
        as_of: depends_on_day.then(|| maker.today()),
        ..Head::titled(maker.unique_place_title(id, title))
    }
}

/// The view of a place's timeline, and whether it may be different on a later date.
pub fn view_of(maker: &Maker<'_>, id: PlaceId) -> (TimelineView, bool) {
    let archive = maker.archive;
    let place = archive.place(id);
    let common = &place.place.common;
    let upcoming = place.timeline.iter().any(|entry| match &entry.what {
        EntrySubject::Planned(document, n) => {
            archive.document(*document).planned[*n].state == PlannedState::Upcoming
        }
        EntrySubject::Document(_) | EntrySubject::Renamed(_) | EntrySubject::Gap(_) => false,
    });
    let summary = maker.summary(id);
    let shared = maker.shared(id);
    let (listed, chart) = (&shared.entries, shared.chart.clone());
    let depends = place.timeline.iter().any(|entry| maker.entry_depends_on_day(&entry.what))
        || upcoming
        || summary.plans.is_some()
        || chart.as_ref().is_some_and(|charted| charted.chart.today_x.is_some());
    let dated = place.timeline.iter().rposition(|entry| entry.date.is_some());
    let split = dated.map_or(0, |last| last + 1);
    let newest_first = (0..split).rev().chain(split..place.timeline.len());
    let folder = place.place.address.parent();
    let years = maker.year_groups(newest_first.filter_map(|n| listed[n].clone()), |year| {
        Some(maker.way_to(&format!("{folder}{year}/index.html")))
    });
    let body = &place.place.body;
    let former = Former::of(maker, id, place);
    let mut areas_around = areas_around(maker, place);
    areas_around.retain(|area| !former.is_former_area(*area));
    let table = PlaceTable::of(archive, id);
    let view = TimelineView {
        place: maker.place_head(id),
        introduction: (!body.text.trim().is_empty()).then(|| maker.prose(body, &place.links)),
        conflicts: conflicts(common),
        sources: sources(common),
        summary,
        chart,
        entries: u32::try_from(listed.iter().flatten().count()).unwrap_or(u32::MAX),
        gaps: place.timeline.iter().any(|entry| matches!(entry.what, EntrySubject::Gap(_))),
        years,
        shortened: false,
        municipalities: neighbours(maker, place, Kind::Municipality, &former),
        local: !maker.has_levels(&areas_around),
        police_areas: maker.place_links(&areas_around),
        areas: maker.place_rows(&smaller_areas(maker, place)),
        matrix: None,
        districts: neighbours(maker, place, Kind::District, &former),
        former_members: former_links(maker, &former.members),
        former_areas: former_links(maker, &former.areas),
        names: place
            .names
            .iter()
            .map(|name| NameView { name: name.name.clone(), from: name.from, until: name.until })
            .collect(),
        bodies: place
            .place
            .bodies()
            .iter()
            .map(|body| BodyView {
                name: body.name.clone(),
                body_type: body.body_type,
                from: body.from.as_ref().map(|date| date.value),
                until: body.until.as_ref().map(|date| date.value),
            })
            .collect(),
        predecessors: maker.place_links(&place.predecessors),
        successors: maker.place_links(&place.successors),
        withdrawn: withdrawn(maker, place),
        data: maker.way_to(&format!("{folder}timeline.json")),
        too_many_commitments: table.is_too_long(),
        table: table.of,
        commitments: table
            .has_page()
            .then(|| maker.way_to(&format!("{folder}{COMMITMENTS}/index.html"))),
        calendar: calendar::has_events(archive, place)
            .then(|| maker.way_to(&format!("{folder}{CALENDAR}"))),
        full: maker.way(&place.place.address),
    };
    (view, depends)
}

/// The pages in the place's folder that were taken down, in order of address. Without them a reader
/// who has no old link would not know that there was anything.
fn withdrawn(maker: &Maker<'_>, place: &LinkedPlace) -> Vec<WithdrawnLink> {
    let folder = place.place.address.parent();
    let all = maker.archive.ledger.withdrawn.iter();
    let mut here: Vec<WithdrawnLink> = all
        .filter_map(|withdrawal| {
            let address = &withdrawal.address.value;
            let within = address.as_str().strip_prefix(folder)?;
            within.ends_with(".html").then(|| WithdrawnLink {
                title: withdrawal.title.clone(),
                address: within.to_owned(),
                href: maker.way(address),
                date: withdrawal.date.into(),
            })
        })
        .collect();
    here.sort_by(|a, b| a.address.cmp(&b.address));
    here
}

/// The matrix of a police area with several municipalities or districts. That of an area with very
/// many is the overview's.
fn matrix_of_area(maker: &Maker<'_>, id: PlaceId) -> Option<Matrix> {
    let place = maker.archive.place(id);
    match place.place.particulars {
        PlaceKeys::PoliceArea(_) => {}
        PlaceKeys::Municipality(_) | PlaceKeys::District(_) => return None,
    }
    // A document of a district is listed here if its municipality is within the area.
    let documents = place.documents.iter().map(|id| maker.archive.document(*id));
    let districts = documents.flat_map(|linked| linked.districts.iter().copied());
    let within: BTreeSet<PlaceId> = place.below.iter().copied().chain(districts).collect();
    if !(2..=MOST_IN_MATRIX).contains(&within.len()) {
        return None;
    }
    let places = maker.matrix_places_among(within.into_iter().chain([id]));
    let matrix = maker.matrix(&places);
    (places.len() > 1 && !matrix.years.is_empty()).then_some(matrix)
}

/// The districts of a municipality; the municipalities or districts of a police area, through all
/// levels; the municipality of a district.
fn neighbours(maker: &Maker<'_>, place: &LinkedPlace, kind: Kind, former: &Former) -> Vec<Link> {
    let own = place.place.kind();
    let mut ids: Vec<PlaceId> = if (own, kind) == (Kind::Municipality, Kind::District) {
        place.districts.clone()
    } else if (own, kind) == (Kind::District, Kind::Municipality) {
        place.municipality.into_iter().collect()
    } else {
        place.below.clone()
    };
    ids.retain(|id| maker.archive.place(*id).place.kind() == kind && !former.is_former_member(*id));
    maker.place_links(&ids)
}

/// The police areas that a place is a member of, and those of which districts of a municipality
/// are.
fn areas_around(maker: &Maker<'_>, place: &LinkedPlace) -> Vec<PlaceId> {
    let districts = place.districts.iter().map(|id| maker.archive.place(*id));
    let around = districts.flat_map(|district| &district.police_areas).chain(&place.police_areas);
    let around: BTreeSet<PlaceId> = around.copied().collect();
    around.into_iter().collect()
}

/// The police areas that are members of a police area.
fn smaller_areas(maker: &Maker<'_>, place: &LinkedPlace) -> Vec<PlaceId> {
    let members: BTreeSet<PlaceId> = place.members.iter().map(|member| member.place).collect();
    let is_area = |id: &PlaceId| maker.archive.place(*id).place.kind() == Kind::PoliceArea;
    members.into_iter().filter(is_area).collect()
}
