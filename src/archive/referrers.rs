//! Which files refer to a file that is published as it is, and therefore have a say about its
//! problems.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::linked::LinkTarget;
use super::whole::Archive;
use crate::diagnostic::Source;
use crate::model::{ContentPath, FileId};

/// Markdown files by the path of a file that they refer to; all paths are relative to the site's
/// folder.
pub type Referrers<'a> = BTreeMap<String, Vec<&'a str>>;

impl Archive {
    /// For each of these paths that is a file published as it is: every Markdown file, including
    /// drafts, that refers to it as an attachment, as an image or by a link. The texts of `broken`
    /// files could not be parsed, so they count as referring to every file whose name they contain.
    pub fn referrers<'a>(
        &'a self,
        paths: &BTreeSet<&str>,
        broken: impl Iterator<Item = &'a Arc<Source>>,
    ) -> Referrers<'a> {
        let file = |path: &&str| {
            let path = ContentPath::of_site(path)?;
            let at =
                self.files.binary_search_by(|known| known.file.path.as_path().cmp(&path)).ok()?;
            Some((FileId::nth(at), BTreeSet::new()))
        };
        let mut found: BTreeMap<FileId, BTreeSet<&str>> = paths.iter().filter_map(file).collect();
        if found.is_empty() {
            return Referrers::new();
        }
        let documents = self.documents.iter().map(|linked| {
            let listed = linked.attachments.iter().chain(&linked.images);
            (&linked.document.source, &linked.links, listed)
        });
        let places = self.places.iter().map(|linked| {
            let listed = linked.attachments.iter().chain(&linked.images);
            (&linked.place.source, &linked.links, listed)
        });
        for (source, links, listed) in documents.chain(places) {
            let linked = links.iter().filter_map(LinkTarget::file);
            for id in linked.chain(listed.flatten().copied()) {
                if let Some(referrers) = found.get_mut(&id) {
                    referrers.insert(&source.path);
                }
            }
        }
        for source in broken {
            for (id, referrers) in &mut found {
                let path = self.files[id.index()].file.path.as_path();
                if source.text.contains(path.name()) {
                    referrers.insert(&source.path);
                }
            }
        }
        let path = |id: FileId| self.files[id.index()].file.path.to_string();
        found.into_iter().map(|(id, who)| (path(id), who.into_iter().collect())).collect()
    }
}
