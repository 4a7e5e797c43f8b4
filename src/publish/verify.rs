//! Whether a copy of a site is whole according to its own `SHA256SUMS`: the same as `sha256sum -c`,
//! for those who do not have that tool.

use std::path::Path;

use rayon::prelude::*;

use super::checksums::{BadList, Lost, SHA256SUMS, parse};
use super::disk::{Disk, PathKind, RealDisk};
use super::error::{ErrorContext, FileOperation, PublishError};
use super::plan::folders_above;
use super::published_files;
use crate::digest::Digest;
use crate::plain_file::NotPlain;

/// How a copy of a site compares with its checksums. Every list is sorted.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many files have checksums.
    pub files: usize,
    /// What is missing from the list itself, if anything.
    pub lost: Option<Lost>,
    /// Files that do not exist, or are not files.
    pub missing: Vec<String>,
    /// Files whose bytes differ from those that were built.
    pub changed: Vec<String>,
    /// Files whose bytes cannot be read.
    pub unreadable: Vec<String>,
    /// Files without a checksum; a folder with no listed file in it ends in `/`.
    pub extra: Vec<String>,
}

impl Verified {
    /// Whether the list is whole, and every file in it exists and has the bytes that were built.
    pub fn whole(&self) -> bool {
        let differing = [&self.missing, &self.changed, &self.unreadable];
        self.lost.is_none() && differing.iter().all(|names| names.is_empty())
    }
}

/// The result for one file.
enum FileState {
    Whole,
    Missing,
    Changed,
    Unreadable,
}

/// Compares the site in a folder with its `SHA256SUMS`.
pub fn verify(folder: &Path) -> Result<Verified, PublishError> {
    let disk = &RealDisk;
    let path = folder.join(SHA256SUMS);
    if disk.stat(&path).at(FileOperation::Reading, &path)?.is_none() {
        return Err(PublishError::NoChecksums { path });
    }
    let text = match disk.read(&path) {
        Err(error) if NotPlain::behind(&error).is_some() => {
            return Err(PublishError::BadChecksums { path, bad: BadList::NoFile });
        }
        read => read.at(FileOperation::Reading, &path)?,
    };
    let listed = parse(&text).map_err(|bad| PublishError::BadChecksums { path, bad })?;

    let fates: Vec<(&str, FileState)> = listed
        .files
        .par_iter()
        .map(|(address, hash)| (*address, fate(disk, folder, address, *hash)))
        .collect();
    let mut verified =
        Verified { files: listed.files.len(), lost: listed.lost(), ..Verified::default() };
    for (address, fate) in fates {
        match fate {
            FileState::Whole => {}
            FileState::Missing => verified.missing.push(address.to_owned()),
            FileState::Changed => verified.changed.push(address.to_owned()),
            FileState::Unreadable => verified.unreadable.push(address.to_owned()),
        }
    }
    verified.extra = published_files::others(disk, folder, listed.files.keys().copied())?;
    verified.extra.retain(|extra| extra != SHA256SUMS);
    Ok(verified)
}

fn fate(disk: &dyn Disk, folder: &Path, address: &str, hash: Digest) -> FileState {
    // A link to a file elsewhere is not part of the site, nor is anything reached through a linked
    // folder.
    let real_folders = folders_above(address)
        .all(|above| matches!(disk.stat(&folder.join(above)), Ok(Some((PathKind::Folder, _)))));
    let path = folder.join(address);
    match disk.stat(&path) {
        Ok(Some((PathKind::File, _))) if real_folders => match disk.hash(&path) {
            Ok(found) if found == hash => FileState::Whole,
            Ok(_) => FileState::Changed,
            Err(_) => FileState::Unreadable,
        },
        Ok(_) => FileState::Missing,
        Err(_) => FileState::Unreadable,
    }
}
