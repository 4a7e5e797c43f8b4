//! `fokus/index.html`: every subject that a document has.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::Address;
use crate::site::fixture::{self, SIGNS, bare, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::SUBJECTS;
use crate::site::view::{LabelRow, PageOf, Prose};

/// The list of subjects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusIndexPage;

/// Up to so many are one list.
const FEW: usize = 12;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FocusIndexView {
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// The most used first.
    pub labels: Vec<LabelRow>,
    /// Those of a single document, by name, if there are so many that they are apart.
    pub rare: Vec<LabelRow>,
}

impl PageKind for FocusIndexPage {
    type View = FocusIndexView;
    const TEMPLATE: &'static str = "focus-index.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, FocusIndexPage)> {
        [(Address::made(SUBJECTS.to_owned()), FocusIndexPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<FocusIndexView> {
        let (heading, introduction) = maker.introduction();
        let title =
            heading.clone().unwrap_or_else(|| maker.overview.labels.get("subjects").to_owned());
        let head = Head { breadcrumb: vec![maker.start_link()], ..Head::titled(title) };
        let mut labels = maker.label_rows();
        let mut rare = Vec::new();
        if labels.len() > FEW {
            (rare, labels) = labels.into_iter().partition(|row| row.documents < 2);
        }
        labels.sort_by_key(|row| std::cmp::Reverse(row.documents));
        maker.page(head, FocusIndexView { heading, introduction, labels, rare })
    }

    fn name(&self, _: &Archive, overview: &Overview) -> Option<String> {
        Some(overview.labels.get("subjects").to_owned())
    }

    fn takes_over<'a>(&'a self, own: &'a Address, _: &str) -> Option<&'a Address> {
        Some(own)
    }

    fn fixture() -> Vec<PageOf<FocusIndexView>> {
        let full = FocusIndexView {
            heading: some(SIGNS),
            introduction: Some(prose()),
            labels: fixture::label_rows(),
            rare: fixture::label_rows(),
        };
        let empty = FocusIndexView {
            heading: None,
            introduction: None,
            labels: Vec::new(),
            rare: Vec::new(),
        };
        vec![rich("fokus/index.html", "Lista", full), bare("fokus/tom/index.html", "Lista", empty)]
    }
}
