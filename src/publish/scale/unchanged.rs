//! Whether there is anything to do at all.

use std::path::Path;

use rayon::prelude::*;

use crate::digest::Digest;
use crate::publish::disk::{Disk, PathKind};
use crate::publish::manifest::Manifest;
use crate::publish::plan::open_folders;
use crate::publish::records::{FOLDER, MANIFEST, NEXT, SEEN, STAGING, is_file, parse_seen};

/// The last build's report, provided that it finished, was made from these inputs, and its files
/// are as it left them. Only files written in the same tick of the clock as the record of their
/// times are read. Files that are not the program's must not have been added or removed among them
/// either.
pub(in crate::publish) fn unchanged(
    disk: &dyn Disk,
    output: &Path,
    inputs: &Digest,
) -> Option<Vec<u8>> {
    let folder = output.join(FOLDER);
    let manifest = folder.join(MANIFEST);
    let text = is_file(disk, &manifest).ok()?.then(|| disk.read(&manifest).ok())??;
    if !Manifest::is_of(&text, inputs) {
        return None;
    }
    let (manifest, digest) = Manifest::parse(&text).ok()?;
    for remnant in [NEXT, STAGING] {
        if disk.stat(&folder.join(remnant)).ok()?.is_some() {
            return None;
        }
    }
    let seen = disk.read(&folder.join(SEEN)).ok()?;
    let seen = parse_seen(disk, &folder, &seen, &manifest, digest)?;
    // If something was added or removed in a folder, the list of foreign files has to be made anew.
    let folders = open_folders(manifest.entries.iter().map(|entry| entry.address.as_str()));
    let quiet = |folder: &str| match disk.stat(&output.join(folder)) {
        Ok(Some((PathKind::Folder, stamp))) => seen.is_since(&stamp),
        _ => false,
    };
    if !quiet("") || !folders.into_par_iter().all(quiet) {
        return None;
    }
    let clean = manifest.entries.par_iter().enumerate().all(|(at, entry)| {
        let path = output.join(&entry.address);
        match disk.stat(&path) {
            Ok(Some((PathKind::File, stamp))) => {
                seen.vouches(at, &stamp)
                    || seen.holds(at, &stamp)
                        && disk.hash(&path).is_ok_and(|hash| hash == entry.hash)
            }
            _ => false,
        }
    });
    clean.then_some(manifest.report)
}
