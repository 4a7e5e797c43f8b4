//! Where links lead, and which files are published because of them.

use crate::archive::material::MaterialFile;
use crate::model::{DocId, FileId, PlaceId};

/// What a Markdown link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another site, an e-mail address: as written.
    External(String),
    /// A place in the same text.
    Own(String),
    Document(DocId, Option<String>),
    Place(PlaceId, Option<String>),
    File(FileId),
    /// A problem says why.
    Nowhere,
}

impl LinkTarget {
    /// The file that is published as it is, when the link leads to one.
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

/// A file and whether anything published refers to it.
#[derive(Debug)]
pub struct LinkedFile {
    pub file: MaterialFile,
    /// A published document refers to it.
    pub published: bool,
    /// Any document does.
    pub referred: bool,
}
