//! What is withdrawn together with a document: its earlier addresses, which lead to it, and the files
//! that nothing else publishes. Without a decision of their own, all of them would count as lost.

use std::collections::BTreeSet;
use std::iter;

use crate::archive::{Archive, LinkTarget};
use crate::content::{Mentioned, RawFile, mentions};
use crate::model::{Address, ContentPath, DocId, FileId};

/// The published addresses that would lead nowhere without a document, besides its own.
pub fn withdrawn_with(archive: &Archive, id: DocId) -> BTreeSet<Address> {
    let linked = archive.document(id);
    let own = &*linked.document.source.path;
    let listed = linked.attachments.iter().chain(&linked.images).flatten().copied();
    let files = listed.chain(linked.links.iter().filter_map(LinkTarget::file));
    let file = |id: FileId| &archive.files[id.index()].file;
    let files: BTreeSet<(String, FileId)> =
        files.map(|id| (file(id).path.to_string(), id)).collect();
    let paths = files.iter().map(|(path, _)| path.as_str()).collect();
    let referrers = archive.referrers(&paths, iter::empty());
    let publishes = |path: &&str| {
        let document = ContentPath::of_site(path).and_then(|path| archive.document_at(path));
        *path != own && document.is_none_or(|id| archive.document(id).published)
    };
    let is_elsewhere =
        |path: &String| referrers.get(path).is_some_and(|who| who.iter().any(publishes));
    let files = files.iter().filter(|(path, _)| !is_elsewhere(path));
    let files = files.filter_map(|(_, id)| file(*id).address.clone());
    let earlier = linked.document.common.aliases.iter().filter_map(|alias| Address::parse(alias));
    files.chain(earlier).filter(|address| stands(archive, address)).collect()
}

/// Whether an address has been published, and not withdrawn.
pub fn stands(archive: &Archive, address: &Address) -> bool {
    archive.ledger.has_published(address) && archive.ledger.withdrawal(address).is_none()
}

/// The earlier addresses of a document, and those of the files that it encloses, shows or links to; an
/// attachment names nothing.
pub fn named_in(path: &str, document: &[u8]) -> BTreeSet<Address> {
    if !path.ends_with(".md") {
        return BTreeSet::new();
    }
    let Ok(source) = RawFile::new(path, document).source() else { return BTreeSet::new() };
    let Some(path) = ContentPath::of_site(path) else { return BTreeSet::new() };
    let mentions = mentions(&source);
    let earlier = mentions.aliases.listed.iter().filter_map(|alias| Address::parse(alias));
    let files = mentions.all.iter().filter_map(|mention| match &mention.what {
        Mentioned::Path(to, _) | Mentioned::Link(to, _) if !to.ends_with(".md") => {
            Address::of_content(path.resolve(to)?.as_path()).ok()
        }
        Mentioned::Path(..) | Mentioned::Link(..) | Mentioned::Place(..) => None,
    });
    files.chain(earlier).collect()
}
