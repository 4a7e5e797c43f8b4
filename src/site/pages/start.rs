//! `index.html`: what the archive contains, what is in force, and links to the rest.

use serde::Serialize;

use super::kind::PageKind;
use super::matrix::county_links;
use crate::archive::Archive;
use crate::model::place::PlaceKeys;
use crate::model::{Address, DocId, Document, Kind, PlaceId, State};
use crate::site::fixture::{self, SIGNS, bare, document_links, links, prose, rich, some};
use crate::site::make::{Head, Maker};
use crate::site::overview::Overview;
use crate::site::view::{DocumentLink, LabelRow, Link, PageOf, PlaceRow, Prose, YearRow};

/// More are left to the lists.
const SHOWN: usize = 12;
/// As many municipalities as can be found at a glance by name.
const NAMES_SHOWN: usize = 60;
const LATEST_SHOWN: usize = 5;
const SUBJECTS_SHOWN: usize = 20;

/// The start page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartPage;

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct StartView {
    /// From an `index.md` of kind `page` in the content root.
    pub heading: Option<String>,
    pub introduction: Option<Prose>,
    pub holdings: Holdings,
    /// The first and last year in which a document is dated.
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
    /// The number of documents without a date.
    pub undated: u32,
    /// Pledges, agreements and action plans in force on the given date, by place.
    pub in_force: Vec<DocumentLink>,
    /// The number of documents in force that are not among those shown.
    pub in_force_more: u32,
    /// Those of which it is not known whether they are in force, by place.
    pub unclear: Vec<DocumentLink>,
    /// The number of them that are not among those shown.
    pub unclear_more: u32,
    /// Those whose period has not begun, by place.
    pub upcoming: Vec<DocumentLink>,
    /// The number of them that are not among those shown.
    pub upcoming_more: u32,
    pub latest_follow_ups: Vec<DocumentLink>,
    /// The latest situation reports and action plans.
    pub latest_plans: Vec<DocumentLink>,
    /// Links to the indexes of places.
    pub place_indexes: Vec<Link>,
    /// Links to the overviews of the counties, if each has its own.
    pub counties: Vec<Link>,
    /// The places themselves, if there are few.
    pub municipalities: Vec<PlaceRow>,
    /// Their names only, if they are too many for that and few enough to be read.
    pub names: Vec<Link>,
    pub police_areas: Vec<PlaceRow>,
    /// Whether police areas of higher levels are among them.
    pub levels: bool,
    pub years: Vec<YearRow>,
    /// The most used subjects, by name.
    pub focus: Vec<LabelRow>,
    /// The number of all subjects.
    pub subjects: u32,
}

/// How much the archive contains. An agreement that is also a pledge is counted as both.
#[derive(Debug, Clone, Copy, Default, Hash, Serialize)]
pub struct Holdings {
    pub documents: u32,
    pub agreements: u32,
    pub pledges: u32,
    pub action_plans: u32,
    pub situation_reports: u32,
    /// By the parties themselves.
    pub follow_ups: u32,
    /// Follow-ups by somebody outside the agreement.
    pub third_parties: u32,
    pub municipalities: u32,
    pub police_areas: u32,
    pub districts: u32,
}

impl PageKind for StartPage {
    type View = StartView;
    const TEMPLATE: &'static str = "start.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = true;

    fn addresses(_: &Archive, _: &Overview) -> impl Iterator<Item = (Address, StartPage)> {
        [(Address::made("index.html".to_owned()), StartPage)].into_iter()
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<StartView> {
        let (heading, introduction) = maker.introduction();
        let (in_force, in_force_more) = in_state(maker, State::InForce);
        let (unclear, unclear_more) = in_state(maker, State::Unknown);
        let (upcoming, upcoming_more) = in_state(maker, State::Upcoming);
        let depends = maker.archive.published().any(|(id, _)| maker.state_depends_on_day(id));
        let years = maker.year_rows();
        let view = StartView {
            heading,
            introduction,
            holdings: holdings(maker.archive),
            first_year: years.last().map(|row| row.year),
            last_year: years.first().map(|row| row.year),
            undated: undated(maker.archive),
            in_force,
            in_force_more,
            unclear,
            unclear_more,
            upcoming,
            upcoming_more,
            latest_follow_ups: latest(maker, &[Kind::FollowUp]),
            latest_plans: latest(maker, &[Kind::SituationReport, Kind::ActionPlan]),
            place_indexes: maker.place_indexes(),
            counties: county_links(maker),
            municipalities: few_places(maker, Kind::Municipality),
            names: names(maker),
            police_areas: few_places(maker, Kind::PoliceArea),
            levels: maker.has_levels(&places_of(maker, Kind::PoliceArea)),
            years,
            focus: most_used_subjects(maker),
            subjects: u32::try_from(maker.archive.focus.len()).unwrap_or(u32::MAX),
        };
        let head = Head { as_of: depends.then(|| maker.today()), ..Head::titled("") };
        maker.page(head, view)
    }

    fn fixture() -> Vec<PageOf<StartView>> {
        let full = StartView {
            heading: some(SIGNS),
            introduction: Some(prose()),
            holdings: Holdings {
                documents: 2712,
                agreements: 1,
                pledges: 40,
                action_plans: 3,
                situation_reports: 2,
                follow_ups: 0,
                third_parties: 1,
                municipalities: 2,
                police_areas: 1,
                districts: 3,
            },
            first_year: Some(2015),
            last_year: Some(2026),
            undated: 2,
            in_force: document_links(),
            in_force_more: 12,
            unclear: document_links(),
            unclear_more: 1,
            upcoming: document_links(),
            upcoming_more: 2,
            latest_follow_ups: document_links(),
            latest_plans: document_links(),
            place_indexes: links(),
            counties: links(),
            municipalities: fixture::place_rows(Kind::Municipality),
            names: links(),
            police_areas: fixture::place_rows(Kind::PoliceArea),
            levels: true,
            years: fixture::year_rows(),
            focus: fixture::label_rows(),
            subjects: 30,
        };
        let empty = StartView {
            heading: None,
            introduction: None,
            holdings: Holdings::default(),
            first_year: None,
            last_year: None,
            undated: 0,
            in_force: Vec::new(),
            in_force_more: 0,
            unclear: Vec::new(),
            unclear_more: 0,
            upcoming: Vec::new(),
            upcoming_more: 0,
            latest_follow_ups: Vec::new(),
            latest_plans: Vec::new(),
            place_indexes: Vec::new(),
            counties: Vec::new(),
            municipalities: Vec::new(),
            names: Vec::new(),
            police_areas: Vec::new(),
            levels: false,
            years: Vec::new(),
            focus: Vec::new(),
            subjects: 0,
        };
        vec![
            rich("index.html", "Löftesarkivet", full),
            bare("tom/index.html", "Löftesarkivet", empty),
        ]
    }
}

fn holdings(archive: &Archive) -> Holdings {
    let mut holdings = Holdings::default();
    let counted = |is: &dyn Fn(&Document) -> bool| {
        let such = archive.published().filter(|(_, linked)| is(&linked.document));
        u32::try_from(such.count()).unwrap_or(u32::MAX)
    };
    let count = |kind: Kind| counted(&|document| document.is(kind));
    holdings.documents = u32::try_from(archive.published().count()).unwrap_or(u32::MAX);
    holdings.agreements = count(Kind::Agreement);
    holdings.pledges = count(Kind::Pledge);
    holdings.action_plans = count(Kind::ActionPlan);
    holdings.situation_reports = count(Kind::SituationReport);
    holdings.follow_ups = counted(&Document::is_by_parties);
    holdings.third_parties = counted(&Document::is_by_outsiders);
    for place in archive.places.iter() {
        match &place.place.particulars {
            PlaceKeys::Municipality(_) => holdings.municipalities += 1,
            PlaceKeys::PoliceArea(_) => holdings.police_areas += 1,
            PlaceKeys::District(_) => holdings.districts += 1,
        }
    }
    holdings
}

fn undated(archive: &Archive) -> u32 {
    let undated = archive.published().filter(|(_, linked)| linked.effective.is_none());
    u32::try_from(undated.count()).unwrap_or(u32::MAX)
}

/// The documents in a state, sorted by place: those that are shown, and the number of the others.
fn in_state(maker: &Maker<'_>, state: State) -> (Vec<DocumentLink>, u32) {
    let archive = maker.archive;
    let in_state = archive.published().filter(|(_, linked)| linked.state == Some(state));
    let mut ids: Vec<DocId> = in_state.map(|(id, _)| id).collect();
    let alphabet = maker.alphabet();
    ids.sort_by(|a, b| {
        let key = |id: &DocId| {
            let linked = archive.document(*id);
            let place = linked.municipalities.first().or(linked.police_areas.first());
            place.map_or("", |place| archive.place(*place).short_name())
        };
        alphabet.compare(key(a), key(b)).then(a.cmp(b))
    });
    let more = ids.len().saturating_sub(SHOWN);
    ids.truncate(SHOWN);
    (maker.placed_links(&ids), u32::try_from(more).unwrap_or(u32::MAX))
}

/// The latest documents of some kinds.
fn latest(maker: &Maker<'_>, kinds: &[Kind]) -> Vec<DocumentLink> {
    let archive = maker.archive;
    let of_kinds = archive.published().filter(|(_, linked)| kinds.contains(&linked.document.kind));
    let mut ids: Vec<DocId> = of_kinds.map(|(id, _)| id).collect();
    ids.sort_by_key(|id| {
        let date = archive.document(*id).effective.map(|effective| effective.date.order());
        std::cmp::Reverse((date, *id))
    });
    ids.truncate(LATEST_SHOWN);
    maker.placed_links(&ids)
}

/// The subjects that most documents have, by name. Of those that equally many have, the first by
/// name are chosen.
fn most_used_subjects(maker: &Maker<'_>) -> Vec<LabelRow> {
    let mut rows = maker.label_rows();
    rows.sort_by_key(|row| std::cmp::Reverse(row.documents));
    rows.truncate(SUBJECTS_SHOWN);
    let alphabet = maker.alphabet();
    rows.sort_by(|a, b| alphabet.compare(&a.label, &b.label));
    rows
}

/// The places of a kind.
fn places_of(maker: &Maker<'_>, kind: Kind) -> Vec<PlaceId> {
    (0..maker.archive.places.len())
        .map(PlaceId::nth)
        .filter(|id| maker.archive.place(*id).place.kind() == kind)
        .collect()
}

/// The municipalities' names, if they are too many to be shown with what each has.
fn names(maker: &Maker<'_>) -> Vec<Link> {
    let ids = places_of(maker, Kind::Municipality);
    if (SHOWN + 1..=NAMES_SHOWN).contains(&ids.len()) {
        let mut links = maker.place_links(&ids);
        let alphabet = maker.alphabet();
        links.sort_by(|a, b| alphabet.compare(&a.text, &b.text));
        links
    } else {
        Vec::new()
    }
}

/// The places of a kind, if they are few enough for the start page.
fn few_places(maker: &Maker<'_>, kind: Kind) -> Vec<PlaceRow> {
    let ids = places_of(maker, kind);
    if ids.len() > SHOWN { Vec::new() } else { maker.place_rows(&ids) }
}
