//! `ar/<year>/index.html`: a year's documents across places.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::Address;
use crate::site::fixture::{
    SIGNS, bare, bare_entries, counties, entries, link, listed, prose, rich, some,
};
use crate::site::make::{DividedList, Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::{YEARS, address_of_year};
use crate::site::view::{CountyGroup, Link, Listed, PageOf, Part, Prose};

/// A year in which some document is dated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPage(i16);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct YearView {
    pub year: i16,
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    pub documents: u32,
    /// Documents dated in the year, newest first, with their places, if they are on this page.
    pub entries: Vec<Listed>,
    /// Otherwise the pages with those of each county.
    pub counties: Vec<CountyGroup>,
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
        let address = |year| Address::made(address_of_year(year));
        let (previous, next) = maker.nearest_years(years, year, address);
        let (heading, introduction) = maker.introduction();
        let labels = &maker.overview.labels;
        let long = maker.overview.long_years.get(&year);
        let shown = if long.is_some() { &[] } else { ids };
        let counties = long.map(|list| {
            maker.counties(DividedList::Year(year), list, |place| {
                let has = maker.overview.place_years[place.index()].binary_search(&year).is_ok();
                let folder = maker.archive.place(place).place.address.parent();
                has.then(|| maker.way_to(&format!("{folder}{year}/index.html")))
            })
        });
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("years"), YEARS)]),
            as_of: shown.iter().any(|id| maker.state_depends_on_day(*id)).then(|| maker.today()),
            ..Head::titled(labels.get("year").replace("{year}", &year.to_string()))
        };
        let view = YearView {
            documents: u32::try_from(ids.len()).unwrap_or(u32::MAX),
            counties: counties.unwrap_or_default(),
            year,
            heading,
            introduction,
            entries: shown
                .iter()
                .rev()
                .enumerate()
                .map(|(n, id)| maker.listed_across(*id, n))
                .collect(),
            previous,
            next,
        };
        maker.page(head, view)
    }

    fn parts(view: &YearView) -> Vec<Part<'_>> {
        view.entries.iter().flat_map(Listed::parts).collect()
    }

    fn fixture() -> Vec<PageOf<YearView>> {
        let full = YearView {
            year: 2018,
            heading: some(SIGNS),
            introduction: Some(prose()),
            documents: 42,
            entries: listed(entries()),
            counties: Vec::new(),
            previous: Some(link("2017", "../2017/index.html")),
            next: Some(link("2019", "../2019/index.html")),
        };
        let empty = YearView {
            year: 2018,
            heading: None,
            introduction: None,
            documents: 0,
            entries: listed(bare_entries()),
            counties: Vec::new(),
            previous: None,
            next: None,
        };
        let divided =
            YearView { documents: 2000, entries: Vec::new(), counties: counties(), ..full.clone() };
        vec![
            rich("ar/2018/delad/index.html", "Lista", divided),
            rich("ar/2018/index.html", "Lista", full),
            bare("ar/2018/tom/index.html", "Lista", empty),
        ]
    }
}
