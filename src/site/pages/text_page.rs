//! A text page, from a file of kind `page`: how the archive works, whom to ask. If it is at the
//! address of one of the program's own pages, it gives that page its heading and introduction
//! instead.

use serde::Serialize;

use super::kind::{Origin, PageKind};
use crate::archive::Archive;
use crate::model::{Address, DocId, PartialDate};
use crate::schema::Class;
use crate::site::fixture::{
    SIGNS, attachments, bare, day, document_link, document_links, empty_prose, images, prose, rich,
    some, source,
};
use crate::site::make::{Head, Maker, corrections, sources};
use crate::site::overview::Overview;
use crate::site::view::{
    AttachmentView, CorrectionView, DocumentLink, ImageView, PageOf, Prose, SourceView,
};

/// A text page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPage(DocId);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct TextPageView {
    pub title: String,
    /// If it is not the site's.
    pub language: Option<String>,
    pub summary: Option<String>,
    pub draft: bool,
    pub body: Prose,
    pub translation_of: Option<DocumentLink>,
    pub translations: Vec<DocumentLink>,
    pub sources: Vec<SourceView>,
    pub corrections: Vec<CorrectionView>,
    pub attachments: Vec<AttachmentView>,
    pub images: Vec<ImageView>,
    pub archived: Option<PartialDate>,
}

impl PageKind for TextPage {
    type View = TextPageView;
    const TEMPLATE: &'static str = "page.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, TextPage)> {
        let documents = archive.documents.iter().enumerate();
        let pages = documents.filter(|(_, linked)| match linked.document.kind.facts().class {
            Class::Page => true,
            Class::Document { .. } | Class::Place(_) => false,
        });
        pages.map(|(n, linked)| (linked.document.address.clone(), TextPage(DocId::nth(n))))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<TextPageView> {
        let linked = maker.archive.document(self.0);
        let document = &linked.document;
        let common = &document.common;
        let summary = common.summary.as_ref().map(|summary| summary.value.clone());
        let head = Head {
            description: summary.clone(),
            breadcrumb: vec![maker.start_link()],
            ..Head::titled(maker.overview.titles[self.0.index()].clone())
        };
        let view = TextPageView {
            title: common.title.value.clone(),
            language: maker.language(common.language.as_deref()),
            summary,
            draft: common.draft,
            body: maker.prose(&document.body, &linked.links),
            translation_of: linked.translation_of.map(|id| maker.version_link(id)),
            translations: maker.document_links(&linked.translations),
            sources: sources(common),
            corrections: corrections(common),
            attachments: maker.attachments(document, &linked.attachments),
            images: maker.images(common, &linked.images),
            archived: common.archived,
        };
        maker.page(head, view)
    }

    fn origin(&self) -> Origin {
        Origin::Document(self.0)
    }

    fn name(&self, archive: &Archive, _: &Overview) -> Option<String> {
        Some(archive.document(self.0).document.common.title.value.clone())
    }

    fn fixture() -> Vec<PageOf<TextPageView>> {
        let full = TextPageView {
            title: SIGNS.to_owned(),
            language: some("en"),
            summary: some(SIGNS),
            draft: true,
            body: prose(),
            translation_of: Some(document_link()),
            translations: document_links(),
            sources: vec![source()],
            corrections: vec![CorrectionView { date: day(2021, 3, 4), text: SIGNS.to_owned() }],
            attachments: attachments(),
            images: images(),
            archived: Some(day(2020, 1, 2)),
        };
        let empty = TextPageView {
            title: "Kontakt".to_owned(),
            language: None,
            summary: None,
            draft: false,
            body: empty_prose(),
            translation_of: None,
            translations: Vec::new(),
            sources: Vec::new(),
            corrections: Vec::new(),
            attachments: Vec::new(),
            images: Vec::new(),
            archived: None,
        };
        vec![rich("om.html", "Om arkivet", full), bare("kontakt.html", "Kontakt", empty)]
    }
}
