//! The built site that is to be published, by its own list.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::error::HostError;
use crate::digest::Digest;
use crate::publish::{SHA256SUMS, checksums};

/// A built site.
#[derive(Debug, Clone)]
pub struct SiteFiles {
    pub folder: PathBuf,
    /// Its `SHA256SUMS`, byte for byte.
    pub list: Vec<u8>,
    /// Every file in that list.
    pub files: BTreeMap<String, Digest>,
}

impl SiteFiles {
    /// Reads the list of a built site.
    pub fn read(folder: &Path) -> Result<SiteFiles, HostError> {
        let path = folder.join(SHA256SUMS);
        let list = std::fs::read(&path).map_err(|error| HostError::io(&path, error))?;
        let files = listed(&list).ok_or(HostError::NoList { path })?;
        Ok(SiteFiles { folder: folder.to_owned(), list, files })
    }

    /// Where a file lies.
    pub fn path(&self, address: &str) -> PathBuf {
        self.folder.join(address)
    }

    /// How large a file is.
    pub fn size(&self, address: &str) -> Result<u64, HostError> {
        let path = self.path(address);
        let metadata = std::fs::metadata(&path).map_err(|error| HostError::io(&path, error))?;
        Ok(metadata.len())
    }

    /// The bytes of several files.
    pub fn sizes<'a>(&self, addresses: impl Iterator<Item = &'a String>) -> Result<u64, HostError> {
        addresses.map(|address| self.size(address)).sum()
    }
}

/// The files of a `SHA256SUMS`; `None` if it is not a whole list.
pub fn listed(text: &[u8]) -> Option<BTreeMap<String, Digest>> {
    let list = checksums::parse(text).ok().filter(|list| list.lost().is_none())?;
    Some(list.files.into_iter().map(|(address, digest)| (address.to_owned(), digest)).collect())
}
