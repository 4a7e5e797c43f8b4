//! `ar/<year>/index.html`: a year's documents across places.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, DocId};
use crate::site::fixture::{SIGNS, bare, bare_entries, entries, link, listed, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::{Overview, YEARS, address_of_year};
use crate::site::view::{Link, Listed, PageOf, Part, Prose};

/// A year in which some document is dated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPage(i16);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearView {
    pub year: i16,
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Documents dated in the year, oldest first, with their places.
    pub entries: Vec<Listed>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

impl PageKind for YearPage {
    type View = YearView;
    const TEMPLATE: &'static str = "year.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(_: &Archive, overview: &Overview) -> impl Iterator<Item = (Address, YearPage)> {
        overview.years.keys().map(|year| (Address::made(address_of_year(*year)), YearPage(*year)))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<YearView> {
        let YearPage(year) = *self;
        let years = &maker.overview.years;
        let ids = years.get(&year).map(|ids| &ids[..]).unwrap_or(&[]);
        let link = |(year, _): (&i16, &Vec<DocId>)| Link {
            text: year.to_string(),
            href: maker.way_to(&address_of_year(*year)),
        };
        let (heading, introduction) = maker.introduction();
        let labels = &maker.overview.labels;
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("years"), YEARS)]),
            as_of: ids.iter().any(|id| maker.state_depends_on_day(*id)).then(|| maker.today()),
            ..Head::titled(labels.get("year").replace("{year}", &year.to_string()))
        };
        let view = YearView {
            year,
            heading,
            introduction,
            entries: ids.iter().enumerate().map(|(n, id)| maker.listed_across(*id, n)).collect(),
            previous: years.range(..year).next_back().map(link),
            next: years.range(year.saturating_add(1)..).next().map(link),
        };
        maker.page(head, view)
    }

    fn parts(view: &YearView) -> Vec<Part<'_>> {
        view.entries.iter().map(Part::Entry).collect()
    }

    fn fixture() -> Vec<PageOf<YearView>> {
        let full = YearView {
            year: 2018,
            heading: some(SIGNS),
            introduction: Some(prose()),
            entries: listed(entries()),
            previous: Some(link("2017", "../2017/index.html")),
            next: Some(link("2019", "../2019/index.html")),
        };
        let empty = YearView {
            year: 2018,
            heading: None,
            introduction: None,
            entries: listed(bare_entries()),
            previous: None,
            next: None,
        };
        vec![
            rich("ar/2018/index.html", "Lista", full),
            bare("ar/2018/tom/index.html", "Lista", empty),
        ]
    }
}
