//! Places and who belonged to what when: which places a document concerns, and the names of a
//! police area over time.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::links::LinkTarget;
use super::lookup::{Lookup, Target, resolve};
use super::timeline::TimelineEntry;
use super::{Effective, Linked};
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

/// Place ids by kind and name.
struct Ids<'a> {
    ids: HashMap<(Kind, &'a str), PlaceId>,
}

impl<'a> Ids<'a> {
    fn new(places: &'a [Arc<Place>], problems: &mut Vec<Problem>) -> Ids<'a> {
        let mut ids: HashMap<(Kind, &str), PlaceId> = HashMap::new();
        for (n, place) in places.iter().enumerate() {
            if let Some(first) = ids.get(&(place.kind(), place.id.as_str())) {
                let first = &places[first.index()].source.path;
                let id = &place.id;
                problems.push(Problem::in_file(
                    Code::DuplicatePlace,
                    &place.source,
                    text!(
                        "Platsen ”{id}” finns redan: {first} har samma id.",
                        "The place “{id}” exists already: {first} has the same id."
                    ),
                    text!(
                        "En plats får sitt id av mappens namn. Byt namn på den ena mappen, eller ta bort den ena filen.",
                        "A place has its id from its folder's name. Rename one of the folders, or remove one of the files."
                    ),
                ));
            } else {
                ids.insert((place.kind(), place.id.as_str()), PlaceId::nth(n));
            }
        }
        Ids { ids }
    }

    fn of_linked(places: &'a [LinkedPlace]) -> Ids<'a> {
        let mut ids = HashMap::new();
        for (n, linked) in places.iter().enumerate() {
            ids.entry((linked.place.kind(), linked.place.id.as_str())).or_insert(PlaceId::nth(n));
        }
        Ids { ids }
    }

    fn get(&self, kind: Kind, name: &str) -> Option<PlaceId> {
        self.ids.get(&(kind, name)).copied()
    }

    fn find(
        &self,
        kind: Kind,
        name: &Spanned<String>,
        place: &Arc<Place>,
        problems: &mut Vec<Problem>,
    ) -> Option<PlaceId> {
        let found = self.get(kind, name);
        if found.is_none() {
            problems.push(self.unknown(kind, name, &place.source));
        }
        found
    }

    fn unknown(
        &self,
        kind: Kind,
        name: &Spanned<String>,
        source: &Arc<crate::diagnostic::Source>,
    ) -> Problem {
        let (kind_sv, kind_en) = match kind {
            Kind::PoliceArea => ("Lokalpolisområdet", "local police area"),
            Kind::District => ("Stadsdelen", "district"),
            _ => ("Kommunen", "municipality"),
        };
        let wanted = crate::model::address::segment(name).unwrap_or_default();
        let nearest = self
            .ids
            .keys()
            .filter(|(k, _)| *k == kind)
            .map(|(_, id)| (strsim::osa_distance(id, &wanted), *id))
            .filter(|(distance, id)| *distance <= 3.min(id.len() / 2))
            .min();
        let name_written = &name.value;
        let help = match nearest {
            Some((_, id)) => text!("Menade du ”{id}”?", "Did you mean “{id}”?"),
            None => text!(
                "Skriv namnet på platsens mapp, eller skapa platsen med ”loftesarkiv new”.",
                "Write the name of the place's folder, or create the place with “loftesarkiv new”."
            ),
        };
        Problem::at(
            Code::UnknownPlace,
            source,
            name.span.clone(),
            text!(
                "{kind_sv} ”{name_written}” finns inte i arkivet.",
                "There is no {kind_en} “{name_written}” in the archive."
            ),
            help,
        )
    }
}

/// The places of every document: the nearest place above it gives the defaults, and
/// `municipalities`, `districts` and `police_areas` each replace only their own.
pub fn of_documents(documents: &mut [Linked], places: &[LinkedPlace], problems: &mut Vec<Problem>) {
    let ids = Ids::of_linked(places);
    let folders: HashMap<&str, PlaceId> = places
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
    /// Municipalities that only their districts bring in.
    in_part: BTreeSet<PlaceId>,
}

fn concerned(
    linked: &Linked,
    places: &[LinkedPlace],
    ids: &Ids,
    folders: &HashMap<&str, PlaceId>,
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
    let areas_named: BTreeSet<PlaceId> =
        police_areas.clone().unwrap_or_else(|| area_above.into_iter().collect());

    concerned.municipalities = match municipalities {
        Some(named) => named,
        None => {
            let mut own: BTreeSet<PlaceId> =
                above.filter(|_| above_kind == Some(Kind::Municipality)).into_iter().collect();
            let mut members = BTreeSet::new();
            if own.is_empty() && concerned.districts.is_empty() {
                // A police area alone gives its members of the time.
                for area in &areas_named {
                    for member in places[area.index()].members_on(date) {
                        match places[member.index()].place.kind() {
                            Kind::Municipality => members.insert(member),
                            _ => concerned.districts.insert(member),
                        };
                    }
                }
            }
            let through_districts: BTreeSet<PlaceId> =
                concerned.districts.iter().filter_map(|d| places[d.index()].municipality).collect();
            // A document for districts may well lie in their municipality's folder.
            concerned.in_part = through_districts.difference(&members).copied().collect();
            own.extend(members);
            own.union(&through_districts).copied().collect()
        }
    };
    concerned.police_areas = match police_areas {
        Some(named) => named,
        None if area_above.is_some() => areas_named,
        None => areas_of(&concerned, places, date),
    };
    let nowhere = concerned.municipalities.is_empty()
        && concerned.districts.is_empty()
        && concerned.police_areas.is_empty();
    if nowhere && !unknown {
        problems.push(no_place(document));
    }
    concerned
}

/// A district gives its own areas, or else its municipality's; a municipality of which no district
/// is meant gives its own.
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

fn nearest_place(path: &str, folders: &HashMap<&str, PlaceId>) -> Option<PlaceId> {
    let mut folder = path;
    while let Some((above, _)) = folder.rsplit_once('/') {
        if let Some(place) = folders.get(above) {
            return Some(*place);
        }
        folder = above;
    }
    None
}

fn no_place(document: &crate::model::Document) -> Problem {
    let path = document.path();
    Problem::in_file(
        Code::NoPlace,
        &document.source,
        text!(
            "Handlingen hör inte till någon plats: ingen mapp ovanför {path} är en kommun, ett lokalpolisområde eller en stadsdel.",
            "The document belongs to no place: no folder above {path} is a municipality, a local police area or a district."
        ),
        text!(
            "Flytta filen till platsens mapp. Har platsen ingen index.md, skapa den med ”loftesarkiv new municipality Eskilstuna”. Gäller handlingen flera platser, skriv till exempel municipalities = [\"eskilstuna\"] ovanför första raden med [ … ].",
            "Move the file into the place's folder. If the place has no index.md, make it with “loftesarkiv new municipality Eskilstuna”. If the document is about several places, write for example municipalities = [\"eskilstuna\"] above the first line with [ … ]."
        ),
    )
}
