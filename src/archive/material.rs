//! What the archive is linked from: everything that was read.

use std::sync::Arc;

use crate::content::Nature;
use crate::diagnostic::Source;
use crate::digest::Digest;
use crate::model::{Address, ContentPathBuf, Document, Kind, Place};

/// What the archive is linked from: everything that was read, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Material {
    /// Documents and pages whose front matter could be read.
    pub documents: Vec<Arc<Document>>,
    /// Places whose front matter could be read.
    pub places: Vec<Arc<Place>>,
    /// Files that exist but could not be read; a reference to one is not reported again.
    pub broken: Vec<Broken>,
    /// Every other file in `content/`.
    pub files: Vec<MaterialFile>,
}

/// A Markdown file that exists but could not be read, or a file or folder that could not even be
/// opened.
#[derive(Debug, Clone)]
pub struct Broken {
    pub path: ContentPathBuf,
    /// `None` if it could not be determined.
    pub kind: Option<Kind>,
    /// Its text, as far as that could be read.
    pub source: Arc<Source>,
    /// Whether it says that it is a draft; its own mistakes then stop no build.
    pub draft: bool,
}

/// A file that is not Markdown.
#[derive(Debug, Clone)]
pub struct MaterialFile {
    pub path: ContentPathBuf,
    /// Where it would be published; `None` if its name does not give an address.
    pub address: Option<Address>,
    /// In bytes.
    pub size: u64,
    /// The number of pages, if it is a PDF in which that can be told.
    pub pages: Option<u32>,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// What it is by its bytes.
    pub nature: Nature,
}

/// Whether drafts are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// As in the preview.
    Shown,
    /// As in a build.
    Hidden,
}

impl Drafts {
    /// Whether a document is published.
    pub fn publish(self, document: &Document) -> bool {
        self == Drafts::Shown || !document.common.draft
    }
}
