//! What places say about each other: what belonged to what when, and the names of a police area
//! over time.

use std::sync::Arc;

use super::areas;
use super::linked::{LinkedPlace, Membership, PlaceName};
use super::lookup::{Lookup, PathTarget};
use super::place_ids::PlaceIds;
use super::references::missing;
use crate::diagnostic::{Code, Problem, Spanned};
use crate::model::place::{Member, PlaceKeys};
use crate::model::{Kind, PartialDate, Place, PlaceId};
use crate::text;

/// Resolves what places say about each other, and judges what `unfinished` ones say.
pub fn link(
    places: &[Arc<Place>],
    unfinished: &[Arc<Place>],
    lookup: &Lookup,
    problems: &mut Vec<Problem>,
) -> Vec<LinkedPlace> {
    let ids = PlaceIds::new(places, problems);
    let mut linked: Vec<LinkedPlace> = places
        .iter()
        .map(|place| LinkedPlace { names: names(place), ..LinkedPlace::new(place.clone()) })
        .collect();
    for (n, place) in places.iter().enumerate() {
        let id = PlaceId::nth(n);
        match &place.particulars {
            PlaceKeys::Municipality(_) => {}
            PlaceKeys::District(district) => {
                if let Some(municipality) =
                    ids.find(Kind::Municipality, &district.municipality, place, problems)
                {
                    linked[n].municipality = Some(municipality);
                    linked[municipality.index()].districts.push(id);
                }
            }
            PlaceKeys::PoliceArea(area) => {
                for Member { kind, id: name, from, until } in &area.members {
                    if let Some(member) = ids.find(*kind, name, place, problems) {
                        linked[n].members.push(Membership {
                            place: member,
                            from: value(from),
                            until: value(until),
                        });
                        if !linked[member.index()].police_areas.contains(&id) {
                            linked[member.index()].police_areas.push(id);
                        }
                    }
                }
                for reference in &area.predecessors {
                    match predecessor(reference, place, places, lookup) {
                        Ok(Some(earlier)) => {
                            linked[n].predecessors.push(earlier);
                            linked[earlier.index()].successors.push(id);
                        }
                        Ok(None) => {}
                        Err(problem) => problems.push(*problem),
                    }
                }
            }
        }
    }
    areas::link(&mut linked, problems);
    for place in unfinished {
        judge(place, places, &ids, lookup, problems);
    }
    linked
}

/// Reports what an unfinished place says wrongly of others.
fn judge(
    place: &Arc<Place>,
    places: &[Arc<Place>],
    ids: &PlaceIds<'_>,
    lookup: &Lookup,
    problems: &mut Vec<Problem>,
) {
    match &place.particulars {
        PlaceKeys::Municipality(_) => {}
        PlaceKeys::District(district) => {
            // It may be what is missing.
            if !district.municipality.is_empty() {
                ids.find(Kind::Municipality, &district.municipality, place, problems);
            }
        }
        PlaceKeys::PoliceArea(area) => {
            for Member { kind, id, .. } in &area.members {
                ids.find(*kind, id, place, problems);
            }
            for reference in &area.predecessors {
                problems.extend(predecessor(reference, place, places, lookup).err().map(|it| *it));
            }
        }
    }
}

fn predecessor(
    reference: &Spanned<String>,
    place: &Arc<Place>,
    places: &[Arc<Place>],
    lookup: &Lookup,
) -> Result<Option<PlaceId>, Box<Problem>> {
    let path = place.path();
    let written = &reference.value;
    let target = path.resolve(reference).and_then(|path| lookup.get(path.as_path()));
    match target {
        Some(PathTarget::Place(earlier)) if places[earlier.index()].kind() == Kind::PoliceArea => {
            Ok(Some(earlier))
        }
        Some(PathTarget::Broken) => Ok(None),
        Some(_) => Err(Box::new(Problem::at(
            Code::ReferenceKind,
            &place.source,
            reference.span.clone(),
            text!(
                "”{written}” är inget lokalpolisområde, men en föregångare måste vara det.",
                "“{written}” is not a local police area, but a predecessor must be one."
            ),
            text!(
                "Ange sökvägen till föregångarens index.md.",
                "Give the path to the predecessor's index.md."
            ),
        ))),
        None => {
            missing(&place.source, path, reference, lookup);
            Ok(None)
        }
    }
}

/// Names in order of time. The title (or `name`) is the present name; if `[[names]]` does not list
/// it, it follows the last of them.
fn names(place: &Place) -> Vec<PlaceName> {
    let PlaceKeys::PoliceArea(area) = &place.particulars else { return Vec::new() };
    if area.names.is_empty() {
        return Vec::new();
    }
    let mut names: Vec<PlaceName> = area
        .names
        .iter()
        .map(|name| PlaceName {
            name: name.name.value.clone(),
            from: value(&name.from),
            until: value(&name.until),
        })
        .collect();
    let present = [Some(place.common.title.as_str()), area.name.as_deref()];
    let is_present = |name: &PlaceName| present.contains(&Some(name.name.as_str()));
    // The present name may be listed without dates; it is last nevertheless.
    names.sort_by(|a, b| {
        let start = |name: &PlaceName| {
            let undated_present = is_present(name) && name.from.is_none();
            (undated_present, name.from.map(PartialDate::first_day))
        };
        start(a).cmp(&start(b)).then_with(|| a.name.cmp(&b.name))
    });
    let before = names.iter().rfind(|name| !is_present(name)).and_then(|name| name.until);
    match names.iter_mut().find(|name| is_present(name)) {
        Some(listed) => listed.from = listed.from.or(before.and_then(after)),
        None => names.push(PlaceName {
            name: place.common.title.value.clone(),
            from: before.and_then(after),
            until: None,
        }),
    }
    names
}

fn value(date: &Option<Spanned<PartialDate>>) -> Option<PartialDate> {
    date.as_ref().map(|date| date.value)
}

/// The date after this one, with the same precision.
fn after(date: PartialDate) -> Option<PartialDate> {
    let next = date.last_day().tomorrow().ok()?;
    match date {
        PartialDate::Year(_) => PartialDate::year(next.year()).ok(),
        PartialDate::Month(..) => PartialDate::month(next.year(), next.month().into()).ok(),
        PartialDate::Day(_) => Some(next.into()),
    }
}
