//! Whether a copy of a site is whole, by its own `SHA256SUMS`: what `sha256sum -c` tells, for those
//! who have no such tool.

use std::path::Path;

use rayon::prelude::*;

use super::checksums::{SHA256SUMS, parse};
use super::disk::{Disk, PathKind, RealDisk};
use super::error::{At, Doing, PublishError};
use super::plan::folders_above;
use super::standing;
use crate::digest::Digest;

/// How a copy of a site compares with its checksums. Every list is sorted.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many files have checksums.
    pub files: usize,
    /// Not there, or no file.
    pub missing: Vec<String>,
    /// With other bytes than when the site was built.
    pub changed: Vec<String>,
    /// The disk does not give their bytes.
    pub unreadable: Vec<String>,
    /// Without a checksum; a folder of which no file has one ends in `/`.
    pub extra: Vec<String>,
}

impl Verified {
    /// Whether every file is there and as it was when the site was built.
    pub fn whole(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.unreadable.is_empty()
    }
}

/// What became of one file.
enum Fate {
    Whole,
    Missing,
    Changed,
    Unreadable,
}

/// Compares the site in a folder with its `SHA256SUMS`.
pub fn verify(folder: &Path) -> Result<Verified, PublishError> {
    let disk = &RealDisk;
    let path = folder.join(SHA256SUMS);
    if disk.stat(&path).at(Doing::Reading, &path)?.is_none() {
        return Err(PublishError::NoChecksums { path });
    }
    let text = disk.read(&path).at(Doing::Reading, &path)?;
    let listed = parse(&text).map_err(|line| PublishError::BadChecksums { path, line })?;

    let fates: Vec<(&str, Fate)> = listed
        .par_iter()
        .map(|(address, hash)| (*address, fate(disk, folder, address, *hash)))
        .collect();
    let mut verified = Verified { files: listed.len(), ..Verified::default() };
    for (address, fate) in fates {
        match fate {
            Fate::Whole => {}
            Fate::Missing => verified.missing.push(address.to_owned()),
            Fate::Changed => verified.changed.push(address.to_owned()),
            Fate::Unreadable => verified.unreadable.push(address.to_owned()),
        }
    }
    verified.extra = standing::others(disk, folder, listed.keys().copied())?;
    verified.extra.retain(|extra| extra != SHA256SUMS);
    Ok(verified)
}

fn fate(disk: &dyn Disk, folder: &Path, address: &str, hash: Digest) -> Fate {
    // A link to a file elsewhere is no part of the site, nor is what is behind a linked folder.
    let real_folders = folders_above(address)
        .all(|above| matches!(disk.stat(&folder.join(above)), Ok(Some((PathKind::Folder, _)))));
    let path = folder.join(address);
    match disk.stat(&path) {
        Ok(Some((PathKind::File, _))) if real_folders => match disk.hash(&path) {
            Ok(found) if found == hash => Fate::Whole,
            Ok(_) => Fate::Changed,
            Err(_) => Fate::Unreadable,
        },
        Ok(_) => Fate::Missing,
        Err(_) => Fate::Unreadable,
    }
}
