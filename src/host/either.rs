//! A host of either kind, and the folder that a sending needs for itself.

use std::io;
use std::path::{Path, PathBuf};

use super::difference::{Difference, HostList};
use super::error::HostError;
use super::folder::FolderHost;
use super::sftp::{Sftp, SftpHost};
use super::site_files::SiteFiles;
use super::target::Target;
use super::{SentFiles, Watching};
use crate::publish::disk::RealDisk;

/// A host of either kind.
pub enum Host {
    Folder(FolderHost<'static>),
    Sftp(SftpHost),
}

impl Host {
    /// The host at a target, for a site whose built folder is this one.
    pub fn at(
        target: Target,
        site: &Path,
        built: &Path,
        scratch: &Scratch,
    ) -> Result<Host, HostError> {
        Ok(match target {
            Target::Folder(root) => Host::Folder(FolderHost::new(&RealDisk, &root, site, built)?),
            Target::Sftp(address) => {
                let sftp = Sftp { program: "sftp".into(), scratch: scratch.0.clone() };
                Host::Sftp(SftpHost::new(sftp, address))
            }
        })
    }

    /// What has been published there.
    pub fn look(&self) -> Result<HostList, HostError> {
        match self {
            Host::Folder(host) => host.look(),
            Host::Sftp(host) => host.look(),
        }
    }

    /// Sends what differs.
    pub fn send(
        &self,
        site: &SiteFiles,
        difference: &Difference,
        watching: Watching<'_>,
    ) -> Result<SentFiles, HostError> {
        match self {
            Host::Folder(host) => host.send(site, difference, watching),
            Host::Sftp(host) => host.send(site, difference, watching),
        }
    }

    /// Compares every file there.
    pub fn verify(&self, site: &SiteFiles, watching: Watching<'_>) -> Result<(), HostError> {
        match self {
            Host::Folder(host) => host.verify(site, watching),
            Host::Sftp(host) => host.verify(site, watching),
        }
    }
}

/// A folder of the program's own, removed when it is done.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes one in a folder for such.
    pub fn in_folder(base: &Path) -> Result<Scratch, HostError> {
        for n in 0..100 {
            let folder = base.join(format!("loftesarkiv-publish-{}-{n}", std::process::id()));
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok(Scratch(folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(HostError::Io { path: folder, error }),
            }
        }
        let error = io::ErrorKind::AlreadyExists.into();
        Err(HostError::Io { path: base.to_owned(), error })
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
