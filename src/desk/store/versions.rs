//! The versions that the desk has replaced, in `.loftesarkiv/versions/` of the site's folder: for
//! each file a folder with its path, and in it the versions by number. Only the desk writes there,
//! and nothing of it is ever published.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use super::writing::{flush_folder, write_beside};
use crate::publish;
use crate::publish::disk::{Disk as _, RealDisk, durable};
use crate::toml_text;

/// The name of what is noted of a file's review, in the folder of its versions.
pub(super) const NOTES: &str = "review.json";

/// The versions of a site.
pub(super) struct Versions<'a> {
    site: &'a Path,
}

/// A version that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileVersion {
    /// From 1; never used twice for one file.
    pub number: u32,
    /// When it was replaced, as the file system says.
    pub replaced: Option<SystemTime>,
}

/// Why a version was removed for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurgedVersion {
    pub reason: String,
    /// The day, as in front matter.
    pub date: String,
}

impl<'a> Versions<'a> {
    pub fn of_site(site: &'a Path) -> Versions<'a> {
        Versions { site }
    }

    pub(super) fn folder(&self, path: &str) -> PathBuf {
        self.site.join(publish::FOLDER).join("versions").join(path)
    }

    fn file(&self, path: &str, number: u32) -> PathBuf {
        self.folder(path).join(format!("{number:04}"))
    }

    /// Keeps a version of a file, on the disk before this returns. The latest is not kept twice, as
    /// when a save was interrupted before the file was replaced.
    pub fn keep(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.folder(path);
        self.make_room(&folder)?;
        let versions = self.of(path);
        if let Some(latest) = versions.first()
            && self.read(path, latest.number).is_ok_and(|latest| latest == bytes)
        {
            return Ok(());
        }
        let purged = self.highest_purged(path);
        let number = versions.first().map_or(0, |latest| latest.number).max(purged) + 1;
        let place = self.file(path, number);
        let waits = folder.join(".sparas");
        write_beside(&waits, bytes, None)?;
        RealDisk.replace(&waits, &place)
    }

    /// Creates the folder of a file's versions, in a room that Git ignores.
    pub(super) fn make_room(&self, folder: &Path) -> io::Result<()> {
        let new = !folder.exists();
        publish::make_folder(&self.site.join(publish::FOLDER))?;
        fs::create_dir_all(folder)?;
        if new {
            // A new folder may be as deep as the file's path.
            for above in folder.ancestors().take_while(|above| *above != self.site) {
                flush_folder(above);
            }
        }
        Ok(())
    }

    /// The versions of a file, the latest first.
    pub fn of(&self, path: &str) -> Vec<FileVersion> {
        let entries = fs::read_dir(self.folder(path)).into_iter().flatten().flatten();
        let mut versions: Vec<FileVersion> = entries
            .filter_map(|entry| {
                let number = entry.file_name().to_str()?.parse().ok()?;
                let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
                let replaced = metadata.modified().ok();
                Some(FileVersion { number, replaced })
            })
            .collect();
        versions.sort_by_key(|version| std::cmp::Reverse(version.number));
        versions
    }

    /// Every version of every file, in order of path and number.
    pub fn all(&self) -> Vec<(String, u32)> {
        let mut found = Vec::new();
        let root = self.folder("");
        let entries = WalkDir::new(&root).into_iter().filter_map(Result::ok);
        for entry in entries.filter(|entry| entry.file_type().is_file()) {
            let number = entry.file_name().to_str().and_then(|name| name.parse().ok());
            let folder = entry.path().parent().and_then(|folder| folder.strip_prefix(&root).ok());
            let names = folder.map(|folder| folder.iter().map(|name| name.to_str()).collect());
            if let (Some(number), Some(Some(names))) = (number, names) {
                let names: Vec<&str> = names;
                found.push((names.join("/"), number));
            }
        }
        found.sort();
        found
    }

    pub fn read(&self, path: &str, number: u32) -> io::Result<Vec<u8>> {
        fs::read(self.file(path, number))
    }

    /// Removes a version for good. Why is noted first, and stays.
    pub fn purge(&self, path: &str, number: u32, why: &PurgedVersion) -> io::Result<()> {
        let file = self.file(path, number);
        fs::metadata(&file)?;
        let note = format!(
            "[[purged]]\nversion = {number}\ndate = {}\nreason = {}\n\n",
            toml_text::basic(&why.date),
            toml_text::basic(&why.reason)
        );
        let list = self.purged(path);
        let mut notes = OpenOptions::new().create(true).append(true).open(&list)?;
        notes.write_all(note.as_bytes())?;
        durable(&notes)?;
        fs::remove_file(&file)?;
        flush_folder(&file);
        Ok(())
    }

    /// Moves the versions of one path to another, after those that are there already: another file
    /// may have had that path once.
    pub fn follow(&self, from: &str, to: &str) -> io::Result<()> {
        let old = self.folder(from);
        if !old.is_dir() {
            return Ok(());
        }
        let new = self.folder(to);
        self.make_room(&new)?;
        let there = self.of(to).first().map_or(0, |latest| latest.number);
        let before = there.max(self.highest_purged(to));
        for version in self.of(from).into_iter().rev() {
            let moved = self.file(to, before + version.number);
            RealDisk.replace(&self.file(from, version.number), &moved)?;
        }
        let notes = old.join(NOTES);
        if notes.exists() {
            RealDisk.replace(&notes, &new.join(NOTES))?;
        }
        if let Ok(purged) = fs::read_to_string(self.purged(from)) {
            let numbered = purged.lines().map(|line| match purged_number(line) {
                Some(number) => format!("version = {}\n", before + number),
                None => format!("{line}\n"),
            });
            let mut list = OpenOptions::new().create(true).append(true).open(self.purged(to))?;
            list.write_all(numbered.collect::<String>().as_bytes())?;
            durable(&list)?;
            fs::remove_file(self.purged(from))?;
        }
        flush_folder(&self.file(to, before));
        // Another file's versions may lie in folders below.
        let _ = fs::remove_dir(&old);
        Ok(())
    }

    fn purged(&self, path: &str) -> PathBuf {
        self.folder(path).join("purged.toml")
    }

    /// The highest number of a version that was removed for good.
    fn highest_purged(&self, path: &str) -> u32 {
        let notes = fs::read_to_string(self.purged(path)).unwrap_or_default();
        notes.lines().filter_map(purged_number).max().unwrap_or(0)
    }
}

/// The number of a purged version, in a line of the notes of them.
fn purged_number(line: &str) -> Option<u32> {
    line.strip_prefix("version = ")?.parse().ok()
}
