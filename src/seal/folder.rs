//! The folder of packages, in which one package at a time is made. What is unfinished is in a folder
//! of its own in it, `.loftesarkiv`, which is gone when the command has ended; if the program was
//! killed, the next package begins with undoing what it had done.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::stopped::not_written;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::publish::disk::{Disk, HeldLock};
use crate::seals;
use crate::shown_path::shown_path;
use crate::text;

/// The folder in the folder of packages.
const OWN: &str = ".loftesarkiv";
const LOCK: &str = "lock";
/// While this file exists, files are being put in place. Its lines are as those of `sha256sum`; the
/// first, with the digest of nothing, has the path of the record.
const PLACING: &str = "placing";

/// The folder of packages, locked against other commands as long as this value lives.
pub struct PackageFolder<'d> {
    disk: &'d dyn Disk,
    folder: PathBuf,
    /// The folder of the site's records.
    records: PathBuf,
    lock: Option<HeldLock>,
}

impl<'d> PackageFolder<'d> {
    /// Locks the folder, creating it if need be, and undoes what a command that was killed has left.
    pub fn open(
        disk: &'d dyn Disk,
        folder: &Path,
        site: &Path,
    ) -> Result<PackageFolder<'d>, Failure> {
        let failed = |error: io::Error| not_written(folder, &error);
        let own = folder.join(OWN);
        make_folders(disk, &own).map_err(failed)?;
        let lock = disk.lock(&own.join(LOCK)).map_err(failed)?;
        let Some(lock) = lock else {
            let folder = shown_path(folder);
            return Err(Failure {
                message: text!(
                    "Ett annat årspaket görs just nu i {folder}.",
                    "Another yearly package is being made in {folder} right now."
                ),
                help: text!("Vänta tills det är klart.", "Wait until it is finished."),
            });
        };
        let (folder, records) = (folder.to_owned(), site.join(seals::FOLDER));
        let opened = PackageFolder { disk, folder, records, lock: Some(lock) };
        opened
            .undo()
            .and_then(|()| disk.remove_tree(&opened.staging()))
            .map_err(|error| not_written(&opened.folder, &error))?;
        Ok(opened)
    }

    /// Where a file of this name is to be.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The folder in which a package is made.
    pub fn staging(&self) -> PathBuf {
        self.folder.join(OWN).join("staging")
    }

    fn placing(&self) -> PathBuf {
        self.folder.join(OWN).join(PLACING)
    }

    /// Notes which files are about to be put in place, before the record is.
    pub fn begin(&self, record: &Path, files: &[(String, Digest)]) -> io::Result<()> {
        // A path that cannot be read back would make a finished package seem unfinished.
        let Some(record) = record.to_str().filter(|path| !path.contains(['\n', '\r'])) else {
            return Ok(());
        };
        let mut text = format!("{}  {record}\n", Digest::NONE);
        for (name, digest) in files {
            text.push_str(&format!("{digest}  {name}\n"));
        }
        self.disk.write(&self.placing(), text.as_bytes(), true).map(|_| ())
    }

    /// Removes the files that were put in place without a record.
    pub fn undo(&self) -> io::Result<()> {
        let placing = self.placing();
        if self.disk.stat(&placing)?.is_none() {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&self.disk.read(&placing)?).into_owned();
        let mut lines = text.lines().filter_map(|line| line.split_once("  "));
        let is_recorded = match lines.next().map(|(_, path)| Path::new(path)) {
            // The site may have been moved since.
            Some(record) => {
                let here = self.records.join(record.file_name().unwrap_or_default());
                self.disk.stat(record)?.is_some() || self.disk.stat(&here)?.is_some()
            }
            // Cut off before it was whole, when nothing had been put in place yet.
            None => true,
        };
        let files: BTreeMap<&str, &str> = lines.map(|(digest, name)| (name, digest)).collect();
        for (name, digest) in files.into_iter().filter(|_| !is_recorded) {
            let place = self.place(name);
            let is_own = self.disk.stat(&place)?.is_some()
                && Digest::parse(digest) == Some(self.disk.hash(&place)?);
            if is_own {
                self.disk.remove_file(&place)?;
            }
        }
        self.disk.remove_file(&placing)
    }
}

impl Drop for PackageFolder<'_> {
    fn drop(&mut self) {
        // What cannot be removed now, the next package removes.
        let own = self.folder.join(OWN);
        let _ = self.undo();
        let _ = self.disk.remove_tree(&self.staging());
        // Where a file cannot be told from a later one of the same name, the lock stays: a left-over
        // file is better than two commands at once.
        if cfg!(unix) {
            let _ = self.disk.remove_file(&own.join(LOCK));
            let _ = self.disk.remove_folder(&own);
        }
        self.lock = None;
    }
}

/// Creates a folder, and those above it.
pub fn make_folders(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    match (disk.make_folder(folder), folder.parent()) {
        (Err(error), Some(above)) if error.kind() == io::ErrorKind::NotFound => {
            make_folders(disk, above)?;
            disk.make_folder(folder).map(|_| ())
        }
        (made, _) => made.map(|_| ()),
    }
}
