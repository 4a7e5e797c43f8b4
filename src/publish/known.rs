//! What earlier builds have recorded about the files they wrote in an output.

use std::collections::BTreeMap;

use super::disk::Stamp;
use super::manifest::{Manifest, ManifestRow};
use super::scale::seen::{SeenFolder, SeenStamps};
use crate::digest::Digest;

/// The records of earlier builds: of the last one that finished, and of one that was interrupted
/// after it.
#[derive(Debug)]
pub(super) struct KnownFiles {
    pub manifest: Manifest,
    /// The digest of the manifest's text.
    pub digest: Digest,
    pub next: Option<Manifest>,
    pub stamps: Option<SeenStamps>,
}

impl KnownFiles {
    /// The records of an address.
    pub fn at(&self, address: &str) -> Recorded<'_> {
        Recorded {
            manifest: self.manifest.find(address),
            next: self.next.as_ref().and_then(|next| next.find(address)).map(|(_, entry)| entry),
        }
    }

    /// The folders of the last build's files as it left them, by path, as far as that is known.
    pub fn folders(&self) -> BTreeMap<&str, SeenFolder> {
        let Some(stamps) = &self.stamps else { return BTreeMap::new() };
        let folders = self.manifest.folders().into_iter().zip(stamps.folders());
        folders.filter_map(|(path, seen)| Some((path, seen?))).collect()
    }

    /// Every recorded address, some of them twice.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        let next = self.next.iter().flat_map(|next| &next.entries);
        self.manifest.entries.iter().chain(next).map(|entry| entry.address.as_str())
    }

    /// The digest of a file's bytes, provided that its stamp is the one with which the last build
    /// left it.
    pub fn vouched(&self, recorded: &Recorded, stamp: &Stamp) -> Option<Digest> {
        let (at, entry) = recorded.manifest?;
        self.stamps.as_ref()?.vouches(at, stamp).then_some(entry.hash)
    }

    /// One manifest of everything that the program may have written. Where the two manifests
    /// disagree, `standing`, the digest of the bytes at an address, decides which row is true.
    pub fn folded(&self, standing: impl Fn(&str) -> Option<Digest>) -> Manifest {
        let mut entries: Vec<ManifestRow> = Vec::with_capacity(self.manifest.entries.len());
        let mut addresses: Vec<&str> = self.addresses().collect();
        addresses.sort_unstable();
        addresses.dedup();
        for address in addresses {
            let hash = standing(address);
            let either = self.at(address).entries();
            let mut either = either.iter().flatten();
            let first = either.clone().next();
            let holding = either.find(|entry| Some(entry.hash) == hash);
            entries.extend(holding.or(first).map(|entry| (*entry).clone()));
        }
        Manifest { entries, recorded: self.manifest.recorded, ..Manifest::default() }
    }
}

/// What earlier builds recorded about an address.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recorded<'k> {
    /// The row of the last finished build, with its index in the manifest.
    manifest: Option<(usize, &'k ManifestRow)>,
    /// The row of a build that was interrupted after it.
    next: Option<&'k ManifestRow>,
}

impl<'k> Recorded<'k> {
    /// Whether there is any record.
    pub fn is_some(&self) -> bool {
        self.manifest.is_some() || self.next.is_some()
    }

    /// The keys that a file with these bytes was made from, according to each record.
    pub fn keys(&self, hash: Digest) -> [Option<Digest>; 2] {
        let key = |entry: &ManifestRow| (entry.hash == hash).then_some(entry.key);
        self.entries().map(|entry| entry.and_then(key))
    }

    fn entries(&self) -> [Option<&'k ManifestRow>; 2] {
        [self.manifest.map(|(_, entry)| entry), self.next]
    }
}
