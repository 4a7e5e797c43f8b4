//! Publishing to a folder: on a server that is reached as a drive, or on a memory stick.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::difference::{Difference, HostList, folders_of};
use super::error::HostError;
use super::site_files::SiteFiles;
use super::{NEXT, SentFiles, UNFINISHED, Watching};
use crate::digest::Digest;
use crate::publish::disk::{Disk, PathKind};
use crate::publish::output::overlap;
use crate::publish::{SHA256SUMS, folders_above};
use crate::shown_path::shown_path;

/// A folder that a site is published to.
pub struct FolderHost<'d> {
    disk: &'d dyn Disk,
    root: PathBuf,
}

impl<'d> FolderHost<'d> {
    /// The folder, unless it is the site's own or the built one's, lies within one of them or holds
    /// one.
    pub fn new(
        disk: &'d dyn Disk,
        root: &Path,
        site: &Path,
        built: &Path,
    ) -> Result<FolderHost<'d>, HostError> {
        for own in [site, built] {
            if overlap(root, own).map_err(|error| HostError::io(root, error))? {
                return Err(HostError::Overlaps { folder: root.to_owned() });
            }
        }
        Ok(FolderHost { disk, root: root.to_owned() })
    }

    pub(super) fn place(&self) -> String {
        shown_path(&self.root)
    }

    /// What has been published there, and which of it is not of the size that it was built with, or
    /// not there at all. Sizes are cheap to ask for, contents are not.
    pub fn look(&self, site: &SiteFiles) -> Result<HostList, HostError> {
        match self.stat(&self.root)? {
            None => {
                let above = self.root.parent().map(std::fs::metadata);
                return match above {
                    Some(Ok(above)) if above.is_dir() => Ok(HostList::default()),
                    Some(_) | None => Err(HostError::NoFolder { place: self.place() }),
                };
            }
            // A drive may be a link, and so may a folder on a server.
            Some(_) if self.root.is_dir() => {}
            Some(_) => return Err(HostError::NoFolder { place: self.place() }),
        }
        let names = self.disk.list(&self.root).map_err(|error| HostError::io(&self.root, error))?;
        let names: BTreeSet<String> =
            names.iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect();
        let mut host = HostList::seen(names, &self.place(), |name| self.read(name))?;
        for (address, digest) in host.files.iter().flatten() {
            if site.files.get(address) != Some(digest) {
                continue;
            }
            let path = self.root.join(address);
            let there = self.disk.stat(&path).map_err(|error| HostError::io(&path, error))?;
            let whole = match there {
                Some((PathKind::File, stamp)) => stamp.size == site.size(address)?,
                Some((PathKind::Folder | PathKind::Other, _)) | None => false,
            };
            if !whole {
                host.damaged.insert(address.clone());
            }
        }
        Ok(host)
    }

    /// Brings the folder up to date. Nothing is written if something that is not the site's lies
    /// where a file of it is to be.
    pub fn send(
        &self,
        site: &SiteFiles,
        difference: &Difference,
        watching: Watching<'_>,
    ) -> Result<SentFiles, HostError> {
        self.refuse_occupied(site, difference)?;
        self.make_folder(&self.root)?;
        self.replace(NEXT, &difference.next())?;
        for folder in folders_of(difference.sent()) {
            self.make_folder(&self.root.join(folder))?;
        }
        let mut sent = SentFiles::default();
        let all = difference.new.len() + difference.changed.len();
        for (n, address) in difference.sent().enumerate() {
            if (watching.interrupted)() {
                return Err(HostError::Interrupted);
            }
            sent.bytes += self.bring(site, address)?;
            sent.files += 1;
            (watching.progress)(n + 1, all);
        }
        let placed: Vec<PathBuf> = difference.sent().map(|name| self.root.join(name)).collect();
        self.disk.sync(&self.root, &placed).map_err(|error| HostError::io(&self.root, error))?;
        self.replace(SHA256SUMS, &site.list)?;
        for address in &difference.gone {
            if (watching.interrupted)() {
                return Err(HostError::Interrupted);
            }
            sent.deleted += usize::from(self.remove(address)?);
        }
        self.remove_empty_folders(&difference.gone);
        self.remove(NEXT)?;
        if self.read(SHA256SUMS)? != site.list {
            let addresses = vec![SHA256SUMS.to_owned()];
            return Err(HostError::Differs { place: self.place(), addresses });
        }
        Ok(sent)
    }

    /// Reads these files of the site back; those that differ from their checksums.
    pub fn differing(
        &self,
        site: &SiteFiles,
        addresses: &[&String],
        watching: Watching<'_>,
    ) -> Result<Vec<String>, HostError> {
        let mut differing = Vec::new();
        for (n, address) in addresses.iter().enumerate() {
            if (watching.interrupted)() {
                return Err(HostError::Interrupted);
            }
            if self.disk.hash(&self.root.join(address)).ok().as_ref() != site.files.get(*address) {
                differing.push((*address).clone());
            }
            (watching.progress)(n + 1, addresses.len());
        }
        Ok(differing)
    }

    /// A new file may be placed where there is nothing, where an interrupted run placed it, or where
    /// the very same file is already. No folder on the way may be a link or a file.
    fn refuse_occupied(&self, site: &SiteFiles, difference: &Difference) -> Result<(), HostError> {
        if self.stat(&self.root)?.is_none() {
            return Ok(());
        }
        let mut occupied = BTreeSet::new();
        for folder in folders_of(difference.sent()) {
            match self.stat(&self.root.join(folder))? {
                None | Some(PathKind::Folder) => {}
                // A file of the site's counts as well; it would have to be deleted first.
                Some(PathKind::File | PathKind::Other) => {
                    occupied.insert(folder.to_owned());
                }
            }
        }
        for address in &difference.new {
            let path = self.root.join(address);
            match self.stat(&path)? {
                None => {}
                Some(PathKind::File) if difference.may_be_there(address) => {}
                Some(PathKind::File) => {
                    let there = self.disk.hash(&path).ok();
                    if there.is_none() || there.as_ref() != site.files.get(address) {
                        occupied.insert(address.clone());
                    }
                }
                Some(PathKind::Folder | PathKind::Other) => {
                    occupied.insert(address.clone());
                }
            }
        }
        for address in &difference.changed {
            match self.stat(&self.root.join(address))? {
                None | Some(PathKind::File) => {}
                Some(PathKind::Folder | PathKind::Other) => {
                    occupied.insert(address.clone());
                }
            }
        }
        match occupied.is_empty() {
            true => Ok(()),
            false => {
                let addresses = occupied.into_iter().collect();
                Err(HostError::Occupied { place: self.place(), addresses })
            }
        }
    }

    /// Copies a file under a temporary name, reads it back, and gives it its name. Returns how many
    /// bytes it has.
    fn bring(&self, site: &SiteFiles, address: &str) -> Result<u64, HostError> {
        let wanted = site.files.get(address);
        let path = self.root.join(address);
        let from = site.path(address);
        let mut file = self.disk.open(&from).map_err(|error| HostError::io(&from, error))?;
        let (digest, size) = self.write(&path, &mut file)?;
        let unfinished = unfinished(&path);
        if wanted != Some(&digest) {
            let _ = self.disk.remove_file(&unfinished);
            return Err(HostError::SiteChanged { address: address.to_owned() });
        }
        let back = self.disk.hash(&unfinished).map_err(|error| HostError::io(&path, error))?;
        if back != digest {
            let _ = self.disk.remove_file(&unfinished);
            let addresses = vec![address.to_owned()];
            return Err(HostError::Differs { place: self.place(), addresses });
        }
        self.give_name(&path)?;
        Ok(size)
    }

    /// Gives a finished file its name. A file that is there is one of ours, and is replaced.
    fn give_name(&self, path: &Path) -> Result<(), HostError> {
        let unfinished = unfinished(path);
        let failed = |error| HostError::io(path, error);
        let placed = match self.stat(path)? {
            None => self.disk.place(&unfinished, path),
            Some(_) => match self.disk.swap(&unfinished, path) {
                Ok(true) => self.disk.remove_file(&unfinished),
                Ok(false) => Ok(()),
                Err(error) => Err(error),
            },
        };
        placed.map_err(failed)
    }

    /// Writes a file of the program's own, in one step.
    fn replace(&self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        let path = self.root.join(name);
        self.write(&path, &mut &bytes[..])?;
        let replaced = self.disk.replace(&unfinished(&path), &path);
        replaced.map_err(|error| HostError::io(&path, error))
    }

    /// Writes an unfinished file, in place of one that an interrupted run left.
    fn write(&self, path: &Path, from: &mut dyn Read) -> Result<(Digest, u64), HostError> {
        let unfinished = unfinished(path);
        let failed = |error| HostError::io(path, error);
        if self.stat(&unfinished)?.is_some() {
            self.disk.remove_file(&unfinished).map_err(failed)?;
        }
        match self.disk.copy(from, &unfinished) {
            Ok((digest, stamp)) => Ok((digest, stamp.size)),
            Err(error) => {
                let _ = self.disk.remove_file(&unfinished);
                Err(failed(error))
            }
        }
    }

    /// Deletes a file of the site; anything else at its address is left. Returns whether it did.
    fn remove(&self, address: &str) -> Result<bool, HostError> {
        let path = self.root.join(address);
        let left = unfinished(&path);
        if let Some(PathKind::File) = self.stat(&left)? {
            self.disk.remove_file(&left).map_err(|error| HostError::io(&left, error))?;
        }
        let real =
            |folder: &str| matches!(self.stat(&self.root.join(folder)), Ok(Some(PathKind::Folder)));
        if !folders_above(address).all(real) {
            return Ok(false);
        }
        match self.stat(&path)? {
            Some(PathKind::File) => {
                self.disk.remove_file(&path).map_err(|error| HostError::io(&path, error))?;
                Ok(true)
            }
            Some(PathKind::Folder | PathKind::Other) | None => Ok(false),
        }
    }

    /// A folder that is not empty, or that somebody stands in, is left.
    fn remove_empty_folders(&self, gone: &[String]) {
        for folder in folders_of(gone.iter()).into_iter().rev() {
            let path = self.root.join(folder);
            if matches!(self.stat(&path), Ok(Some(PathKind::Folder))) {
                let _ = self.disk.remove_folder(&path);
            }
        }
    }

    fn make_folder(&self, path: &Path) -> Result<(), HostError> {
        match self.disk.make_folder(path) {
            Ok(_) => Ok(()),
            Err(error) => Err(HostError::io(path, error)),
        }
    }

    pub(super) fn read(&self, name: &str) -> Result<Vec<u8>, HostError> {
        let path = self.root.join(name);
        self.disk.read(&path).map_err(|error: io::Error| HostError::io(&path, error))
    }

    fn stat(&self, path: &Path) -> Result<Option<PathKind>, HostError> {
        let found = self.disk.stat(path).map_err(|error| HostError::io(path, error))?;
        Ok(found.map(|(kind, _)| kind))
    }
}

fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(UNFINISHED);
    name.into()
}
