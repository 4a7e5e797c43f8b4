//! Police areas within police areas: a region has districts, and a district has local areas. What
//! is said of an area is true of everything below it, through all levels; what is said of a place
//! goes up only to the areas that name it as a member.

use std::collections::BTreeSet;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

use super::linked::LinkedPlace;
use crate::diagnostic::{Code, Problem};
use crate::model::place::PlaceKeys;
use crate::model::{Kind, PartialDate, PlaceId};
use crate::text;

/// Gives every police area what is below it, and reports areas that are within themselves.
pub fn link(places: &mut [LinkedPlace], problems: &mut Vec<Problem>) {
    circles(places, problems);
    let below: Vec<Vec<PlaceId>> = (0..places.len())
        .map(|n| {
            let members = |id: PlaceId| places[id.index()].members.iter().map(|one| one.place);
            reached(places, PlaceId::nth(n), members).into_iter().collect()
        })
        .collect();
    for (place, below) in places.iter_mut().zip(below) {
        place.below = below;
    }
}

/// What was in an area on a date, through all levels.
pub fn below_on(
    places: &[LinkedPlace],
    area: PlaceId,
    date: Option<PartialDate>,
) -> BTreeSet<PlaceId> {
    reached(places, area, |id| places[id.index()].members_on(date))
}

/// What can be reached from an area through its members. It ends in a circle too, and then the area
/// is below itself.
fn reached<I: Iterator<Item = PlaceId>>(
    places: &[LinkedPlace],
    area: PlaceId,
    members: impl Fn(PlaceId) -> I,
) -> BTreeSet<PlaceId> {
    let mut found = BTreeSet::new();
    let mut next = vec![area];
    while let Some(id) = next.pop() {
        for member in members(id) {
            if found.insert(member) && places[member.index()].place.kind() == Kind::PoliceArea {
                next.push(member);
            }
        }
    }
    found
}

/// Reports every `area` of `[[members]]` through which an area is within itself.
fn circles(places: &[LinkedPlace], problems: &mut Vec<Problem>) {
    let edges = places.iter().enumerate().flat_map(|(n, area)| {
        let members = area.members.iter().map(|member| member.place);
        let areas = members.filter(|id| places[id.index()].place.kind() == Kind::PoliceArea);
        areas.map(move |id| (PlaceId::nth(n).0, id.0))
    });
    let edges: Vec<(u32, u32)> = edges.collect();
    if edges.is_empty() {
        return;
    }
    let graph = DiGraph::<(), ()>::from_edges(&edges);
    let mut component = vec![0; graph.node_count().max(places.len())];
    for (n, members) in kosaraju_scc(&graph).into_iter().enumerate() {
        for member in members {
            component[member.index()] = n;
        }
    }
    for (from, to) in edges {
        if component[from as usize] != component[to as usize] {
            continue;
        }
        let (area, member) = (&places[from as usize].place, &places[to as usize].place);
        let PlaceKeys::PoliceArea(keys) = &area.particulars else { continue };
        let written = keys
            .members
            .iter()
            .find(|written| written.kind == Kind::PoliceArea && written.id.value == member.id);
        let span = written.map_or(0..0, |written| written.id.span.clone());
        let (title, inner) = (&area.common.title.value, &member.common.title.value);
        problems.push(Problem::at(
            Code::ReferenceCycle,
            &area.source,
            span,
            text!(
                "{title} har {inner} som medlem och skulle därmed ligga i sig självt.",
                "{title} has {inner} as a member, and so would be within itself."
            ),
            text!(
                "Följ [[members]] från område till område och ta bort den som pekar åt fel håll: ett större område har de mindre som medlemmar.",
                "Follow [[members]] from area to area and remove the one that points the wrong way: a larger area has the smaller ones as members."
            ),
        ));
    }
}
