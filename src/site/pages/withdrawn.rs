//! The notice where something published was taken down by a decision. The ledger says at which
//! address; the notice fills that if it is empty once all other pages have theirs.

use serde::Serialize;

use super::kind::{Origin, PageKind};
use crate::archive::Linked;
use crate::model::{Address, DocId};
use crate::site::fixture::{bare, document_links, link, rich, withdrawal};
use crate::site::make::{Head, Maker};
use crate::site::view::{DocumentLink, Link, PageOf, WithdrawnView};

/// A notice, given by its index among the ledger's withdrawals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnPage(pub usize);

/// What a notice shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithdrawnPageView {
    #[serde(flatten)]
    pub withdrawal: WithdrawnView,
    /// The place in whose folder it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Link>,
    /// What it followed up, as far as that is here.
    pub followed: Vec<DocumentLink>,
    /// The documents that it was an attachment or an image of.
    pub attached_to: Vec<DocumentLink>,
}

impl PageKind for WithdrawnPage {
    type View = WithdrawnPageView;
    const TEMPLATE: &'static str = "withdrawn.html";
    const LISTED: bool = false;
    const IN_MENUS: bool = false;

    fn view(&self, maker: &Maker<'_>) -> PageOf<WithdrawnPageView> {
        let withdrawal = &maker.archive.ledger.withdrawn[self.0];
        let address = &withdrawal.address.value;
        let is_followed = |linked: &Linked| {
            let aliases = &linked.document.common.aliases;
            withdrawal.follows_up.iter().any(|followed| {
                linked.document.address == *followed
                    || aliases.iter().any(|alias| alias.as_str() == followed.as_str())
            })
        };
        let followed = published(maker, is_followed);
        let attached_to = match address.as_str().ends_with(".html") {
            true => Vec::new(),
            false => published(maker, |linked| encloses(linked, address)),
        };
        // A joint document is in no place's folder.
        let others = followed.iter().chain(&attached_to);
        let mut of_others = others.filter_map(|id| {
            maker.archive.shown_places(maker.archive.document(*id)).first().copied()
        });
        let place = maker.archive.place_around(address).or_else(|| of_others.next());
        let view = WithdrawnPageView {
            withdrawal: WithdrawnView::of(withdrawal),
            place: place.map(|id| {
                let place = &maker.archive.place(id).place;
                Link { text: place.common.title.value.clone(), href: maker.way(&place.address) }
            }),
            followed: maker.document_links(&followed),
            attached_to: maker.document_links(&attached_to),
        };
        let title = maker.overview.labels.get("withdrawn").replace(
            "{address}",
            view.withdrawal.title.as_ref().unwrap_or(&view.withdrawal.address),
        );
        let breadcrumb = match place {
            Some(id) => maker.trail_to_place(id, true),
            None => vec![maker.start_link()],
        };
        maker.page(Head { breadcrumb, ..Head::titled(title) }, view)
    }

    fn origin(&self) -> Origin {
        Origin::Ledger
    }

    fn leads_to<'a>(&'a self, _: &'a Address) -> Option<&'a Address> {
        None
    }

    fn fixture() -> Vec<PageOf<WithdrawnPageView>> {
        let whole = WithdrawnPageView {
            withdrawal: withdrawal(),
            place: Some(link("Eskilstuna kommun", "index.html")),
            followed: document_links(),
            attached_to: document_links(),
        };
        let scant = WithdrawnPageView {
            withdrawal: WithdrawnView { title: None, ..withdrawal() },
            place: None,
            followed: Vec::new(),
            attached_to: Vec::new(),
        };
        vec![
            rich("bilaga.html", "Borttaget dokument", whole),
            bare("bilaga-2.html", "Borttaget dokument", scant),
        ]
    }
}

/// The published documents of which something is true.
fn published(maker: &Maker<'_>, is_wanted: impl Fn(&Linked) -> bool) -> Vec<DocId> {
    let documents = maker.archive.documents.iter().enumerate();
    let wanted = documents.filter(|(_, linked)| linked.published && is_wanted(linked));
    wanted.map(|(n, _)| DocId::nth(n)).collect()
}

/// Whether a document still names a file that was at an address.
fn encloses(linked: &Linked, address: &Address) -> bool {
    let document = &linked.document;
    let attachments = document.common.attachments.iter().map(|attachment| &attachment.file);
    let images = document.common.images.iter().filter_map(|image| image.file.as_ref());
    attachments.chain(images).any(|file| {
        let path = document.path().resolve(file);
        path.and_then(|path| Address::of_content(path.as_path()).ok()).as_ref() == Some(address)
    })
}
