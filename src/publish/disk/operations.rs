//! What can be done with files, each operation whole or not at all.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::digest::Digest;

/// What stands at a path; a link is never followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    File,
    Folder,
    /// A symbolic link, or a device, socket, pipe.
    Other,
}

/// What `stat` says that changes when somebody writes to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// Nanoseconds since 1970, before it negative.
    pub modified: i128,
}

/// The operations. Every one names whole paths, does one thing, and either has done it or has not,
/// except that an interrupted [`Disk::write`] or [`Disk::copy`] leaves part of its new file.
pub trait Disk: Sync {
    /// What stands here; `None` when nothing does.
    fn stat(&self, path: &Path) -> io::Result<Option<(PathKind, Stamp)>>;
    /// What a folder holds, in no order.
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, PathKind)>>;
    /// A small file of the program's own.
    fn read(&self, file: &Path) -> io::Result<Vec<u8>>;
    /// The digest of a file of any size.
    fn hash(&self, file: &Path) -> io::Result<Digest>;
    /// Makes a folder that everyone may read; `false` when something stands there already.
    fn make_folder(&self, path: &Path) -> io::Result<bool>;
    /// Writes a file that everyone may read, where none must be. `durable`: it has reached the disk.
    fn write(&self, file: &Path, bytes: &[u8], durable: bool) -> io::Result<Stamp>;
    /// The same with the bytes of another file, which may be of any size.
    fn copy(&self, from: &mut dyn Read, to: &Path) -> io::Result<(Digest, Stamp)>;
    /// Opens a file of the site.
    fn open(&self, file: &Path) -> io::Result<File>;
    /// Moves a file to where nothing stands; `AlreadyExists` when something does.
    fn place(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Lets two files change places. `false`: `to` has the new file, the former one is gone, since
    /// the file system can keep no hold of it.
    fn swap(&self, from: &Path, to: &Path) -> io::Result<bool>;
    /// Moves a file to its place over a former one, durably.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with all it holds; nothing when there is none. Follows no links.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
    /// Waits until these files and folders, all of them in `root`, have reached the disk.
    fn sync(&self, root: &Path, paths: &[PathBuf]) -> io::Result<()>;
    /// Holds this file, made if need be, against other builds until the value is dropped; `None`
    /// when another does. Never one that stands no more at its path, where it would hold off nobody.
    fn lock(&self, path: &Path) -> io::Result<Option<File>>;
}
