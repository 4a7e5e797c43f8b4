//! Timelines with everything, and of a place about which the archive has nothing yet.

use super::super::TableOf;
use super::former::FormerView;
use super::view::{BodyView, NameView, TimelineView};
use crate::model::{BodyType, Kind};
use crate::site::fixture::{
    SIGNS, chart, conflict, day, empty_summary, link, links, matrix, place_head, place_rows, prose,
    some, source, summary, year, years_of_entries,
};
use crate::site::view::{Charted, PlaceHead, WithdrawnLink};

/// A place about which everything is known.
pub fn filled(kind: Kind) -> TimelineView {
    TimelineView {
        place: place_head(kind),
        introduction: Some(prose()),
        conflicts: vec![conflict()],
        sources: vec![source()],
        summary: summary(),
        chart: Some(Charted::new(chart())),
        gaps: true,
        years: years_of_entries(),
        shortened: true,
        entries: 42,
        municipalities: links(),
        police_areas: links(),
        local: false,
        areas: place_rows(Kind::PoliceArea),
        matrix: Some(matrix(None)),
        districts: links(),
        bodies: BodyType::ALL
            .iter()
            .map(|body_type| BodyView {
                name: SIGNS.to_owned(),
                body_type: (*body_type != BodyType::Other).then_some(*body_type),
                from: Some(year(2015)),
                until: None,
            })
            .collect(),
        former_members: vec![FormerView {
            place: link(SIGNS, "../../kommuner/sunne/index.html"),
            until: year(2024),
        }],
        former_areas: vec![FormerView {
            place: link(SIGNS, "../syd/index.html"),
            until: day(2019, 12, 31),
        }],
        names: vec![
            NameView {
                name: "Täby".to_owned(),
                from: Some(year(2015)),
                until: Some(day(2019, 12, 31)),
            },
            NameView { name: SIGNS.to_owned(), from: None, until: None },
        ],
        predecessors: links(),
        successors: links(),
        withdrawn: vec![WithdrawnLink {
            title: some(SIGNS),
            address: "2025/uppfoljning.html".to_owned(),
            href: "2025/uppfoljning.html".to_owned(),
            date: day(2026, 2, 3),
        }],
        data: "timeline.json".to_owned(),
        table: TableOf::Both,
        commitments: Some("ataganden/index.html".to_owned()),
        too_many_commitments: true,
        calendar: Some("kalender.ics".to_owned()),
        full: "index.html".to_owned(),
    }
}

/// A place about which the archive has nothing yet.
pub fn empty() -> TimelineView {
    TimelineView {
        shortened: false,
        place: PlaceHead { code: None, county: None, ..place_head(Kind::Municipality) },
        introduction: None,
        conflicts: Vec::new(),
        sources: Vec::new(),
        summary: empty_summary(),
        chart: None,
        gaps: false,
        years: Vec::new(),
        entries: 0,
        municipalities: Vec::new(),
        police_areas: Vec::new(),
        local: true,
        areas: Vec::new(),
        matrix: None,
        districts: Vec::new(),
        former_members: Vec::new(),
        former_areas: Vec::new(),
        names: Vec::new(),
        bodies: Vec::new(),
        predecessors: Vec::new(),
        successors: Vec::new(),
        withdrawn: Vec::new(),
        data: "timeline.json".to_owned(),
        table: TableOf::Commitments,
        commitments: None,
        too_many_commitments: false,
        calendar: None,
        full: "index.html".to_owned(),
    }
}
