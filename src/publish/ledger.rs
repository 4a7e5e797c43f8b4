//! Writing the ledger together with the site: completely or not at all, and restored if publishing
//! fails.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::{ErrorContext, FileOperation, PublishError};
use super::request::LedgerUpdate;
use crate::canonical_path::canonical;
use crate::digest::Digest;

/// A ledger that has been written and can be restored.
pub(super) struct WrittenLedger<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    before: Option<Vec<u8>>,
}

/// Writes the ledger if its text is to change, completely or not at all. If somebody has changed it
/// since it was read, nothing is written: an editor may just have withdrawn an address there.
pub(super) fn write<'a>(
    disk: &'a dyn Disk,
    update: &LedgerUpdate,
) -> Result<Option<WrittenLedger<'a>>, PublishError> {
    let LedgerUpdate { path, text, read } = update;
    // The file may be kept elsewhere and be a link here; the link stays.
    let path = canonical(path).unwrap_or_else(|_| path.to_owned());
    let before = match disk.stat(&path).at(FileOperation::Reading, &path)? {
        Some(_) => Some(disk.read(&path).at(FileOperation::Reading, &path)?),
        None => None,
    };
    if before.as_deref().map(Digest::of) != *read {
        return Err(PublishError::LedgerChanged { path });
    }
    if before.as_deref() == Some(text.as_bytes()) {
        return Ok(None);
    }
    if fs::metadata(&path).is_ok_and(|metadata| metadata.permissions().readonly()) {
        return Err(PublishError::LedgerProtected { path });
    }
    put(disk, &path, text.as_bytes())?;
    Ok(Some(WrittenLedger { disk, path, before }))
}

/// Removes what an interrupted write of the ledger may have left beside it.
pub(super) fn clear(disk: &dyn Disk, path: &Path) -> Result<(), PublishError> {
    let path = canonical(path).unwrap_or_else(|_| path.to_owned());
    let fresh = beside(&path);
    match disk.stat(&fresh).at(FileOperation::Reading, &fresh)? {
        Some(_) => disk.remove_file(&fresh).at(FileOperation::Deleting, &fresh),
        None => Ok(()),
    }
}

impl WrittenLedger<'_> {
    /// Restores the former ledger. If that fails, the ledger holds addresses that were never
    /// published, which can be deleted by hand; it never lacks one.
    pub fn undo(self) {
        let _ = match self.before {
            Some(before) => put(self.disk, &self.path, &before),
            None => self.disk.remove_file(&self.path).at(FileOperation::Deleting, &self.path),
        };
    }
}

fn put(disk: &dyn Disk, path: &Path, text: &[u8]) -> Result<(), PublishError> {
    let fresh = beside(path);
    let written = disk.write(&fresh, text, true).at(FileOperation::Writing, path);
    if path.exists() {
        // Others who share the folder may still write in it.
        let _ = disk.set_mode_of(&fresh, path);
    }
    let put = written.and_then(|_| disk.replace(&fresh, path).at(FileOperation::Moving, path));
    if put.is_err() {
        let _ = disk.remove_file(&fresh);
    }
    put
}

/// The path to which a new ledger is written before it replaces the old one.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.loftesarkiv"))
}
