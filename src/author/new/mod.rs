//! A commented file, ready to be filled in. Writes one file where none is, and nothing else.

mod fresh;
mod keys;
mod place;
mod shelf;
mod template;

use std::path::Path;

use super::disk::{self, exists, on_disk};
use crate::content;
use crate::failure::Failure;
use crate::model::{ContentPathBuf, Kind};
use crate::session::Session;
use crate::text;
use fresh::Fresh;
use shelf::Shelf;

/// What somebody wants made.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub kind: Kind,
    /// The place of a document, as an editor calls it; the name of a new place or page.
    pub called: &'a str,
    /// The year of a document; today's when not given.
    pub year: Option<i16>,
}

/// Writes a file of a kind where none is, and returns its path as somebody standing where the
/// program was started would write it.
pub fn create(session: &Session, wanted: Wanted<'_>) -> Result<String, Failure> {
    let Wanted { kind, called, year } = wanted;
    let shelf = Shelf::of(&content::parse(&session.loaded));
    let content = session.site.join("content");
    if year.is_some() && !kind.is_archive() {
        return Err(without_year(kind));
    }
    let today = session.options.today;
    let year = year.unwrap_or_else(|| today.year());
    let mut fresh = match kind {
        Kind::Municipality => place::municipality(called, &shelf)?,
        Kind::PoliceArea => place::police_area(called, &shelf)?,
        Kind::District => place::district(called, &shelf)?,
        Kind::Page => place::page(called)?,
        _ => Fresh { path: free(&content, &shelf, kind, called, year)?, known: Vec::new() },
    };
    let path = on_disk(&content, fresh.path.as_str());
    let shown = disk::shown(&session.site, &fresh.path.to_string());
    if exists(&path) || !shelf.is_free(fresh.path.as_path()) {
        return Err(place::there(&shown));
    }
    fresh.known.push(("archived", today.to_string()));
    let text = template::template(kind, &fresh.known, session.site_language());
    disk::write_new(&path, &text)?;
    Ok(shown)
}

/// The kind that a word means; else why it means none.
pub fn kind(word: &str) -> Result<Kind, Failure> {
    if let Some(kind) = Kind::parse(word) {
        return Ok(kind);
    }
    let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let list: Vec<String> =
        Kind::ALL.iter().map(|kind| format!("{} ({})", kind.as_str(), in_swedish(*kind))).collect();
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

/// The path of a new document: its place's folder, the year, its kind's name, numbered when that is
/// taken.
fn free(
    content: &Path,
    shelf: &Shelf,
    kind: Kind,
    called: &str,
    year: i16,
) -> Result<ContentPathBuf, Failure> {
    let folder = place::folder(called, shelf)?;
    let name = match kind {
        Kind::Agreement => "overenskommelse",
        Kind::Pledge => "medborgarlofte",
        Kind::FollowUp => "uppfoljning",
        Kind::SituationReport => "lagesbild",
        Kind::ActionPlan => "atgardsplan",
        _ => "nyhet",
    };
    let numbers = std::iter::once(String::new()).chain((2..1000).map(|n| format!("-{n}")));
    let path = |number| ContentPathBuf::new(format!("{folder}/{year}/{name}{number}.md"));
    let mut paths = numbers.map(path);
    let free = |path: &ContentPathBuf| {
        shelf.is_free(path.as_path()) && !exists(&on_disk(content, path.as_str()))
    };
    paths.find(free).ok_or_else(|| place::there(&path(String::new()).to_string()))
}

fn without_year(kind: Kind) -> Failure {
    let (sv, en) = (in_swedish(kind), kind.as_str());
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

/// A kind's Swedish name.
pub fn in_swedish(kind: Kind) -> &'static str {
    match kind {
        Kind::Agreement => "överenskommelse",
        Kind::Pledge => "medborgarlöfte",
        Kind::SituationReport => "lägesbild",
        Kind::ActionPlan => "åtgärdsplan",
        Kind::FollowUp => "uppföljning",
        Kind::Notice => "nyhet",
        Kind::Page => "sida",
        Kind::Municipality => "kommun",
        Kind::PoliceArea => "lokalpolisområde",
        Kind::District => "stadsdel",
    }
}
