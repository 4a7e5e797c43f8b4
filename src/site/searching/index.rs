//! The index of an archive: its words, its choices, and where its texts are.

use super::groups::{SearchGroup, TOGETHER};
use super::{facets, fields, record};
use crate::archive::Archive;
use crate::model::{DocId, PlaceId};
use crate::search::{Cut, Facts, Fingerprint, GroupFacts, KeptRuns, SearchIndex, terms};

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
    let terms = terms(&numbered, kept, |numbered, take| match numbered {
        Numbered::Place(id) => fields::of_place(archive, *id, take),
        Numbered::Document(id) => fields::of_document(archive, *id, take),
    });
    let facts = Facts {
        documents: u32::try_from(numbered.len()).unwrap_or(u32::MAX),
        numbers: numbered.last().map_or(0, |(number, _)| number + 1),
        together: u32::try_from(TOGETHER).unwrap_or(u32::MAX),
        groups: group_facts(archive, groups),
        facets: facets::of_archive(archive, groups),
    };
    SearchIndex::of(&terms, &facts, cut)
}

fn group_facts(archive: &Archive, groups: &[SearchGroup]) -> Vec<GroupFacts> {
    use rayon::prelude::*;
    let facts = groups.par_iter().filter(|group| group.len() > 0).map(|group| {
        let mut digest = Fingerprint::default();
        for part in 0..group.parts() {
            for record in record::of_part(archive, group, part) {
                record.texts(&mut |text| digest.add(text.as_bytes()));
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
