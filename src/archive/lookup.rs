//! Which file a reference means. References are paths, written as in a Markdown link: relative to
//! the file that refers, or from the content root when they begin with `/`.

use std::collections::HashMap;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::material::Material;
use crate::model::{DocId, FileId, PlaceId};
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
    paths: HashMap<&'a str, Target>,
}

impl<'a> Lookup<'a> {
    pub fn new(material: &'a Material) -> Lookup<'a> {
        let mut paths = HashMap::with_capacity(
            material.documents.len() + material.places.len() + material.files.len(),
        );
        for (n, file) in material.files.iter().enumerate() {
            paths.insert(file.path.as_str(), Target::File(FileId::nth(n)));
        }
        for broken in &material.broken {
            paths.insert(broken.path.as_str(), Target::Broken);
        }
        for (n, place) in material.places.iter().enumerate() {
            let path = place.source.path.strip_prefix("content/").unwrap_or(&place.source.path);
            paths.insert(path, Target::Place(PlaceId::nth(n)));
        }
        for (n, document) in material.documents.iter().enumerate() {
            paths.insert(document.path(), Target::Document(DocId::nth(n)));
        }
        Lookup { paths }
    }

    /// What stands at a path in `content/`.
    pub fn get(&self, path: &str) -> Option<Target> {
        self.paths.get(path).copied()
    }

    /// The path most like this one: the same but for case, the same name elsewhere nearby, or a
    /// letter or two away.
    /// Never `from`, the file that asks.
    pub fn nearest(&self, path: &str, from: &str) -> Option<&'a str> {
        nearest_path(path, self.paths.keys().copied().filter(|known| *known != from))
    }

    /// The names of the other files in the folder of this path, in order.
    pub fn beside(&self, path: &str, from: &str) -> Vec<&'a str> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let others = self.paths.keys().copied().filter(|known| *known != from);
        let mut names: Vec<&str> = others
            .filter_map(|known| match known.rsplit_once('/') {
                Some((above, name)) => (above == folder).then_some(name),
                None => folder.is_empty().then_some(known),
            })
            .collect();
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

/// The path in `content/` that a reference in a file means; `None` when it leads out of `content/`.
/// `from` is the referring file's own path there.
pub fn resolve(from: &str, reference: &str) -> Option<String> {
    let reference: std::borrow::Cow<str> = match is_nfc_quick(reference.chars()) {
        IsNormalized::Yes => reference.into(),
        _ => reference.nfc().collect::<String>().into(),
    };
    let mut parts: Vec<&str> = Vec::new();
    let relative = match reference.strip_prefix('/') {
        Some(from_root) => from_root,
        None => {
            parts.extend(from.split('/'));
            parts.pop();
            &reference
        }
    };
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}
