//! What the archive is linked from: everything that was read.

use std::sync::Arc;

use crate::content::Nature;
use crate::diagnostic::Source;
use crate::digest::Digest;
use crate::markdown::Destination;
use crate::model::{Address, ContentPath, ContentPathBuf, DocId, Document, Kind, Place};

/// What the archive is linked from: everything that was read, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Material {
    /// Documents and pages whose front matter could be read.
    pub documents: Vec<Arc<Document>>,
    /// Places whose front matter could be read.
    pub places: Vec<Arc<Place>>,
    /// Files that exist but could not be read; a reference to one is not reported again.
    pub broken: Vec<Broken>,
    /// What could be read of some of them: documents.
    pub unfinished: Vec<UnfinishedDocument>,
    /// What could be read of some of them: places.
    pub unfinished_places: Vec<Arc<Place>>,
    /// Every other file in `content/`.
    pub files: Vec<MaterialFile>,
}

/// A document in which something required is missing or unreadable. Its references, links and files
/// are judged, and it is then left out of the archive.
#[derive(Debug, Clone)]
pub struct UnfinishedDocument {
    pub document: Arc<Document>,
    /// Whether what other files say of it can be judged too.
    pub is_sure: bool,
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

impl Material {
    /// A document: the unfinished ones have the ids after those of the others.
    pub fn document(&self, id: DocId) -> &Arc<Document> {
        match id.index().checked_sub(self.documents.len()) {
            None => &self.documents[id.index()],
            Some(unfinished) => &self.unfinished[unfinished].document,
        }
    }

    /// Whether a place or a published document refers to a file as an attachment, as an image or by a
    /// link, so that the file is published.
    pub fn is_referred_to(&self, file: ContentPath<'_>, drafts: Drafts) -> bool {
        let documents = self.documents.iter().filter(|document| drafts.publish(document));
        let documents = documents.map(|it| (it.path(), &it.common, &it.body.outline));
        let places = self.places.iter().map(|it| (it.path(), &it.common, &it.body.outline));
        documents.chain(places).any(|(path, common, outline)| {
            let is_meant = |written: &str| {
                path.resolve(written).is_some_and(|resolved| resolved.as_path() == file)
            };
            let images = common.images.iter().filter_map(|image| image.file.as_ref());
            let mut listed = common.attachments.iter().map(|it| &it.file).chain(images);
            listed.any(|written| is_meant(written))
                || outline.links.iter().any(|link| match link.target() {
                    Destination::Local { path, .. } => is_meant(&path),
                    _ => false,
                })
        })
    }
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
