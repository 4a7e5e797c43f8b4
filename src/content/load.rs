//! Reading a site's folder into memory and hashing its files: with `again`, `nature`, `symlink` and
//! `walk` the only I/O of this stage.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::attachment_text::{self, ReadableAs};
use super::beside::SEALS;
use super::litter::is_markdown;
use super::loaded::{Loaded, OtherFile};
use super::nature::{HEAD, Nature};
use super::pdf;
use super::raw_file::RawFile;
use super::source_stamp::SourceStamp;
use super::symlink;
use super::unloaded::LoadError;
use super::walk::{self, FoundFile};
use crate::canonical_path::canonical;
use crate::diagnostic::{Problem, Text, os_error};
use crate::digest::{Digest, Digester};
use crate::model::ContentPath;
use crate::piece::PIECE;
use crate::plain_file;
use crate::text;

/// Nobody writes this much; a larger file is a mistake, such as a renamed video.
pub(super) const LARGEST_TEXT: u64 = 16 * 1024 * 1024;

/// Reads a site's folder. `excluded` are folders to ignore, such as the output; `previous` is an
/// earlier result, from which files with the same size and modification time are kept.
pub fn load(
    site: &Path,
    excluded: &[PathBuf],
    previous: Option<&Loaded>,
) -> Result<Loaded, LoadError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |error| LoadError::Io { path, error }
    };
    if !site.is_dir() {
        return Err(LoadError::NoSite { folder: site.to_owned(), exists: false });
    }
    if fs::symlink_metadata(site.join("site.toml")).is_err() {
        return Err(LoadError::NoSite { folder: site.to_owned(), exists: true });
    }
    let content = site.join("content");
    if !content.is_dir() {
        return Err(LoadError::NoContent { folder: site.to_owned() });
    }
    let canonical_site = canonical(site).map_err(io(site))?;
    let canonical_content = canonical(&content).map_err(io(&content))?;
    fs::read_dir(&content).map_err(io(&content))?;
    let excluded: Vec<_> = excluded.iter().filter_map(|folder| canonical(folder).ok()).collect();

    let mut loaded = Loaded::default();
    let known = EarlierFiles::new(previous);
    loaded.settings = top_file(site, "site.toml", &known, &mut loaded.problems);
    loaded.ledger = top_file(site, "addresses.toml", &known, &mut loaded.problems);
    for name in records_of_seals(site) {
        loaded.seals.extend(top_file(site, &name, &known, &mut loaded.problems));
    }
    if let Some(why) = symlink::wrong_content(&canonical_site, &canonical_content) {
        loaded.problems.push(symlink::problem(ContentPath::ROOT, &why));
        return Ok(loaded);
    }
    let (found, problems) = walk::walk(&canonical_site, &canonical_content, &excluded);
    loaded.problems.extend(problems);
    let read: Vec<Result<LoadedFile, Box<Problem>>> =
        found.into_par_iter().with_max_len(PIECE).map(|found| read(found, &known)).collect();
    // Nearly all files are Markdown.
    loaded.markdown.reserve_exact(read.len());
    for file in read {
        match file {
            Ok(LoadedFile::Markdown(file)) => loaded.markdown.push(file),
            Ok(LoadedFile::Other(file)) => loaded.others.push(file),
            Err(problem) => loaded.problems.push(*problem),
        }
    }
    Ok(loaded)
}

enum LoadedFile {
    Markdown(RawFile),
    Other(OtherFile),
}

/// Files of an earlier load.
struct EarlierFiles<'p> {
    texts: HashMap<&'p str, &'p RawFile>,
    others: HashMap<&'p str, &'p OtherFile>,
}

impl<'p> EarlierFiles<'p> {
    fn new(previous: Option<&'p Loaded>) -> EarlierFiles<'p> {
        let texts =
            previous.into_iter().flat_map(|loaded| loaded.markdown.iter().chain(loaded.beside()));
        let others = previous.into_iter().flat_map(|loaded| &loaded.others);
        EarlierFiles {
            texts: texts.map(|file| (file.path.as_str(), file)).collect(),
            others: others.map(|file| (file.path.as_str(), file)).collect(),
        }
    }
}

/// The records of yearly packages, sorted: `seals/2020.toml`.
fn records_of_seals(site: &Path) -> Vec<String> {
    let entries = fs::read_dir(site.join(SEALS)).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let records = names.filter(|name| name.ends_with(".toml") && !name.starts_with('.'));
    let mut records: Vec<String> = records.map(|name| format!("{SEALS}/{name}")).collect();
    records.sort();
    records
}

/// A file next to `content/`; `None` if it does not exist or cannot be read.
fn top_file(
    site: &Path,
    name: &str,
    known: &EarlierFiles<'_>,
    problems: &mut Vec<Problem>,
) -> Option<RawFile> {
    let on_disk = site.join(name);
    fs::symlink_metadata(&on_disk).ok()?;
    let words = match fs::metadata(&on_disk) {
        Ok(metadata) if metadata.is_file() => {
            match text_file(name.to_owned(), &on_disk, SourceStamp::of(&metadata), known) {
                Ok(file) => return Some(file),
                Err(words) => words,
            }
        }
        Ok(metadata) if metadata.is_dir() => text!("den är en mapp", "it is a folder"),
        Ok(_) => walk::no_file(),
        Err(error) => os_error::in_words(&error),
    };
    problems.push(walk::unreadable_at(name, &words));
    None
}

fn read(found: FoundFile, known: &EarlierFiles<'_>) -> Result<LoadedFile, Box<Problem>> {
    let FoundFile { path, on_disk, stamp } = found;
    let file = if is_markdown(path.as_str()) {
        text_file(path.to_string(), &on_disk, stamp, known).map(LoadedFile::Markdown)
    } else {
        other_file(path.as_path(), &on_disk, stamp, known).map(LoadedFile::Other)
    };
    file.map_err(|words| Box::new(walk::unreadable(path.as_path(), &words)))
}

fn text_file(
    path: String,
    on_disk: &Path,
    stamp: SourceStamp,
    known: &EarlierFiles<'_>,
) -> Result<RawFile, Text> {
    if let Some(file) = known.texts.get(path.as_str())
        && file.stamp == Some(stamp)
    {
        return Ok((*file).clone());
    }
    let settled = stamp.settled();
    if stamp.size > LARGEST_TEXT {
        let megabytes = stamp.size / (1024 * 1024);
        return Err(text!(
            "den är på {megabytes} MB, och en text kan vara högst 16 MB",
            "it is {megabytes} MB, and a text can be at most 16 MB"
        ));
    }
    let bytes = plain_file::read(on_disk).map_err(|error| os_error::in_words(&error))?;
    Ok(RawFile { stamp: settled, ..RawFile::new(path, bytes) })
}

fn other_file(
    path: ContentPath<'_>,
    on_disk: &Path,
    stamp: SourceStamp,
    known: &EarlierFiles<'_>,
) -> Result<OtherFile, Text> {
    if let Some(file) = known.others.get(path.as_str())
        && file.stamp == Some(stamp)
        && file.on_disk == on_disk
    {
        return Ok((*file).clone());
    }
    let settled = stamp.settled();
    let (mut pages, mut problems) = (None, Vec::new());
    let (digest, nature) = match attachment_text::contents(path, stamp.size) {
        ReadableAs::Other => {
            let (digest, head) = digest(on_disk).map_err(|error| os_error::in_words(&error))?;
            (digest, Nature::of(path, &head, on_disk))
        }
        contents => {
            // The file is read once, so that the same bytes are inspected and hashed.
            let bytes = plain_file::read(on_disk).map_err(|error| os_error::in_words(&error))?;
            match contents {
                ReadableAs::Text => problems = attachment_text::problems(path, &bytes),
                ReadableAs::Pdf => pages = pdf::pages(&bytes),
                ReadableAs::Other => {}
            }
            (Digest::of(&bytes), Nature::of(path, &bytes, on_disk))
        }
    };
    problems.extend(attachment_text::of_name(path));
    let (path, on_disk) = (path.to_buf(), on_disk.to_owned());
    Ok(OtherFile {
        path,
        on_disk,
        size: stamp.size,
        digest,
        nature,
        pages,
        problems,
        stamp: settled,
    })
}

/// The digest of a file and its first bytes. It is read piece by piece, since attachments may be
/// large.
fn digest(on_disk: &Path) -> io::Result<(Digest, Vec<u8>)> {
    let mut file = plain_file::open(on_disk)?;
    let mut hash = Digester::new();
    let mut head = Vec::new();
    plain_file::pour(&mut file, |piece| {
        let room = HEAD - head.len();
        head.extend_from_slice(&piece[..piece.len().min(room)]);
        hash.update(piece);
        Ok(())
    })?;
    Ok((hash.finish(), head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_not_taken_for_clean() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let stamp = SourceStamp { size: 0, modified: None, identity: None };
        let known = EarlierFiles::new(None);
        for name in ["deltagare.csv", "karta.png"] {
            assert!(other_file(ContentPath::new(name), &folder, stamp, &known).is_err(), "{name}");
            assert!(
                other_file(ContentPath::new(name), &folder.join(name), stamp, &known).is_err(),
                "{name}"
            );
        }
    }
}
