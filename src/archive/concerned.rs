//! The places that a document concerns: those that it names, those whose folders it is in, and
//! those that they belonged to on its date.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::areas::below_on;
use super::linked::{Effective, Linked, LinkedPlace};
use super::place_ids::PlaceIds;
use crate::diagnostic::{Code, Problem, Spanned};
use crate::model::place::PlaceKeys;
use crate::model::{ContentPath, Kind, PartialDate, PlaceId};
use crate::text;

/// Determines the places of every document. The nearest place above it gives the defaults, and
/// `municipalities`, `districts` and `police_areas` each replace only their own.
pub fn of_documents(documents: &mut [Linked], places: &[LinkedPlace], problems: &mut Vec<Problem>) {
    let ids = PlaceIds::of_linked(places);
    let folders: HashMap<ContentPath<'_>, PlaceId> = places
        .iter()
        .enumerate()
        .map(|(n, linked)| (linked.place.folder(), PlaceId::nth(n)))
        .collect();
    problems.par_extend(documents.par_iter_mut().flat_map_iter(|linked| {
        let mut problems = Vec::new();
        if linked.document.kind.is_archive() {
            let concerned = concerned(linked, places, &ids, &folders, &mut problems);
            linked.municipalities = concerned.municipalities.into_iter().collect();
            linked.districts = concerned.districts.into_iter().collect();
            linked.police_areas = concerned.police_areas.into_iter().collect();
            linked.in_part = concerned.in_part.into_iter().collect();
        }
        problems
    }));
}

#[derive(Default)]
struct Concerned {
    municipalities: BTreeSet<PlaceId>,
    districts: BTreeSet<PlaceId>,
    police_areas: BTreeSet<PlaceId>,
    /// Municipalities that are concerned only through their districts.
    in_part: BTreeSet<PlaceId>,
}

fn concerned(
    linked: &Linked,
    places: &[LinkedPlace],
    ids: &PlaceIds,
    folders: &HashMap<ContentPath<'_>, PlaceId>,
    problems: &mut Vec<Problem>,
) -> Concerned {
    let document = &linked.document;
    let date = linked.effective.map(|Effective { date, .. }| date);
    let above = nearest_place(document.path(), folders);
    let above_kind = above.map(|id| places[id.index()].place.kind());
    let mut unknown = false;
    let mut named = |kind: Kind, names: &Option<Vec<Spanned<String>>>| {
        names.as_ref().map(|names| {
            names
                .iter()
                .filter_map(|name| {
                    let found = ids.get(kind, name);
                    if found.is_none() {
                        unknown = true;
                        problems.push(ids.unknown(kind, name, &document.source));
                    }
                    found
                })
                .collect::<BTreeSet<PlaceId>>()
        })
    };
    let keys = &document.archive;
    let municipalities = named(Kind::Municipality, &keys.municipalities);
    let districts = named(Kind::District, &keys.districts);
    let police_areas = named(Kind::PoliceArea, &keys.police_areas);

    let mut concerned = Concerned {
        districts: districts.unwrap_or_else(|| {
            above.filter(|_| above_kind == Some(Kind::District)).into_iter().collect()
        }),
        ..Concerned::default()
    };
    let area_above = above.filter(|_| above_kind == Some(Kind::PoliceArea));
    let named_places = municipalities.is_some() || keys.districts.is_some();
    let areas_named: BTreeSet<PlaceId> =
        police_areas.clone().unwrap_or_else(|| area_above.into_iter().collect());

    concerned.municipalities = match municipalities {
        Some(named) => named,
        None => {
            let mut own: BTreeSet<PlaceId> =
                above.filter(|_| above_kind == Some(Kind::Municipality)).into_iter().collect();
            let mut members = BTreeSet::new();
            if own.is_empty() && concerned.districts.is_empty() {
                // A police area alone means its members at the time.
                for member in areas_named.iter().flat_map(|area| below_on(places, *area, date)) {
                    match &places[member.index()].place.particulars {
                        PlaceKeys::Municipality(_) => _ = members.insert(member),
                        PlaceKeys::District(_) => _ = concerned.districts.insert(member),
                        PlaceKeys::PoliceArea(_) => {}
                    }
                }
            }
            let through_districts: BTreeSet<PlaceId> =
                concerned.districts.iter().filter_map(|d| places[d.index()].municipality).collect();
            // A document about districts may well be in the folder of their municipality.
            concerned.in_part = through_districts.difference(&members).copied().collect();
            own.extend(members);
            own.union(&through_districts).copied().collect()
        }
    };
    concerned.police_areas = match police_areas {
        Some(named) => named,
        None => match area_above {
            Some(area) => {
                let mut areas = areas_below(area, &concerned, named_places, places, date);
                areas.insert(area);
                areas
            }
            None => areas_of(&concerned, places, date),
        },
    };
    let nowhere = concerned.municipalities.is_empty()
        && concerned.districts.is_empty()
        && concerned.police_areas.is_empty();
    if nowhere && !unknown {
        problems.push(no_place(document));
    }
    concerned
}

/// The areas within an area that its document is about: all of them, unless the document names the
/// places that it is about, and then those of which these are members.
fn areas_below(
    area: PlaceId,
    concerned: &Concerned,
    named_places: bool,
    places: &[LinkedPlace],
    date: Option<PartialDate>,
) -> BTreeSet<PlaceId> {
    let is_about = |area: PlaceId| {
        let mut members = places[area.index()].members_on(date);
        members
            .any(|id| concerned.municipalities.contains(&id) || concerned.districts.contains(&id))
    };
    below_on(places, area, date)
        .into_iter()
        .filter(|id| places[id.index()].place.kind() == Kind::PoliceArea)
        .filter(|id| !named_places || is_about(*id))
        .collect()
}

/// A district means its own areas, or otherwise those of its municipality; a municipality means its
/// own, unless one of its districts is meant.
fn areas_of(
    concerned: &Concerned,
    places: &[LinkedPlace],
    date: Option<PartialDate>,
) -> BTreeSet<PlaceId> {
    let of_place =
        |id: PlaceId| {
            places[id.index()].police_areas.iter().copied().filter(move |area| {
                places[area.index()].members_on(date).any(|member| member == id)
            })
        };
    let mut areas = BTreeSet::new();
    let mut covered = BTreeSet::new();
    for district in &concerned.districts {
        let own: Vec<PlaceId> = of_place(*district).collect();
        if !own.is_empty() {
            covered.extend(places[district.index()].municipality);
            areas.extend(own);
        }
    }
    for municipality in &concerned.municipalities {
        if !(concerned.in_part.contains(municipality) && covered.contains(municipality)) {
            areas.extend(of_place(*municipality));
        }
    }
    areas
}

fn nearest_place(
    path: ContentPath<'_>,
    folders: &HashMap<ContentPath<'_>, PlaceId>,
) -> Option<PlaceId> {
    path.folders().find_map(|folder| folders.get(&folder).copied())
}

fn no_place(document: &crate::model::Document) -> Problem {
    let path = document.path().as_str();
    Problem::in_file(
        Code::NoPlace,
        &document.source,
        text!(
            "Dokumentet hör inte till någon kommun eller något område: ingen mapp ovanför {path} är en kommun, ett lokalpolisområde eller en stadsdel.",
            "The document belongs to no municipality or area: no folder above {path} is a municipality, a local police area or a district."
        ),
        text!(
            "Flytta filen till kommunens eller områdets mapp. Har mappen ingen index.md, skapa den med ”loftesarkiv new municipality Eskilstuna”. Gäller dokumentet flera kommuner eller områden, skriv deras mappnamn: municipalities = [\"…\"] ovanför första raden med [ … ].",
            "Move the file into the folder of its municipality or area. If the folder has no index.md, make it with “loftesarkiv new municipality Eskilstuna”. If the document is about several municipalities or areas, write the names of their folders: municipalities = [\"…\"] above the first line with [ … ]."
        ),
    )
}
