//! The program's own folder in an output: the lock, the staging, and the record of what it wrote.
//!
//! `manifest` lists what the last finished build put in place. `manifest.next` lists what an
//! unfinished one was putting in place; while it stands, a file may be either's. Both are moved
//! into place whole and durable.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, PathKind, Stamp};
use super::error::{At, Doing, OutputRefusal, PublishError};
use super::known::KnownFiles;
use super::manifest::{Flaw, Manifest};
use super::scale::seen::SeenStamps;
use crate::digest::Digest;

/// The folder's name, which no address can have.
pub(super) const FOLDER: &str = ".loftesarkiv";

pub(super) const MANIFEST: &str = "manifest";
pub(super) const NEXT: &str = "manifest.next";
pub(super) const SEEN: &str = "seen";
const LOCK: &str = "lock";
pub(super) const STAGING: &str = "staging";

/// Whether an output holds nothing, or the record of what the program wrote there.
pub(super) fn ours_or_empty(disk: &dyn Disk, output: &Path) -> Result<bool, PublishError> {
    let held = match disk.list(output) {
        // Another build, with nothing published, has just taken its folder away again.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        held => held.at(Doing::Reading, output)?,
    };
    let own = |(name, kind): &(_, PathKind)| name == FOLDER && *kind == PathKind::Folder;
    if held.iter().all(own) {
        return Ok(true);
    }
    if !held.iter().any(own) {
        return Ok(false);
    }
    let own = output.join(FOLDER);
    Ok(is_file(disk, &own.join(MANIFEST))? || is_file(disk, &own.join(NEXT))?)
}

pub(super) fn is_file(disk: &dyn Disk, path: &Path) -> Result<bool, PublishError> {
    Ok(matches!(disk.stat(path).at(Doing::Reading, path)?, Some((PathKind::File, _))))
}

/// How often a build begins again when the folder for its lock is taken away under it: by another
/// that ended in that moment with nothing published.
const ATTEMPTS: usize = 8;

/// The folder, held against other builds for as long as this lives.
pub(super) struct Records<'d> {
    disk: &'d dyn Disk,
    folder: PathBuf,
    lock: File,
    /// The folders that were made for this, the outermost first.
    made: Vec<PathBuf>,
}

impl<'d> Records<'d> {
    /// Takes the lock of an output, which is made if need be, and clears away what an interrupted
    /// build left in the staging.
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
        let records = Records { disk, folder: output.join(FOLDER), lock, made };
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
        self.disk.make_folder(&staging).at(Doing::MakingFolder, &staging).map(|_| ())
    }

    /// Where nothing has ever been published, takes away the lock and the folders made for it.
    ///
    /// The lock goes while it is held, and [`Disk::lock`] takes no lock on a file that is gone, so
    /// that a build that has opened it meanwhile does not take it for its own. Where a file cannot
    /// be told from a later one of its name, the lock stays: better litter than two builds at once.
    pub fn leave_nothing(&self) {
        let held = self.disk.list(&self.folder);
        let only_lock = |held: Vec<(_, _)>| held.iter().all(|(name, _)| name == LOCK);
        if cfg!(unix) && held.is_ok_and(only_lock) {
            let _ = self.disk.remove_file(&self.folder.join(LOCK));
            let _ = self.disk.remove_folder(&self.folder);
            remove_folders(self.disk, &self.made);
        }
    }

    /// Where new files wait.
    pub fn staging(&self) -> PathBuf {
        self.folder.join(STAGING)
    }

    /// Removes the staging and all in it.
    pub fn clear_staging(&self) -> Result<(), PublishError> {
        let staging = self.staging();
        self.disk.remove_tree(&staging).at(Doing::Deleting, &staging)
    }

    /// What earlier builds wrote.
    pub fn known(&self) -> Result<KnownFiles, PublishError> {
        let read = |name| read_manifest(self.disk, &self.folder.join(name));
        let (manifest, digest) = read(MANIFEST)?.unwrap_or((Manifest::default(), Digest::NONE));
        let next = read(NEXT)?.map(|(next, _)| next);
        let seen = self.disk.read(&self.folder.join(SEEN)).unwrap_or_default();
        let stamps = parse_seen(self.disk, &self.folder, &seen, &manifest, digest);
        Ok(KnownFiles { manifest, digest, next, stamps })
    }

    /// Makes this the record of what is in place.
    pub fn write_manifest(&self, manifest: &Manifest) -> Result<(), PublishError> {
        self.write(MANIFEST, &manifest.text().0)
    }

    /// Records what is about to be put in place; the digest names the text.
    pub fn write_next(&self, manifest: &Manifest) -> Result<Digest, PublishError> {
        let (text, digest) = manifest.text();
        self.write(NEXT, &text)?;
        Ok(digest)
    }

    /// What was about to be put in place is in place.
    pub fn next_is_done(&self) -> Result<(), PublishError> {
        let (next, manifest) = (self.folder.join(NEXT), self.folder.join(MANIFEST));
        self.disk.replace(&next, &manifest).at(Doing::Moving, &manifest)
    }

    /// What was about to be put in place never came there.
    pub fn next_is_undone(&self) {
        // If it stays, the next build only looks for more than there is.
        let _ = self.disk.remove_file(&self.folder.join(NEXT));
    }

    /// Writes down the stamps of a manifest's files. Also the same ones again: when it was written
    /// tells that the folders have been looked through.
    pub fn write_seen<'a>(
        &self,
        manifest: Digest,
        stamps: impl Iterator<Item = &'a Stamp>,
    ) -> Result<(), PublishError> {
        self.write(SEEN, &SeenStamps::text(manifest, stamps))
    }

    fn write(&self, name: &str, text: &[u8]) -> Result<(), PublishError> {
        let (staged, path) = (self.staging().join(name), self.folder.join(name));
        self.disk.write(&staged, text, true).at(Doing::Writing, &staged)?;
        self.disk.replace(&staged, &path).at(Doing::Moving, &path)
    }
}

impl Drop for Records<'_> {
    /// Closing the file would not do while a process that was just started still shares it.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

/// The lock of an output, with the folders for it, which are added to `made`.
fn lock(disk: &dyn Disk, output: &Path, made: &mut Vec<PathBuf>) -> Result<File, PublishError> {
    make_folders(disk, output, made)?;
    if !ours_or_empty(disk, output)? {
        return Err(PublishError::Refused { path: output.to_owned(), why: OutputRefusal::NotOurs });
    }
    let folder = output.join(FOLDER);
    if disk.make_folder(&folder).at(Doing::MakingFolder, &folder)? {
        made.push(folder.clone());
    }
    let path = folder.join(LOCK);
    let lock = disk.lock(&path).at(Doing::Locking, &path)?;
    lock.ok_or_else(|| PublishError::Locked { path: output.to_owned() })
}

fn is_gone(error: &PublishError) -> bool {
    matches!(error, PublishError::Io { error, .. } if error.kind() == io::ErrorKind::NotFound)
}

fn make_folders(disk: &dyn Disk, path: &Path, made: &mut Vec<PathBuf>) -> Result<(), PublishError> {
    let mut missing = Vec::new();
    for folder in path.ancestors() {
        if disk.stat(folder).at(Doing::Reading, folder)?.is_some() {
            break;
        }
        missing.push(folder);
    }
    for folder in missing.into_iter().rev() {
        if disk.make_folder(folder).at(Doing::MakingFolder, folder)? {
            made.push(folder.to_owned());
        }
    }
    Ok(())
}

/// Removes these folders again, the last first; one in which something has come stays.
fn remove_folders(disk: &dyn Disk, made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = disk.remove_folder(folder);
    }
}

fn read_manifest(disk: &dyn Disk, path: &Path) -> Result<Option<(Manifest, Digest)>, PublishError> {
    if !is_file(disk, path)? {
        return Ok(None);
    }
    let text = disk.read(path).at(Doing::Reading, path)?;
    match Manifest::parse(&text) {
        Ok(manifest) => Ok(Some(manifest)),
        Err(Flaw::Damaged) => Err(PublishError::ManifestDamaged { path: path.to_owned() }),
        Err(Flaw::Newer) => Err(PublishError::ManifestNewer { path: path.to_owned() }),
    }
}

pub(super) fn parse_seen(
    disk: &dyn Disk,
    folder: &Path,
    text: &[u8],
    manifest: &Manifest,
    digest: Digest,
) -> Option<SeenStamps> {
    let (_, stamp) = disk.stat(&folder.join(SEEN)).ok()??;
    SeenStamps::parse(text, stamp.modified, digest, manifest.entries.len())
}
