//! Disks for tests: one that does not wait until data has reached the disk, and one that fails.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use loftesarkiv::digest::Digest;
use loftesarkiv::publish::disk::{Disk, HeldLock, PathKind, RealDisk, Stamp};

/// The real disk, without waiting.
pub struct QuickDisk;

impl Disk for QuickDisk {
    fn stat(&self, path: &Path) -> io::Result<Option<(PathKind, Stamp)>> {
        RealDisk.stat(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, PathKind)>> {
        RealDisk.list(folder)
    }
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(file)
    }
    fn hash(&self, file: &Path) -> io::Result<Digest> {
        RealDisk.hash(file)
    }
    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        RealDisk.make_folder(path)
    }
    fn write(&self, file: &Path, bytes: &[u8], _durable: bool) -> io::Result<Stamp> {
        RealDisk.write(file, bytes, false)
    }
    fn copy(&self, from: &mut dyn Read, to: &Path) -> io::Result<(Digest, Stamp)> {
        RealDisk.copy(from, to)
    }
    fn create(&self, file: &Path) -> io::Result<File> {
        RealDisk.create(file)
    }
    fn open(&self, file: &Path) -> io::Result<File> {
        RealDisk.open(file)
    }
    fn place(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.place(from, to)
    }
    fn swap(&self, from: &Path, to: &Path) -> io::Result<bool> {
        RealDisk.swap(from, to)
    }
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_file(path)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_folder(path)
    }
    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_tree(path)
    }
    fn sync(&self, _root: &Path, _paths: &[PathBuf]) -> io::Result<()> {
        Ok(())
    }
    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>> {
        RealDisk.lock(path)
    }
}

/// How many operations fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fails {
    /// One operation, after which the program continues, as with a full disk or a loose cable.
    Once,
    /// One operation and all after it, as if the program had been killed there.
    FromThere,
}

/// A disk whose n-th operation fails, counted from 0.
pub struct FaultyDisk {
    pub at: usize,
    pub fails: Fails,
    pub count: AtomicUsize,
    /// Called between making the pages and putting them in place.
    pub meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    /// A folder that cannot be removed, since somebody is using it.
    in_use: Option<PathBuf>,
}

impl FaultyDisk {
    pub fn new(at: usize, fails: Fails) -> FaultyDisk {
        let (count, meanwhile) = (AtomicUsize::new(0), Mutex::default());
        FaultyDisk { at, fails, count, meanwhile, in_use: None }
    }

    /// A disk that does not fail, while somebody does this behind the program's back.
    pub fn meanwhile(somebody: impl FnOnce() + Send + 'static) -> FaultyDisk {
        let disk = FaultyDisk::new(usize::MAX, Fails::Once);
        *disk.meanwhile.lock().unwrap() = Some(Box::new(somebody));
        disk
    }

    /// A disk that does not fail, but with a folder that somebody is using.
    pub fn with_in_use(folder: PathBuf) -> FaultyDisk {
        FaultyDisk { in_use: Some(folder), ..FaultyDisk::new(usize::MAX, Fails::Once) }
    }

    /// What a system answers when a folder is to be removed that somebody is using.
    fn refuse_in_use(&self, folder: &Path) -> io::Result<()> {
        match self.in_use.as_deref() == Some(folder) && folder.exists() {
            true => Err(io::ErrorKind::ResourceBusy.into()),
            false => Ok(()),
        }
    }

    /// Whether there were that many operations.
    pub fn failed(&self) -> bool {
        self.count.load(Ordering::Relaxed) > self.at
    }

    fn strike(&self) -> io::Result<()> {
        let now = self.count.fetch_add(1, Ordering::Relaxed);
        let fails = match self.fails {
            Fails::Once => now == self.at,
            Fails::FromThere => now >= self.at,
        };
        if fails { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

impl Disk for FaultyDisk {
    fn stat(&self, path: &Path) -> io::Result<Option<(PathKind, Stamp)>> {
        self.strike()?;
        QuickDisk.stat(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, PathKind)>> {
        self.strike()?;
        QuickDisk.list(folder)
    }
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        self.strike()?;
        QuickDisk.read(file)
    }
    fn hash(&self, file: &Path) -> io::Result<Digest> {
        self.strike()?;
        QuickDisk.hash(file)
    }
    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        self.strike()?;
        QuickDisk.make_folder(path)
    }
    fn write(&self, file: &Path, bytes: &[u8], durable: bool) -> io::Result<Stamp> {
        if let Err(error) = self.strike() {
            QuickDisk.write(file, &bytes[..bytes.len() / 2], false)?;
            return Err(error);
        }
        QuickDisk.write(file, bytes, durable)
    }
    fn copy(&self, from: &mut dyn Read, to: &Path) -> io::Result<(Digest, Stamp)> {
        if let Err(error) = self.strike() {
            QuickDisk.copy(&mut from.take(3), to)?;
            return Err(error);
        }
        QuickDisk.copy(from, to)
    }
    fn create(&self, file: &Path) -> io::Result<File> {
        self.strike()?;
        QuickDisk.create(file)
    }
    fn open(&self, file: &Path) -> io::Result<File> {
        self.strike()?;
        QuickDisk.open(file)
    }
    fn place(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.strike()?;
        QuickDisk.place(from, to)
    }
    fn swap(&self, from: &Path, to: &Path) -> io::Result<bool> {
        self.strike()?;
        QuickDisk.swap(from, to)
    }
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.strike()?;
        QuickDisk.replace(from, to)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.strike()?;
        QuickDisk.remove_file(path)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.strike()?;
        self.refuse_in_use(path)?;
        QuickDisk.remove_folder(path)
    }
    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.strike()?;
        self.refuse_in_use(path)?;
        QuickDisk.remove_tree(path)
    }
    fn sync(&self, root: &Path, paths: &[PathBuf]) -> io::Result<()> {
        self.strike()?;
        if let Some(somebody) = self.meanwhile.lock().unwrap().take() {
            somebody();
        }
        QuickDisk.sync(root, paths)
    }
    fn lock(&self, path: &Path) -> io::Result<Option<HeldLock>> {
        self.strike()?;
        QuickDisk.lock(path)
    }
}
