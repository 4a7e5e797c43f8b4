//! The index of an archive: its words, its choices, and where its texts are.

use std::collections::BTreeSet;

use super::groups::{SearchGroup, TOGETHER};
use super::{facets, fields, record};
use crate::archive::Archive;
use crate::model::place::PlaceKeys;
use crate::model::register::{self, Registered};
use crate::model::{DocId, PlaceId};
use crate::search::{Cut, Facts, Fingerprint, GroupFacts, KeptRuns, SearchIndex, terms};

/// Municipalities whose names are ordinary words too.
const ALSO_WORDS: [&str; 7] = ["Berg", "Boden", "Kil", "Lund", "Mark", "Vara", "Åre"];

/// A place or a document.
#[derive(Clone, Copy)]
enum Numbered {
    Place(PlaceId),
    Document(DocId),
}

/// Makes the index of an archive whose documents are numbered in these groups, from runs of words
/// that an earlier build has kept where they are as they were.
pub fn index(
    archive: &Archive,
    groups: &[SearchGroup],
    cut: Cut,
    kept: &dyn KeptRuns,
) -> SearchIndex {
    let numbered: Vec<(u32, Numbered)> = groups
        .iter()
        .flat_map(|group| {
            let place = group.place.map(|id| (group.base, Numbered::Place(id)));
            let documents = group.numbered();
            place.into_iter().chain(documents.map(|(n, id)| (n, Numbered::Document(id))))
        })
        .collect();
    let terms = || {
        terms(&numbered, kept, |numbered, take| match numbered {
            Numbered::Place(id) => fields::of_place(archive, *id, take),
            Numbered::Document(id) => fields::of_document(archive, *id, take),
        })
    };
    let facts = || Facts {
        documents: u32::try_from(numbered.len()).unwrap_or(u32::MAX),
        numbers: numbered.last().map_or(0, |(number, _)| number + 1),
        together: u32::try_from(TOGETHER).unwrap_or(u32::MAX),
        groups: group_facts(archive, groups),
        facets: facets::of_archive(archive, groups),
        absent: absent(archive),
    };
    let (terms, facts) = rayon::join(terms, facts);
    let index = SearchIndex::of(&terms, &facts, cut);
    // Releasing so many words takes as long as writing some of them.
    rayon::spawn(move || drop(terms));
    index
}

/// The municipalities that the archive has no page of, with an exclamation mark after a name that is
/// an ordinary word too.
fn absent(archive: &Archive) -> Vec<String> {
    let codes = archive.places.iter().filter_map(|linked| match &linked.place.particulars {
        PlaceKeys::Municipality(municipality) => Some(municipality.code.as_str()),
        PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => None,
    });
    let has: BTreeSet<&str> = codes.collect();
    let all = register::municipalities().iter().filter(|known| !has.contains(known.code));
    all.map(|Registered { name, .. }| match ALSO_WORDS.contains(name) {
        true => format!("{name}!"),
        false => (*name).to_owned(),
    })
    .collect()
}

fn group_facts(archive: &Archive, groups: &[SearchGroup]) -> Vec<GroupFacts> {
    use rayon::prelude::*;
    let facts = groups.par_iter().with_max_len(1).filter(|group| group.len() > 0).map(|group| {
        let mut digest = Fingerprint::default();
        for part in 0..group.parts() {
            for record in record::of_part(archive, group, part) {
                record.for_each_part(&mut |part| digest.add(part));
            }
        }
        GroupFacts {
            name: group.name.clone(),
            base: group.base,
            place: group.place.is_some(),
            digest: digest.digits(),
        }
    });
    facts.collect()
}
