//! `<place>/<year>/index.html`: what happened in a place in a year, and what was in force there.

use serde::Serialize;

use super::kind::{Origin, PageKind};
use super::place_commitments::comparison_of;
use crate::archive::{Archive, EntrySubject, InYear};
use crate::model::{Address, Kind, PlaceId};
use crate::site::fixture::{self, SIGNS, bare, entries, link, listed, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::address_of_year;
use crate::site::view::{Link, Listed, PageOf, Part, PlaceHead, Prose};

/// A year of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceYearPage {
    place: PlaceId,
    year: i16,
}

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceYearView {
    pub place: PlaceHead,
    pub year: i16,
    /// Whether the year is after that of the given date.
    pub ahead: bool,
    /// From an `index.md` of kind `page`; otherwise the theme makes one from the year and the
    /// place.
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    /// Agreements and pledges of other years that were in force in this one.
    pub covering: Vec<Listed>,
    /// The gaps of other years that extend into it.
    pub gaps: Vec<Listed>,
    /// Agreements and pledges of other years that had begun, and may or may not still have been in
    /// force.
    pub unclear: Vec<Listed>,
    /// What is in force until further notice, if the year is still to come.
    pub open: Vec<Listed>,
    /// Whether some document may have been in force in it, since nobody knows when it began.
    pub uncertain: bool,
    /// Whether something dated in the year was in force in it.
    pub held_below: bool,
    /// The entries dated in the year, newest first.
    pub entries: Vec<Listed>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// The way to this year beside the other years, if it has a pledge that can be compared.
    pub compared: Option<String>,
    /// A link to the same year across places.
    pub all_places: Option<String>,
}

impl PageKind for PlaceYearPage {
    type View = PlaceYearView;
    const TEMPLATE: &'static str = "place-year.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(
        archive: &Archive,
        overview: &Overview,
    ) -> impl Iterator<Item = (Address, PlaceYearPage)> {
        let places = archive.places.iter().zip(&overview.place_years).enumerate();
        places.flat_map(|(n, (place, years))| {
            let (folder, place) = (place.place.address.parent(), PlaceId::nth(n));
            years.iter().map(move |year| {
                let address = Address::made(format!("{folder}{year}/index.html"));
                (address, PlaceYearPage { place, year: *year })
            })
        })
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<PlaceYearView> {
        let PlaceYearPage { place: id, year } = *self;
        let place = maker.archive.place(id);
        let folder = place.place.address.parent();
        let in_year =
            |n: &usize| place.timeline[*n].date.is_some_and(|date| date.calendar_year() == year);
        let listed = &maker.shared(id).entries;
        let entries: Vec<Listed> = (0..place.timeline.len())
            .rev()
            .filter(in_year)
            .filter_map(|n| listed[n].clone())
            .collect();
        let stood = |n: usize| in_year_of(maker.archive, &place.timeline[n].what, year);
        let (mut covering, mut unclear) = (Vec::new(), Vec::new());
        for n in (0..place.timeline.len()).filter(|n| !in_year(n)) {
            match stood(n) {
                Some(InYear::Held) => covering.push(n),
                Some(InYear::Unclear) => unclear.push(n),
                None => {}
            }
        }
        let is_gap = |n: &usize| matches!(place.timeline[*n].what, EntrySubject::Gap(_));
        let (gaps, covering): (Vec<usize>, Vec<usize>) = covering.into_iter().partition(is_gap);
        let depends = covering
            .iter()
            .chain(&gaps)
            .chain(&unclear)
            .copied()
            .chain((0..place.timeline.len()).filter(in_year))
            .any(|n| maker.entry_depends_on_day(&place.timeline[n].what));
        let ahead = year > maker.archive.today.year();
        let open: Vec<usize> = (0..place.timeline.len())
            .filter(|n| ahead && !in_year(n) && is_open(maker.archive, &place.timeline[*n].what))
            .filter(|n| !covering.contains(n))
            .collect();
        let held_below = (0..place.timeline.len()).filter(in_year).any(|n| {
            let document = matches!(place.timeline[n].what, EntrySubject::Document(_));
            document && stood(n) == Some(InYear::Held)
        });
        let uncertain = place.documents.iter().any(|document| {
            let linked = maker.archive.document(*document);
            let dated = linked.effective.map(|effective| effective.date.calendar_year());
            let begun = dated.is_none_or(|dated| dated <= year);
            begun && linked.held.is_some_and(|held| held.may_be_in_year(year))
        });
        let all = |entries: Vec<usize>| -> Vec<Listed> {
            entries.into_iter().filter_map(|n| listed[n].clone()).collect()
        };
        let years = &maker.overview.place_years[id.index()];
        let link = |year: i16| Link {
            text: year.to_string(),
            href: maker.way_to(&format!("{folder}{year}/index.html")),
        };
        let (heading, introduction) = maker.introduction();
        let title = format!("{year} – {}", place.place.common.title.value);
        let head = Head {
            breadcrumb: maker.trail_to_place(id, true),
            feed: Some(id),
            as_of: (depends || ahead).then(|| maker.today()),
            ..Head::titled(maker.unique_place_title(id, title))
        };
        let across = maker.overview.years.contains_key(&year);
        // An address within the place's folder, with its fragment.
        let compared = comparison_of(maker.archive, id, year);
        let view = PlaceYearView {
            compared: compared.map(|way| maker.way_to(&format!("{folder}{way}"))),
            place: maker.place_head(id),
            year,
            ahead,
            heading,
            introduction,
            covering: all(covering),
            gaps: all(gaps),
            unclear: all(unclear),
            open: all(open),
            uncertain,
            held_below,
            entries,
            previous: year.checked_sub(1).filter(|year| years.contains(year)).map(link),
            next: year.checked_add(1).filter(|year| years.contains(year)).map(link),
            all_places: across.then(|| maker.way_to(&address_of_year(year))),
        };
        maker.page(head, view)
    }

    fn parts(view: &PlaceYearView) -> Vec<Part<'_>> {
        let listed = [&view.covering, &view.gaps, &view.unclear, &view.open, &view.entries];
        listed.into_iter().flatten().flat_map(Listed::parts).collect()
    }

    fn origin(&self) -> Origin {
        Origin::Place(self.place)
    }

    fn name(&self, archive: &Archive, _: &Overview) -> Option<String> {
        let title = &archive.place(self.place).place.common.title.value;
        Some(format!("{} – {title}", self.year))
    }

    fn fixture() -> Vec<PageOf<PlaceYearView>> {
        let full = PlaceYearView {
            place: fixture::place_head(Kind::Municipality),
            year: 2018,
            ahead: false,
            heading: some(SIGNS),
            introduction: Some(prose()),
            covering: listed(entries().into_iter().take(2).collect()),
            gaps: listed(entries().into_iter().skip(3).take(1).collect()),
            unclear: listed(entries().into_iter().skip(2).take(1).collect()),
            open: listed(entries().into_iter().skip(1).take(1).collect()),
            uncertain: false,
            held_below: false,
            entries: listed(entries()),
            previous: Some(link("2017", "../2017/index.html")),
            next: Some(link("2019", "../2019/index.html")),
            compared: some("../ataganden/index.html#sida-jamfor-2018"),
            all_places: some("../../../ar/2018/index.html"),
        };
        let empty = PlaceYearView {
            place: fixture::place_head(Kind::District),
            year: 2019,
            ahead: true,
            heading: None,
            introduction: None,
            covering: Vec::new(),
            gaps: Vec::new(),
            unclear: Vec::new(),
            open: Vec::new(),
            uncertain: true,
            held_below: true,
            entries: Vec::new(),
            previous: None,
            next: None,
            compared: None,
            all_places: None,
        };
        vec![
            rich("kommuner/eskilstuna/2018/index.html", "Eskilstuna", full),
            bare("kommuner/habo/2019/index.html", "Håbo", empty),
        ]
    }
}

/// Whether an entry of another year was in force in this one; a gap counts if it extends into it.
fn in_year_of(archive: &Archive, what: &EntrySubject, year: i16) -> Option<InYear> {
    match what {
        EntrySubject::Document(id) => archive.document(*id).held?.in_year(year, archive.today),
        EntrySubject::Gap(gap) => {
            let reaches = gap.from.calendar_year() <= year && gap.until.calendar_year() >= year;
            reaches.then_some(InYear::Held)
        }
        EntrySubject::Planned(..) | EntrySubject::Renamed(_) => None,
    }
}

/// Whether an entry is in force until further notice.
fn is_open(archive: &Archive, what: &EntrySubject) -> bool {
    match what {
        EntrySubject::Document(id) => archive.document(*id).is_until_further_notice(),
        EntrySubject::Gap(_) | EntrySubject::Planned(..) | EntrySubject::Renamed(_) => false,
    }
}
