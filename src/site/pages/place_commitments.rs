//! `<place>/ataganden/index.html`: every commitment of a place across years, in one table, and what
//! stayed, came and went from one pledge to the next.

use serde::Serialize;

use super::kind::{Origin, PageKind};
use super::place_changes::{self, PledgeChanges, Reworded};
use super::place_comparison::{self, Comparison, OwnPledges};
use super::place_comparison_part::{file_name, pages};
use super::place_pledges::{
    PlaceTable, TableOf, commitments_address, own_pledges, pledges_among, promising, undivided,
};
use crate::archive::{Archive, LinkedCommitment};
use crate::model::{Address, DocId, Kind, PlaceId};
use crate::site::fixture::{SIGNS, bare, document_link, link, place_head, rich};
use crate::site::make::{Head, Maker, in_page};
use crate::site::overview::Overview;
use crate::site::site_names::COMMITMENTS;
use crate::site::view::{DocumentLink, Link, PageOf, PlaceHead, StandingWord};

/// A place's commitments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCommitmentsPage(PlaceId);

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceCommitmentsView {
    pub place: PlaceHead,
    pub table: TableOf,
    /// Those of the newest document first.
    pub rows: Vec<PlaceCommitmentRow>,
    /// The pledges that are not among them, since the archive does not have their commitments one by one.
    pub undivided: Vec<DocumentLink>,
    /// Those of which the archive does not have all.
    pub known_in_part: Vec<DocumentLink>,
    /// From each pledge to the next, the newest first, but for those that stand side by side elsewhere.
    pub changes: Vec<PledgeChanges>,
    /// The place's latest pledges side by side, if it has several and there is room.
    pub compared: Option<Comparison>,
    /// The pages that have the others side by side.
    pub more_compared: Vec<Link>,
}

/// A commitment.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlaceCommitmentRow {
    pub text: String,
    pub href: String,
    pub by: Vec<String>,
    /// The places whose it is, if not the page's own alone.
    pub whose: Vec<String>,
    /// The subjects of its document.
    pub subjects: Vec<String>,
    pub year: Option<i16>,
    pub document: DocumentLink,
    /// Whether it is a measure of an action plan.
    pub measure: bool,
    pub standing: StandingWord,
    /// Whether the verdict is the archive's own comparison.
    pub by_archive: bool,
    /// The follow-up from which it has its standing.
    pub follow_up: Option<DocumentLink>,
    /// What somebody outside the agreement has said of it, in order of time.
    pub third_parties: Vec<DocumentLink>,
}

impl PageKind for PlaceCommitmentsPage {
    type View = PlaceCommitmentsView;
    const TEMPLATE: &'static str = "place-commitments.html";
    const LISTED: bool = true;
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(
        archive: &Archive,
        _: &Overview,
    ) -> impl Iterator<Item = (Address, PlaceCommitmentsPage)> {
        let places = (0..archive.places.len()).map(PlaceId::nth);
        places
            .filter(|id| PlaceTable::of(archive, *id).has_page())
            .map(|id| (commitments_address(archive, id), PlaceCommitmentsPage(id)))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<PlaceCommitmentsView> {
        let archive = maker.archive;
        let mut ids = promising(archive, self.0);
        let table = PlaceTable::of(archive, self.0);
        let own = OwnPledges::of(archive, self.0, &ids, table.bytes);
        let latest = Some(own.at_table()).filter(|latest| !latest.is_empty());
        let compared = latest.map(|latest| place_comparison::of(maker, &own, latest));
        ids.reverse();
        // What has no date stands last here too.
        ids.sort_by_key(|id| archive.document(*id).effective.is_none());
        let rows = ids.iter().flat_map(|id| {
            let linked = archive.document(*id);
            linked.commitments.iter().filter_map(|one| row(maker, self.0, *id, one))
        });
        let pledges = pledges_among(archive, &ids);
        let elsewhere = own.pages(archive);
        let elsewhere: Vec<DocId> =
            elsewhere.iter().flat_map(|page| own.changed_on(page)).copied().collect();
        let here = pledges.iter().copied().filter(|id| !elsewhere.contains(id));
        let here: Vec<DocId> = here.collect();
        let known_in_part = ids.iter().copied();
        let known_in_part: Vec<DocId> = known_in_part
            .filter(|id| !archive.commitments_complete(archive.document(*id)))
            .collect();
        let table = table.of;
        let view = PlaceCommitmentsView {
            place: maker.place_head(self.0),
            rows: rows.collect(),
            undivided: maker.document_links(&undivided(archive, self.0)),
            known_in_part: maker.document_links(&known_in_part),
            table,
            changes: place_changes::to(maker, &here, &pledges),
            compared,
            more_compared: pages(maker, self.0),
        };
        let labels = &maker.overview.labels;
        let title = match table {
            TableOf::Commitments => labels.get("commitments_of"),
            TableOf::Measures => labels.get("measures_of"),
            TableOf::Both => labels.get("commitments_and_measures_of"),
        };
        let title = title.replace("{title}", &archive.place(self.0).place.common.title.value);
        let title = maker.unique_place_title(self.0, title);
        let head = Head { breadcrumb: maker.trail_to_place(self.0, true), ..Head::titled(title) };
        maker.page(head, view)
    }

    fn origin(&self) -> Origin {
        Origin::Program
    }

    fn fixture() -> Vec<PageOf<PlaceCommitmentsView>> {
        let rows = StandingWord::all().enumerate().map(|(n, standing)| PlaceCommitmentRow {
            text: SIGNS.to_owned(),
            href: "../2018/medborgarlofte.html#lofte-synlighet".to_owned(),
            subjects: if n == 0 { Vec::new() } else { vec![SIGNS.to_owned(), "Trafik".to_owned()] },
            whose: if n == 1 { vec![SIGNS.to_owned()] } else { Vec::new() },
            by: if n == 0 { Vec::new() } else { vec![SIGNS.to_owned(), "Polisen".to_owned()] },
            year: (n > 0).then_some(2018),
            document: document_link(),
            measure: n > 3,
            standing,
            by_archive: n == 2,
            follow_up: (n > 0).then(document_link),
            third_parties: if n == 1 { vec![document_link()] } else { Vec::new() },
        });
        let full = PlaceCommitmentsView {
            place: place_head(Kind::Municipality),
            table: TableOf::Both,
            rows: rows.collect(),
            undivided: vec![document_link(), document_link()],
            known_in_part: vec![document_link()],
            changes: place_changes::fixture(),
            compared: Some(place_comparison::fixture()),
            more_compared: vec![link(SIGNS, "jamfor-1.html")],
        };
        let empty = PlaceCommitmentsView {
            place: place_head(Kind::District),
            table: TableOf::Measures,
            rows: Vec::new(),
            undivided: Vec::new(),
            known_in_part: Vec::new(),
            changes: vec![PledgeChanges {
                from: document_link(),
                to: document_link(),
                extends: false,
                from_known_in_part: false,
                to_known_in_part: true,
                reworded: vec![Reworded {
                    before: link("A", "../a.html#lofte-a"),
                    after: link("B", "../b.html#lofte-a"),
                }],
                stayed: Vec::new(),
                new: Vec::new(),
                gone: Vec::new(),
            }],
            compared: None,
            more_compared: vec![link("2016–2018", "jamfor-1.html")],
        };
        vec![
            rich("kommuner/habo/ataganden/index.html", "Åtaganden", full),
            bare("kommuner/tom/ataganden/index.html", "Åtaganden", empty),
        ]
    }
}

/// The way from a place's folder to a year in the comparison of its pledges, if that is there.
pub fn comparison_of(archive: &Archive, id: PlaceId, year: i16) -> Option<String> {
    let (page, anchor) = own_pledges(archive, id)?.place_of(archive, year)?;
    let file = page.map_or_else(|| "index.html".to_owned(), file_name);
    Some(format!("{COMMITMENTS}/{file}#{anchor}"))
}

fn row(
    maker: &Maker<'_>,
    page: PlaceId,
    id: DocId,
    commitment: &LinkedCommitment,
) -> Option<PlaceCommitmentRow> {
    let linked = maker.archive.document(id);
    let owners = maker.archive.owners(page, id);
    let whose = owners.iter().filter(|_| owners != [page]);
    let written = maker.archive.commitment(commitment)?;
    let way = maker.way(&linked.document.address);
    let subjects = linked.focus.iter();
    let verdict = maker.archive.verdict(commitment);
    let follow_up = maker.archive.deciding_follow_up(linked, commitment);
    let outside = |id: &DocId| maker.archive.document(*id).document.is_by_outsiders();
    let mut third_parties: Vec<DocId> =
        commitment.history.iter().map(|one| one.follow_up).filter(outside).collect();
    third_parties.dedup();
    Some(PlaceCommitmentRow {
        text: written.text.clone(),
        href: in_page(&way, linked.document.kind, &written.id.value),
        by: written.by.clone(),
        whose: whose.map(|id| maker.archive.place(*id).short_name().to_owned()).collect(),
        subjects: subjects.map(|id| maker.archive.focus[id.index()].label.clone()).collect(),
        year: linked.effective.map(|effective| effective.date.calendar_year()),
        document: maker.document_link(id),
        measure: linked.document.is(Kind::ActionPlan),
        standing: StandingWord { standing: commitment.standing, over: linked.over() },
        by_archive: verdict.is_some_and(|it| it.by == maker.archive.settings.title),
        follow_up: follow_up.map(|id| maker.document_link(id)),
        third_parties: maker.document_links(&third_parties),
    })
}
