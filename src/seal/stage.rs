//! The package while it is made: a folder of its own, with what is known of each file in it. Nothing
//! of a package is in memory but the files being written.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::make_folders;
use crate::digest::Digest;
use crate::publish::disk::Disk;

/// A file of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFile {
    /// From the root of the package, with `/` between names.
    pub path: String,
    pub size: u64,
    pub digest: Digest,
}

/// A package being made.
pub struct PackageStage<'d> {
    pub disk: &'d dyn Disk,
    folder: PathBuf,
    /// By path.
    files: BTreeMap<String, PackageFile>,
}

impl<'d> PackageStage<'d> {
    /// An empty package in a folder that is empty or does not exist.
    pub fn new(disk: &'d dyn Disk, folder: PathBuf) -> PackageStage<'d> {
        PackageStage { disk, folder, files: BTreeMap::new() }
    }

    /// A path within the stage that is not part of the package.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The path of a file of the package.
    pub fn path(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.folder.join("package"), |folder, name| folder.join(name))
    }

    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let file = self.write(path, bytes)?;
        self.take([file]);
        Ok(())
    }

    /// Writes a file that [`PackageStage::take`] then adds; several can be written at once.
    pub fn write(&self, path: &str, bytes: &[u8]) -> io::Result<PackageFile> {
        let to = self.path(path);
        self.in_folder(&to, || self.disk.write(&to, bytes, false))?;
        let (size, digest) = (bytes.len() as u64, Digest::of(bytes));
        Ok(PackageFile { path: path.to_owned(), size, digest })
    }

    /// Copies a file that [`PackageStage::take`] then adds, byte for byte, and returns what was
    /// copied.
    pub fn copy(&self, path: &str, from: &Path) -> io::Result<PackageFile> {
        let to = self.path(path);
        let copied = self.in_folder(&to, || self.disk.copy(&mut self.disk.open(from)?, &to));
        let (digest, stamp) = copied?;
        Ok(PackageFile { path: path.to_owned(), size: stamp.size, digest })
    }

    /// Runs `write`, and creates the folders first if they turn out to be missing.
    fn in_folder<T>(&self, to: &Path, mut write: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        match (write(), to.parent()) {
            (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
                make_folders(self.disk, folder)?;
                write()
            }
            (written, _) => written,
        }
    }

    /// Adds files that were written or copied.
    pub fn take(&mut self, files: impl IntoIterator<Item = PackageFile>) {
        self.files.extend(files.into_iter().map(|file| (file.path.clone(), file)));
    }

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<&PackageFile> {
        self.files.get(path)
    }

    /// The files so far below a folder, which ends in `/` or is empty; in order of path.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = &PackageFile> {
        let from = self.files.range(folder.to_owned()..);
        from.map(|(_, file)| file).take_while(move |file| file.path.starts_with(folder))
    }
}
