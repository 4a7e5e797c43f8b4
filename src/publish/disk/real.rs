//! The computer's own files.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::attributes::{create, kind, make_folder, readable_by_all, stamp};
use super::entry::{PathKind, Stamp};
use super::lock::{HeldLock, lock};
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
use super::moving::{exchange, unable};
use super::moving::{rename, swap_by_link};
use super::operations::Disk;
#[cfg(unix)]
use super::syncing::sync;
use super::syncing::{durable as flush, sync_all};
use crate::digest::{Digest, Digester};
use crate::plain_file::{self, pour};

/// The computer's own files.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn stat(&self, path: &Path) -> io::Result<Option<(PathKind, Stamp)>> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some((kind(metadata.file_type()), stamp(&metadata)?))),
            Err(error) if absent(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, PathKind)>> {
        fs::read_dir(folder)?
            .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), kind(entry.file_type()?)))))
            .collect()
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        plain_file::read(file)
    }

    fn hash(&self, file: &Path) -> io::Result<Digest> {
        let mut digester = Digester::new();
        pour(&mut plain_file::open(file)?, |bytes| {
            digester.update(bytes);
            Ok(())
        })?;
        Ok(digester.finish())
    }

    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        match make_folder(path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn write(&self, file: &Path, bytes: &[u8], durable: bool) -> io::Result<Stamp> {
        let mut file = create(file)?;
        file.write_all(bytes)?;
        if durable {
            flush(&file)?;
        }
        readable_by_all(&file)
    }

    // Not fs::copy: it copies the permissions too, and the file would have to be read a second time
    // to be hashed.
    fn copy(&self, from: &mut dyn Read, to: &Path) -> io::Result<(Digest, Stamp)> {
        let mut file = create(to)?;
        let mut digester = Digester::new();
        pour(from, |bytes| {
            digester.update(bytes);
            file.write_all(bytes)
        })?;
        Ok((digester.finish(), readable_by_all(&file)?))
    }

    fn create(&self, file: &Path) -> io::Result<File> {
        let file = create(file)?;
        readable_by_all(&file)?;
        Ok(file)
    }

    fn open(&self, file: &Path) -> io::Result<File> {
        plain_file::open(file)
    }

    fn place(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[cfg(any(target_os = "linux", target_vendor = "apple"))]
        match exchange(from, to, rustix::fs::RenameFlags::NOREPLACE) {
            Err(error) if unable(&error) => {}
            outcome => return outcome,
        }
        match self.stat(to)? {
            Some(_) => Err(io::ErrorKind::AlreadyExists.into()),
            None => rename(from, to),
        }
    }

    fn swap(&self, from: &Path, to: &Path) -> io::Result<bool> {
        #[cfg(any(target_os = "linux", target_vendor = "apple"))]
        match exchange(from, to, rustix::fs::RenameFlags::EXCHANGE) {
            Err(error) if unable(&error) => {}
            outcome => return outcome.map(|()| true),
        }
        swap_by_link(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        rename(from, to)?;
        #[cfg(unix)]
        if let Some(folder) = to.parent() {
            sync(folder)?;
        }
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        match fs::remove_dir_all(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn sync(&self, root: &Path, paths: &[PathBuf]) -> io::Result<()> {
        sync_all(root, paths)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>> {
        lock(path)
    }
}

/// Whether an error means that there is nothing at the path. That is also so when a parent is a
/// file.
fn absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
