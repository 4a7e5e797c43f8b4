//! One Markdown file: its text, front matter and body, and everything that is wrong with it alone.

use std::sync::Arc;

use super::fences::{self, Parts};
use super::fields::{self, Owner, Table};
use super::loaded::RawFile;
use super::parsed::{Parsed, ParsedFile};
use super::{common, documents, inspect, limits, places, remarks};
use crate::diagnostic::{Code, Problem, Source, Span};
use crate::markdown;
use crate::model::document::{Accept, ArchiveKeys, Body, Common, Particulars};
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
        let parsed = Parsed::Broken { kind: None, address };
        return ParsedFile { source, parsed, draft: false, accept: Vec::new(), problems };
    };
    let (opening, toml) = (parts.opening.clone(), parts.front_matter.clone());
    let read = fields::read(&source, Owner::Unknown, opening, toml, front_matter);
    let FrontMatter { kind, draft, accept, wording, content } = read.value;
    let too_large = parts.body.and_then(|start| limits::problem(&source, start));
    let body = parts.body.filter(|_| too_large.is_none()).map(|start| body(&source, start));
    problems.extend(too_large);
    // Front matter without an end continues into the body, so only its own statements are used.
    if parts.body.is_some() {
        problems.extend(read.problems);
    }
    problems.extend(inspect::inspect(&source, body.as_ref(), wording));
    problems.extend(inspect::inspect_name(&source));
    let (told, untold) =
        body.as_ref().map(|body| remarks::problems(&source, body)).unwrap_or_default();
    problems.extend(told);
    let parsed = match (kind, content, body, address) {
        (Some(kind), Some(content), Some(body), Some(address)) if !read.unusable => {
            parsed(&source, kind, content, body, address, &parts, &mut problems)
        }
        (kind, _, _, address) => {
            misplaced(&source, kind, &parts, &mut problems);
            Parsed::Broken { kind, address }
        }
    };
    ParsedFile { source, parsed, draft, accept, problems: in_order(problems, untold) }
}

fn unreadable(raw: &RawFile, problem: Problem) -> ParsedFile {
    let source = problem.source.clone();
    let mut problems = vec![problem];
    let address = address(&Source::path_only(raw.path.clone()), &mut problems);
    let parsed = Parsed::Broken { kind: None, address };
    ParsedFile { source, parsed, draft: false, accept: Vec::new(), problems }
}

/// What front matter says, as far as it could be read.
struct FrontMatter {
    kind: Option<Kind>,
    draft: bool,
    accept: Vec<Accept>,
    wording: Option<Wording>,
    content: Option<Keys>,
}

/// All keys of a file.
enum Keys {
    Document(Box<(Common, ArchiveKeys, Particulars)>),
    Place(Box<(Common, PlaceKeys)>),
}

/// Reads every key of a file before giving up on any.
fn front_matter(keys: &Table<'_>) -> FrontMatter {
    let kind = keys.need("kind", keys.word::<Kind>("kind")).map(|kind| kind.value);
    // If the kind was obviously meant, the other keys can be read as well.
    let kind = kind.or_else(|| keys.meant("kind"));
    if let Some(kind) = kind {
        keys.belong_to(Owner::Kind(kind));
    }
    let common = common::common(keys, kind);
    let (draft, accept, wording) = (common.draft, common.accept.clone(), common.wording);
    let Some(kind) = kind else {
        keys.leftovers();
        return FrontMatter { kind, draft, accept, wording, content: None };
    };
    let content = match kind.facts().class {
        Class::Place(place) => {
            let particulars = places::particulars(keys, place, &common.title);
            particulars.map(|particulars| Keys::Place(Box::new((common, particulars))))
        }
        Class::Document { .. } | Class::Page => {
            let archive =
                if kind.is_archive() { common::archive_keys(keys) } else { ArchiveKeys::default() };
            let particulars = documents::particulars(keys, kind);
            particulars.map(|particulars| Keys::Document(Box::new((common, archive, particulars))))
        }
    };
    keys.leftovers();
    FrontMatter { kind: Some(kind), draft, accept, wording, content }
}

fn body(source: &Arc<Source>, start: usize) -> Body {
    let text = Tail::of(&source.text, start);
    let outline = markdown::outline(&text);
    Body { text, start, outline }
}

fn parsed(
    source: &Arc<Source>,
    kind: Kind,
    keys: Keys,
    body: Body,
    address: Address,
    parts: &Parts,
    problems: &mut Vec<Problem>,
) -> Parsed {
    match keys {
        Keys::Document(keys) => {
            let (common, archive, particulars) = *keys;
            let source = source.clone();
            let document = Document { kind, source, address, common, archive, particulars, body };
            Parsed::Document(Arc::new(document))
        }
        Keys::Place(keys) => {
            let (common, particulars) = *keys;
            if misplaced(source, Some(kind), parts, problems) {
                return Parsed::Broken { kind: Some(kind), address: Some(address) };
            }
            let id = folder_name(source).and_then(slug::segment).unwrap_or_default();
            let source = source.clone();
            Parsed::Place(Arc::new(Place { id, source, address, common, particulars, body }))
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
