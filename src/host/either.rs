//! A host of either kind, and the folder that a sending needs for itself.

use std::io;
use std::path::{Path, PathBuf};

use super::difference::{Difference, HostList};
use super::error::HostError;
use super::folder::FolderHost;
use super::sftp::{Sftp, SftpHost};
use super::site_files::SiteFiles;
use super::target::Target;
use super::title::SiteIdentity;
use super::{SentFiles, Watching};
use crate::diagnostic::Text;
use crate::publish::disk::RealDisk;
use crate::text;

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

    /// What has been published there, and in a folder which files are not of the size that they
    /// were built with. A server is taken at its list's word.
    pub fn look(&self, site: &SiteFiles) -> Result<HostList, HostError> {
        match self {
            Host::Folder(host) => host.look(site),
            Host::Sftp(host) => host.look(),
        }
    }

    /// That the site which is published there is another one, by its start page. One that cannot be
    /// read, or says nothing of itself, is taken for ours: its list is.
    pub fn other_site(&self, site: &SiteFiles, there: &HostList) -> Option<HostError> {
        const START: &str = "index.html";
        let theirs = there.files.as_ref()?.get(START)?;
        if site.files.get(START) == Some(theirs) || there.interrupted {
            return None;
        }
        let (place, theirs) = match self {
            Host::Folder(host) => (host.place(), host.read(START)),
            Host::Sftp(host) => (host.place(), host.fetch(START)),
        };
        let theirs = SiteIdentity::of(&theirs.ok()?)?;
        let own = SiteIdentity::of(&std::fs::read(site.path(START)).ok()?)?;
        let differs = !own.is_same(&theirs);
        differs.then_some(HostError::OtherSite { place, theirs: theirs.title, own: own.title })
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

    /// Reads these files back; those that are not what was built, in order.
    pub fn differing(
        &self,
        site: &SiteFiles,
        addresses: &[&String],
        watching: Watching<'_>,
    ) -> Result<Vec<String>, HostError> {
        match self {
            Host::Folder(host) => host.differing(site, addresses, watching),
            Host::Sftp(host) => host.differing(site, addresses, watching),
        }
    }

    /// Compares these files with what was built.
    pub fn verify(
        &self,
        site: &SiteFiles,
        addresses: &[&String],
        watching: Watching<'_>,
    ) -> Result<(), HostError> {
        let addresses = self.differing(site, addresses, watching)?;
        let place = match self {
            Host::Folder(host) => host.place(),
            Host::Sftp(host) => host.place(),
        };
        match addresses.is_empty() {
            true => Ok(()),
            false => Err(HostError::Differs { place, addresses }),
        }
    }

    /// That nothing is to be sent to the place that the settings call `to`, in words that say no
    /// more than what was looked at: the files, or with a server only its list unless all of them
    /// were read back.
    pub fn has_everything(&self, to: &str, read_back: bool) -> Text {
        match self {
            Host::Sftp(_) if !read_back => text!(
                "Enligt listan i {to} finns allt redan där. Inget skickades. Filerna själva lästes inte; det gör publish --verify.",
                "By its list, {to} has everything already. Nothing was sent. The files themselves were not read; publish --verify does that."
            ),
            Host::Folder(_) | Host::Sftp(_) => text!(
                "{to} har redan allt. Inget skickades.",
                "{to} has everything already. Nothing was sent."
            ),
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
