//! Which file stands at a path, and which was meant where none does.

use std::collections::HashMap;

use super::material::Material;
use crate::model::{ContentPath, DocId, FileId, PlaceId};
use crate::nearest::distance;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Document(DocId),
    Place(PlaceId),
    File(FileId),
    /// A Markdown file that could not be read; its own problems say why.
    Broken,
}

/// Every file in `content/` by its path there.
pub struct Lookup<'a> {
    paths: HashMap<ContentPath<'a>, Target>,
}

impl<'a> Lookup<'a> {
    pub fn new(material: &'a Material) -> Lookup<'a> {
        let mut paths = HashMap::with_capacity(
            material.documents.len() + material.places.len() + material.files.len(),
        );
        for (n, file) in material.files.iter().enumerate() {
            paths.insert(file.path.as_path(), Target::File(FileId::nth(n)));
        }
        for broken in &material.broken {
            paths.insert(broken.path.as_path(), Target::Broken);
        }
        for (n, place) in material.places.iter().enumerate() {
            paths.insert(place.path(), Target::Place(PlaceId::nth(n)));
        }
        for (n, document) in material.documents.iter().enumerate() {
            paths.insert(document.path(), Target::Document(DocId::nth(n)));
        }
        Lookup { paths }
    }

    /// What stands at a path in `content/`.
    pub fn get(&self, path: ContentPath<'_>) -> Option<Target> {
        self.paths.get(&path).copied()
    }

    /// The path most like this one: the same but for case, the same name elsewhere nearby, or a
    /// letter or two away.
    /// Never `from`, the file that asks.
    pub fn nearest(&self, path: ContentPath<'_>, from: ContentPath<'_>) -> Option<ContentPath<'a>> {
        let others = self.paths.keys().copied().filter(|known| *known != from);
        nearest_path(path.as_str(), others.map(ContentPath::as_str)).map(ContentPath::new)
    }

    /// The names of the other files in the folder of this path, in order.
    pub fn beside(&self, path: ContentPath<'_>, from: ContentPath<'_>) -> Vec<&'a str> {
        let folder = path.parent();
        let others = self.paths.keys().copied().filter(|known| *known != from);
        let mut names: Vec<&str> =
            others.filter(|known| known.parent() == folder).map(ContentPath::name).collect();
        names.sort_unstable();
        names
    }
}

/// Of some paths the one most like this one, when any is like it at all; ties by the path itself.
pub fn nearest_path<'a>(path: &str, paths: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = path.to_lowercase();
    let name = folded.rsplit('/').next().unwrap_or(&folded);
    paths
        .filter_map(|candidate| {
            let lowered = candidate.to_lowercase();
            if lowered == folded {
                return Some((0, candidate));
            }
            let within = if lowered.rsplit('/').next() == Some(name) { 12 } else { 4 };
            Some((distance(&lowered, &folded, within)?, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}
