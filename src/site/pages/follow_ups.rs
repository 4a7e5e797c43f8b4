//! `oversikt/uppfoljning/index.html`: how many pledges were followed up, and how commitments went,
//! by year and by place.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::{Archive, Linked};
use crate::model::{Address, PlaceId, PlannedState};
use crate::site::fixture::{SIGNS, bare, counted_links, rich};
use crate::site::make::{Bars, Head, Maker};
use crate::site::overview::Overview;
use crate::site::site_names::{FOLLOW_UPS, MATRIX, address_of_year};
use crate::site::view::{BarAxis, BarPart, Counted, CountedLink, Counting, PageOf};

/// The follow-ups of the whole archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpsPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FollowUpsView {
    /// By the year in which pledges are dated, the newest first.
    pub years: Vec<FollowedYear>,
    /// How many pledges have no date, and are in none of the years.
    pub undated: u32,
    /// By name.
    pub places: Vec<FollowedPlace>,
    /// The axes of the bars of years, of their statuses and of places.
    pub axes: FollowUpAxes,
    /// The parts that occur in the bars of pledges, and the statuses in those of commitments, in
    /// their order.
    pub parts: Vec<&'static str>,
    pub statuses: Vec<&'static str>,
    /// The years of which promised follow-ups are missing, the newest first, with how many places
    /// lack them.
    pub missing: Vec<CountedLink>,
}

/// The axis of each table's bars.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FollowUpAxes {
    pub years: BarAxis,
    pub statuses: BarAxis,
    pub places: BarAxis,
}

/// How many pledges were followed up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
pub struct FollowedCounts {
    pub pledges: u32,
    /// By the parties themselves.
    pub followed_up: u32,
    /// A follow-up was promised, and the archive has none.
    pub missing: u32,
    /// A follow-up is promised for a time that has not passed.
    pub upcoming: u32,
    /// None was promised by a date, and the archive has none.
    pub neither: u32,
}

/// The pledges of a year.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FollowedYear {
    pub year: i16,
    pub href: String,
    pub followed: FollowedCounts,
    pub bar: Vec<BarPart>,
    /// The statuses of their commitments.
    pub counting: Counting,
    pub statuses: Vec<BarPart>,
}

/// The pledges of a place.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FollowedPlace {
    pub name: String,
    pub href: String,
    pub followed: FollowedCounts,
    pub bar: Vec<BarPart>,
}

impl FollowedCounts {
    fn add(&mut self, archive: &Archive, linked: &Linked) {
        self.pledges += 1;
        let mut follow_ups = linked.follow_ups.iter().map(|id| &archive.document(*id).document);
        let by_parties = follow_ups.any(|follow_up| follow_up.is_by_parties());
        let promised = |state| linked.planned.iter().any(|one| one.state == state);
        *if by_parties {
            &mut self.followed_up
        } else if promised(PlannedState::Missing) {
            &mut self.missing
        } else if promised(PlannedState::Upcoming) {
            &mut self.upcoming
        } else {
            &mut self.neither
        } += 1;
    }

    fn parts(self) -> [(&'static str, u32); 4] {
        [
            ("followed-up", self.followed_up),
            ("missing", self.missing),
            ("upcoming", self.upcoming),
            ("neither", self.neither),
        ]
    }
}

/// The statuses of commitments, in the order of a bar.
fn statuses(counting: &Counting) -> [(&'static str, u32); 11] {
    [
        ("kept", counting.kept),
        ("partly-kept", counting.partly_kept),
        ("not-kept", counting.not_kept),
        ("cancelled", counting.cancelled),
        ("not-started", counting.not_started),
        ("ongoing", counting.ongoing),
        ("ongoing-over", counting.ongoing_over),
        ("not-assessable", counting.not_assessable),
        ("reported", counting.reported),
        ("followed-up-as-a-whole", counting.as_a_whole),
        ("unanswered", counting.missing),
    ]
}

/// The names of the parts that occur in any of some bars, in their order.
fn occurring<'a>(
    names: impl Iterator<Item = &'static str>,
    bars: impl Iterator<Item = &'a Vec<BarPart>>,
) -> Vec<&'static str> {
    let occur: BTreeSet<&str> = bars.flatten().map(|part| part.name).collect();
    names.filter(|name| occur.contains(name)).collect()
}

impl FollowUpsView {
    fn of(
        years: Vec<FollowedYear>,
        places: Vec<FollowedPlace>,
        axes: FollowUpAxes,
    ) -> FollowUpsView {
        let names = FollowedCounts::default().parts().into_iter().map(|(name, _)| name);
        let bars = years.iter().map(|year| &year.bar).chain(places.iter().map(|place| &place.bar));
        let parts = occurring(names, bars);
        let names = statuses(&Counting::default()).into_iter().map(|(name, _)| name);
        let statuses = occurring(names, years.iter().map(|year| &year.statuses));
        FollowUpsView { years, undated: 0, places, axes, parts, statuses, missing: Vec::new() }
    }
}

impl PageKind for FollowUpsPage {
    type View = FollowUpsView;
    const TEMPLATE: &'static str = "follow-ups.html";
    const LISTED: bool = true;
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, FollowUpsPage)> {
        [(Address::made(FOLLOW_UPS.to_owned()), FollowUpsPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<FollowUpsView> {
        let archive = maker.archive;
        let pledges: Vec<&Linked> = archive
            .published()
            .map(|(_, linked)| linked)
            .filter(|linked| linked.document.is_pledge() && linked.translation_of.is_none())
            .collect();
        let mut of_year: BTreeMap<i16, Vec<&Linked>> = BTreeMap::new();
        let undated = pledges.iter().filter(|linked| linked.effective.is_none()).count();
        let mut of_place: BTreeMap<PlaceId, FollowedCounts> = BTreeMap::new();
        for linked in &pledges {
            if let Some(effective) = linked.effective {
                of_year.entry(effective.date.calendar_year()).or_default().push(linked);
            }
            for id in archive.shown_places(linked) {
                of_place.entry(*id).or_default().add(archive, linked);
            }
        }
        let followed = |pledges: &[&Linked]| {
            let mut followed = FollowedCounts::default();
            pledges.iter().for_each(|linked| followed.add(archive, linked));
            followed
        };
        let most = of_year.values().map(Vec::len).max().unwrap_or(0);
        let of_years = Bars::short(u32::try_from(most).unwrap_or(u32::MAX));
        let counted: Vec<(i16, FollowedCounts, Counting)> = of_year
            .iter()
            .rev()
            .map(|(year, pledges)| {
                let counting = maker.counting(Counted::Commitments, pledges.iter().copied());
                (*year, followed(pledges), counting.unwrap_or_default())
            })
            .collect();
        let most = counted.iter().map(|(.., counting)| counting.total).max();
        let of_statuses = Bars::long(most.unwrap_or(0));
        let years: Vec<FollowedYear> = counted
            .into_iter()
            .map(|(year, followed, counting)| FollowedYear {
                year,
                href: maker.way_to(&address_of_year(year)),
                followed,
                bar: of_years.bar(&followed.parts()),
                statuses: of_statuses.bar(&statuses(&counting)),
                counting,
            })
            .collect();
        let most = of_place.values().map(|followed| followed.pledges).max();
        let of_places = Bars::short(most.unwrap_or(0));
        let mut places: Vec<FollowedPlace> = of_place
            .into_iter()
            .map(|(id, followed)| {
                let link = maker.place_link(id);
                FollowedPlace {
                    name: link.text,
                    href: link.href,
                    followed,
                    bar: of_places.bar(&followed.parts()),
                }
            })
            .collect();
        let alphabet = maker.alphabet();
        places.sort_by(|a, b| alphabet.compare(&a.name, &b.name).then_with(|| a.href.cmp(&b.href)));
        let labels = &maker.overview.labels;
        let head = Head {
            breadcrumb: maker.trail(&[(labels.get("overview"), MATRIX)]),
            as_of: Some(maker.today()),
            ..Head::titled(labels.get("follow_ups").to_owned())
        };
        let undated = u32::try_from(undated).unwrap_or(u32::MAX);
        let missing = super::missing_years(maker);
        let axes = FollowUpAxes {
            years: of_years.axis(),
            statuses: of_statuses.axis(),
            places: of_places.axis(),
        };
        let view = FollowUpsView { undated, missing, ..FollowUpsView::of(years, places, axes) };
        maker.page(head, view)
    }

    fn fixture() -> Vec<PageOf<FollowUpsView>> {
        let followed =
            FollowedCounts { pledges: 10, followed_up: 4, missing: 3, upcoming: 1, neither: 2 };
        let counting = crate::site::fixture::counting();
        let (bars, long) = (Bars::short(10), Bars::long(counting.total));
        let axes =
            || FollowUpAxes { years: bars.axis(), statuses: long.axis(), places: bars.axis() };
        let full = FollowUpsView::of(
            vec![FollowedYear {
                year: 2018,
                href: "../../ar/2018/index.html".to_owned(),
                followed,
                bar: bars.bar(&followed.parts()),
                statuses: long.bar(&statuses(&counting)),
                counting,
            }],
            vec![FollowedPlace {
                name: SIGNS.to_owned(),
                href: "../../kommuner/habo/index.html".to_owned(),
                followed,
                bar: bars.bar(&followed.parts()),
            }],
            axes(),
        );
        let full = FollowUpsView { undated: 2, missing: counted_links(), ..full };
        let empty = FollowUpsView::of(Vec::new(), Vec::new(), axes());
        vec![
            rich(FOLLOW_UPS, "Uppföljningar", full),
            bare("oversikt/uppfoljning/tom.html", "Uppföljningar", empty),
        ]
    }
}
