//! `<place>/embed.html`: what is in force, the chart and the latest entries of a place's timeline,
//! without the site's header and footer, for a frame on another page.

use super::kind::{Origin, PageKind};
use super::timeline::{self, TimelineView, view_of};
use crate::archive::Archive;
use crate::model::{Address, Kind, PlaceId};
use crate::site::fixture::{bare, rich};
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::site::view::{PageOf, Part, YearGroup};

/// How many of the latest entries it shows.
const LATEST: usize = 8;

/// A place's timeline for embedding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmbedPage(PlaceId);

impl PageKind for EmbedPage {
    type View = Box<TimelineView>;
    const TEMPLATE: &'static str = "embed.html";
    const LISTED: bool = false;
    const IN_MENUS: bool = false;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, EmbedPage)> {
        let places = archive.places.iter().enumerate();
        places.map(|(n, place)| {
            let folder = place.place.address.parent();
            (Address::made(format!("{folder}embed.html")), EmbedPage(PlaceId::nth(n)))
        })
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<Box<TimelineView>> {
        let place = &maker.archive.place(self.0).place;
        let (mut view, depends) = view_of(maker, self.0);
        shorten(&mut view.years);
        let title =
            maker.overview.labels.get("embedded").replace("{title}", &place.common.title.value);
        let mut page = maker.page(timeline::head(maker, self.0, title, depends), Box::new(view));
        // It has the same content as the timeline, whose address is therefore the canonical one.
        page.page.canonical = maker.absolute(place.address.as_str());
        page
    }

    fn parts(view: &Box<TimelineView>) -> Vec<Part<'_>> {
        view.parts()
    }

    fn origin(&self) -> Origin {
        Origin::Place(self.0)
    }

    fn fixture() -> Vec<PageOf<Box<TimelineView>>> {
        let filled = Box::new(timeline::filled(Kind::Municipality));
        vec![
            rich("kommuner/eskilstuna/embed.html", "Eskilstuna", filled),
            bare("kommuner/habo/embed.html", "Håbo", Box::new(timeline::empty())),
        ]
    }
}

/// Leaves only the latest entries.
fn shorten(years: &mut Vec<YearGroup>) {
    let mut left = LATEST;
    for group in years.iter_mut() {
        group.entries.truncate(left);
        left -= group.entries.len();
    }
    years.retain(|group| !group.entries.is_empty());
}
