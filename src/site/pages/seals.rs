//! `arspaket/index.html`: the yearly packages, with the checksums that show that they are unchanged.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, DocId, PartialDate};
use crate::seals::record_of_years;
use crate::site::fixture::{SIGNS, bare, day, document_links, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::SEALS;
use crate::site::view::{DocumentLink, PageOf, Prose};

/// The list of yearly packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealsPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SealsView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Newest first.
    pub seals: Vec<PackageView>,
}

/// A package.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PackageView {
    /// Its year or years.
    pub name: String,
    /// Which package of these years it is, if it is a supplement: from 2.
    pub supplement: Option<u16>,
    pub package: String,
    pub made: PartialDate,
    /// The SHA-256 of the ZIP file, and of the list in it.
    pub zip: String,
    pub mets: String,
    pub received: Option<PartialDate>,
    pub reference: Option<String>,
    /// How many documents it holds.
    pub count: u32,
    /// Those of them that are still on the site.
    pub documents: Vec<DocumentLink>,
}

impl PageKind for SealsPage {
    type View = SealsView;
    const TEMPLATE: &'static str = "seals.html";
    const LISTED: bool = true;
    const GIVES_WAY: bool = true;
    const INTRODUCED: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, SealsPage)> {
        let any = !archive.seals.seals.is_empty();
        any.then(|| (Address::made(SEALS.to_owned()), SealsPage)).into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<SealsView> {
        let archive = maker.archive;
        let (heading, introduction) = maker.introduction();
        let title =
            heading.clone().unwrap_or_else(|| maker.overview.labels.get("seals").to_owned());
        let seals = archive.seals.seals.iter().rev().map(|seal| {
            let packed = |id: &DocId| {
                let path = &*archive.document(*id).document.source.path;
                let found = |own: &str| own.cmp(path);
                seal.documents.binary_search_by(|own| found(&own.path.value)).is_ok()
            };
            let ids: Vec<DocId> = archive.published().map(|(id, _)| id).filter(packed).collect();
            PackageView {
                name: match seal.supplement() {
                    Some(_) => record_of_years(&seal.years),
                    None => seal.name.clone(),
                },
                supplement: seal.supplement(),
                package: seal.package.clone(),
                made: seal.sealed.into(),
                zip: seal.zip.to_string(),
                mets: seal.mets.to_string(),
                received: seal.received,
                reference: seal.reference.clone(),
                count: u32::try_from(seal.documents.len()).unwrap_or(u32::MAX),
                documents: maker.placed_links(&ids),
            }
        });
        let head = Head { breadcrumb: vec![maker.start_link()], ..Head::titled(title) };
        maker.page(head, SealsView { heading, introduction, seals: seals.collect() })
    }

    fn name(&self, _: &Archive, overview: &Overview) -> Option<String> {
        Some(overview.labels.get("seals").to_owned())
    }

    fn fixture() -> Vec<PageOf<SealsView>> {
        let package = |received| PackageView {
            name: "2020".to_owned(),
            supplement: Some(2),
            package: "loftesarkiv-eskilstuna-kommun-2020".to_owned(),
            made: day(2021, 2, 1),
            zip: "e86809a6599d75bb78cea9fb321b51a37fa64ada793c782b2c79b0ce344b890e".to_owned(),
            mets: "1faa621f847019a00de5f71bfc3c92f91db644d9d873cd5451f1d65fe60709b0".to_owned(),
            received,
            reference: received.and_then(|_| some(SIGNS)),
            count: 3,
            documents: document_links(),
        };
        let full = SealsView {
            heading: some(SIGNS),
            introduction: Some(prose()),
            seals: vec![package(Some(day(2021, 3, 4))), package(None)],
        };
        let empty = SealsView { heading: None, introduction: None, seals: Vec::new() };
        vec![
            rich("arspaket/index.html", "Årspaket", full),
            bare("arspaket/tom/index.html", "Årspaket", empty),
        ]
    }
}
