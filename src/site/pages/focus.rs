//! `fokus/<subject>/index.html`: the documents that have a subject.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, FocusId};
use crate::site::fixture::{SIGNS, bare, prose, rich, some, years_of_entries};
use crate::site::make::{Head, Maker};
use crate::site::overview::{Overview, SUBJECTS, address_of_year};
use crate::site::view::{PageOf, Part, Prose, YearGroup};

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
    /// Newest first.
    pub years: Vec<YearGroup>,
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
        let entries = ids.iter().enumerate().map(|(n, id)| maker.listed_across(*id, n));
        let years = maker.year_groups(entries, |year| Some(maker.way_to(&address_of_year(year))));
        let (heading, introduction) = maker.introduction();
        let labels = &maker.overview.labels;
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("subjects"), SUBJECTS)]),
            as_of: ids.iter().any(|id| maker.state_depends_on_day(*id)).then(|| maker.today()),
            ..Head::titled(labels.get("subject").replace("{label}", &focus.label))
        };
        let documents = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        let (label, also) = (focus.label.clone(), focus.also.clone());
        maker.page(head, FocusView { label, heading, introduction, also, years, documents })
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
            documents: 1,
        };
        let empty = FocusView {
            label: SIGNS.to_owned(),
            heading: None,
            introduction: None,
            also: Vec::new(),
            years: Vec::new(),
            documents: 0,
        };
        vec![
            rich("fokus/unga/index.html", "Lista", full),
            bare("fokus/unga/tom/index.html", "Lista", empty),
        ]
    }
}
