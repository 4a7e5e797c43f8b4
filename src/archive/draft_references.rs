//! References of published documents to drafts, where the drafts are shown as well.

use super::references::draft;
use super::whole::Archive;
use crate::diagnostic::Problem;
use crate::model::ContentPath;
use crate::model::document::Reference;

/// The references of a published document to drafts, in an archive that has the drafts: a build,
/// which leaves them out, would stop at these.
pub fn references_to_drafts(archive: &Archive, path: Option<ContentPath<'_>>) -> Vec<Problem> {
    let document_at = |path: ContentPath<'_>| {
        let id = archive.document_at(path)?;
        Some(&archive.document(id).document)
    };
    let from = path.and_then(|path| Some((path, document_at(path)?)));
    let Some((path, document)) = from.filter(|(_, document)| !document.common.draft) else {
        return Vec::new();
    };
    let is_to_draft = |reference: &&Reference| {
        let target = path.resolve(reference);
        let target = target.as_ref().and_then(|path| document_at(path.as_path()));
        target.is_some_and(|target| target.common.draft)
    };
    let all = document.references();
    let all = all.iter().flat_map(|(_, references)| references.iter());
    all.filter(is_to_draft).map(|reference| draft(&document.source, reference)).collect()
}
