//! One Markdown file: its text, front matter and body, and everything that is wrong with it alone.

use std::sync::Arc;

use super::fences::{self, Parts};
use super::fields::{self, Owner, Table};
use super::parsed::{Legible, Parsed, ParsedFile};
use super::raw_file::RawFile;
use super::{common, documents, inspect, limits, places, remarks};
use crate::diagnostic::{Code, Problem, Severity, Source, Span};
use crate::markdown;
use crate::model::document::{Accept, ArchiveKeys, Body, Common, PageKeys, Particulars};
use crate::model::place::PlaceKeys;
use crate::model::{Address, ContentPath, Document, Place, Tail};
use crate::schema::{Class, Kind, Wording};
use crate::slug;
use crate::text;

/// Problems in one file beyond this number are only counted, so that a broken export does not hide
/// all others.
const MOST_PROBLEMS: usize = 200;

/// Parses one Markdown file, independently of all others.
pub fn parse_file(raw: &RawFile) -> ParsedFile {
    let source = match raw.source() {
        Ok(source) => source,
        Err(problem) => return unreadable(raw, *problem),
    };
    let mut problems = Vec::new();
    let address = address(&source, &mut problems);
    let Some(parts) = fences::split(&source, &mut problems) else {
        let text = body(&source, 0, &mut problems);
        let legible = text.and_then(|text| only_text(&source, text, address.as_ref()));
        let parsed = Parsed::Broken { kind: None, address, legible };
        return ParsedFile { source, parsed, draft: false, accept: Vec::new(), problems };
    };
    let (opening, toml) = (parts.opening.clone(), parts.front_matter.clone());
    let read = fields::read(&source, Owner::Unknown, opening, toml, front_matter);
    let FrontMatter { kind, supposed, draft, accept, wording, keys } = read.value;
    let is_toml = read.problems.iter().all(|problem| problem.code != Code::TomlSyntax);
    let start = parts.body.or(parts.meant.filter(|_| is_toml));
    let body = start.and_then(|start| body(&source, start, &mut problems));
    // Front matter without an end continues into the body, so only its own statements are used.
    if start.is_some() {
        problems.extend(read.problems);
    }
    problems.extend(inspect::inspect(&source, body.as_ref(), wording));
    problems.extend(inspect::inspect_name(&source, address.as_ref()));
    let (told, untold) =
        body.as_ref().map(|body| remarks::problems(&source, body)).unwrap_or_default();
    // A character within a link that is refused is mended with it.
    let refused = told.iter().filter(|it| it.code == Code::UnsafeLink);
    let refused: Vec<Span> = refused.filter_map(|it| it.span.clone()).collect();
    problems.retain(|problem| {
        let is_within = |span: &Span| {
            refused.iter().any(|link| link.start <= span.start && span.end <= link.end)
        };
        problem.code != Code::GarbledText || !problem.span.as_ref().is_some_and(is_within)
    });
    problems.extend(told);
    let misplaced = misplaced(&source, kind, &parts, &mut problems);
    let is_whole = parts.body.is_some() && body.is_some() && !read.unusable && !misplaced;
    let parsed = match (kind, address, body) {
        (Some(kind), Some(address), Some(body)) if is_whole => {
            match put_together(&source, kind, keys, body, address, true) {
                Legible::Document { document, .. } => Parsed::Document(document),
                Legible::Place(place) => Parsed::Place(place),
            }
        }
        (kind, address, body) => {
            let known = kind.filter(|_| supposed.is_none());
            let is_sure = !read.partial && known.is_some() && address.is_some();
            let written = address.clone().or_else(|| Address::parse("index.html"));
            let legible = body.zip(written).map(|(body, address)| {
                let kind = known.or(supposed).unwrap_or(Kind::Page);
                put_together(&source, kind, keys, body, address, is_sure)
            });
            Parsed::Broken { kind, address, legible }
        }
    };
    // A file is never left out without a word, whatever the reason.
    let is_explained = || problems.iter().any(|problem| problem.severity == Severity::Error);
    if matches!(parsed, Parsed::Broken { .. }) && !is_explained() {
        problems.push(left_out(&source, &parts));
    }
    ParsedFile { source, parsed, draft, accept, problems: in_order(problems, untold) }
}

/// That a file cannot be used, although nothing that is wrong with it was found.
fn left_out(source: &Arc<Source>, parts: &Parts) -> Problem {
    Problem::at(
        Code::WrongType,
        source,
        parts.opening.clone(),
        text!(
            "Något av filens värden går inte att läsa, så dokumentet skulle inte komma med.",
            "One of the file's values cannot be read, so the document would be left out."
        ),
        text!(
            "Jämför med en fil av samma typ. Ta bort tomma listor och tomma grupper.",
            "Compare it with a file of the same kind. Remove empty lists and empty groups."
        ),
    )
}

/// The text of a file without front matter, of which nothing else is known.
fn only_text(source: &Arc<Source>, body: Body, address: Option<&Address>) -> Option<Legible> {
    let address = address.cloned().or_else(|| Address::parse("index.html"))?;
    let keys = Keys::Document(Box::new((Common::default(), ArchiveKeys::default(), page())));
    Some(put_together(source, Kind::Page, keys, body, address, false))
}

fn unreadable(raw: &RawFile, problem: Problem) -> ParsedFile {
    let source = problem.source.clone();
    let mut problems = vec![problem];
    let address = address(&Source::path_only(raw.path.clone()), &mut problems);
    let parsed = Parsed::Broken { kind: None, address, legible: None };
    ParsedFile { source, parsed, draft: false, accept: Vec::new(), problems }
}

/// What front matter says, as far as it could be read.
struct FrontMatter {
    /// As written, or as obviously meant.
    kind: Option<Kind>,
    /// The kind of a document as which its keys were read, if it is not written: what they say of
    /// other files is judged, but not what other files say of it.
    supposed: Option<Kind>,
    draft: bool,
    accept: Vec<Accept>,
    wording: Option<Wording>,
    keys: Keys,
}

/// The keys of a file of which no kind is known.
fn page() -> Particulars {
    Particulars::Page(PageKeys::default())
}

/// All keys of a file.
enum Keys {
    Document(Box<(Common, ArchiveKeys, Particulars)>),
    Place(Box<(Common, PlaceKeys)>),
}

impl Keys {
    /// Only the keys that every file may have.
    fn without_kind(self) -> Keys {
        let common = match self {
            Keys::Document(keys) => keys.0,
            Keys::Place(keys) => keys.0,
        };
        Keys::Document(Box::new((common, ArchiveKeys::default(), page())))
    }
}

/// Reads every key of a file before giving up on any.
fn front_matter(keys: &Table<'_>) -> FrontMatter {
    let written = keys.need("kind", keys.word::<Kind>("kind")).map(|kind| kind.value);
    // If the kind was obviously meant, or no other has such keys, the other keys can be read as well.
    let kind = written.or_else(|| keys.meant("kind"));
    let of_keys = || keys.only_kind().filter(|kind| !kind.is_place());
    let read_as = kind.or_else(of_keys);
    if let Some(kind) = read_as {
        keys.belong_to(Owner::Kind(kind));
    }
    let front_matter = read_keys(keys, read_as);
    let is_document = read_as.is_some_and(|kind| !kind.is_place());
    let supposed = read_as.filter(|_| written.is_none() && is_document);
    let keys = match written.is_none() && !is_document {
        true => front_matter.keys.without_kind(),
        false => front_matter.keys,
    };
    FrontMatter { kind, supposed, keys, ..front_matter }
}

/// Reads the keys of a file of this kind.
fn read_keys(keys: &Table<'_>, kind: Option<Kind>) -> FrontMatter {
    let common = common::common(keys, kind);
    let (draft, accept, wording) = (common.draft, common.accept.clone(), common.wording);
    let own = match kind.map(|kind| (kind, kind.facts().class)) {
        Some((_, Class::Place(place))) => {
            let particulars = places::particulars(keys, place, &common.title);
            Keys::Place(Box::new((common, particulars)))
        }
        Some((kind, Class::Document { .. } | Class::Page)) => {
            let archive =
                if kind.is_archive() { common::archive_keys(keys) } else { ArchiveKeys::default() };
            let particulars = documents::particulars(keys, kind).unwrap_or_else(page);
            Keys::Document(Box::new((common, archive, particulars)))
        }
        None => Keys::Document(Box::new((common, ArchiveKeys::default(), page()))),
    };
    if kind.is_some_and(Kind::is_archive) {
        documents::inherited(keys);
    }
    keys.leftovers();
    FrontMatter { kind, supposed: None, draft, accept, wording, keys: own }
}

/// The body that begins here, unless it is too large to be read.
fn body(source: &Arc<Source>, start: usize, problems: &mut Vec<Problem>) -> Option<Body> {
    if let Some(problem) = limits::problem(source, start) {
        problems.push(problem);
        return None;
    }
    let text = Tail::of(&source.text, start);
    let outline = markdown::outline(&text);
    Some(Body { text, start, outline })
}

/// A document or place of what was read; `is_sure` if what others say of a document can be judged.
fn put_together(
    source: &Arc<Source>,
    kind: Kind,
    keys: Keys,
    body: Body,
    address: Address,
    is_sure: bool,
) -> Legible {
    let source = source.clone();
    match keys {
        Keys::Document(keys) => {
            let (common, archive, particulars) = *keys;
            let document = Document { kind, source, address, common, archive, particulars, body };
            Legible::Document { document: Arc::new(document), is_sure }
        }
        Keys::Place(keys) => {
            let (common, particulars) = *keys;
            let id = folder_name(&source).and_then(slug::segment).unwrap_or_default();
            Legible::Place(Arc::new(Place { id, source, address, common, particulars, body }))
        }
    }
}

/// The name of the folder that the file is in; `None` in the content root.
fn folder_name(source: &Source) -> Option<&str> {
    let folder = ContentPath::of_source(source).parent();
    (!folder.is_root()).then(|| folder.name())
}

/// Reports a place that is not in an `index.md` of its own folder, and returns whether it did.
fn misplaced(
    source: &Arc<Source>,
    kind: Option<Kind>,
    parts: &Parts,
    problems: &mut Vec<Problem>,
) -> bool {
    if !kind.is_some_and(Kind::is_place) {
        return false;
    }
    let path = ContentPath::of_source(source);
    let (file, stem) = (path.name(), path.stem());
    let (message, help) = if !path.is_index() {
        (
            text!(
                "En kommun eller ett område beskrivs i filen index.md i en egen mapp, men den här filen heter {file}.",
                "A municipality or area is described in the file index.md of a folder of its own, but this file is called {file}."
            ),
            text!(
                "Skapa mappen {stem} och flytta filen dit som {stem}/index.md. Beskriver filen något annat: rätta kind.",
                "Make the folder {stem} and move the file there as {stem}/index.md. If the file describes something else: correct kind."
            ),
        )
    } else if folder_name(source).is_none() {
        (
            text!(
                "En kommun eller ett område får sitt namn i adressen av sin mapp, men den här filen ligger direkt i content.",
                "A municipality or area has its name in the address from its folder, but this file lies in content itself."
            ),
            text!(
                "Flytta filen till en egen mapp, som content/kommuner/MAPP/index.md.",
                "Move the file to a folder of its own, as content/kommuner/FOLDER/index.md."
            ),
        )
    } else {
        return false;
    };
    let span = parts.opening.clone();
    problems.push(Problem::at(Code::InvalidAddress, source, span, message, help));
    true
}

/// The address of the file's page.
fn address(source: &Arc<Source>, problems: &mut Vec<Problem>) -> Option<Address> {
    let error = match Address::of_content(ContentPath::of_source(source)) {
        Ok(address) => return Some(address),
        Err(error) => error,
    };
    let (message, help) = error.in_words();
    problems.push(Problem::in_file(Code::InvalidAddress, source, message, help));
    None
}

/// Sorts the problems by place, and cuts them if there are too many. `untold` are problems that are
/// only counted.
fn in_order(mut problems: Vec<Problem>, untold: usize) -> Vec<Problem> {
    let place = |problem: &Problem| problem.span.as_ref().map(|Span { start, end }| (*start, *end));
    problems.sort_by_key(|problem| (place(problem), problem.code));
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS + untold;
        problems.truncate(MOST_PROBLEMS);
        if let Some(last) = problems.last_mut() {
            last.message = last.message.clone().with(&text!(
                " (Ytterligare {more} problem i filen visas inte.)",
                " ({more} more problems in the file are not shown.)"
            ));
        }
    }
    problems
}
