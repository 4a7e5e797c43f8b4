//! Markdown links, attachments and images: what they lead to, and which files are published because
//! a published document refers to them.

mod known;
mod linkable;
mod linker;

use std::sync::Arc;

use rayon::prelude::*;

use super::enclosed::UsedAs;
use super::linked::{LinkTarget, Linked, LinkedFile, LinkedPlace};
use super::lookup::Lookup;
use crate::diagnostic::{Problem, Source, Spanned};
use crate::ledger::Ledger;
use crate::model::document::{Body, Common};
use crate::model::{ContentPath, DocId, FileId, PlaceId};
use crate::piece::PIECE;
use linkable::{Anchors, Linkable};
use linker::Linker;

/// Resolves the links of every body, and every attachment and image. The first `whole_places` of the
/// places are published.
pub fn link(
    documents: &mut [Linked],
    places: &mut [LinkedPlace],
    whole_places: usize,
    files: &mut [LinkedFile],
    lookup: &Lookup,
    ledger: &Ledger,
    problems: &mut Vec<Problem>,
) {
    let (found, found_of_places) = {
        let all = Linkable { documents, places, files, lookup, ledger };
        let of_document = |(n, linked): (usize, &Linked)| {
            let document = &linked.document;
            let own = Anchors::Document(DocId::nth(n));
            let (common, body) = (&document.common, &document.body);
            let is_public = linked.published || !common.draft;
            file_links(&all, &document.source, document.path(), common, body, own, is_public)
        };
        let of_place = |(n, linked): (usize, &LinkedPlace)| {
            let place = &linked.place;
            let path = place.path();
            let own = Anchors::Place(PlaceId::nth(n));
            file_links(&all, &place.source, path, &place.common, &place.body, own, true)
        };
        let of_documents = all.documents.par_iter().with_max_len(PIECE).enumerate();
        let found: Vec<FileLinks> = of_documents.map(of_document).collect();
        let found_of_places: Vec<FileLinks> = places.iter().enumerate().map(of_place).collect();
        (found, found_of_places)
    };
    for (linked, found) in documents.iter_mut().zip(found) {
        publish(files, &found, linked.published);
        problems.extend(found.problems);
        (linked.links, linked.attachments, linked.images) =
            (found.links, found.attachments, found.images);
    }
    for (n, (linked, found)) in places.iter_mut().zip(found_of_places).enumerate() {
        publish(files, &found, n < whole_places);
        problems.extend(found.problems);
        (linked.links, linked.attachments, linked.images) =
            (found.links, found.attachments, found.images);
    }
}

/// What the body, attachments and images of one file lead to.
struct FileLinks {
    links: Vec<LinkTarget>,
    attachments: Vec<Option<FileId>>,
    images: Vec<Option<FileId>>,
    problems: Vec<Problem>,
}

fn publish(files: &mut [LinkedFile], found: &FileLinks, published: bool) {
    let linked = found.links.iter().filter_map(LinkTarget::file);
    let listed = found.attachments.iter().chain(&found.images).flatten().copied();
    for id in linked.chain(listed) {
        files[id.index()].referred = true;
        files[id.index()].published |= published;
    }
}

/// What one file leads to.
fn file_links(
    all: &Linkable<'_>,
    source: &Arc<Source>,
    path: ContentPath<'_>,
    common: &Common,
    body: &Body,
    own: Anchors,
    is_public: bool,
) -> FileLinks {
    let mut linker = Linker::new(all);
    let links = body
        .outline
        .links
        .iter()
        .map(|link| {
            let span = body.start + link.span.start..body.start + link.span.end;
            let written = Spanned::new(link.destination.clone(), span);
            linker.destination(source, path, link, &written, &own, is_public)
        })
        .collect();
    let attachments = common
        .attachments
        .iter()
        .map(|a| linker.listed(source, path, &a.file, UsedAs::File))
        .collect();
    let images = common
        .images
        .iter()
        .map(|image| {
            image.file.as_ref().and_then(|file| linker.listed(source, path, file, UsedAs::Image))
        })
        .collect();
    FileLinks { links, attachments, images, problems: linker.finish(source) }
}
