//! Whose documents a package holds: a site may have those of other municipalities than the one whose
//! records are packed.

use std::collections::BTreeMap;

use super::facts::PackageFacts;
use crate::archive::Linked;
use crate::diagnostic::Text;
use crate::language::{Language, enumerated};
use crate::model::PlaceId;
use crate::schema::Kind;
use crate::text;

/// The sentence on whose the documents are: of those that are not the records creator's own, or of all
/// if the archive has no municipality by the creator's name. `None` if all are the creator's.
pub fn whose(facts: &PackageFacts<'_>) -> Option<Text> {
    let archive = facts.archive;
    let own: Vec<PlaceId> =
        (0..archive.places.len()).map(PlaceId::nth).filter(|id| is_creator(facts, *id)).collect();
    let mut others: BTreeMap<PlaceId, usize> = BTreeMap::new();
    for id in &facts.documents {
        let owners = owners(facts, archive.document(*id));
        if !owners.iter().any(|owner| own.contains(owner)) {
            for owner in owners {
                *others.entry(owner).or_default() += 1;
            }
        }
    }
    if others.is_empty() {
        return None;
    }
    let counted = others.iter().map(|(place, count)| {
        format!("{} ({count})", archive.place(*place).place.common.title.value)
    });
    let counted: Vec<String> = counted.collect();
    let (sv, en) =
        (enumerated(Language::Swedish, &counted), enumerated(Language::English, &counted));
    let creator = &facts.owner.creator;
    Some(match own.is_empty() {
        true => text!(
            "\nDokumenten hör till {sv}. Ingen av dem har arkivbildarens namn, {creator}:\nsiffran säger hur många dokument var och en har, ensam eller med andra.",
            "\nThe documents belong to {en}. None of these has the name of the records creator, {creator}:\nthe number is that of the documents of each, alone or with others."
        ),
        false => text!(
            "\nPaketet har också dokument som hör till andra än {creator}: {sv}.\nDe följer med eftersom webbplatsen har dem.",
            "\nThe package also has documents that belong to others than {creator}: {en}.\nThey are included because the site has them."
        ),
    })
}

/// The municipalities that a document belongs to, also by their districts; its police areas if there are
/// none.
fn owners(facts: &PackageFacts<'_>, linked: &Linked) -> Vec<PlaceId> {
    let of_districts =
        linked.districts.iter().map(|id| facts.archive.place(*id).municipality.unwrap_or(*id));
    let mut owners: Vec<PlaceId> =
        linked.municipalities.iter().copied().chain(of_districts).collect();
    if owners.is_empty() {
        owners.clone_from(&linked.police_areas);
    }
    owners.sort_unstable();
    owners.dedup();
    owners
}

/// Whether a place is the municipality whose records are packed: its name is in that of the records
/// creator or of the publisher, which may name a committee too.
fn is_creator(facts: &PackageFacts<'_>, id: PlaceId) -> bool {
    let place = &facts.archive.place(id).place;
    let title = place.common.title.value.to_lowercase();
    let names = [facts.owner.creator.as_str(), facts.publisher()];
    place.kind() == Kind::Municipality
        && names.iter().any(|name| name.to_lowercase().contains(&title))
}
