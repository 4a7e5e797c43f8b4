//! Places and who belonged to what when, and the names of a police area over time.

use std::sync::Arc;

use super::links::LinkTarget;
use super::lookup::{Lookup, Target, resolve};
use super::place_ids::Ids;
use super::timeline::TimelineEntry;
use crate::diagnostic::{Code, Problem, Spanned};
use crate::model::place::{Member, PlaceKeys};
use crate::model::{DocId, FileId, Kind, PartialDate, Place, PlaceId};
use crate::text;

/// A place with all that the other files give it.
#[derive(Debug)]
pub struct LinkedPlace {
    pub place: Arc<Place>,
    /// Of a police area: its members, resolved.
    pub members: Vec<Membership>,
    /// Of a municipality or district: the police areas it has ever belonged to, sorted.
    pub police_areas: Vec<PlaceId>,
    /// Of a municipality: its districts, sorted. Of a district: empty.
    pub districts: Vec<PlaceId>,
    /// Of a district.
    pub municipality: Option<PlaceId>,
    pub predecessors: Vec<PlaceId>,
    pub successors: Vec<PlaceId>,
    /// Of a police area: its names in order of time; empty when it only ever had one.
    pub names: Vec<PlaceName>,
    /// Published documents that concern it, in order of path.
    pub documents: Vec<DocId>,
    /// Ascending.
    pub timeline: Vec<TimelineEntry>,
    pub links: Vec<LinkTarget>,
    pub attachments: Vec<Option<FileId>>,
    pub images: Vec<Option<FileId>>,
}

/// A member of a police area and when.
#[derive(Debug, Clone, Copy)]
pub struct Membership {
    pub place: PlaceId,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// A name and its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    pub name: String,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// Whether a dated fact held on a date; a partial date matches if any of its days does, and what is
/// undated always holds.
fn held(from: Option<PartialDate>, until: Option<PartialDate>, on: Option<PartialDate>) -> bool {
    match on {
        None => from.is_none() && until.is_none(),
        Some(on) => {
            from.is_none_or(|from| from.first_day() <= on.last_day())
                && until.is_none_or(|until| until.last_day() >= on.first_day())
        }
    }
}

impl LinkedPlace {
    /// The name on a date: the one that is dated and held then, else the title. A name without any
    /// date is another way of writing, at no particular time.
    pub fn name_on(&self, date: Option<PartialDate>) -> &str {
        self.names
            .iter()
            .filter(|name| name.from.is_some() || name.until.is_some())
            .find(|name| date.is_some() && held(name.from, name.until, date))
            .map_or(&self.place.common.title.value, |name| &name.name)
    }

    /// The members on a date.
    pub fn members_on(&self, date: Option<PartialDate>) -> impl Iterator<Item = PlaceId> + '_ {
        self.members
            .iter()
            .filter(move |member| held(member.from, member.until, date))
            .map(|member| member.place)
    }

    /// Short form: a municipality's name, a police area's name, else the title.
    pub fn short_name(&self) -> &str {
        match &self.place.particulars {
            PlaceKeys::Municipality(municipality) => &municipality.name,
            PlaceKeys::PoliceArea(area) => area.name.as_deref().unwrap_or(&self.place.common.title),
            PlaceKeys::District(_) => &self.place.common.title,
        }
    }
}

/// Resolves what places say of each other.
pub fn link(
    places: &[Arc<Place>],
    lookup: &Lookup,
    problems: &mut Vec<Problem>,
) -> Vec<LinkedPlace> {
    let ids = Ids::new(places, problems);
    let mut linked: Vec<LinkedPlace> = places
        .iter()
        .map(|place| LinkedPlace {
            place: place.clone(),
            members: Vec::new(),
            police_areas: Vec::new(),
            districts: Vec::new(),
            municipality: None,
            predecessors: Vec::new(),
            successors: Vec::new(),
            names: names(place),
            documents: Vec::new(),
            timeline: Vec::new(),
            links: Vec::new(),
            attachments: Vec::new(),
            images: Vec::new(),
        })
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
                            from: *from,
                            until: *until,
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
    linked
}

fn predecessor(
    reference: &Spanned<String>,
    place: &Arc<Place>,
    places: &[Arc<Place>],
    lookup: &Lookup,
) -> Result<Option<PlaceId>, Box<Problem>> {
    let path = place.source.path.strip_prefix("content/").unwrap_or(&place.source.path);
    let written = &reference.value;
    let target = resolve(path, reference).and_then(|path| lookup.get(&path));
    match target {
        Some(Target::Place(earlier)) if places[earlier.index()].kind() == Kind::PoliceArea => {
            Ok(Some(earlier))
        }
        Some(Target::Broken) => Ok(None),
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
        None => Err(Box::new(super::relations::missing(&place.source, path, reference, lookup))),
    }
}

/// Names in order of time. The title (or `name`) is the present name; when `[[names]]` does not
/// list it, it follows the last of them.
fn names(place: &Place) -> Vec<PlaceName> {
    let PlaceKeys::PoliceArea(area) = &place.particulars else { return Vec::new() };
    if area.names.is_empty() {
        return Vec::new();
    }
    let mut names: Vec<PlaceName> = area
        .names
        .iter()
        .map(|name| PlaceName { name: name.name.value.clone(), from: name.from, until: name.until })
        .collect();
    let present = [Some(place.common.title.as_str()), area.name.as_deref()];
    let is_present = |name: &PlaceName| present.contains(&Some(name.name.as_str()));
    // The present name may be listed without its time; it is the last all the same.
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

/// The date after this one, as precise.
fn after(date: PartialDate) -> Option<PartialDate> {
    let next = date.last_day().tomorrow().ok()?;
    match date {
        PartialDate::Year(_) => PartialDate::year(next.year()).ok(),
        PartialDate::Month(..) => PartialDate::month(next.year(), next.month().into()).ok(),
        PartialDate::Day(_) => Some(next.into()),
    }
}
