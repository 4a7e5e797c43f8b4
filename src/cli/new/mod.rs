//! `new`: a commented file, ready to be filled in. Writes one file where none is, and nothing else.

mod keys;
mod place;
mod shelf;
mod template;

use std::path::Path;

use super::arguments::{Global, NewOptions, in_swedish};
use super::disk::{self, exists, on_disk};
use super::session::Session;
use super::{Failure, Outcome, tell};
use crate::content;
use crate::model::Kind;
use crate::text;
use shelf::Shelf;

/// A file to be written.
struct Fresh {
    /// Relative to `content/`.
    path: String,
    /// The keys whose values are known, as TOML.
    known: Vec<(&'static str, String)>,
}

/// Writes a new file, and says where it is and what to do next.
pub fn run(global: &Global, options: &NewOptions) -> Result<Outcome, Failure> {
    let kind = kind(&options.kind)?;
    let session = Session::open(global, None, false)?;
    let shelf = Shelf::of(&content::parse(&session.loaded));
    let content = global.site.join("content");
    let year = options.year.unwrap_or_else(|| session.options.today.year());
    let called = options.place.as_str();
    if options.year.is_some() && !kind.is_archive() {
        return Err(without_year(kind));
    }
    let mut fresh = match kind {
        Kind::Municipality => place::municipality(called, &shelf)?,
        Kind::PoliceArea => place::police_area(called, &shelf)?,
        Kind::District => place::district(called, &shelf)?,
        Kind::Page => place::page(called)?,
        _ => Fresh { path: free(&content, &shelf, kind, called, year)?, known: Vec::new() },
    };
    let path = on_disk(&content, &fresh.path);
    if exists(&path) || !shelf.is_free(&fresh.path) {
        return Err(place::there(&disk::shown(global, &format!("content/{}", fresh.path))));
    }
    fresh.known.push(("archived", session.options.today.to_string()));
    let text = template::template(kind, &fresh.known, session.site_language());
    disk::write_new(&path, &text)?;

    let shown = disk::shown(global, &format!("content/{}", fresh.path));
    let language = session.language();
    tell::line(global, language, &text!("{shown} är skapad.", "{shown} has been made."));
    let next = if kind.is_place() {
        text!(
            "Nästa steg: se över den och kör ”loftesarkiv check”.",
            "Next: look it over and run “loftesarkiv check”."
        )
    } else {
        text!(
            "Nästa steg: fyll i den och kör ”loftesarkiv check”. Ta bort raden draft = true när den är klar att publicera.",
            "Next: fill it in and run “loftesarkiv check”. Remove the line draft = true when it is ready to be published."
        )
    };
    tell::line(global, language, &next);
    Ok(Outcome::Done)
}

/// The kind that a word is.
fn kind(word: &str) -> Result<Kind, Failure> {
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
        message: text!("Det finns ingen sort ”{word}”.", "There is no kind “{word}”."),
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
) -> Result<String, Failure> {
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
    let mut paths = numbers.map(|number| format!("{folder}/{year}/{name}{number}.md"));
    let free = |path: &String| shelf.is_free(path) && !exists(&on_disk(content, path));
    paths.find(free).ok_or_else(|| place::there(&format!("content/{folder}/{year}/{name}.md")))
}

fn without_year(kind: Kind) -> Failure {
    let (sv, en) = (in_swedish(kind), kind.as_str());
    Failure {
        message: text!(
            "Ett årtal hör till en handling, inte till sorten {en} ({sv}).",
            "A year belongs to a document, not to the kind {en}."
        ),
        help: text!(
            "Utelämna året. Består namnet av flera ord, sätt citattecken om det.",
            "Leave the year out. If the name is of several words, put it in quotes."
        ),
    }
}

/// A text as TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            // On a command line by mistake; never wanted in a name.
            control if control.is_control() => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
