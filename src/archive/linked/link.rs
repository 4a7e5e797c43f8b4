//! What links lead to, and which files are published because of them.

use crate::archive::material::MaterialFile;
use crate::model::{DocId, FileId, PlaceId};

/// What a Markdown link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another site or an e-mail address, as written.
    External(String),
    /// An anchor in the same text.
    Own(String),
    Document(DocId, Option<String>),
    Place(PlaceId, Option<String>),
    File(FileId),
    /// Nothing; a problem says why.
    Nowhere,
}

impl LinkTarget {
    /// The file that the link leads to, if it is one that is published as it is.
    pub fn file(&self) -> Option<FileId> {
        match self {
            LinkTarget::File(id) => Some(*id),
            LinkTarget::External(_)
            | LinkTarget::Own(_)
            | LinkTarget::Document(..)
            | LinkTarget::Place(..)
            | LinkTarget::Nowhere => None,
        }
    }
}

/// A file, and whether anything published refers to it.
#[derive(Debug)]
pub struct LinkedFile {
    pub file: MaterialFile,
    /// Whether a published document refers to it.
    pub published: bool,
    /// Whether any document does.
    pub referred: bool,
}
