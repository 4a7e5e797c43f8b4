//! By what results can be chosen: place, year, kind, standing of a commitment, subject.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::years_of;
use super::groups::SearchGroup;
use crate::archive::Archive;
use crate::language::Alphabet;
use crate::model::place::PlaceKeys;
use crate::model::{Kind, PlaceId, Standing, Status};
use crate::search::{Choice, Facet};

/// The choices of an archive, each with the numbers of its documents in ascending order.
pub fn of_archive(archive: &Archive, groups: &[SearchGroup]) -> Vec<Facet> {
    let mut places: BTreeMap<PlaceId, Vec<u32>> = BTreeMap::new();
    let mut years: BTreeMap<i16, Vec<u32>> = BTreeMap::new();
    let mut kinds: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut standings: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let mut subjects: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let order = |kind: Kind| Kind::ALL.iter().position(|known| *known == kind).unwrap_or(0);
    for group in groups {
        if let Some(id) = group.place {
            kinds.entry(order(archive.place(id).place.kind())).or_default().push(group.base);
        }
        for (number, id) in group.numbered() {
            let linked = archive.document(id);
            for place in linked.places() {
                places.entry(place).or_default().push(number);
            }
            for year in years_of(linked) {
                years.entry(year).or_default().push(number);
            }
            for kind in linked.document.roles() {
                kinds.entry(order(kind)).or_default().push(number);
            }
            let told: BTreeSet<&str> =
                linked.commitments.iter().map(|one| one.standing.as_str()).collect();
            for standing in told {
                standings.entry(standing).or_default().push(number);
            }
            for subject in &linked.focus {
                subjects.entry(subject.index()).or_default().push(number);
            }
        }
    }
    let alphabet = Alphabet::of(archive.settings.language);
    let by_name = |mut choices: Vec<Choice>| {
        choices.sort_by(|a, b| {
            alphabet.compare(&a.label, &b.label).then_with(|| a.value.cmp(&b.value))
        });
        choices
    };
    let plain = |value: String, numbers| Choice { label: value.clone(), value, numbers };
    let ids = Ids::of(archive);
    let places = places.into_iter().map(|(id, numbers)| Choice {
        value: ids.of_place(archive, id),
        label: archive.place(id).place.common.title.value.clone(),
        numbers,
    });
    let years = years.into_iter().rev().map(|(year, numbers)| plain(year.to_string(), numbers));
    let kinds = kinds.into_iter();
    let kinds = kinds.map(|(kind, numbers)| plain(Kind::ALL[kind].as_str().to_owned(), numbers));
    let judged = Status::ALL.iter().map(|status| Standing::Judged(*status));
    let standings = judged
        .chain([Standing::Reported, Standing::AsAWhole, Standing::None])
        .filter_map(|one| Some(plain(one.as_str().to_owned(), standings.remove(one.as_str())?)));
    let subjects = subjects
        .into_iter()
        .map(|(subject, numbers)| plain(archive.focus[subject].label.clone(), numbers));
    vec![
        Facet { name: "kommun", choices: by_name(places.collect()) },
        Facet { name: "ar", choices: years.collect() },
        Facet { name: "kind", choices: kinds.collect() },
        Facet { name: "status", choices: standings.collect() },
        Facet { name: "fokus", choices: by_name(subjects.collect()) },
    ]
}

/// The ids of places in addresses: of places that share one, the municipality has it, and the
/// others say of which kind they are.
struct Ids<'a>(BTreeMap<&'a str, PlaceId>);

impl<'a> Ids<'a> {
    fn of(archive: &'a Archive) -> Ids<'a> {
        let mut first: BTreeMap<&str, PlaceId> = BTreeMap::new();
        let rank = |id: PlaceId| match archive.place(id).place.particulars {
            PlaceKeys::Municipality(_) => 0,
            PlaceKeys::PoliceArea(_) => 1,
            PlaceKeys::District(_) => 2,
        };
        for n in 0..archive.places.len() {
            let id = PlaceId::nth(n);
            let known = first.entry(&archive.place(id).place.id).or_insert(id);
            if rank(id) < rank(*known) {
                *known = id;
            }
        }
        Ids(first)
    }

    fn of_place(&self, archive: &Archive, id: PlaceId) -> String {
        let place = &archive.place(id).place;
        match self.0.get(place.id.as_str()) {
            Some(first) if *first == id => place.id.clone(),
            _ => format!("{}/{}", place.kind().as_str(), place.id),
        }
    }
}
