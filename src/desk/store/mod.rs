//! Writing the site's files. Every file is replaced whole: the version before is in
//! `.loftesarkiv/versions/` and on the disk, and the new one is complete beside the old, before it
//! takes its place. So a crash at any moment leaves the old file or the new one, and what was
//! replaced can be brought back. Nothing is written over a file that has changed since it was read.

mod review;
mod versions;
mod writing;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

pub use review::{Approval, ReviewNotes};
use versions::Versions;
pub use versions::{FileVersion, PurgedVersion};
use writing::{flush_folder, write_beside};

use crate::author::on_disk;
use crate::canonical_path::canonical;
use crate::digest::Digest;
use crate::lock::locked;
use crate::model::ContentPath;
use crate::publish::disk::{Disk, RealDisk};

/// The files of a site, as the desk reads and writes them.
#[derive(Debug)]
pub struct Store {
    /// The site's folder in canonical form.
    site: PathBuf,
    /// One file is written at a time.
    writing: Mutex<()>,
}

/// Why a file was not saved. It is as it was.
#[derive(Debug)]
pub enum Unsaved {
    /// It is no longer the file that was edited.
    Changed,
    /// It is not a regular file in the site's folder.
    Outside,
    Io(io::Error),
}

impl From<io::Error> for Unsaved {
    fn from(error: io::Error) -> Unsaved {
        Unsaved::Io(error)
    }
}

impl Store {
    /// The store of a site's folder, given in canonical form.
    pub fn new(site: PathBuf) -> Store {
        Store { site, writing: Mutex::new(()) }
    }

    /// The site's folder in canonical form.
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// The bytes of a file, whose path is relative to the site's folder.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Unsaved> {
        Ok(fs::read(self.existing(path)?)?)
    }

    /// Whether there is a file at a path.
    pub fn has(&self, path: &str) -> bool {
        self.existing(path).is_ok()
    }

    /// Replaces a file that had this digest when it was read. If it has the new bytes already,
    /// nothing is written.
    pub fn save(&self, path: &str, read: Digest, new: &[u8]) -> Result<(), Unsaved> {
        let _writing = locked(&self.writing);
        let place = self.existing(path)?;
        let old = unchanged(&place, read)?;
        if old == new {
            return Ok(());
        }
        self.versions().keep(path, &old)?;
        let waits = waiting(&place);
        write_beside(&waits, new, Some(&place))?;
        // Another program may have saved the file in the meantime.
        unchanged(&place, read)
            .and_then(|_| Ok(RealDisk.replace(&waits, &place)?))
            .inspect_err(|_| drop(fs::remove_file(&waits)))
    }

    /// Writes a file where there is none, beside others.
    pub fn create(&self, path: &str, bytes: &[u8]) -> Result<(), Unsaved> {
        let _writing = locked(&self.writing);
        let plain = on_disk(&self.site, safe(path)?);
        let name = plain.file_name().ok_or(Unsaved::Outside)?;
        let folder = canonical(plain.parent().ok_or(Unsaved::Outside)?)?;
        if !folder.starts_with(&self.site) {
            return Err(Unsaved::Outside);
        }
        let place = folder.join(name);
        let waits = waiting(&place);
        write_beside(&waits, bytes, None)?;
        RealDisk.place(&waits, &place).inspect_err(|_| drop(fs::remove_file(&waits)))?;
        flush_folder(&place);
        Ok(())
    }

    /// Removes a file that had this digest when it was read; it stays among the versions.
    pub fn remove(&self, path: &str, read: Digest) -> Result<(), Unsaved> {
        let _writing = locked(&self.writing);
        let place = self.existing(path)?;
        let old = unchanged(&place, read)?;
        self.versions().keep(path, &old)?;
        fs::remove_file(&place)?;
        flush_folder(&place);
        Ok(())
    }

    /// Removes a file that was just created with these bytes, of which no version is kept.
    pub fn take_back(&self, path: &str, written: Digest) -> Result<(), Unsaved> {
        let _writing = locked(&self.writing);
        let place = self.existing(path)?;
        unchanged(&place, written)?;
        fs::remove_file(&place)?;
        flush_folder(&place);
        Ok(())
    }

    /// A file has another path now: its versions, and what was noted of its review, follow it.
    pub fn follow(&self, from: &str, to: &str) -> Result<(), Unsaved> {
        let _writing = locked(&self.writing);
        Ok(self.versions().follow(safe(from)?, safe(to)?)?)
    }

    /// The earlier versions of a file, the latest first.
    pub fn earlier(&self, path: &str) -> Vec<FileVersion> {
        self.versions().of(path)
    }

    /// The bytes of an earlier version.
    pub fn version(&self, path: &str, number: u32) -> Result<Vec<u8>, Unsaved> {
        Ok(self.versions().read(path, number)?)
    }

    /// Removes an earlier version for good, and notes why.
    pub fn purge(&self, path: &str, number: u32, why: &PurgedVersion) -> Result<(), Unsaved> {
        let _writing = locked(&self.writing);
        Ok(self.versions().purge(path, number, why)?)
    }

    /// Every version of every file, by path and number.
    pub fn all_versions(&self) -> Vec<(String, u32)> {
        self.versions().all()
    }

    /// What has been noted of the review of a file.
    pub fn review(&self, path: &str) -> ReviewNotes {
        self.versions().review(path)
    }

    pub fn note_review(&self, path: &str, notes: &ReviewNotes) -> Result<(), Unsaved> {
        let _writing = locked(&self.writing);
        Ok(self.versions().note_review(path, notes)?)
    }

    fn versions(&self) -> Versions<'_> {
        Versions::of_site(&self.site)
    }

    /// The place on disk of a regular file, with links resolved.
    fn existing(&self, path: &str) -> Result<PathBuf, Unsaved> {
        let place = canonical(on_disk(&self.site, safe(path)?))?;
        if !place.starts_with(&self.site) || !fs::metadata(&place)?.is_file() {
            return Err(Unsaved::Outside);
        }
        Ok(place)
    }
}

/// A path of the site that names a file the desk may write: one in `content/`, the logo's folder or
/// the settings, with no step out of it.
fn safe(path: &str) -> Result<&str, Unsaved> {
    let plain = path.split('/').all(|name| !name.is_empty() && !name.starts_with('.'));
    let known = ContentPath::of_site(path).is_some() || !path.contains('/');
    if plain && known && !path.contains(['\\', '\0']) { Ok(path) } else { Err(Unsaved::Outside) }
}

/// The bytes of a file that still has this digest.
fn unchanged(place: &Path, read: Digest) -> Result<Vec<u8>, Unsaved> {
    match fs::read(place) {
        Ok(now) if Digest::of(&now) == read => Ok(now),
        Ok(_) => Err(Unsaved::Changed),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Unsaved::Changed),
        Err(error) => Err(error.into()),
    }
}

/// A hidden name beside a file, which is ignored when the site is read.
fn waiting(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.sparas"))
}
