//! `handlingar/index.html`: every document of the archive, from A to Ö.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, DocId};
use crate::site::fixture::{SIGNS, bare, document_links, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::view::{DocumentLink, PageOf, Prose};

/// The list of all documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllDocumentsPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AllDocumentsView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    pub letters: Vec<Letter>,
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
        [(Address::made("handlingar/index.html".to_owned()), AllDocumentsPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<AllDocumentsView> {
        let alphabet = maker.alphabet();
        let mut ids: Vec<DocId> = maker.archive.published().map(|(id, _)| id).collect();
        let title = |id: &DocId| {
            let shown = maker.archive.shown(*id);
            &maker.archive.document(shown).document.common.title.value
        };
        // Sorting by bytes is cheap, and leaves little for sorting by the alphabet to do.
        ids.sort_unstable_by_key(title);
        ids.sort_by(|a, b| alphabet.compare(title(a), title(b)).then(a.cmp(b)));
        let mut letters: Vec<Letter> = Vec::new();
        for id in &ids {
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
        let documents = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        maker.page(head, AllDocumentsView { heading, introduction, letters, documents })
    }

    fn fixture() -> Vec<PageOf<AllDocumentsView>> {
        let letter =
            |letter: &str| Letter { letter: letter.to_owned(), documents: document_links() };
        let full = AllDocumentsView {
            heading: some(SIGNS),
            introduction: Some(prose()),
            letters: ["M", "Ö", "#"].map(letter).into(),
            documents: 18,
        };
        let empty = AllDocumentsView {
            heading: None,
            introduction: None,
            letters: Vec::new(),
            documents: 0,
        };
        vec![
            rich("handlingar/index.html", "Lista", full),
            bare("handlingar/tom/index.html", "Lista", empty),
        ]
    }
}
