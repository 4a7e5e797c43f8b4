//! Creates a commented file, ready to be filled in. Only writes one file where there is none.

mod existing;
mod new_file;
mod place;

use std::path::Path;

use super::disk::{self, exists, on_disk};
use super::template;
use crate::content;
use crate::failure::Failure;
use crate::model::ContentPathBuf;
use crate::schema::{Class, Kind, PlaceKind};
use crate::session::Session;
use crate::text;
use existing::ExistingContent;
use new_file::NewFile;

/// What is to be created.
#[derive(Debug, Clone, Copy)]
pub struct NewFileRequest<'a> {
    pub kind: Kind,
    /// The place of a document, as an editor would name it; or the name of a new place or page.
    pub called: &'a str,
    /// The year of a document; the present year if not given.
    pub year: Option<i16>,
}

/// Writes a file of a kind where there is none. Returns its path relative to the folder in which
/// the program was started.
pub fn create(session: &Session, wanted: NewFileRequest<'_>) -> Result<String, Failure> {
    let NewFileRequest { kind, called, year } = wanted;
    let existing = ExistingContent::of(&content::parse(&session.loaded));
    let content = session.site.join("content");
    if year.is_some() && !kind.is_archive() {
        return Err(without_year(kind));
    }
    let today = session.options.today;
    let year = year.unwrap_or_else(|| today.year());
    let mut fresh = match kind.facts().class {
        Class::Document { file, .. } => {
            NewFile { path: free(&content, &existing, file, called, year)?, known: Vec::new() }
        }
        Class::Place(PlaceKind::Municipality) => place::municipality(called, &existing)?,
        Class::Place(PlaceKind::PoliceArea) => place::police_area(called, &existing)?,
        Class::Place(PlaceKind::District) => place::district(called, &existing)?,
        Class::Page => place::page(called)?,
    };
    let path = on_disk(&content, fresh.path.as_str());
    let shown = disk::shown(&session.site, &fresh.path.to_string());
    if exists(&path) || !existing.is_free(fresh.path.as_path()) {
        return Err(place::there(&shown));
    }
    fresh.known.push(("archived", today.to_string()));
    if !kind.is_place() {
        fresh.known.push(("draft", "true".to_owned()));
    }
    let text = template::of_kind(kind, &fresh.known, session.site_language());
    disk::write_new(&path, &text)?;
    Ok(shown)
}

/// The kind that a word means, or the failure if it means none.
pub fn kind(word: &str) -> Result<Kind, Failure> {
    if let Some(kind) = Kind::parse(word) {
        return Ok(kind);
    }
    let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let list: Vec<String> = Kind::ALL
        .iter()
        .map(|kind| format!("{} ({})", kind.as_str(), kind.facts().name.sv))
        .collect();
    let (sv, en) = (list.join(", "), words.join(", "));
    let help = match content::meant(word, &words) {
        Some(meant) => text!("Menade du {meant}?", "Did you mean {meant}?"),
        None => text!("Välj bland: {sv}.", "Choose one of: {en}."),
    };
    Err(Failure {
        message: text!("Det finns ingen typ ”{word}”.", "There is no kind “{word}”."),
        help,
    })
}

/// The path of a new document: the folder of its place, the year, and the file name of its kind,
/// numbered if that is taken.
fn free(
    content: &Path,
    existing: &ExistingContent,
    name: &str,
    called: &str,
    year: i16,
) -> Result<ContentPathBuf, Failure> {
    let folder = place::folder(called, existing)?;
    let numbers = std::iter::once(String::new()).chain((2..1000).map(|n| format!("-{n}")));
    let path = |number| ContentPathBuf::new(format!("{folder}/{year}/{name}{number}.md"));
    let mut paths = numbers.map(path);
    let free = |path: &ContentPathBuf| {
        existing.is_free(path.as_path()) && !exists(&on_disk(content, path.as_str()))
    };
    paths.find(free).ok_or_else(|| place::there(&path(String::new()).to_string()))
}

fn without_year(kind: Kind) -> Failure {
    let (sv, en) = (kind.facts().name.sv, kind.as_str());
    Failure {
        message: text!(
            "Ett årtal hör till ett dokument, inte till typen {en} ({sv}).",
            "A year belongs to a document, not to the kind {en}."
        ),
        help: text!(
            "Utelämna året. Består namnet av flera ord, sätt citattecken om det.",
            "Leave the year out. If the name is of several words, put it in quotes."
        ),
    }
}
