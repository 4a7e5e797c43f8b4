//! The program's own folder in an output, with the lock, the staging folder and the record of what
//! the program wrote.
//!
//! `manifest` lists what the last finished build put in place. `manifest.next` lists what an
//! unfinished build was about to put in place; while it exists, a file may be from either build.
//! Both are written completely and durably before they are moved into place.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{Disk, HeldLock, PathKind, RealDisk, Stamp};
use super::error::{ErrorContext, FileOperation, OutputRefusal, PublishError};
use super::known::KnownFiles;
use super::manifest::{Flaw, Manifest};
use super::scale::seen::{SeenFolder, SeenStamps};
use crate::content::is_of_a_system;
use crate::digest::Digest;
use crate::model::Address;
use crate::plain_file;

// The folder's name, which no published address can have.
pub(super) use super::remembered::FOLDER;

pub(super) const MANIFEST: &str = "manifest";
pub(super) const NEXT: &str = "manifest.next";
pub(super) const SEEN: &str = "seen";
const LOCK: &str = "lock";
pub(super) const STAGING: &str = "staging";

/// The addresses that the last build of an output added to the ledger, in order; none if nothing is
/// known of one, or it did not.
pub fn recorded(output: &Path) -> Vec<Address> {
    let disk = &RealDisk;
    let manifest = read_manifest(disk, &output.join(FOLDER).join(MANIFEST));
    let Ok(Some((manifest, _))) = manifest else { return Vec::new() };
    let kept = manifest.entries.par_iter().filter(|entry| manifest.recorded && entry.kept);
    kept.filter_map(|entry| Address::parse(&entry.address)).collect()
}

/// The stamp of the record of what the last build of an output put in place, which shows whether
/// [`recorded`] would say the same again.
pub fn record_stamp(output: &Path) -> Option<Stamp> {
    RealDisk.stat(&output.join(FOLDER).join(MANIFEST)).ok()?.map(|(_, stamp)| stamp)
}

/// Whether an output is empty or holds a record of what the program wrote there.
pub(super) fn ours_or_empty(disk: &dyn Disk, output: &Path) -> Result<bool, PublishError> {
    let held = match disk.list(output) {
        // Another build that published nothing has just removed its folder.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        held => held.at(FileOperation::Reading, output)?,
    };
    let own = |(name, kind): &(OsString, PathKind)| name == FOLDER && *kind == PathKind::Folder;
    let nobodys = |(name, _): &(OsString, PathKind)| is_of_a_system(&name.to_string_lossy());
    if held.iter().all(|entry| own(entry) || nobodys(entry)) {
        return Ok(true);
    }
    if !held.iter().any(own) {
        return Ok(false);
    }
    let own = output.join(FOLDER);
    Ok(is_file(disk, &own.join(MANIFEST))? || is_file(disk, &own.join(NEXT))?)
}

/// The text of an output's manifest, if there is one.
pub(super) fn manifest_text(output: &Path) -> Option<Vec<u8>> {
    plain_file::read(&output.join(FOLDER).join(MANIFEST)).ok()
}

pub(super) fn is_file(disk: &dyn Disk, path: &Path) -> Result<bool, PublishError> {
    Ok(matches!(disk.stat(path).at(FileOperation::Reading, path)?, Some((PathKind::File, _))))
}

/// How often a build tries again if the folder for its lock is removed by another build, one that
/// ended at that moment without having published anything.
const ATTEMPTS: usize = 8;

/// The program's own folder, locked against other builds for as long as this value lives.
pub(super) struct Records<'d> {
    disk: &'d dyn Disk,
    folder: PathBuf,
    /// Held while this value lives.
    _lock: HeldLock,
    /// The folders that were created for it, the outermost first.
    made: Vec<PathBuf>,
}

impl<'d> Records<'d> {
    /// Locks an output, creating it if need be, and deletes what an interrupted build left in the
    /// staging folder.
    pub fn open(disk: &'d dyn Disk, output: &Path) -> Result<Records<'d>, PublishError> {
        let mut made = Vec::new();
        let locked = (1..ATTEMPTS)
            .map(|_| lock(disk, output, &mut made))
            .find(|locked| !matches!(locked, Err(error) if is_gone(error)));
        let lock = match locked.unwrap_or_else(|| lock(disk, output, &mut made)) {
            Ok(lock) => lock,
            Err(error) => {
                remove_folders(disk, &made);
                return Err(error);
            }
        };
        let records = Records { disk, folder: output.join(FOLDER), _lock: lock, made };
        match records.begin() {
            Ok(()) => Ok(records),
            Err(error) => {
                records.leave_nothing();
                Err(error)
            }
        }
    }

    fn begin(&self) -> Result<(), PublishError> {
        self.clear_staging()?;
        let staging = self.staging();
        self.disk.make_folder(&staging).at(FileOperation::MakingFolder, &staging).map(|_| ())
    }

    /// Removes the lock and the folders created for it, if nothing has ever been published.
    ///
    /// The lock file is deleted while it is locked. Since [`Disk::lock`] does not lock a file that
    /// has been deleted, a build that has opened it in the meantime does not believe that it holds
    /// the lock. Where a file cannot be told from a later one of the same name, the lock file
    /// stays: a left-over file is better than two builds at once.
    pub fn leave_nothing(&self) {
        let held = self.disk.list(&self.folder);
        let only_lock = |held: Vec<(_, _)>| held.iter().all(|(name, _)| name == LOCK);
        if cfg!(unix) && held.is_ok_and(only_lock) {
            let _ = self.disk.remove_file(&self.folder.join(LOCK));
            let _ = self.disk.remove_folder(&self.folder);
            remove_folders(self.disk, &self.made);
        }
    }

    /// The folder in which new files wait.
    pub fn staging(&self) -> PathBuf {
        self.folder.join(STAGING)
    }

    /// Removes the staging folder with everything in it.
    pub fn clear_staging(&self) -> Result<(), PublishError> {
        let staging = self.staging();
        self.disk.remove_tree(&staging).at(FileOperation::Deleting, &staging)
    }

    /// What earlier builds recorded.
    pub fn known(&self) -> Result<KnownFiles, PublishError> {
        let path = |name| self.folder.join(name);
        let text = manifest_bytes(self.disk, &path(MANIFEST))?;
        let next = read_manifest(self.disk, &path(NEXT))?.map(|(next, _)| next);
        let seen = seen_text(self.disk, &self.folder);
        let (manifest, stamps) = rayon::join(
            || text.map(|text| parsed(&path(MANIFEST), &text)).transpose(),
            || seen.and_then(|(text, written)| SeenStamps::parse(&text, written)),
        );
        let (manifest, digest) = manifest?.unwrap_or((Manifest::default(), Digest::NONE));
        let stamps = stamps.filter(|stamps| stamps.are_of(&manifest, digest));
        Ok(KnownFiles { manifest, digest, next, stamps })
    }

    /// Writes the record of what is in place.
    pub fn write_manifest(&self, manifest: &Manifest) -> Result<(), PublishError> {
        self.write(MANIFEST, &manifest.text().0)
    }

    /// Records what is about to be put in place. Returns the digest that names the record.
    pub fn write_next(&self, manifest: &Manifest) -> Result<Digest, PublishError> {
        let (text, digest) = manifest.text();
        self.write(NEXT, &text)?;
        Ok(digest)
    }

    /// Records that everything that was about to be put in place now is.
    pub fn next_is_done(&self) -> Result<(), PublishError> {
        let (next, manifest) = (self.folder.join(NEXT), self.folder.join(MANIFEST));
        self.disk.replace(&next, &manifest).at(FileOperation::Moving, &manifest)
    }

    /// Records that nothing of what was about to be put in place was.
    pub fn next_is_undone(&self) {
        // If the file cannot be deleted, the next build only looks for files that do not exist.
        let _ = self.disk.remove_file(&self.folder.join(NEXT));
    }

    /// Writes the stamps of a manifest's files and of their folders. Writing the same stamps again is of use too: the
    /// time of writing shows which files are certain to be as they were.
    pub fn write_seen(
        &self,
        manifest: Digest,
        files: &[Stamp],
        folders: &[SeenFolder],
    ) -> Result<(), PublishError> {
        self.write(SEEN, &SeenStamps::text(manifest, files, folders))
    }

    fn write(&self, name: &str, text: &[u8]) -> Result<(), PublishError> {
        let (staged, path) = (self.staging().join(name), self.folder.join(name));
        self.disk.write(&staged, text, true).at(FileOperation::Writing, &staged)?;
        self.disk.replace(&staged, &path).at(FileOperation::Moving, &path)
    }
}

/// Locks an output. Folders that have to be created for the lock are added to `made`.
fn lock(disk: &dyn Disk, output: &Path, made: &mut Vec<PathBuf>) -> Result<HeldLock, PublishError> {
    make_folders(disk, output, made)?;
    if !ours_or_empty(disk, output)? {
        return Err(PublishError::Refused { path: output.to_owned(), why: OutputRefusal::NotOurs });
    }
    let folder = output.join(FOLDER);
    if disk.make_folder(&folder).at(FileOperation::MakingFolder, &folder)? {
        made.push(folder.clone());
    }
    let path = folder.join(LOCK);
    let lock = disk.lock(&path).at(FileOperation::Locking, &path)?;
    lock.ok_or_else(|| PublishError::Locked { path: output.to_owned() })
}

fn is_gone(error: &PublishError) -> bool {
    matches!(error, PublishError::Io { error, .. } if error.kind() == io::ErrorKind::NotFound)
}

fn make_folders(disk: &dyn Disk, path: &Path, made: &mut Vec<PathBuf>) -> Result<(), PublishError> {
    let mut missing = Vec::new();
    for folder in path.ancestors() {
        if disk.stat(folder).at(FileOperation::Reading, folder)?.is_some() {
            break;
        }
        missing.push(folder);
    }
    for folder in missing.into_iter().rev() {
        if disk.make_folder(folder).at(FileOperation::MakingFolder, folder)? {
            made.push(folder.to_owned());
        }
    }
    Ok(())
}

/// Removes these folders, the last one first; one that is no longer empty stays.
fn remove_folders(disk: &dyn Disk, made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = disk.remove_folder(folder);
    }
}

fn read_manifest(disk: &dyn Disk, path: &Path) -> Result<Option<(Manifest, Digest)>, PublishError> {
    manifest_bytes(disk, path)?.map(|text| parsed(path, &text)).transpose()
}

fn manifest_bytes(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, PublishError> {
    if !is_file(disk, path)? {
        return Ok(None);
    }
    disk.read(path).at(FileOperation::Reading, path).map(Some)
}

fn parsed(path: &Path, text: &[u8]) -> Result<(Manifest, Digest), PublishError> {
    Manifest::parse(text).map_err(|flaw| match flaw {
        Flaw::Damaged => PublishError::ManifestDamaged { path: path.to_owned() },
        Flaw::Newer => PublishError::ManifestNewer { path: path.to_owned() },
    })
}

/// The text of the stamps in a program's own folder, and the time at which it was written.
pub(super) fn seen_text(disk: &dyn Disk, folder: &Path) -> Option<(Vec<u8>, i128)> {
    let path = folder.join(SEEN);
    let text = disk.read(&path).ok()?;
    let (_, stamp) = disk.stat(&path).ok()??;
    Some((text, stamp.modified))
}
