//! What the archive is linked from, and the links in the footer of every page.

use crate::archive::{Broken, Drafts, Material, MaterialFile, UnfinishedDocument};
use crate::content::{Legible, Parsed, ParsedContent};
use crate::diagnostic::Code;
use crate::model::settings::Settings;
use crate::model::{Address, ContentPath, Kind};
use crate::render::FooterLink;

/// What the archive is linked from.
pub(super) fn material(content: &ParsedContent) -> Material {
    let mut material = Material::default();
    for file in &content.files {
        let path = || ContentPath::of_source(&file.source).to_buf();
        match &file.parsed {
            Parsed::Document(document) => material.documents.push(document.clone()),
            Parsed::Place(place) => material.places.push(place.clone()),
            Parsed::Broken { kind, legible, .. } => {
                let (path, source, draft) = (path(), file.source.clone(), file.draft);
                material.broken.push(Broken { path, kind: *kind, source, draft });
                match legible.clone() {
                    Some(Legible::Document { document, is_sure }) => {
                        material.unfinished.push(UnfinishedDocument { document, is_sure });
                    }
                    Some(Legible::Place(place)) => material.unfinished_places.push(place),
                    None => {}
                }
            }
        }
    }
    // A file that could not be read at all exists all the same.
    let unread = content.problems.iter().filter(|problem| problem.code == Code::Unreadable);
    material.broken.extend(unread.filter_map(|problem| {
        let path = ContentPath::of_site(&problem.source.path)?.to_buf();
        Some(Broken { path, kind: None, source: problem.source.clone(), draft: false })
    }));
    material.files = content
        .others
        .iter()
        .map(|other| MaterialFile {
            path: other.path.clone(),
            address: Address::of_content(other.path.as_path()).ok(),
            size: other.size,
            pages: other.pages,
            digest: other.digest,
            nature: other.nature,
        })
        .collect();
    material
}

/// The site's own pages in the content root, sorted by address.
pub(super) fn footer(material: &Material, settings: &Settings, drafts: Drafts) -> Vec<FooterLink> {
    let language = settings.language.tag();
    let mut links: Vec<FooterLink> = material
        .documents
        .iter()
        .filter(|document| document.kind == Kind::Page && drafts.publish(document))
        .filter(|page| page.path().parent().is_root() && page.address.as_str() != "index.html")
        .map(|page| FooterLink {
            text: page.common.title.value.clone(),
            address: page.address.clone(),
            language: page.common.language.clone().filter(|own| own != language),
        })
        .collect();
    links.sort_by(|a, b| {
        (a.language.is_some(), &a.address).cmp(&(b.language.is_some(), &b.address))
    });
    links
}
