//! `oversikt/utan/<year>.html`: the municipalities of which the archive has no agreement, or no pledge,
//! of their own that was in force in a year, so that all of them are named on one page.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, Kind, PlaceId};
use crate::site::fixture::{SIGNS, bare, link, rich};
use crate::site::in_force::Without;
use crate::site::lists::county_of;
use crate::site::make::{Head, Maker, by_county};
use crate::site::overview::Overview;
use crate::site::site_names::MATRIX;
use crate::site::view::{CountedLink, Link, PageOf};

/// The municipalities without an agreement or a pledge in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutPage(i16);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithoutView {
    pub year: i16,
    /// Whether the year is not over.
    pub ongoing: bool,
    pub kinds: Vec<WithoutKind>,
    /// The nearest years that have a page.
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// Those that have none of a kind.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithoutKind {
    pub kind: Kind,
    pub municipalities: u32,
    /// By county where they are many; else one group without a county.
    pub groups: Vec<WithoutGroup>,
}

/// The municipalities of one county.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithoutGroup {
    pub county: Option<String>,
    pub places: Vec<Link>,
}

/// Above this, municipalities are grouped by county.
const GROUPED: usize = 20;

impl PageKind for WithoutPage {
    type View = WithoutView;
    const TEMPLATE: &'static str = "without.html";
    const LISTED: bool = true;
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(_: &Archive, overview: &Overview) -> impl Iterator<Item = (Address, WithoutPage)> {
        overview.without.keys().map(|year| (address_of(*year), WithoutPage(*year)))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<WithoutView> {
        let all = &maker.overview.without;
        let year = self.0;
        let link =
            |year: &i16| Link { text: year.to_string(), href: maker.way(&address_of(*year)) };
        let previous = all.range(..year).next_back().map(|(year, _)| link(year));
        let next = all.range(year + 1..).next().map(|(year, _)| link(year));
        let none = Without::default();
        let of_year = all.get(&year).unwrap_or(&none);
        let kinds = [(Kind::Agreement, &of_year.agreement), (Kind::Pledge, &of_year.pledge)];
        let kinds = kinds.into_iter().filter(|(_, places)| !places.is_empty());
        let kinds = kinds.map(|(kind, places)| of_kind(maker, kind, places)).collect();
        let labels = &maker.overview.labels;
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("overview"), MATRIX)]),
            // What had begun by then depends on the day.
            as_of: Some(maker.today()),
            ..Head::titled(labels.get("without").replace("{year}", &year.to_string()))
        };
        let ongoing = year == maker.archive.today.year();
        maker.page(head, WithoutView { year, ongoing, kinds, previous, next })
    }

    fn fixture() -> Vec<PageOf<WithoutView>> {
        let group = |county: Option<&str>| WithoutGroup {
            county: county.map(str::to_owned),
            places: vec![link(SIGNS, "../../kommuner/habo/index.html")],
        };
        let of_kind = |kind, groups: Vec<_>| WithoutKind {
            kind,
            municipalities: groups.len() as u32,
            groups,
        };
        let full = WithoutView {
            year: 2018,
            ongoing: true,
            kinds: vec![
                of_kind(Kind::Agreement, vec![group(Some(SIGNS)), group(Some("Övriga"))]),
                of_kind(Kind::Pledge, vec![group(None)]),
            ],
            previous: Some(link("2017", "2017.html")),
            next: Some(link("2020", "2020.html")),
        };
        let empty = WithoutView {
            year: 2019,
            ongoing: false,
            kinds: vec![of_kind(Kind::Pledge, vec![group(None)])],
            previous: None,
            next: None,
        };
        vec![
            rich("oversikt/utan/2018.html", "Utan", full),
            bare("oversikt/utan/2019.html", "Utan", empty),
        ]
    }
}

/// Links to the pages of all years that have one, the newest first, with how many municipalities each
/// names.
pub fn without_years(maker: &Maker<'_>) -> Vec<CountedLink> {
    let link = |(year, of_year): (&i16, &Without)| {
        let mut named: Vec<PlaceId> = of_year.agreement.clone();
        named.extend(&of_year.pledge);
        named.sort_unstable();
        named.dedup();
        CountedLink {
            text: year.to_string(),
            href: maker.way(&address_of(*year)),
            documents: u32::try_from(named.len()).unwrap_or(u32::MAX),
        }
    };
    maker.overview.without.iter().rev().map(link).collect()
}

fn address_of(year: i16) -> Address {
    Address::made(format!("oversikt/utan/{year}.html"))
}

fn of_kind(maker: &Maker<'_>, kind: Kind, places: &[PlaceId]) -> WithoutKind {
    let places = maker.matrix_places_among(places.iter().copied());
    let municipalities = u32::try_from(places.len()).unwrap_or(u32::MAX);
    let link = |id: &PlaceId| maker.place_link(*id);
    let groups = if places.len() > GROUPED {
        let rows = places.iter().map(|id| (county_of(maker.archive, *id).to_owned(), link(id)));
        let groups = by_county(rows, &maker.alphabet()).into_iter();
        let group = |(county, places): (String, Vec<Link>)| WithoutGroup {
            county: Some(maker.county_name(county)),
            places,
        };
        groups.map(group).collect()
    } else {
        vec![WithoutGroup { county: None, places: places.iter().map(link).collect() }]
    };
    WithoutKind { kind, municipalities, groups }
}
