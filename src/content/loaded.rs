//! The files of a site's folder, in memory. [`load`](super::load()) reads them from a folder; the
//! preview replaces single files.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use super::nature::Nature;
use super::settings::parse_settings;
use super::walk::SourceStamp;
use crate::diagnostic::canonical::{self, is_canonical};
use crate::diagnostic::{Problem, Source};
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

/// A text file as it is on disk.
#[derive(Debug, Clone)]
pub struct RawFile {
    /// Relative to the site's folder, with `/` between names, in NFC.
    pub path: String,
    pub bytes: Arc<[u8]>,
    /// The same bytes as text if they are UTF-8, so that canonical text is in memory only once.
    pub(super) text: Option<Arc<str>>,
    /// SHA-256.
    pub digest: Digest,
    /// Shows that the file has not changed; `None` if it must be read to find out.
    pub(super) stamp: Option<SourceStamp>,
}

impl RawFile {
    /// A file that is only in memory.
    pub fn new(path: impl Into<String>, bytes: impl AsRef<[u8]>) -> RawFile {
        let bytes = bytes.as_ref();
        let digest = Digest::of(bytes);
        let text: Option<Arc<str>> = str::from_utf8(bytes).ok().map(Arc::from);
        let bytes = text.clone().map_or_else(|| Arc::from(bytes), Arc::<[u8]>::from);
        RawFile { path: path.into(), bytes, text, digest, stamp: None }
    }

    /// When it was last changed, as its drive says; `None` if it changed a moment before it was read.
    pub fn modified(&self) -> Option<SystemTime> {
        self.stamp.and_then(|stamp| stamp.modified)
    }

    /// Its canonical text, shared with the file if the file's text is canonical already; or the
    /// problem that it is not text.
    pub fn source(&self) -> Result<Arc<Source>, Box<Problem>> {
        match &self.text {
            Some(text) if is_canonical(text) => Ok(Source::new(self.path.as_str(), text.clone())),
            _ => canonical::source(&self.path, &self.bytes),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_canonical_is_in_memory_once_and_any_other_made_so() {
        let texts = [
            "Å, ä och ö – ”löften”\n",
            "",
            "a\r\nb\rc",
            "\u{feff}BOM",
            "A\u{30a}mål",
            "\u{212b}",
            "ᄀ\u{1161}",
        ];
        for text in texts {
            let raw = RawFile::new("content/a.md", text);
            let shared = raw.source().expect("text");
            assert_eq!(shared, canonical::source("content/a.md", text.as_bytes()).expect("text"));
            let once = raw.text.as_ref().is_some_and(|raw| Arc::ptr_eq(raw, &shared.text));
            assert_eq!(once, *shared.text == *text, "{text:?}");
        }
        for bytes in [&b"\0"[..], b"\xff\xfea", b"\xe5"] {
            assert!(RawFile::new("content/a.md", bytes).source().is_err());
        }
    }
}
