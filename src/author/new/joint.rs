//! Where a new document is stored: with its place, or, if several places have it together, in the
//! folder of joint documents, with its places in its front matter.

use super::existing::{ExistingContent, KnownPlace};
use super::new_file::quoted;
use super::place;
use crate::failure::Failure;
use crate::language::{Language, capitalised, enumerated};
use crate::model::Document;
use crate::schema::{Kind, PlaceKind};
use crate::text;

/// The folder of documents that several places have together.
const SHARED: &str = "gemensamt";

/// The keys that say which places a document is about.
pub(super) const PLACES: [&str; 3] = ["municipalities", "districts", "police_areas"];

/// Where a document belongs.
pub(super) struct DocumentHome {
    /// Relative to `content/`, without the year.
    pub folder: String,
    /// The name of its place or places, for its title; empty if it is not known.
    pub name: String,
    /// The keys that say which places it is about.
    pub known: Vec<(&'static str, String)>,
}

/// Where a document of these places belongs; without places, beside the document that it is made
/// from, and then it is about the same places.
pub(super) fn home(
    places: &[&str],
    ground: Option<&Document>,
    existing: &ExistingContent,
    language: Language,
) -> Result<DocumentHome, Failure> {
    let known = Vec::new();
    match (places, ground) {
        ([], None) => Err(without_place()),
        ([], Some(ground)) => {
            let known = same_places(ground);
            let (folder, _) = ground.path().home();
            let name = existing.find(folder.as_str()).map(short).unwrap_or_default();
            Ok(DocumentHome { folder: folder.as_str().to_owned(), name, known })
        }
        ([only], _) => {
            let folder = place::folder(only, existing)?;
            let name = existing.find(&folder).filter(|place| place.folder == folder);
            let name = name.map(short).unwrap_or_default();
            Ok(DocumentHome { folder, name, known })
        }
        (several, _) => {
            let mut found: Vec<&KnownPlace> = Vec::new();
            for called in several {
                let place =
                    existing.find(called).ok_or_else(|| place::unknown(called, existing))?;
                if !found.contains(&place) {
                    found.push(place);
                }
            }
            let names: Vec<String> = found.iter().map(|place| short(place)).collect();
            let name = enumerated(language, &names);
            Ok(DocumentHome { folder: SHARED.to_owned(), name, known: ids(&found) })
        }
    }
}

/// The short name of a place.
fn short(place: &KnownPlace) -> String {
    place.names.first().cloned().unwrap_or_else(|| capitalised(&place.id))
}

/// The keys that say which places a document is about, if it says so itself.
fn same_places(document: &Document) -> Vec<(&'static str, String)> {
    let keys = &document.archive;
    let said = [&keys.municipalities, &keys.districts, &keys.police_areas];
    let said = PLACES.into_iter().zip(said);
    let said = said.filter_map(|(key, ids)| {
        let ids: Vec<String> = ids.as_ref()?.iter().map(|id| quoted(&id.value)).collect();
        Some((key, format!("[{}]", ids.join(", "))))
    });
    said.collect()
}

/// The keys that name these places.
fn ids(places: &[&KnownPlace]) -> Vec<(&'static str, String)> {
    let of = |kind: PlaceKind| {
        let ids = places.iter().filter(|place| place.kind.place() == Some(kind));
        ids.map(|place| quoted(&place.id)).collect::<Vec<_>>()
    };
    let kinds = [PlaceKind::Municipality, PlaceKind::District, PlaceKind::PoliceArea];
    let keys = PLACES.into_iter().zip(kinds.map(of));
    let some = keys.filter(|(_, ids)| !ids.is_empty());
    some.map(|(key, ids)| (key, format!("[{}]", ids.join(", ")))).collect()
}

fn without_place() -> Failure {
    Failure {
        message: text!(
            "Vilken kommun eller vilket område gäller dokumentet?",
            "Which place is the document about?"
        ),
        help: text!("Ange kommunen eller området.", "Give the municipality or area."),
    }
}

pub(super) fn without_name(kind: Kind) -> Failure {
    let (sv, en) = (kind.facts().name.sv, kind.facts().name.en);
    Failure {
        message: text!("Vad heter det nya ({sv})?", "What is the new {en} called?"),
        help: text!("Ange namnet.", "Give the name."),
    }
}

pub(super) fn only_documents(kind: Kind) -> Failure {
    let (sv, en) = (kind.facts().name.sv, kind.facts().name.en);
    Failure {
        message: text!(
            "Flera kommuner kan ha ett dokument gemensamt, men inte typen {sv}.",
            "Several places can have a document together, but not a {en}."
        ),
        help: text!("Ange ett namn i taget.", "Give one name at a time."),
    }
}
