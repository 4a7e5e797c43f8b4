//! `oversikt/utan/<year>.html`: the municipalities of which the archive has no agreement that was in
//! force in a year, and those of which it has no pledge, so that all of them are named on one page.

use serde::Serialize;

use super::kind::PageKind;
use super::missing_follow_ups::place_in;
use crate::archive::Archive;
use crate::model::{Address, Kind, PlaceId};
use crate::site::fixture::{SIGNS, bare, link, rich};
use crate::site::in_force::{Lacking, in_force_in};
use crate::site::make::{GROUPED, Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::MATRIX;
use crate::site::view::{CountedLink, InForceCell, Link, PageOf};

/// The municipalities without an agreement or a pledge in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithoutPage(i16);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithoutView {
    pub year: i16,
    /// How many municipalities the archive has.
    pub of: u32,
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
    /// Those of which there is a document that may have been in force, but without a time.
    pub unclear: Vec<Link>,
}

/// The municipalities of one county.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithoutGroup {
    pub county: Option<String>,
    pub rows: Vec<WithoutRow>,
}

/// A municipality.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithoutRow {
    /// Its page of the year.
    pub place: Link,
    /// Its districts that have one.
    pub districts: Vec<Link>,
}

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
        let (previous, next) = maker.nearest_years(all, year, address_of);
        let of_year = all.get(&year).map(Vec::as_slice).unwrap_or_default();
        let grouped = of_year.iter().any(|lacking| lacking.none.len() > GROUPED);
        let kinds = of_year.iter().map(|lacking| of_kind(maker, year, lacking, grouped)).collect();
        let places = maker.archive.places.iter();
        let of = places.filter(|linked| linked.place.kind() == Kind::Municipality).count();
        let of = u32::try_from(of).unwrap_or(u32::MAX);
        let labels = &maker.overview.labels;
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("overview"), MATRIX)]),
            // What had begun by then depends on the day.
            as_of: Some(maker.today()),
            ..Head::titled(labels.get("without").replace("{year}", &year.to_string()))
        };
        let ongoing = year == maker.archive.today.year();
        maker.page(head, WithoutView { year, of, ongoing, kinds, previous, next })
    }

    fn fixture() -> Vec<PageOf<WithoutView>> {
        let group = |county: Option<&str>| WithoutGroup {
            county: county.map(str::to_owned),
            rows: vec![WithoutRow {
                place: link(SIGNS, "../../kommuner/habo/2018/index.html"),
                districts: county.iter().map(|it| link(it, "../../kommuner/habo/b.html")).collect(),
            }],
        };
        let of_kind = |kind, groups: Vec<WithoutGroup>, unclear| WithoutKind {
            kind,
            municipalities: 1,
            groups,
            unclear,
        };
        let full = WithoutView {
            year: 2018,
            of: 3,
            ongoing: true,
            kinds: vec![
                of_kind(
                    Kind::Agreement,
                    vec![group(Some(SIGNS)), group(Some("Övriga"))],
                    vec![link(SIGNS, "#")],
                ),
                of_kind(Kind::Pledge, vec![group(None)], Vec::new()),
            ],
            previous: Some(link("2017", "2017.html")),
            next: Some(link("2020", "2020.html")),
        };
        let empty = WithoutView {
            year: 2019,
            of: 1,
            ongoing: false,
            kinds: vec![of_kind(Kind::Pledge, vec![group(None)], Vec::new())],
            previous: None,
            next: None,
        };
        vec![
            rich("oversikt/utan/2018.html", "Utan", full),
            bare("oversikt/utan/2019.html", "Utan", empty),
        ]
    }
}

/// Links to the lists of a kind in all years that have one, the newest first, with how many
/// municipalities each names.
pub fn without_years(maker: &Maker<'_>, kind: Kind) -> Vec<CountedLink> {
    let link = |(year, of_year): (&i16, &Vec<Lacking>)| {
        let lacking = of_year.iter().find(|lacking| lacking.kind == kind)?;
        Some(CountedLink {
            text: year.to_string(),
            href: format!("{}#sida-{}", maker.way(&address_of(*year)), kind.as_str()),
            documents: u32::try_from(lacking.none.len()).unwrap_or(u32::MAX),
        })
    };
    maker.overview.without.iter().rev().filter_map(link).collect()
}

fn address_of(year: i16) -> Address {
    Address::made(format!("oversikt/utan/{year}.html"))
}

fn of_kind(maker: &Maker<'_>, year: i16, lacking: &Lacking, grouped: bool) -> WithoutKind {
    let kind = lacking.kind;
    let places = maker.matrix_places_among(lacking.none.iter().copied());
    let row = |id: PlaceId| WithoutRow {
        place: place_in(maker, id, year),
        districts: districts_with(maker, id, kind, year),
    };
    let group = |(county, places): (Option<String>, Vec<PlaceId>)| WithoutGroup {
        county: county.map(|county| maker.county_name(county)),
        rows: places.into_iter().map(row).collect(),
    };
    let unclear = maker.matrix_places_among(lacking.unclear.iter().copied());
    WithoutKind {
        kind,
        municipalities: u32::try_from(places.len()).unwrap_or(u32::MAX),
        groups: maker.in_counties(&places, grouped).into_iter().map(group).collect(),
        unclear: unclear.into_iter().map(|id| place_in(maker, id, year)).collect(),
    }
}

/// The districts of a municipality that have a document of a kind which was, or may have been, in force in a year.
fn districts_with(maker: &Maker<'_>, id: PlaceId, kind: Kind, year: i16) -> Vec<Link> {
    let archive = maker.archive;
    let documents = archive.place(id).documents.iter().map(|id| archive.document(*id));
    let in_force = documents.filter(|linked| {
        linked.in_part.contains(&id)
            && in_force_in(archive, &[*linked], kind, year) != InForceCell::None
    });
    let mut districts: Vec<PlaceId> =
        in_force.flat_map(|linked| linked.districts.iter().copied()).collect();
    districts.retain(|district| archive.place(*district).municipality == Some(id));
    districts.sort_unstable();
    districts.dedup();
    maker.by_name(districts.into_iter().map(|id| maker.place_link(id)).collect())
}
