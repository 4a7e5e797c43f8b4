//! The file operations of publishing, each of which is done completely or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::entry::{PathKind, Stamp};
use super::lock::HeldLock;
use super::refusals::modes_refused;
use crate::digest::Digest;

/// The file operations. Each takes whole paths and does one thing, and either does it completely or
/// not at all, except that an interrupted [`Disk::write`] or [`Disk::copy`] leaves part of its new
/// file behind.
pub trait Disk: Sync {
    /// The type and stamp of what is at a path; `None` if there is nothing.
    fn stat(&self, path: &Path) -> io::Result<Option<(PathKind, Stamp)>>;
    /// The entries of a folder, in no particular order.
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, PathKind)>>;
    /// Reads a small file, one of the program's own.
    fn read(&self, file: &Path) -> io::Result<Vec<u8>>;
    /// The digest of a file of any size.
    fn hash(&self, file: &Path) -> io::Result<Digest>;
    /// Creates a folder that everybody may read; `false` if there already is something at the path.
    fn make_folder(&self, path: &Path) -> io::Result<bool>;
    /// Writes a new file that everybody may read. If `durable`, it returns only when the file has
    /// reached the disk.
    fn write(&self, file: &Path, bytes: &[u8], durable: bool) -> io::Result<Stamp>;
    /// Does the same with the bytes of another file, which may be of any size.
    fn copy(&self, from: &mut dyn Read, to: &Path) -> io::Result<(Digest, Stamp)>;
    /// Creates a new, empty file that everybody may read, for what is written piece by piece. It is
    /// on the disk only after [`Disk::sync`].
    fn create(&self, file: &Path) -> io::Result<File>;
    /// Opens a file of the site.
    fn open(&self, file: &Path) -> io::Result<File>;
    /// Moves a file to a path where there is nothing; `AlreadyExists` if there is something.
    fn place(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two files. Returns `false` if the file system could not keep the former file: then
    /// `to` holds the new file, and the former one is gone.
    fn swap(&self, from: &Path, to: &Path) -> io::Result<bool>;
    /// Moves a file durably to a path, replacing the file there.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Gives a file the permissions of another; on drives without permissions it does nothing.
    fn set_mode_of(&self, file: &Path, like: &Path) -> io::Result<()> {
        match fs::set_permissions(file, fs::metadata(like)?.permissions()) {
            Err(error) if !modes_refused(&error) => Err(error),
            _ => Ok(()),
        }
    }
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with everything in it; does nothing if there is none. Follows no links.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
    /// Waits until these files and folders, all of them within `root`, have reached the disk.
    fn sync(&self, root: &Path, paths: &[PathBuf]) -> io::Result<()>;
    /// Locks this file, creating it if need be, until the returned value is dropped; `None` if
    /// another process holds the lock. Never locks a file that is no longer at its path, since that
    /// would keep no other build out.
    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>>;
}
