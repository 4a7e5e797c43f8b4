//! Looking up which file is at a path, and which was meant if there is none.

use std::collections::{HashMap, HashSet};

use super::lost_references::LostReferences;
use super::material::Material;
use crate::diagnostic::Problem;
use crate::ledger::Ledger;
use crate::model::{ContentPath, DocId, FileId, PlaceId};

/// What is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathTarget {
    /// Perhaps an unfinished one.
    Document(DocId),
    Place(PlaceId),
    File(FileId),
    /// A Markdown file that could not be read; its own problems say why.
    Broken,
}

/// Every file in `content/`, by its path there.
pub struct Lookup<'a> {
    paths: HashMap<ContentPath<'a>, PathTarget>,
    /// The broken ones of which at least the body could be read, and what it belongs to.
    unsure: HashMap<ContentPath<'a>, PathTarget>,
    unsure_documents: HashSet<DocId>,
    /// References that lead nowhere, added by whoever looks them up.
    pub lost_references: LostReferences,
}

impl<'a> Lookup<'a> {
    pub fn new(material: &'a Material) -> Lookup<'a> {
        let mut paths = HashMap::with_capacity(
            material.documents.len() + material.places.len() + material.files.len(),
        );
        for (n, file) in material.files.iter().enumerate() {
            paths.insert(file.path.as_path(), PathTarget::File(FileId::nth(n)));
        }
        for broken in &material.broken {
            paths.insert(broken.path.as_path(), PathTarget::Broken);
        }
        for (n, place) in material.places.iter().enumerate() {
            paths.insert(place.path(), PathTarget::Place(PlaceId::nth(n)));
        }
        for (n, document) in material.documents.iter().enumerate() {
            paths.insert(document.path(), PathTarget::Document(DocId::nth(n)));
        }
        let mut unsure = HashMap::new();
        let mut unsure_documents = HashSet::new();
        for (unfinished, n) in material.unfinished.iter().zip(material.documents.len()..) {
            let (path, id) = (unfinished.document.path(), DocId::nth(n));
            if unfinished.is_sure {
                paths.insert(path, PathTarget::Document(id));
                continue;
            }
            unsure_documents.insert(id);
            // Without front matter, its lines are read as if they were text.
            if unfinished.document.body.start > 0 {
                unsure.insert(path, PathTarget::Document(id));
            }
        }
        for (place, n) in material.unfinished_places.iter().zip(material.places.len()..) {
            unsure.insert(place.path(), PathTarget::Place(PlaceId::nth(n)));
        }
        let lost_references = LostReferences::default();
        Lookup { paths, unsure, unsure_documents, lost_references }
    }

    /// What the body at a path belongs to, if the rest of the file could not be read.
    pub fn unsure(&self, path: ContentPath<'_>) -> Option<PathTarget> {
        self.unsure.get(&path).copied()
    }

    /// Whether not all lists of a document could be read.
    pub fn is_unsure(&self, id: DocId) -> bool {
        self.unsure_documents.contains(&id)
    }

    /// What is at a path in `content/`.
    pub fn get(&self, path: ContentPath<'_>) -> Option<PathTarget> {
        self.paths.get(&path).copied()
    }

    /// The problems with references that lead nowhere, given what has been withdrawn.
    pub fn lost(self, ledger: &Ledger) -> Vec<Problem> {
        self.lost_references.problems(self.paths.into_keys(), ledger)
    }
}
