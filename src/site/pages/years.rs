//! `ar/index.html`: every year in which a document is dated.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, is_year};
use crate::site::fixture::{self, SIGNS, bare, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::YEARS;
use crate::site::view::{PageOf, Prose, YearRow};

/// The list of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearsPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearsView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Newest first.
    pub years: Vec<YearRow>,
}

impl PageKind for YearsPage {
    type View = YearsView;
    const TEMPLATE: &'static str = "years.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, YearsPage)> {
        [(Address::made(YEARS.to_owned()), YearsPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<YearsView> {
        let (heading, introduction) = maker.introduction();
        let title =
            heading.clone().unwrap_or_else(|| maker.overview.labels.get("years").to_owned());
        let head = Head { breadcrumb: vec![maker.start_link()], ..Head::titled(title) };
        maker.page(head, YearsView { heading, introduction, years: maker.year_rows() })
    }

    fn name(&self, _: &Archive, overview: &Overview) -> Option<String> {
        Some(overview.labels.get("years").to_owned())
    }

    fn takes_over<'a>(&'a self, own: &'a Address, below: &str) -> Option<&'a Address> {
        is_year(below).then_some(own)
    }

    fn fixture() -> Vec<PageOf<YearsView>> {
        let full = YearsView {
            heading: some(SIGNS),
            introduction: Some(prose()),
            years: fixture::year_rows(),
        };
        let empty = YearsView { heading: None, introduction: None, years: Vec::new() };
        vec![rich("ar/index.html", "Lista", full), bare("ar/tom/index.html", "Lista", empty)]
    }
}
