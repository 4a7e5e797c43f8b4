//! Timelines with everything, and of a place of which the archive has nothing yet.

use super::view::{InForce, NameView, TimelineView};
use crate::model::{Kind, PlannedState};
use crate::site::fixture::{
    SIGNS, chart, conflict, counting, day, document_links, links, place_head, planned, prose,
    source, year, years, years_of_entries,
};
use crate::site::view::{Charted, PlaceHead};

fn in_force() -> InForce {
    InForce {
        documents: document_links(),
        latest: None,
        latest_period: None,
        begun: None,
        none: false,
    }
}

/// A place of which everything is known.
pub fn filled(kind: Kind) -> TimelineView {
    let latest = document_links().into_iter().next();
    TimelineView {
        place: place_head(kind),
        introduction: Some(prose()),
        conflicts: vec![conflict()],
        sources: vec![source()],
        agreements: in_force(),
        pledges: InForce {
            documents: Vec::new(),
            latest,
            latest_period: Some(years(2018, 2018)),
            begun: None,
            none: false,
        },
        counting: Some(counting()),
        counted: document_links(),
        next_follow_up: Some(planned(PlannedState::Upcoming)),
        missing_follow_ups: vec![planned(PlannedState::Missing)],
        chart: Some(Charted::new(chart())),
        gaps: true,
        years: years_of_entries(),
        entries: 42,
        municipalities: links(),
        police_areas: links(),
        districts: links(),
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
        data: "timeline.json".to_owned(),
        full: "index.html".to_owned(),
    }
}

/// A place of which the archive has nothing yet.
pub fn empty() -> TimelineView {
    let none = || InForce {
        documents: Vec::new(),
        latest: None,
        latest_period: None,
        begun: None,
        none: true,
    };
    TimelineView {
        place: PlaceHead { code: None, county: None, ..place_head(Kind::Municipality) },
        introduction: None,
        conflicts: Vec::new(),
        sources: Vec::new(),
        agreements: none(),
        pledges: none(),
        counting: None,
        counted: Vec::new(),
        next_follow_up: None,
        missing_follow_ups: Vec::new(),
        chart: None,
        gaps: false,
        years: Vec::new(),
        entries: 0,
        municipalities: Vec::new(),
        police_areas: Vec::new(),
        districts: Vec::new(),
        names: Vec::new(),
        predecessors: Vec::new(),
        successors: Vec::new(),
        data: "timeline.json".to_owned(),
        full: "index.html".to_owned(),
    }
}
