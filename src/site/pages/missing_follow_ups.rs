//! `oversikt/saknas/<year>.html`: the follow-ups that were promised for a year and are not in the
//! archive, by place, so that all of them are named on one page.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, DocId, PartialDate, PlaceId};
use crate::site::fixture::{SIGNS, bare, document_link, link, rich};
use crate::site::lists::county_name;
use crate::site::make::{GROUPED, Head, Maker};
use crate::site::missing_promises::MissingOfYear;
use crate::site::overview::Overview;
use crate::site::site_names::MATRIX;
use crate::site::view::{CountedLink, DocumentLink, Link, PageOf, PrintedPromise};

/// The missing follow-ups of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingFollowUpsPage(i16);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MissingFollowUpsView {
    pub year: i16,
    /// How many places have a missing follow-up that was promised for a time.
    pub places: u32,
    pub groups: Vec<MissingGroup>,
    /// What was only promised in words, by place.
    pub worded: Vec<WordedRow>,
    /// The nearest years that have a page.
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// The places of one county; the only group has none.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MissingGroup {
    pub county: Option<String>,
    pub anchor: String,
    pub rows: Vec<MissingRow>,
}

/// A place.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MissingRow {
    /// Its page of the year.
    pub place: Link,
    pub promises: Vec<MissingPromise>,
}

/// What a document promised.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct MissingPromise {
    pub document: DocumentLink,
    /// Those of the year, in order of time.
    pub dates: Vec<PartialDate>,
}

/// What documents of a place promised in words.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WordedRow {
    /// Its page of the year.
    pub place: Link,
    pub promises: Vec<PrintedPromise>,
}

impl PageKind for MissingFollowUpsPage {
    type View = MissingFollowUpsView;
    const TEMPLATE: &'static str = "missing-follow-ups.html";
    const LISTED: bool = true;
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(
        _: &Archive,
        overview: &Overview,
    ) -> impl Iterator<Item = (Address, MissingFollowUpsPage)> {
        let years = overview.missing.keys();
        years.map(|year| (address_of(*year), MissingFollowUpsPage(*year)))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<MissingFollowUpsView> {
        let all = &maker.overview.missing;
        let year = self.0;
        let none = MissingOfYear::default();
        let of_year = all.get(&year).unwrap_or(&none);
        let (previous, next) = maker.nearest_years(all, year, address_of);
        let row = |id: PlaceId| MissingRow {
            place: place_in(maker, id, year),
            promises: of_year
                .dated
                .get(&id)
                .into_iter()
                .flatten()
                .map(|it| promise(maker, it))
                .collect(),
        };
        let worded = maker.matrix_places_among(of_year.worded.keys().copied()).into_iter();
        let worded = worded.map(|id| WordedRow {
            place: place_in(maker, id, year),
            promises: maker.printed_promises(&of_year.worded[&id]),
        });
        let worded = worded.collect();
        let places = maker.matrix_places_among(of_year.dated.keys().copied());
        let divided = places.len() > GROUPED || !maker.overview.counties.is_empty();
        let groups = maker.in_counties(&places, divided).into_iter();
        let group = |(county, places): (Option<String>, Vec<PlaceId>)| MissingGroup {
            anchor: anchor_of(county.as_deref().unwrap_or_default()),
            county: county.map(|county| maker.county_name(county)),
            rows: places.into_iter().map(row).collect(),
        };
        let groups = groups.map(group).collect();
        let labels = &maker.overview.labels;
        let title = labels.get("missing_follow_ups").replace("{year}", &year.to_string());
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("overview"), MATRIX)]),
            // Whether something is missing depends on the day.
            as_of: Some(maker.today()),
            ..Head::titled(title)
        };
        let places = u32::try_from(places.len()).unwrap_or(u32::MAX);
        maker.page(head, MissingFollowUpsView { year, places, groups, worded, previous, next })
    }

    fn fixture() -> Vec<PageOf<MissingFollowUpsView>> {
        let date = |text: &str| PartialDate::parse(text).into_iter();
        let row = |dates: Vec<PartialDate>| MissingRow {
            place: link(SIGNS, "../../kommuner/habo/2018/index.html"),
            promises: vec![MissingPromise { document: document_link(), dates }],
        };
        let group = |county: Option<&str>, anchor: &str, row| MissingGroup {
            county: county.map(str::to_owned),
            anchor: anchor.to_owned(),
            rows: vec![row],
        };
        let full = MissingFollowUpsView {
            year: 2018,
            places: 2,
            groups: vec![
                group(
                    Some(SIGNS),
                    "sida-lan-a",
                    row(date("2018-05").chain(date("2018")).collect()),
                ),
                group(Some("Övriga"), "sida-lan-b", row(date("2018-11-02").collect())),
            ],
            worded: vec![WordedRow {
                place: link(SIGNS, "../../kommuner/habo/2018/index.html"),
                promises: vec![PrintedPromise {
                    text: SIGNS.to_owned(),
                    document: document_link(),
                }],
            }],
            previous: Some(link("2017", "2017.html")),
            next: Some(link("2020", "2020.html")),
        };
        let empty = MissingFollowUpsView {
            year: 2019,
            places: 1,
            groups: vec![group(None, "sida-lan", row(date("2019").collect()))],
            worded: Vec::new(),
            previous: None,
            next: None,
        };
        vec![
            rich("oversikt/saknas/2018.html", "Saknas", full),
            bare("oversikt/saknas/2019.html", "Saknas", empty),
        ]
    }
}

/// Links to the pages of all years that have one, the newest first, with how many places each names.
pub fn missing_years(maker: &Maker<'_>) -> Vec<CountedLink> {
    let years = maker.overview.missing.iter().rev();
    let link = |(year, missing): (&i16, &MissingOfYear)| CountedLink {
        text: year.to_string(),
        href: maker.way(&address_of(*year)),
        documents: missing.places(),
    };
    years.map(link).collect()
}

/// Where the missing follow-ups of a county in a year are named; only if counties have pages.
pub fn missing_href(maker: &Maker<'_>, year: i16, county: &str) -> String {
    format!("{}#{}", maker.way(&address_of(year)), anchor_of(county))
}

fn address_of(year: i16) -> Address {
    Address::made(format!("oversikt/saknas/{year}.html"))
}

fn anchor_of(county: &str) -> String {
    format!("sida-lan-{}", county_name(county))
}

fn promise(maker: &Maker<'_>, (id, dates): &(DocId, Vec<PartialDate>)) -> MissingPromise {
    let mut dates = dates.clone();
    dates.sort_by_key(|date| date.order());
    dates.dedup();
    MissingPromise { document: maker.document_link(*id), dates }
}

/// A place's page of a year, or the place itself if it has none of the year.
pub(super) fn place_in(maker: &Maker<'_>, id: PlaceId, year: i16) -> Link {
    let link = maker.place_link(id);
    if maker.overview.place_years[id.index()].binary_search(&year).is_err() {
        return link;
    }
    let folder = maker.archive.place(id).place.address.parent();
    Link { href: maker.way_to(&format!("{folder}{year}/index.html")), ..link }
}
