//! Whether there is anything to do at all.

use std::path::Path;

use rayon::prelude::*;

use crate::digest::Digest;
use crate::publish::disk::{Disk, PathKind};
use crate::publish::manifest::Manifest;
use crate::publish::records::{FOLDER, MANIFEST, NEXT, STAGING, is_file, seen_text};
use crate::publish::remembered::Remembered;
use crate::publish::scale::seen::{SeenStamps, names_in};

/// The last build's report, provided that it finished, was made from these inputs, and its files
/// are as it left them. Only files written in the same tick of the clock as the record of their
/// times are read. Files that are not the program's must not have been added or removed among them
/// either.
pub(in crate::publish) fn unchanged(
    disk: &dyn Disk,
    output: &Path,
    inputs: &Digest,
    remembered: &Remembered,
) -> Option<Vec<u8>> {
    let folder = output.join(FOLDER);
    let manifest = folder.join(MANIFEST);
    let text = is_file(disk, &manifest).ok()?.then(|| disk.read(&manifest).ok())??;
    if !Manifest::is_of(&text, inputs) {
        return None;
    }
    let (manifest, digest) = Manifest::parse(&text).ok()?;
    let report = remembered.report(&manifest.report)?;
    for remnant in [NEXT, STAGING] {
        if disk.stat(&folder.join(remnant)).ok()?.is_some() {
            return None;
        }
    }
    let (seen, written) = seen_text(disk, &folder)?;
    let seen = SeenStamps::parse(&seen, written).filter(|seen| seen.are_of(&manifest, digest))?;
    // If something was added or removed in a folder, the list of foreign files has to be made anew.
    let folders = manifest.folders();
    let quiet = |(at, folder): (usize, &&str)| {
        let path = output.join(folder);
        match disk.stat(&path) {
            Ok(Some((PathKind::Folder, stamp))) => {
                seen.holds_folder(at, &stamp, || names_in(disk, &path))
            }
            _ => false,
        }
    };
    if !folders.par_iter().enumerate().all(quiet) {
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
    clean.then_some(report)
}
