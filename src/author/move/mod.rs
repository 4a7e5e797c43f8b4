//! Moving a document or a whole folder, and mending everything that refers to it. All changes are
//! made and checked in memory before the first file is touched; a move that would cause a new error
//! is not carried out.

mod aliases;
mod edit;
mod mending;
mod on_disk;
mod paths;
mod seals;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::content::{Loaded, Parsed, ParsedContent, ParsedFile, RawFile};
use crate::diagnostic::{Problem, Severity};
use crate::failure::Failure;
use crate::ledger::Ledger;
use crate::model::{Address, ContentPath, ContentPathBuf, Kind};
use crate::pipeline::{Sources, assemble};
use crate::publish::disk::{Disk, RealDisk};
use crate::session::Session;
use crate::text;
pub use mending::ChangedReference;
use mending::{ChangedFile, NewId, Unchangeable};
use paths::MovePaths;
pub use paths::existing;

/// The result of planning a move.
pub enum PlannedMove {
    /// The move can be made.
    Move(Move),
    /// The move would cause these errors, which the site does not have now.
    Errors(Vec<Problem>),
}

/// A move whose changes have all been made and checked in memory; nothing is done on disk yet.
pub struct Move {
    site: PathBuf,
    loaded: Arc<Loaded>,
    way: MovePaths,
    mended: Vec<ChangedFile>,
    /// The records of yearly packages as they will be.
    seals: Vec<RawFile>,
}

impl Move {
    /// What moves.
    pub fn from(&self) -> ContentPath<'_> {
        self.way.from.as_path()
    }

    /// Where it moves.
    pub fn to(&self) -> ContentPath<'_> {
        self.way.to.as_path()
    }

    /// Every file that changes, with its path after the move and its changed references; in order
    /// of the path before the move.
    pub fn changes(&self) -> impl Iterator<Item = (ContentPath<'_>, &[ChangedReference])> {
        self.mended.iter().map(|mended| (mended.to.as_path(), mended.changes.as_slice()))
    }

    /// The earlier addresses that will redirect.
    pub fn earlier_addresses(&self) -> impl Iterator<Item = &str> {
        self.mended.iter().filter_map(|mended| mended.alias.as_deref())
    }

    /// Carries out the move and replaces the changed files. If a step fails, everything is undone.
    pub fn carry_out(&self) -> Result<(), Failure> {
        self.carry_out_on(&RealDisk)
    }

    /// Like [`Move::carry_out`], on a disk that may fail.
    pub fn carry_out_on(&self, disk: &dyn Disk) -> Result<(), Failure> {
        let changes = self.mended.iter().filter_map(|file| {
            let before = self.loaded.markdown_at(&file.from.to_string())?;
            Some((before, file.bytes.as_deref()?))
        });
        let seals = self.loaded.seals.iter().zip(&self.seals);
        let seals = seals.filter(|(before, after)| before.digest != after.digest);
        let seals = seals.map(|(before, after)| (before, &*after.bytes));
        let changes: Vec<(&RawFile, &[u8])> = changes.chain(seals).collect();
        on_disk::carry_out(disk, &self.site, &self.way, &changes)
    }
}

/// Plans the move of a file or folder. Both paths are as an editor in the folder `here` would write
/// them. Fails if they make no sense, or if a file that must change cannot be changed safely.
pub fn plan(
    session: &Session,
    here: &Path,
    old: &Path,
    new: &Path,
) -> Result<PlannedMove, Failure> {
    let way = paths::find(&session.site, here, old, new)?;
    let (sources, assembled) = session.assemble();
    let Sources { content, ledger, .. } = &sources;
    let ledger = &ledger.ledger;
    let places = places(content, &way);
    if let Some(problem) = unfit(content, &way) {
        return Err(problem);
    }
    if let Some(attachment) = published_attachment(&session.loaded, ledger, &way, &places) {
        return Err(cannot_leave(attachment.as_path()));
    }
    let id = content
        .files
        .iter()
        .filter(|file| way.is_folder && path(file).parent() == way.from.as_path())
        .find_map(|file| NewId::of(place_kind(file)?, &way));
    let mended = mending::mend(&session.loaded, ledger, &way, &places, id.as_ref());
    let mended = mended.map_err(unmendable)?;

    let seals = seals::moved(&session.loaded, &way, &mended);
    let after = after(&session.loaded, &mended, &seals);
    let tried = assemble(&Sources::read(&after), &session.theme, None, session.options);
    let new = new_errors(&assembled.problems, tried.problems, &way);
    if !new.is_empty() {
        return Ok(PlannedMove::Errors(new));
    }
    let (site, loaded) = (session.site.clone(), session.loaded.clone());
    Ok(PlannedMove::Move(Move { site, loaded, way, mended, seals }))
}

/// The kind of place that a file describes, even if it has errors.
fn place_kind(file: &ParsedFile) -> Option<Kind> {
    let kind = match &file.parsed {
        Parsed::Place(place) => place.kind(),
        Parsed::Broken { kind: Some(kind), .. } => *kind,
        _ => return None,
    };
    (kind.is_place() && path(file).is_index()).then_some(kind)
}

fn path(file: &ParsedFile) -> ContentPath<'_> {
    ContentPath::of_source(&file.source)
}

/// The folders of the places that move, except those inside another of them.
fn places<'c>(content: &'c ParsedContent, way: &MovePaths) -> Vec<ContentPath<'c>> {
    let mut places: Vec<ContentPath<'_>> = Vec::new();
    let files = content.files.iter().filter(|file| place_kind(file).is_some());
    for file in files.filter(|_| way.is_folder) {
        let folder = path(file).parent();
        let moves = way.moved(folder).is_some();
        if moves && !places.iter().any(|outer| folder.is_inside(*outer)) {
            // In order of path, a folder's index.md may come after files in deeper folders.
            places.retain(|inner| !inner.is_inside(folder));
            places.push(folder);
        }
    }
    places
}

/// The failure if something cannot be moved by itself, or not to that name.
fn unfit(content: &ParsedContent, way: &MovePaths) -> Option<Failure> {
    if way.is_folder {
        return None;
    }
    let (from, to) = (way.from.as_path(), way.to.as_path());
    let is_place =
        content.files.iter().any(|file| path(file) == from && place_kind(file).is_some());
    if is_place {
        let folder = from.parent();
        return Some(Failure {
            message: text!(
                "{from} beskriver en kommun eller ett område, som flyttas med hela sin mapp.",
                "{from} describes a municipality or area, which is moved with its whole folder."
            ),
            help: text!(
                "Skriv: loftesarkiv move {folder} content/nya/namnet",
                "Write: loftesarkiv move {folder} content/new/name"
            ),
        });
    }
    let extension = |path: ContentPath<'_>| path.extension().map(str::to_lowercase);
    let (old, new) = (extension(from), extension(to));
    let (from, to) = (from.as_str(), to.as_str());
    (old != new).then(|| Failure {
        message: text!(
            "”{to}” har en annan filändelse än ”{from}”.",
            "“{to}” has another file extension than “{from}”."
        ),
        help: text!(
            "Behåll filändelsen. Ska filen in i en mapp, sluta sökvägen med /.",
            "Keep the extension. If the file is to go in a folder, end the path with /."
        ),
    })
}

/// The failure if an attachment or image would lose its address: only the earlier folder of a place
/// preserves those.
fn published_attachment(
    loaded: &Loaded,
    ledger: &Ledger,
    way: &MovePaths,
    places: &[ContentPath<'_>],
) -> Option<ContentPathBuf> {
    let kept = |path: ContentPath<'_>| places.iter().any(|place| path.is_inside(*place));
    let others = loaded.others.iter().filter(|other| !kept(other.path.as_path()));
    others
        .filter_map(|other| {
            let path = other.path.as_path();
            let (old, to) = (Address::of_content(path).ok()?, way.moved(path)?);
            let stays = Address::of_content(to.as_path()).is_ok_and(|new| new == old);
            (ledger.has_published(&old) && !stays).then(|| other.path.clone())
        })
        .next()
}

fn cannot_leave(path: ContentPath<'_>) -> Failure {
    Failure {
        message: text!(
            "{path} är publicerad, och en bilaga eller bild kan inte flyttas: på dess gamla adress kan ingen sida leda vidare.",
            "{path} has been published, and an attachment or image cannot be moved: no page can send on from its old address."
        ),
        help: text!(
            "Låt den ligga kvar och flytta bara dokumentet; hänvisningen rättas. Ska den bort, se [[withdrawn]] i addresses.toml.",
            "Leave it where it is and move only the document; the reference is mended. If it is to go, see [[withdrawn]] in addresses.toml."
        ),
    }
}

fn unmendable(why: Unchangeable) -> Failure {
    match why {
        Unchangeable::Unreadable(path) => Failure {
            message: text!(
                "{path} går inte att läsa helt, så programmet vet inte säkert vad den hänvisar till. Inget flyttades.",
                "{path} cannot be read whole, so the program does not know for certain what it refers to. Nothing was moved."
            ),
            help: text!(
                "Rätta filen först; ”loftesarkiv check” säger vad som är fel.",
                "Mend the file first; “loftesarkiv check” says what is wrong."
            ),
        },
        Unchangeable::Reference(path, line) => Failure {
            message: text!(
                "Hänvisningen på rad {line} i {path} går inte att rätta utan att ändra något annat. Inget flyttades.",
                "The reference on line {line} of {path} cannot be mended without changing something else. Nothing was moved."
            ),
            help: text!(
                "Skriv den på ett enklare sätt, [text](sökväg.md), och försök igen.",
                "Write it in a simpler way, [text](path.md), and try again."
            ),
        },
    }
}

/// The site's files as they will be.
fn after(loaded: &Loaded, mended: &[ChangedFile], seals: &[RawFile]) -> Loaded {
    let by_path: BTreeMap<ContentPath<'_>, &ChangedFile> =
        mended.iter().map(|mended| (mended.from.as_path(), mended)).collect();
    let mut markdown: Vec<RawFile> = loaded
        .markdown
        .iter()
        .map(|raw| match ContentPath::of_site(&raw.path).and_then(|path| by_path.get(&path)) {
            Some(ChangedFile { to, bytes, .. }) => {
                let bytes = bytes.as_deref().map_or_else(|| raw.bytes.clone(), Into::into);
                RawFile::new(to.to_string(), bytes)
            }
            None => raw.clone(),
        })
        .collect();
    markdown.sort_by(|a, b| a.path.cmp(&b.path));
    let mut others = loaded.others.clone();
    for other in &mut others {
        if let Some(mended) = by_path.get(&other.path.as_path()) {
            other.path.clone_from(&mended.to);
        }
    }
    others.sort_by(|a, b| a.path.cmp(&b.path));
    Loaded {
        markdown,
        others,
        settings: loaded.settings.clone(),
        ledger: loaded.ledger.clone(),
        standing: loaded.standing.clone(),
        seals: seals.to_vec(),
        problems: loaded.problems.clone(),
    }
}

/// The errors that were not there before. Errors of a file are distinguished only by code and
/// number, since their messages may contain a path that has moved.
fn new_errors(before: &[Problem], after: Vec<Problem>, way: &MovePaths) -> Vec<Problem> {
    let key = |problem: &Problem, moved: bool| {
        let path = &problem.source.path;
        match ContentPath::of_site(path) {
            Some(path) if moved => (problem.code, way.after(path).to_string(), String::new()),
            Some(path) => (problem.code, path.to_string(), String::new()),
            None => (problem.code, path.to_string(), problem.message.en.to_string()),
        }
    };
    let errors = |problem: &&Problem| problem.severity == Severity::Error;
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for problem in before.iter().filter(errors) {
        *known.entry(key(problem, true)).or_default() += 1;
    }
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for problem in after.iter().filter(errors) {
        *seen.entry(key(problem, false)).or_default() += 1;
    }
    let is_new = |problem: &Problem| {
        let key = key(problem, false);
        problem.severity == Severity::Error && seen.get(&key) > known.get(&key)
    };
    after.into_iter().filter(is_new).collect()
}
