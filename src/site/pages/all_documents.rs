//! `handlingar/index.html`: every document of the archive, from A to Ö.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, DocId};
use crate::site::fixture::{SIGNS, bare, counted_links, document_links, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::DOCUMENTS;
use crate::site::view::{CountedLink, DocumentLink, PageOf, Prose};

/// The list of all documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllDocumentsPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AllDocumentsView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// The documents by letter, if they are on this page.
    pub letters: Vec<Letter>,
    /// Otherwise the pages with the documents of each letter.
    pub parts: Vec<CountedLink>,
    pub documents: u32,
}

/// Documents under one letter.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Letter {
    pub letter: String,
    pub documents: Vec<DocumentLink>,
}

impl PageKind for AllDocumentsPage {
    type View = AllDocumentsView;
    const TEMPLATE: &'static str = "all-documents.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, AllDocumentsPage)> {
        [(Address::made(DOCUMENTS.to_owned()), AllDocumentsPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<AllDocumentsView> {
        let alphabet = maker.alphabet();
        let title = |id: &DocId| maker.archive.title(*id);
        let parts = maker.letters();
        let ids: &[DocId] = match parts.as_slice() {
            [] => maker.overview.all.documents(maker.archive),
            _ => &[],
        };
        let mut letters: Vec<Letter> = Vec::new();
        for id in ids {
            let letter = alphabet.letter(title(id));
            let link = maker.placed_link(*id);
            match letters.last_mut() {
                Some(last) if last.letter == letter => last.documents.push(link),
                _ => letters.push(Letter { letter, documents: vec![link] }),
            }
        }
        let (heading, introduction) = maker.introduction();
        let title =
            heading.clone().unwrap_or_else(|| maker.overview.labels.get("documents").to_owned());
        let head = Head { breadcrumb: vec![maker.start_link()], ..Head::titled(title) };
        let documents = maker.archive.published().count();
        let documents = u32::try_from(documents).unwrap_or(u32::MAX);
        maker.page(head, AllDocumentsView { heading, introduction, letters, parts, documents })
    }

    fn fixture() -> Vec<PageOf<AllDocumentsView>> {
        let letter =
            |letter: &str| Letter { letter: letter.to_owned(), documents: document_links() };
        let full = AllDocumentsView {
            heading: some(SIGNS),
            introduction: Some(prose()),
            letters: ["M", "Ö", "#"].map(letter).into(),
            parts: Vec::new(),
            documents: 18,
        };
        let empty = AllDocumentsView {
            heading: None,
            introduction: None,
            letters: Vec::new(),
            parts: Vec::new(),
            documents: 0,
        };
        let divided =
            AllDocumentsView { parts: counted_links(), documents: 22_000, ..empty.clone() };
        vec![
            rich("handlingar/index.html", "Lista", full),
            rich("handlingar/delad/index.html", "Lista", divided),
            bare("handlingar/tom/index.html", "Lista", empty),
        ]
    }
}
