//! What is withdrawn together with a document: its earlier addresses, which lead to it, and the files
//! that nothing else publishes. Without a decision of their own, all of them would count as lost.

use std::collections::BTreeSet;

use crate::archive::Archive;
use crate::model::document::{Body, Common};
use crate::model::{Address, ContentPath, DocId, Document};

/// The published addresses that would lead nowhere without a document, besides its own.
pub fn withdrawn_with(archive: &Archive, id: DocId) -> Vec<Address> {
    let ledger = &archive.ledger;
    let own = named_in(&archive.document(id).document);
    let mut kept = BTreeSet::new();
    for (n, linked) in archive.documents.iter().enumerate() {
        if linked.published && DocId::nth(n) != id {
            kept.insert(linked.document.address.clone());
            kept.extend(named_in(&linked.document));
        }
    }
    for linked in archive.places.iter() {
        let place = &linked.place;
        kept.extend(named(place.path(), &place.common, &place.body));
    }
    let is_lost = |address: &Address| {
        ledger.has_published(address)
            && ledger.withdrawal(address).is_none()
            && !kept.contains(address)
    };
    own.into_iter().filter(is_lost).collect()
}

/// The addresses that a document's file names besides its own: earlier ones, and those of the files
/// that it encloses, shows or links to.
pub fn named_in(document: &Document) -> BTreeSet<Address> {
    named(document.path(), &document.common, &document.body)
}

fn named(path: ContentPath<'_>, common: &Common, body: &Body) -> BTreeSet<Address> {
    let earlier = common.aliases.iter().filter_map(|alias| Address::parse(alias));
    let enclosed = common.attachments.iter().map(|attachment| &attachment.file);
    let shown = common.images.iter().filter_map(|image| image.file.as_ref());
    let linked = body.outline.links.iter().map(|link| link.destination.as_str());
    let files = enclosed.chain(shown).map(|file| file.value.as_str()).chain(linked);
    let files = files.filter(|file| !file.contains([':', '#', '?']) && !file.ends_with(".md"));
    let files = files.filter_map(|file| {
        let path = path.resolve(file)?;
        Address::of_content(path.as_path()).ok()
    });
    earlier.chain(files).collect()
}
