//! The files under `content/` in a fixed order, and whatever there is not a file. Opens no files.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use super::litter::is_litter;
use super::litter::is_markdown;
use super::source_stamp::SourceStamp;
use super::symlink;
use crate::diagnostic::{Code, Problem, Source, Text, os_error};
use crate::model::{ContentPath, ContentPathBuf};
use crate::text;

/// A file to read.
#[derive(Debug)]
pub struct FoundFile {
    pub path: ContentPathBuf,
    pub on_disk: PathBuf,
    pub stamp: SourceStamp,
}

/// Everything under `content`. Symbolic links are not followed, except those to a file inside
/// `site`. Both folders are given in canonical form, as are the excluded ones.
pub fn walk(site: &Path, content: &Path, excluded: &[PathBuf]) -> (Vec<FoundFile>, Vec<Problem>) {
    let near = walk_from(site, content, excluded, content, NEAR);
    let far = |folder: &PathBuf| walk_from(site, content, excluded, folder, usize::MAX);
    let far: Vec<Walked> = near.far.par_iter().map(far).collect();
    let (mut found, mut problems) = (near.found, near.problems);
    for walked in far {
        found.extend(walked.found);
        problems.extend(walked.problems);
    }
    // They are almost in order already, which makes a stable sort fast.
    found.par_sort_by(|a, b| (&a.path, &a.on_disk).cmp(&(&b.path, &b.on_disk)));
    (found, problems)
}

/// Folders this many levels below `content/` are walked in parallel; most of them are places.
const NEAR: usize = 2;

/// What a folder holds.
struct Walked {
    found: Vec<FoundFile>,
    problems: Vec<Problem>,
    /// Folders that were not examined because they are as deep as the walk should go.
    far: Vec<PathBuf>,
}

fn walk_from(
    site: &Path,
    content: &Path,
    excluded: &[PathBuf],
    folder: &Path,
    depth: usize,
) -> Walked {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    let mut far = Vec::new();
    let entries = WalkDir::new(folder).max_depth(depth).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(|entry| {
        entry.depth() == 0
            || (!is_litter(&entry.file_name().to_string_lossy())
                && !excluded.iter().any(|folder| folder == entry.path()))
    });
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(content).to_owned();
                let words = match error.io_error() {
                    Some(error) => os_error::in_words(error),
                    None => text!("mappen innehåller sig själv", "the folder contains itself"),
                };
                problems.push(unreadable(shown_in(content, &path).as_path(), &words));
                continue;
            }
        };
        if entry.depth() == 0 {
            continue;
        }
        let path = shown_in(content, entry.path());
        let Some(name) = entry.file_name().to_str() else {
            problems.push(name_not_text(path.as_path()));
            continue;
        };
        let file_type = entry.file_type();
        if file_type.is_dir() {
            if is_markdown(name) {
                problems.push(folder_named_as_file(path.as_path(), name));
            }
            if entry.depth() == depth {
                far.push(entry.into_path());
            }
        } else if file_type.is_symlink() {
            match symlink::stamp(site, entry.path(), excluded) {
                Ok(stamp) => found.push(FoundFile { path, on_disk: entry.into_path(), stamp }),
                Err(why) => problems.push(symlink::problem(path.as_path(), &why)),
            }
        } else if file_type.is_file() {
            match entry.metadata().map_err(std::io::Error::from) {
                Ok(metadata) => {
                    let stamp = SourceStamp::of(&metadata);
                    found.push(FoundFile { path, on_disk: entry.into_path(), stamp });
                }
                Err(error) => {
                    problems.push(unreadable(path.as_path(), &os_error::in_words(&error)))
                }
            }
        } else {
            problems.push(unreadable(path.as_path(), &no_file()));
        }
    }
    Walked { found, problems, far }
}

fn shown_in(content: &Path, path: &Path) -> ContentPathBuf {
    shown(path.strip_prefix(content).unwrap_or(path))
}

/// The path of something on disk, relative to `content/`.
pub(super) fn shown(relative: &Path) -> ContentPathBuf {
    // Names in ASCII are in NFC.
    if let Some(names) = relative.to_str().filter(|names| names.is_ascii()) {
        return ContentPathBuf::new(names.replace(std::path::MAIN_SEPARATOR, "/"));
    }
    let names: Vec<String> =
        relative.iter().map(|name| name.to_string_lossy().nfc().collect()).collect();
    ContentPathBuf::new(names.join("/"))
}

pub(super) fn no_file() -> Text {
    text!(
        "den är ingen vanlig fil, utan en kanal eller enhet i systemet",
        "it is no ordinary file, but a pipe or device of the system"
    )
}

/// The problem that a file or folder could not be read, with the reason in words.
pub(super) fn unreadable(path: ContentPath<'_>, why: &Text) -> Problem {
    unreadable_at(&path.to_string(), why)
}

/// Like [`unreadable`], for a path relative to the site's folder.
pub(super) fn unreadable_at(path: &str, why: &Text) -> Problem {
    Problem::in_file(
        Code::Unreadable,
        &Source::path_only(path),
        Text {
            sv: format!("{path} går inte att läsa: {}.", why.sv).into(),
            en: format!("{path} cannot be read: {}.", why.en).into(),
        },
        text!(
            "Kontrollera att filen finns kvar och att du får läsa den, eller flytta bort den.",
            "Check that the file is still there and that you may read it, or move it away."
        ),
    )
}

fn name_not_text(path: ContentPath<'_>) -> Problem {
    Problem::in_file(
        Code::InvalidAddress,
        &Source::path_only(path.to_string()),
        text!(
            "Namnet på {path} innehåller tecken som inte kan läsas, ofta å, ä eller ö från en gammal zip-fil.",
            "The name of {path} holds characters that cannot be read, often å, ä or ö from an old zip file."
        ),
        text!("Byt namn på filen eller mappen.", "Rename the file or folder."),
    )
}

fn folder_named_as_file(path: ContentPath<'_>, name: &str) -> Problem {
    let stem = &name[..name.len() - ".md".len()];
    Problem::in_file(
        Code::FileIgnored,
        &Source::path_only(path.to_string()),
        text!(
            "{name} heter som ett dokument, men är en mapp.",
            "{name} is named like a document, but is a folder."
        ),
        text!(
            "Döp om mappen till {stem}, så att ingen tar den för en fil.",
            "Rename the folder to {stem}, so that nobody takes it for a file."
        ),
    )
}
