//! `<place>/ataganden/jamfor-<n>.html`: earlier pledges of a place side by side, if the page with its
//! commitments has no room for all. The pages exist only because of that, so their addresses are not
//! kept; each says where the whole is.

use serde::Serialize;

use super::kind::PageKind;
use super::place_changes::{self, PledgeChanges};
use super::place_comparison::{self, Comparison};
use super::place_pledges::{commitments_address, own_pledges, pledges};
use crate::archive::Archive;
use crate::model::{Address, Kind, PlaceId};
use crate::site::fixture::{bare, link, place_head, rich};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::COMMITMENTS;
use crate::site::view::{Link, PageOf, PlaceHead};

/// Some pledges of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceComparisonPage {
    place: PlaceId,
    /// Which of the place's pages it is, from 0.
    part: usize,
}

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceComparisonView {
    pub place: PlaceHead,
    /// The first and the last of its pledges.
    pub pledges: String,
    /// The page with all commitments, and with the latest pledges side by side.
    pub whole: Link,
    pub compared: Comparison,
    /// From each of them to the next, the newest first.
    pub changes: Vec<PledgeChanges>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

impl PageKind for PlaceComparisonPage {
    type View = PlaceComparisonView;
    const TEMPLATE: &'static str = "place-comparison.html";
    const LISTED: bool = true;
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(
        archive: &Archive,
        _: &Overview,
    ) -> impl Iterator<Item = (Address, PlaceComparisonPage)> {
        let places = (0..archive.places.len()).map(PlaceId::nth);
        places.flat_map(move |place| {
            let own = own_pledges(archive, place);
            let pages = own.map_or(0, |own| own.pages(archive).len());
            (0..pages).map(move |part| {
                (address_of(archive, place, part), PlaceComparisonPage { place, part })
            })
        })
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<PlaceComparisonView> {
        let archive = maker.archive;
        let own = own_pledges(archive, self.place);
        let part = own.as_ref().and_then(|own| own.pages(archive).get(self.part).cloned());
        let made = own.zip(part).map(|(own, part)| {
            let mut some = own.changed_on(&part).to_vec();
            some.reverse();
            let changes = place_changes::to(maker, &some, &pledges(archive, self.place));
            (place_comparison::of(maker, &own, part), changes)
        });
        let nothing = Comparison { pledges: Vec::new(), rows: Vec::new() };
        let (compared, changes) = made.unwrap_or((nothing, Vec::new()));
        let pages = pages(maker, self.place);
        let labels = &maker.overview.labels;
        let own = pages.get(self.part).map_or_else(String::new, |link| link.text.clone());
        let title = labels
            .get("compared_of")
            .replace("{title}", &archive.place(self.place).place.common.title.value)
            .replace("{pledges}", &own);
        let title = maker.unique_place_title(self.place, title);
        let head =
            Head { breadcrumb: maker.trail_to_place(self.place, true), ..Head::titled(title) };
        let view = PlaceComparisonView {
            place: maker.place_head(self.place),
            pledges: own,
            whole: Link {
                text: labels.get("compared_whole").to_owned(),
                href: maker.way(&commitments_address(archive, self.place)),
            },
            compared,
            changes,
            previous: self.part.checked_sub(1).and_then(|part| pages.get(part).cloned()),
            next: pages.get(self.part + 1).cloned(),
        };
        maker.page(head, view)
    }

    fn fixture() -> Vec<PageOf<PlaceComparisonView>> {
        let view = |ways: Option<Link>| PlaceComparisonView {
            place: place_head(Kind::Municipality),
            pledges: "2018–2019".to_owned(),
            whole: link("Alla åtaganden", "index.html"),
            compared: place_comparison::fixture(),
            changes: place_changes::fixture(),
            previous: ways.clone(),
            next: ways,
        };
        let way = link("2016–2018", "jamfor-1.html");
        vec![
            rich("kommuner/habo/ataganden/jamfor-2.html", "Bredvid varandra", view(Some(way))),
            bare("kommuner/habo/ataganden/jamfor-1.html", "Bredvid varandra", view(None)),
        ]
    }
}

/// Links to the pages of a place, the oldest pledges first, each named by its first and last pledge.
pub fn pages(maker: &Maker<'_>, place: PlaceId) -> Vec<Link> {
    let Some(own) = own_pledges(maker.archive, place) else { return Vec::new() };
    let pages = own.pages(maker.archive).into_iter().enumerate();
    let link = |(part, pledges)| {
        let names = own.names(maker, pledges);
        let is_year = |name: &&String| name.parse::<i16>().is_ok();
        let dash =
            if names.iter().filter(is_year).count() == names.len() { "–" } else { " – " };
        Link { text: names.join(dash), href: maker.way(&address_of(maker.archive, place, part)) }
    };
    pages.map(link).collect()
}

/// The name of the file of a page, from 0.
pub fn file_name(part: usize) -> String {
    format!("jamfor-{}.html", part + 1)
}

fn address_of(archive: &Archive, place: PlaceId, part: usize) -> Address {
    let folder = archive.place(place).place.address.parent();
    Address::made(format!("{folder}{COMMITMENTS}/{}", file_name(part)))
}
