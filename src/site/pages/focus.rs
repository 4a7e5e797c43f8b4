//! `fokus/<subject>/index.html`: the documents that have a subject.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, DocId, FocusId};
use crate::site::fixture::{SIGNS, bare, counties, prose, rich, some, years_of_entries};
use crate::site::make::{DividedList, Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::{SUBJECTS, address_of_year};
use crate::site::view::{CountyGroup, PageOf, Part, Prose, YearGroup};

/// A subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusPage(FocusId);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FocusView {
    pub label: String,
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// What documents of the list call the subject, if not by its label.
    pub also: Vec<String>,
    /// Newest first, if they are on this page.
    pub years: Vec<YearGroup>,
    /// Otherwise the pages with those of each county.
    pub counties: Vec<CountyGroup>,
    pub documents: u32,
}

impl PageKind for FocusPage {
    type View = FocusView;
    const TEMPLATE: &'static str = "focus.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(_: &Archive, overview: &Overview) -> impl Iterator<Item = (Address, FocusPage)> {
        let pages = overview.focus.iter().enumerate();
        pages.map(|(n, address)| (address.clone(), FocusPage(FocusId::nth(n))))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<FocusView> {
        let focus = &maker.archive.focus[self.0.index()];
        let mut ids = focus.documents.clone();
        ids.sort_by_cached_key(|id| {
            let effective = maker.archive.document(*id).effective;
            let date = effective.map(|effective| effective.date.order());
            // Newest first; undated last.
            (date.is_none(), std::cmp::Reverse(date), *id)
        });
        let long = maker.overview.long_subjects.get(&self.0);
        let counties =
            long.map(|list| maker.counties(DividedList::Subject(self.0), list, |_| None));
        let counties = counties.unwrap_or_default();
        let shown: &[DocId] = if long.is_some() { &[] } else { &ids };
        let entries = shown.iter().enumerate().map(|(n, id)| maker.listed_across(*id, n));
        let years = maker.year_groups(entries, |year| Some(maker.way_to(&address_of_year(year))));
        let (heading, introduction) = maker.introduction();
        let labels = &maker.overview.labels;
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("subjects"), SUBJECTS)]),
            as_of: shown.iter().any(|id| maker.state_depends_on_day(*id)).then(|| maker.today()),
            ..Head::titled(labels.get("subject").replace("{label}", &focus.label))
        };
        let documents = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        let (label, also) = (focus.label.clone(), focus.also.clone());
        maker.page(
            head,
            FocusView { label, heading, introduction, also, years, counties, documents },
        )
    }

    fn name(&self, archive: &Archive, overview: &Overview) -> Option<String> {
        let label = &archive.focus[self.0.index()].label;
        Some(overview.labels.get("subject").replace("{label}", label))
    }

    fn parts(view: &FocusView) -> Vec<Part<'_>> {
        YearGroup::parts(&view.years).collect()
    }

    fn fixture() -> Vec<PageOf<FocusView>> {
        let full = FocusView {
            label: SIGNS.to_owned(),
            heading: some(SIGNS),
            introduction: Some(prose()),
            also: vec![SIGNS.to_owned(), SIGNS.to_owned()],
            years: years_of_entries(),
            counties: Vec::new(),
            documents: 1,
        };
        let empty = FocusView {
            label: SIGNS.to_owned(),
            heading: None,
            introduction: None,
            also: Vec::new(),
            years: Vec::new(),
            counties: Vec::new(),
            documents: 0,
        };
        let divided = FocusView { counties: counties(), documents: 2000, ..empty.clone() };
        vec![
            rich("fokus/delad/index.html", "Lista", divided),
            rich("fokus/unga/index.html", "Lista", full),
            bare("fokus/unga/tom/index.html", "Lista", empty),
        ]
    }
}
