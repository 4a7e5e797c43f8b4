//! The package while it is made: a folder beside the one where it will be, with what is known of
//! each file in it. Nothing of a package is in memory but the file being written.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::digest::{Digest, Digester};

/// A file of the package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackageFile {
    /// From the root of the package, with `/` between names.
    pub path: String,
    pub size: u64,
    pub digest: Digest,
}

/// A package being made.
pub struct PackageStage {
    /// The folder, which is removed when the stage is dropped.
    folder: PathBuf,
    /// In no order until [`PackageStage::sorted`].
    files: Vec<PackageFile>,
}

impl PackageStage {
    /// An empty package. What an interrupted run has left at its place is removed.
    pub fn new(folder: PathBuf) -> io::Result<PackageStage> {
        match fs::remove_dir_all(&folder) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        fs::create_dir_all(&folder)?;
        Ok(PackageStage { folder, files: Vec::new() })
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
        self.files.push(file);
        Ok(())
    }

    /// Writes a file that [`PackageStage::take`] then adds; several can be written at once.
    pub fn write(&self, path: &str, bytes: &[u8]) -> io::Result<PackageFile> {
        let to = self.path(path);
        if let Some(above) = to.parent() {
            fs::create_dir_all(above)?;
        }
        fs::write(to, bytes)?;
        Ok(PackageFile {
            path: path.to_owned(),
            size: bytes.len() as u64,
            digest: Digest::of(bytes),
        })
    }

    /// Copies a file that [`PackageStage::take`] then adds, byte for byte, and reports what was copied.
    pub fn copy(&self, path: &str, from: &Path) -> io::Result<PackageFile> {
        let to = self.path(path);
        if let Some(above) = to.parent() {
            fs::create_dir_all(above)?;
        }
        let (mut source, mut target) = (File::open(from)?, File::create(to)?);
        let mut digest = Digester::new();
        let mut size = 0;
        let mut room = vec![0; 64 << 10];
        loop {
            let read = source.read(&mut room)?;
            if read == 0 {
                break;
            }
            digest.update(&room[..read]);
            target.write_all(&room[..read])?;
            size += read as u64;
        }
        Ok(PackageFile { path: path.to_owned(), size, digest: digest.finish() })
    }

    /// Adds files that were written or copied.
    pub fn take(&mut self, files: impl IntoIterator<Item = PackageFile>) {
        self.files.extend(files);
    }

    /// The files so far below a folder, which ends in `/` or is empty; sorted by path.
    pub fn sorted(&self, folder: &str) -> Vec<&PackageFile> {
        let mut files: Vec<&PackageFile> =
            self.files.iter().filter(|file| file.path.starts_with(folder)).collect();
        files.sort();
        files
    }
}

impl Drop for PackageStage {
    fn drop(&mut self) {
        // A rest does no harm: the next run removes it.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
