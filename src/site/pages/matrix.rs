//! `oversikt/index.html`: places down, years across, and what the archive has of each. Where there
//! are too many places for one page, each county has its own, and this one leads to them.

use serde::Serialize;

use super::kind::PageKind;
use super::without::without_years;
use crate::archive::Archive;
use crate::model::{Address, Kind, PlaceId};
use crate::site::fixture::{SIGNS, bare, matrix, rich};
use crate::site::lists::{county_name, county_of};
use crate::site::make::{Head, Maker, county_order};
use crate::site::overview::Overview;
use crate::site::site_names::{FOLLOW_UPS, MATRIX};
use crate::site::view::{CountedLink, InForceCell, Link, Matrix, PageOf, PromisedCell};

/// The matrix of the whole archive, or of one county, by its index among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixPage(Option<usize>);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MatrixView {
    /// The county, if it is of one only.
    pub county: Option<String>,
    /// How many municipalities the archive has.
    pub municipalities: u32,
    /// `None` if each county has a page.
    pub matrix: Option<Matrix>,
    /// The years of the table of counties.
    pub years: Vec<i16>,
    pub counties: Vec<CountyRow>,
    /// The follow-ups of the whole archive.
    pub follow_ups: String,
    /// The years of which promised follow-ups are missing, the newest first, with how many.
    pub missing: Vec<CountedLink>,
    /// The years in which the archive has no agreement of some municipalities, the newest first, with of
    /// how many.
    pub without_agreement: Vec<CountedLink>,
    /// The same for pledges.
    pub without_pledge: Vec<CountedLink>,
    /// The matrix of the whole archive, from that of a county.
    pub whole: Option<Link>,
}

/// A county in the table of counties.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CountyRow {
    pub name: String,
    pub href: String,
    pub places: u32,
    pub cells: Vec<CountyCell>,
}

/// How many of a county's places have something in a year.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CountyCell {
    pub year: i16,
    /// How many had a pledge and an agreement in force.
    pub pledges: u32,
    pub agreements: u32,
    /// Whether the year is still to come.
    pub ahead: bool,
    /// How many lack a promised follow-up.
    pub missing: u32,
    /// Where these are named.
    pub missing_href: Option<String>,
}

impl PageKind for MatrixPage {
    type View = MatrixView;
    const TEMPLATE: &'static str = "matrix.html";
    const LISTED: bool = true;
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, overview: &Overview) -> impl Iterator<Item = (Address, MatrixPage)> {
        let counties = overview.counties.iter().enumerate();
        let counties = counties.map(|(n, (_, name))| (address_of(name), MatrixPage(Some(n))));
        let whole = (Address::made(MATRIX.to_owned()), MatrixPage(None));
        std::iter::once(whole).chain(counties)
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<MatrixView> {
        let overview = maker.overview;
        let labels = &overview.labels;
        let places = maker.matrix_places();
        let own = self.0.and_then(|n| overview.counties.get(n)).map(|(county, _)| county);
        let of_county = |county: &str| -> Vec<PlaceId> {
            places.iter().copied().filter(|id| county_of(maker.archive, *id) == county).collect()
        };
        let (matrix, years, counties) = match own {
            Some(county) => (Some(maker.matrix(&of_county(county))), Vec::new(), Vec::new()),
            None if overview.counties.is_empty() => {
                (Some(maker.matrix(&places)), Vec::new(), Vec::new())
            }
            None => {
                let years = maker.matrix_years(&places);
                let rows = county_rows(maker, &places, &years);
                (None, years, rows)
            }
        };
        let title = labels.get("overview").to_owned();
        let name = own.map(|county| maker.county_name(county.clone()));
        let shown = match own {
            Some(county) => of_county(county),
            None => places.clone(),
        };
        let municipalities = shown
            .iter()
            .filter(|id| maker.archive.place(**id).place.kind() == Kind::Municipality)
            .count();
        let (head, whole) = match &name {
            Some(name) => (
                Head {
                    breadcrumb: maker.trail(&[(&title, MATRIX)]),
                    ..Head::titled(format!("{title}: {name}"))
                },
                Some(Link { text: title.clone(), href: maker.way_to(MATRIX) }),
            ),
            None => (Head { breadcrumb: maker.trail(&[]), ..Head::titled(title.clone()) }, None),
        };
        let without = |kind| match own {
            None => without_years(maker, kind),
            Some(_) => Vec::new(),
        };
        let view = MatrixView {
            county: name,
            municipalities: u32::try_from(municipalities).unwrap_or(u32::MAX),
            matrix,
            years,
            counties,
            follow_ups: maker.way_to(FOLLOW_UPS),
            missing: if own.is_none() { super::missing_years(maker) } else { Vec::new() },
            without_agreement: without(Kind::Agreement),
            without_pledge: without(Kind::Pledge),
            whole,
        };
        // What was in force, and what is missing, depends on the day.
        maker.page(Head { as_of: Some(maker.today()), ..head }, view)
    }

    fn fixture() -> Vec<PageOf<MatrixView>> {
        let view = MatrixView {
            county: None,
            municipalities: 2,
            matrix: Some(matrix(Some("Uppsala län"))),
            years: Vec::new(),
            counties: Vec::new(),
            follow_ups: "uppfoljning/index.html".to_owned(),
            missing: vec![CountedLink {
                text: "2018".to_owned(),
                href: "saknas/2018.html".to_owned(),
                documents: 12,
            }],
            without_agreement: vec![CountedLink {
                text: "2018".to_owned(),
                href: "utan/2018.html#sida-agreement".to_owned(),
                documents: 3,
            }],
            without_pledge: vec![CountedLink {
                text: "2017".to_owned(),
                href: "utan/2017.html#sida-pledge".to_owned(),
                documents: 1,
            }],
            whole: None,
        };
        let of_county = MatrixView {
            county: Some(SIGNS.to_owned()),
            matrix: Some(matrix(None)),
            whole: Some(Link { text: SIGNS.to_owned(), href: "index.html".to_owned() }),
            ..view.clone()
        };
        let counties = MatrixView {
            matrix: None,
            years: matrix(None).years,
            counties: vec![CountyRow {
                name: SIGNS.to_owned(),
                href: "uppsala-lan.html".to_owned(),
                places: 8,
                cells: (2017..2021)
                    .map(|year| CountyCell {
                        year,
                        pledges: 3,
                        agreements: 5,
                        ahead: year == 2020,
                        missing: u32::from(year % 2 == 0),
                        missing_href: (year % 2 == 0).then(|| format!("saknas/{year}.html#lan")),
                    })
                    .collect(),
            }],
            ..view.clone()
        };
        let empty = MatrixView {
            missing: Vec::new(),
            without_agreement: Vec::new(),
            without_pledge: Vec::new(),
            municipalities: 0,
            matrix: Some(Matrix { years: Vec::new(), groups: Vec::new() }),
            ..view.clone()
        };
        vec![
            rich(MATRIX, "Översikt", view),
            rich("oversikt/uppsala-lan.html", "Översikt", of_county),
            rich("oversikt/lan.html", "Översikt", counties),
            bare("oversikt/tom.html", "Översikt", empty),
        ]
    }
}

/// Links to the pages of the counties, where each has its own.
pub fn county_links(maker: &Maker<'_>) -> Vec<Link> {
    let mut counties: Vec<&(String, String)> = maker.overview.counties.iter().collect();
    let alphabet = maker.alphabet();
    counties.sort_by(|(a, _), (b, _)| county_order(&alphabet, a, b));
    let link = |(county, name): &(String, String)| Link {
        text: maker.county_name(county.clone()),
        href: maker.way(&address_of(name)),
    };
    counties.into_iter().map(link).collect()
}

fn address_of(county: &str) -> Address {
    Address::made(format!("oversikt/{county}.html"))
}

fn county_rows(maker: &Maker<'_>, places: &[PlaceId], years: &[i16]) -> Vec<CountyRow> {
    let groups = maker.by_county(places);
    let row = |(county, ids): (String, Vec<PlaceId>)| {
        let of_year = |year: &i16| CountyCell {
            year: *year,
            pledges: 0,
            agreements: 0,
            ahead: *year > maker.archive.today.year(),
            missing: 0,
            missing_href: None,
        };
        let mut cells: Vec<CountyCell> = years.iter().map(of_year).collect();
        for id in &ids {
            for (sum, cell) in cells.iter_mut().zip(maker.cells(*id, years)) {
                sum.pledges += u32::from(cell.pledge == InForceCell::InForce);
                sum.agreements += u32::from(cell.agreement == InForceCell::InForce);
                sum.missing += u32::from(cell.follow_up == PromisedCell::Missing);
            }
        }
        for cell in cells.iter_mut().filter(|cell| cell.missing > 0) {
            cell.missing_href = Some(super::missing_href(maker, cell.year, &county));
        }
        let known = maker.overview.counties.iter().find(|(known, _)| *known == county);
        let address = known.map_or_else(|| county_name(""), |(_, name)| name.clone());
        CountyRow {
            href: maker.way(&address_of(&address)),
            places: u32::try_from(ids.len()).unwrap_or(u32::MAX),
            name: maker.county_name(county),
            cells,
        }
    };
    groups.into_iter().map(row).collect()
}
