//! Looking up which file is at a path, and which was meant if there is none.

use std::collections::HashMap;

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
        let unfinished = material.unfinished.iter().zip(material.documents.len()..);
        for (unfinished, n) in unfinished.filter(|(unfinished, _)| unfinished.is_sure) {
            paths.insert(unfinished.document.path(), PathTarget::Document(DocId::nth(n)));
        }
        Lookup { paths, lost_references: LostReferences::default() }
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
