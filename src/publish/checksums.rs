//! `SHA256SUMS` in the site's root, as `sha256sum -c` reads it, and the same check by the program
//! itself, for those who have no such tool.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::digest::Digest;
use super::disk::{Disk, Kind, RealDisk};
use super::error::{At, Doing, PublishError};
use super::plan::folders_above;
use super::standing;
use crate::model::Address;

/// The file's address.
pub const SHA256SUMS: &str = "SHA256SUMS";

/// The text for these files.
pub(super) fn text<'a>(files: impl Iterator<Item = (&'a str, Digest)>) -> Vec<u8> {
    let mut text = Vec::new();
    for (address, hash) in files {
        hash.write_hex(&mut text);
        text.extend_from_slice(b"  ");
        text.extend_from_slice(address.as_bytes());
        text.push(b'\n');
    }
    text
}

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
        .all(|above| matches!(disk.stat(&folder.join(above)), Ok(Some((Kind::Folder, _)))));
    let path = folder.join(address);
    match disk.stat(&path) {
        Ok(Some((Kind::File, _))) if real_folders => match disk.hash(&path) {
            Ok(found) if found == hash => Fate::Whole,
            Ok(_) => Fate::Changed,
            Err(_) => Fate::Unreadable,
        },
        Ok(_) => Fate::Missing,
        Err(_) => Fate::Unreadable,
    }
}

/// The files and their checksums; otherwise which line, from 1, is wrong.
fn parse(text: &[u8]) -> Result<BTreeMap<&str, Digest>, usize> {
    let text = str::from_utf8(text).map_err(|error| {
        text[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1
    })?;
    let line = |line: &'_ str| {
        let (hash, address) = line.split_once("  ").or_else(|| line.split_once(" *"))?;
        Address::parse(address)?;
        Digest::parse(hash)
    };
    let mut listed = BTreeMap::new();
    for (index, written) in text.lines().enumerate() {
        let hash = line(written).ok_or(index + 1)?;
        listed.insert(&written[66..], hash);
    }
    Ok(listed)
}
