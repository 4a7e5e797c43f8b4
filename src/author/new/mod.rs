//! Creates a file, ready to be filled in. Only writes one file where there is none.

mod existing;
mod follow_up;
mod joint;
mod kind_word;
mod new_file;
mod original;
mod place;
mod successor;

use std::fs;

use super::disk::{self, exists, on_disk};
use super::template;
use crate::content::{self, Parsed, ParsedContent};
use crate::failure::Failure;
use crate::language::capitalised;
use crate::ledger::ReadLedger;
use crate::model::register::Registered;
use crate::model::{ContentPath, ContentPathBuf, Document};
use crate::schema::{Class, Kind, Owner, PlaceKind};
use crate::session::Session;
use crate::text;
use existing::ExistingContent;
pub use existing::KnownPlace;
pub use kind_word::kind;
use kind_word::{without_year, without_years};
use new_file::{NewFile, quoted, span};
pub use original::Original;

/// What is to be created.
#[derive(Debug, Clone, Copy)]
pub struct NewFileRequest<'a> {
    pub kind: Kind,
    /// The places of a document, as an editor would name them: several make it joint, and none means
    /// those of the document that it is made from. For a new place or page, its name.
    pub places: &'a [&'a str],
    /// The year of a document. If not given, that after the document that it is made from, that of the one
    /// that it follows up, or else the present year.
    pub year: Option<i16>,
    /// The last year of its period, if that has several.
    pub until: Option<i16>,
    /// The earlier document that it is made from.
    pub from: Option<ContentPath<'a>>,
    /// The document that it follows up.
    pub of: Option<ContentPath<'a>>,
    /// The file that a document is made from.
    pub original: Option<Original<'a>>,
    /// Whether every key is explained in the file, for whoever edits it by hand.
    pub explained: bool,
}

/// A file that was created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreatedFile {
    pub path: ContentPathBuf,
    /// The file beside it that it was made from.
    pub original: Option<ContentPathBuf>,
    /// Relative to the folder in which the program was started.
    pub shown: String,
}

/// Writes a file of a kind where there is none.
pub fn create(session: &Session, wanted: NewFileRequest<'_>) -> Result<CreatedFile, Failure> {
    let parsed = content::parse(&session.loaded);
    let existing = existing_in(session, &parsed);
    create_in(session, &parsed, &existing, wanted)
}

/// What the site holds, and what its addresses once led to.
fn existing_in(session: &Session, parsed: &ParsedContent) -> ExistingContent {
    let ledger = ReadLedger::of(&session.loaded).ledger;
    ExistingContent::of(parsed, &ledger, session.site.join("content"))
}

fn create_in(
    session: &Session,
    parsed: &ParsedContent,
    existing: &ExistingContent,
    wanted: NewFileRequest<'_>,
) -> Result<CreatedFile, Failure> {
    let NewFileRequest { kind, places, explained, .. } = wanted;
    let content = session.site.join("content");
    if wanted.year.is_some() && !kind.is_archive() {
        return Err(without_year(kind));
    }
    let called = match places {
        [only] => *only,
        _ if kind.is_archive() => "",
        [] => return Err(joint::without_name(kind)),
        _ => return Err(joint::only_documents(kind)),
    };
    let mut fresh = match kind.facts().class {
        Class::Document { file, .. } => document(session, parsed, existing, wanted, file)?,
        Class::Place(PlaceKind::Municipality) => place::municipality(called, existing)?.into(),
        Class::Place(PlaceKind::PoliceArea) => place::police_area(called, existing)?.into(),
        Class::Place(PlaceKind::District) => place::district(called, existing)?.into(),
        Class::Page => place::page(called)?.into(),
    };
    let path = on_disk(&content, fresh.file.path.as_str());
    let shown = disk::shown(&session.site, &fresh.file.path.to_string());
    if exists(&path) || !existing.is_free(fresh.file.path.as_path()) {
        return Err(place::there(&shown));
    }
    let known = &mut fresh.file.known;
    known.push(("archived", session.options.today.to_string()));
    if !kind.is_place() {
        known.push(("draft", "true".to_owned()));
    }
    disk::refuse_linked(&content, &path)?;
    let language = session.site_language();
    let mut stored = None;
    let text = match (fresh.text, wanted.original) {
        (Some(text), _) => text,
        (None, Some(original)) => {
            stored = original.store(&content, fresh.file.path.as_path().parent(), existing)?;
            let lines = original.lines(stored.as_ref(), language, explained);
            new_file::plain(kind, known, &lines, &original.body(known))
        }
        (None, None) if explained => template::of_kind(kind, known, language),
        (None, None) => new_file::plain(kind, known, "", ""),
    };
    disk::write_new(&path, &text).inspect_err(|_| {
        // A file without the draft that it belongs to would only be in the way.
        if let Some(stored) = &stored {
            let _ = fs::remove_file(on_disk(&content, stored.as_str()));
        }
    })?;
    Ok(CreatedFile { path: fresh.file.path, original: stored, shown })
}

/// Writes the file of a municipality that the register has and the archive lacks, if that is what a
/// name means. Returns its path in the site's folder.
pub fn create_municipality(session: &Session, called: &str) -> Result<Option<String>, Failure> {
    let parsed = content::parse(&session.loaded);
    let existing = existing_in(session, &parsed);
    let is_there = existing.find(called).is_some() || existing.folder(called).is_some();
    if is_there || content::registered(called).is_none() {
        return Ok(None);
    }
    let created = create_in(session, &parsed, &existing, municipality(&[called]))?;
    Ok(Some(created.path.to_string()))
}

/// The municipality of the register that a name means and the archive lacks; `None` if the archive has
/// a place of that name, or the register has none.
pub fn new_municipality(session: &Session, called: &str) -> Option<&'static Registered> {
    let parsed = content::parse(&session.loaded);
    let existing = existing_in(session, &parsed);
    let is_there = existing.find(called).is_some() || existing.folder(called).is_some();
    content::registered(called).filter(|_| !is_there)
}

/// Whether the archive has a place, or a folder, of this name.
pub fn is_place(session: &Session, called: &str) -> bool {
    let parsed = content::parse(&session.loaded);
    let existing = existing_in(session, &parsed);
    existing.find(called).is_some() || existing.folder(called).is_some()
}

/// The archive's only municipality, if there is just one.
pub fn only_municipality(session: &Session) -> Option<KnownPlace> {
    let parsed = content::parse(&session.loaded);
    existing_in(session, &parsed).only_municipality().cloned()
}

/// Fails unless the register has a municipality of this name.
pub fn check_municipality(called: &str) -> Result<(), Failure> {
    place::registered(called).map(|_| ())
}

/// Writes the file of a municipality in a site that was just made.
pub fn add_municipality(
    site: &std::path::Path,
    called: &str,
    today: jiff::civil::Date,
) -> Result<(), Failure> {
    let scan = crate::scan::Scan::new(site, Vec::new())?;
    let options = crate::pipeline::Options {
        today,
        drafts: crate::archive::Drafts::Shown,
        strict: false,
        language: None,
    };
    create(&Session::new(&scan, options), municipality(&[called])).map(|_| ())
}

/// The request for a municipality of this name.
fn municipality<'a>(called: &'a [&'a str]) -> NewFileRequest<'a> {
    NewFileRequest {
        kind: Kind::Municipality,
        places: called,
        year: None,
        until: None,
        from: None,
        of: None,
        original: None,
        explained: false,
    }
}

/// A new file, and its text if that is more than what is known of it.
struct FreshFile {
    file: NewFile,
    text: Option<String>,
}

impl From<NewFile> for FreshFile {
    fn from(file: NewFile) -> FreshFile {
        FreshFile { file, text: None }
    }
}

fn document(
    session: &Session,
    parsed: &ParsedContent,
    existing: &ExistingContent,
    wanted: NewFileRequest<'_>,
    name: &str,
) -> Result<FreshFile, Failure> {
    let NewFileRequest { kind, places, year, until, from, of, ref original, .. } = wanted;
    let ground = from.or(of);
    let source = ground.map(|path| source(parsed, path)).transpose()?;
    if from.is_some() && source.is_some_and(|source| source.kind != kind) {
        return Err(successor::other_kind(kind));
    }
    if of.is_some() && (kind != Kind::FollowUp || source.is_some_and(|it| it.agreement().is_none()))
    {
        return Err(follow_up::not_followed_up());
    }
    let today = session.options.today;
    let next = || successor::next_year(source.filter(|_| from.is_some())?);
    let followed = source.filter(|_| of.is_some());
    let year = year.or_else(next).or_else(|| successor::year(followed?));
    let year = year.unwrap_or_else(|| today.year());
    let until = until.filter(|until| *until != year);
    if let Some(until) = until.filter(|_| Owner::Kind(kind).key("period").is_none()) {
        return Err(without_years(kind, year, until));
    }
    let language = session.site_language();
    let home = joint::home(places, source, existing, language)?;
    let folder = ContentPath::new(&home.folder).join(&year.to_string());
    let path = free(&session.site.join("content"), existing, folder.as_path(), name)?;
    let subject = kind.facts().name.in_language(language);
    let mut known = home.known;
    // A follow-up is of the year that it follows up, whenever it is made.
    let of_year = followed.map(|source| source.path().home().1);
    let of_year = of_year.filter(|year| !year.is_empty()).map(str::to_owned);
    let of_year = of_year.unwrap_or_else(|| year.to_string());
    let title = [capitalised(subject), home.name, of_year];
    let title = title.iter().filter(|part| !part.is_empty()).map(String::as_str);
    known.push(("title", quoted(&title.collect::<Vec<_>>().join(" "))));
    // How long a signed paper holds is for whoever compares it with its text to say.
    let is_signed_paper = original.is_some();
    match until {
        Some(until) => known.push(("period", span(year, until))),
        None if kind.is_agreed() && !is_signed_paper => known.push(("period", year.to_string())),
        None => {}
    }
    let text = match (source, from, of) {
        (Some(source), Some(_), _) => {
            let new = NewFile { path: path.clone(), known: known.clone() };
            let other_places = !places.is_empty() && !is_beside(source, &home.folder, places);
            Some(successor::text(source, &new, other_places, (year, until, today))?)
        }
        (Some(source), None, Some(_)) => {
            Some(follow_up::text(source, path.as_path(), &known, today))
        }
        _ => None,
    };
    Ok(FreshFile { file: NewFile { path, known }, text })
}

/// Whether these are the places of an earlier document: a single one, whose folder it is in.
fn is_beside(earlier: &Document, folder: &str, places: &[&str]) -> bool {
    places.len() == 1 && earlier.path().is_inside(ContentPath::new(folder))
}

/// The document that a new one is made from.
fn source<'p>(parsed: &'p ParsedContent, path: ContentPath<'_>) -> Result<&'p Document, Failure> {
    let files = parsed.files.iter().map(|file| &file.parsed);
    let mut documents = files.filter_map(|parsed| match parsed {
        Parsed::Document(document) => Some(&**document),
        Parsed::Place(_) | Parsed::Broken { .. } => None,
    });
    documents.find(|document| document.path() == path).ok_or_else(|| Failure {
        message: text!(
            "{path} finns inte, är inget dokument eller har fel som gör att det inte kan läsas.",
            "{path} does not exist, is no document or has errors that keep it from being read."
        ),
        help: text!("Ange ett annat dokument.", "Give another document."),
    })
}

/// The path of a new document in a folder: the year, and the file name of its kind, numbered if that
/// is taken.
fn free(
    content: &std::path::Path,
    existing: &ExistingContent,
    folder: ContentPath<'_>,
    name: &str,
) -> Result<ContentPathBuf, Failure> {
    let numbers = std::iter::once(String::new()).chain((2..1000).map(|n| format!("-{n}")));
    let path = |number| folder.join(&format!("{name}{number}.md"));
    let mut paths = numbers.map(path);
    let free = |path: &ContentPathBuf| {
        existing.is_fresh(path.as_path()) && !exists(&on_disk(content, path.as_str()))
    };
    paths.find(free).ok_or_else(|| place::there(&path(String::new()).to_string()))
}
