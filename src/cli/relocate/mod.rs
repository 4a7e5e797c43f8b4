//! `move`: a document or a whole folder under a new name, with everything that refers to it. All
//! changes are known and tried in memory before the first file is touched; what would give a new
//! error is not done.

mod aliases;
mod edit;
mod mending;
mod on_disk;
mod way;

use std::collections::BTreeMap;

use super::arguments::{Global, MoveOptions};
use super::session::Session;
use super::{Failure, Outcome, tell};
use crate::content::{self, Content, ContentFile, Entry, Loaded, RawFile};
use crate::diagnostic::{Problem, Report, Severity, visible};
use crate::language::Language;
use crate::model::{Address, Kind};
use crate::{assemble, text};
use mending::{Mended, NewId, Unmendable};
use way::Way;

/// Moves, or with `--dry-run` only says what would be done.
pub fn run(global: &Global, options: &MoveOptions) -> Result<Outcome, Failure> {
    let session = Session::open(global, None, false)?;
    let language = session.language();
    let way = way::find(&global.site, &options.old, &options.new)?;
    let (content, assembled) = session.assemble();
    let places = places(&content, &way);
    if let Some(problem) = unfit(&content, &way) {
        return Err(problem);
    }
    if let Some(attachment) = published_attachment(&session.loaded, &way, &places) {
        return Err(cannot_leave(&attachment));
    }
    let id = content
        .files
        .iter()
        .filter(|file| way.is_folder && folder(&file.source.path) == way.from)
        .find_map(|file| NewId::of(place_kind(file)?, &way));
    let mended = mending::mend(&session.loaded, &way, &places, id.as_ref()).map_err(unmendable)?;

    let after = after(&session.loaded, &mended);
    let content = content::parse(&after);
    let tried = assemble(&content, &session.theme, None, session.options);
    let new = new_errors(&assembled.problems, tried.problems, &way);
    if !new.is_empty() {
        tell::report(global, &Report::of(&new, language), language)?;
        let told = text!(
            "Inget flyttades: efteråt skulle webbplatsen ha felen ovan.",
            "Nothing was moved: afterwards the site would have the errors above."
        );
        tell::line(global, language, &told);
        return Ok(Outcome::Errors);
    }

    if !options.dry_run {
        on_disk::carry_out(global, &session.loaded, &way, &mended)?;
    }
    say(global, language, &way, &mended, options.dry_run);
    Ok(Outcome::Done)
}

/// The kind of place whose file this is, also when it has errors.
fn place_kind(file: &ContentFile) -> Option<Kind> {
    let kind = match &file.entry {
        Entry::Place(place) => place.kind(),
        Entry::Broken { kind: Some(kind), .. } => *kind,
        _ => return None,
    };
    let name = file.source.path.rsplit('/').next().unwrap_or("");
    (kind.is_place() && name.eq_ignore_ascii_case("index.md")).then_some(kind)
}

/// The folder in `content/` of a source's path.
fn folder(path: &str) -> &str {
    let path = path.strip_prefix("content/").unwrap_or(path);
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folders of the places that move, without those inside others of them.
fn places(content: &Content, way: &Way) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    let files = content.files.iter().filter(|file| place_kind(file).is_some());
    for file in files.filter(|_| way.is_folder) {
        let folder = folder(&file.source.path);
        let moves = folder == way.from || way.moved(folder).is_some();
        let inside = |outer: &String| {
            folder.strip_prefix(outer.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        if moves && !places.iter().any(inside) {
            // In order of path a folder's index.md may come after what is deeper.
            places.retain(|inner| !inner.starts_with(&format!("{folder}/")));
            places.push(folder.to_owned());
        }
    }
    places
}

/// What cannot be moved alone, or under that name.
fn unfit(content: &Content, way: &Way) -> Option<Failure> {
    if way.is_folder {
        return None;
    }
    let (from, to) = (&way.from, &way.to);
    let path = format!("content/{from}");
    let is_place =
        content.files.iter().any(|file| file.source.path == path && place_kind(file).is_some());
    if is_place {
        let folder = folder(&path);
        return Some(Failure {
            message: text!(
                "{path} är en plats. En plats flyttas med hela sin mapp.",
                "{path} is a place. A place is moved with its whole folder."
            ),
            help: text!(
                "Skriv: loftesarkiv move content/{folder} content/nya/namnet",
                "Write: loftesarkiv move content/{folder} content/new/name"
            ),
        });
    }
    let extension = |path: &str| {
        let file = path.rsplit('/').next().unwrap_or(path);
        file.rsplit_once('.').map(|(_, extension)| extension.to_lowercase())
    };
    (extension(from) != extension(to)).then(|| Failure {
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

/// An attachment or image that would lose its address: only a place's earlier folder keeps those.
fn published_attachment(loaded: &Loaded, way: &Way, places: &[String]) -> Option<String> {
    let ledger = loaded.ledger.as_ref()?;
    let (ledger, _) = content::parse_ledger(ledger);
    let kept = |path: &str| {
        places.iter().any(|place| {
            path.strip_prefix(place.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })
    };
    let others = loaded.others.iter().filter(|other| !kept(&other.path));
    others
        .filter_map(|other| {
            let (old, to) = (Address::of_content(&other.path).ok()?, way.moved(&other.path)?);
            let stays = Address::of_content(&to).is_ok_and(|new| new == old);
            let published = ledger.published.iter().any(|published| published.value == old);
            (published && !stays).then(|| other.path.clone())
        })
        .next()
}

fn cannot_leave(path: &str) -> Failure {
    Failure {
        message: text!(
            "content/{path} är publicerad, och en bilaga eller bild kan inte flyttas: på dess gamla adress kan ingen sida leda vidare.",
            "content/{path} has been published, and an attachment or image cannot be moved: no page can send on from its old address."
        ),
        help: text!(
            "Låt den ligga kvar och flytta bara handlingen; hänvisningen rättas. Ska den bort, se [[withdrawn]] i addresses.toml.",
            "Leave it where it is and move only the document; the reference is mended. If it is to go, see [[withdrawn]] in addresses.toml."
        ),
    }
}

fn unmendable(why: Unmendable) -> Failure {
    match why {
        Unmendable::Unreadable(path) => Failure {
            message: text!(
                "{path} går inte att läsa helt, så programmet vet inte säkert vad den hänvisar till. Inget flyttades.",
                "{path} cannot be read whole, so the program does not know for certain what it refers to. Nothing was moved."
            ),
            help: text!(
                "Rätta filen först; ”loftesarkiv check” säger vad som är fel.",
                "Mend the file first; “loftesarkiv check” says what is wrong."
            ),
        },
        Unmendable::Reference(path, line) => Failure {
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
fn after(loaded: &Loaded, mended: &[Mended]) -> Loaded {
    let by_path: BTreeMap<&str, &Mended> =
        mended.iter().map(|mended| (mended.from.as_str(), mended)).collect();
    let mut markdown: Vec<RawFile> = loaded
        .markdown
        .iter()
        .map(|raw| {
            let path = raw.path.strip_prefix("content/").unwrap_or(&raw.path);
            match by_path.get(path) {
                Some(Mended { to, bytes, .. }) => {
                    let bytes = bytes.as_deref().map_or_else(|| raw.bytes.clone(), Into::into);
                    RawFile::new(format!("content/{to}"), bytes)
                }
                None => raw.clone(),
            }
        })
        .collect();
    markdown.sort_by(|a, b| a.path.cmp(&b.path));
    let mut others = loaded.others.clone();
    for other in &mut others {
        if let Some(mended) = by_path.get(other.path.as_str()) {
            other.path.clone_from(&mended.to);
        }
    }
    others.sort_by(|a, b| a.path.cmp(&b.path));
    Loaded {
        markdown,
        others,
        settings: loaded.settings.clone(),
        ledger: loaded.ledger.clone(),
        problems: loaded.problems.clone(),
    }
}

/// The errors that were not there before. A file's are told apart by code and number only: what
/// they say may name what has moved.
fn new_errors(before: &[Problem], after: Vec<Problem>, way: &Way) -> Vec<Problem> {
    let key = |problem: &Problem, moved: bool| {
        let path = &problem.source.path;
        match path.strip_prefix("content/") {
            Some(path) if moved => (problem.code, way.after(path), String::new()),
            Some(path) => (problem.code, path.to_owned(), String::new()),
            None => (problem.code, path.clone(), problem.message.en.clone()),
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

/// What was done, or would be.
fn say(global: &Global, language: Language, way: &Way, mended: &[Mended], dry_run: bool) {
    let line = |told| tell::line(global, language, &told);
    let (from, to) = (visible(&way.from), visible(&way.to));
    line(text!("content/{from} → content/{to}", "content/{from} → content/{to}"));
    for Mended { to, changes, .. } in mended {
        for mending::Change { line: number, before, after } in changes {
            let (to, before, after) = (visible(to), visible(before), visible(after));
            let told = format!("  content/{to}:{number}: {before} → {after}");
            line(text!("{told}", "{told}"));
        }
    }
    for alias in mended.iter().filter_map(|mended| mended.alias.as_ref()) {
        line(text!(
            "  Den gamla adressen {alias} leder vidare.",
            "  The old address {alias} sends on."
        ));
    }
    line(if dry_run {
        text!(
            "Inget är ändrat: det här är vad som skulle göras.",
            "Nothing has been changed: this is what would be done."
        )
    } else {
        text!(
            "Klart. Nästa ”loftesarkiv build” publicerar ändringen.",
            "Done. The next “loftesarkiv build” publishes the change."
        )
    });
}
