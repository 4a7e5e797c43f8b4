//! The files of a site's folder, in memory. [`load`](super::load()) reads them from a folder; the
//! preview replaces single files.

use std::path::PathBuf;
use std::sync::Arc;

use super::nature::Nature;
use super::raw_file::RawFile;
use super::settings::parse_settings;
use super::source_stamp::SourceStamp;
use crate::diagnostic::Problem;
use crate::digest::Digest;
use crate::model::settings::Settings;
use crate::model::{Address, ContentPath, ContentPathBuf};

/// A site's files.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// Sorted by path.
    pub markdown: Vec<RawFile>,
    /// Sorted by path.
    pub others: Vec<OtherFile>,
    /// `site.toml`; `None` if it could not be read.
    pub settings: Option<RawFile>,
    /// `addresses.toml`; `None` if the site has none yet.
    pub ledger: Option<RawFile>,
    /// The addresses that the last build of the site's own output added to the ledger, in order;
    /// empty if nothing is known of one.
    pub standing: Arc<[Address]>,
    /// `seals/*.toml`, sorted by path.
    pub seals: Vec<RawFile>,
    /// The problems with what could not be read.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// The files beside `content/`: the settings, the ledger and the records of yearly packages.
    pub fn beside(&self) -> impl Iterator<Item = &RawFile> {
        self.settings.iter().chain(&self.ledger).chain(&self.seals)
    }

    /// The digest of a file, whose path is relative to the site's folder; `None` if there is no such
    /// file.
    pub fn digest_of(&self, path: &str) -> Option<Digest> {
        let beside = || self.beside().find(|raw| raw.path == path);
        if let Some(raw) = self.markdown_at(path) {
            return Some(raw.digest);
        }
        let other = || {
            let path = ContentPath::of_site(path)?;
            let at = self.others.binary_search_by(|other| other.path.as_path().cmp(&path)).ok()?;
            Some(self.others[at].digest)
        };
        beside().map(|raw| raw.digest).or_else(other)
    }

    /// What `site.toml` says, as far as it can be read. The file is small, so it is parsed again
    /// whenever it is asked for.
    pub fn site_settings(&self) -> Settings {
        let settings = self.settings.as_ref().and_then(|raw| parse_settings(raw).0);
        settings.unwrap_or_else(Settings::missing)
    }

    /// The Markdown file with this path, which is relative to the site's folder.
    pub fn markdown_at(&self, path: &str) -> Option<&RawFile> {
        let at = self.markdown.binary_search_by(|raw| raw.path.as_str().cmp(path)).ok()?;
        Some(&self.markdown[at])
    }
}

/// A file that is published unchanged if a document refers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherFile {
    pub path: ContentPathBuf,
    pub on_disk: PathBuf,
    pub size: u64,
    /// SHA-256.
    pub digest: Digest,
    /// The number of pages, if it is a PDF in which that can be told.
    pub pages: Option<u32>,
    /// What it is by its bytes.
    pub nature: Nature,
    /// The problems with its contents, if it is a text.
    pub problems: Vec<Problem>,
    /// As in [`RawFile`].
    pub(super) stamp: Option<SourceStamp>,
}
