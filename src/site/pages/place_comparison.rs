//! The pledges of a place side by side, so that any two years can be compared: a column for each
//! pledge and a row for each commitment, by its id, in the words that each pledge has for it. Those
//! that one page has no room for are on several.

use std::collections::HashMap;
use std::ops::Range;

use serde::Serialize;

use super::place_changes::owners;
use crate::archive::Archive;
use crate::model::{DocId, PlaceId};
use crate::site::fixture::{SIGNS, link};
use crate::site::make::{Maker, in_page};
use crate::site::view::Link;

/// The pledges of a place and their commitments.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Comparison {
    /// In order of time.
    pub pledges: Vec<ComparedPledge>,
    /// Those of the newest pledge first.
    pub rows: Vec<ComparedRow>,
}

/// A pledge.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ComparedPledge {
    /// Its year, with a number if there are several of the year; its title if it is not dated.
    pub link: Link,
    pub anchor: String,
    /// Whether the archive does not know every commitment of it.
    pub known_in_part: bool,
}

/// A commitment.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ComparedRow {
    pub id: String,
    /// Its words in each of the pledges; `None` where it is not.
    pub cells: Vec<Option<Link>>,
}

/// More commitments do not stand side by side below the table that has all of them.
const MOST: usize = 250;
/// The most that they, the table and what changed between them may take, about, in bytes.
const WITH_TABLE: usize = 360_000;
/// The most on a page of its own.
const PAGE: usize = 250_000;
/// What a row takes, besides the words of its commitments.
const ROW: usize = 200;
/// What a commitment takes among what changed, besides its words.
const CHANGE: usize = 150;
/// What a cell takes that says that a pledge lacks a commitment.
const EMPTY: usize = 60;

/// The pledges of a place that can be compared: those of the whole place itself, in order of time.
/// The latest stand side by side at the table of commitments, as many as it has room for. If that is
/// not all, the others have pages of their own, each with as many as it has room for, but two at
/// least. Such a page ends with the pledge that the next one begins with, so that no two that follow
/// one another are apart. What a place's table has is bounded, and so is any two pledges' page.
pub struct OwnPledges {
    ids: Vec<DocId>,
    /// How many of the first of them are not at the table.
    earlier: usize,
}

impl OwnPledges {
    /// Those of a place; none if there is nothing to compare. `promising` are the place's documents
    /// with commitments, in order of time, and `table` is what the table of them takes, in bytes.
    pub fn of(archive: &Archive, place: PlaceId, promising: &[DocId], table: usize) -> OwnPledges {
        let own = promising.iter().copied().filter(|id| {
            let linked = archive.document(*id);
            linked.document.is_pledge()
                && linked.translation_of.is_none()
                && owners(linked).contains(&place)
        });
        let mut ids: Vec<DocId> = own.collect();
        if ids.len() < 2 {
            ids.clear();
        }
        let mut size = ComparedSize::default();
        let fit = ids.iter().rev().take_while(|id| {
            size.add(archive, **id);
            let changes = size.words + size.commitments * CHANGE;
            size.commitments <= MOST && table + size.bytes() + changes <= WITH_TABLE
        });
        // A pledge alone is not beside anything.
        let fit = Some(fit.count()).filter(|fit| *fit > 1).unwrap_or(0);
        OwnPledges { earlier: ids.len() - fit, ids }
    }

    /// Those that are on a page of their own, the oldest first, by their indices.
    pub fn pages(&self, archive: &Archive) -> Vec<Range<usize>> {
        let mut pages = Vec::new();
        // The last page ends with the first pledge at the table, if there is any.
        let last = self.earlier.min(self.ids.len().saturating_sub(1));
        let mut first = 0;
        while self.earlier > 0 && first < last {
            let mut size = ComparedSize::default();
            size.add(archive, self.ids[first]);
            let others = self.ids[first + 1..=last].iter().take_while(|id| {
                size.add(archive, **id);
                size.bytes() <= PAGE
            });
            let end = first + others.count().max(1);
            pages.push(first..end + 1);
            first = end;
        }
        pages
    }

    /// The pledges of such a page for which it says what changed: but for the first, which the page
    /// before has too.
    pub fn changed_on(&self, page: &Range<usize>) -> &[DocId] {
        &self.ids[if page.start == 0 { 0 } else { page.start + 1 }..page.end]
    }

    /// Those at the table, by their indices.
    pub fn at_table(&self) -> Range<usize> {
        self.earlier..self.ids.len()
    }

    /// The names of the first and the last of some of them, by their indices.
    pub fn names(&self, maker: &Maker<'_>, some: Range<usize>) -> Vec<String> {
        let named = anchors(maker.archive, &self.ids);
        let ends = [some.start, some.end.saturating_sub(1)];
        ends.iter().map(|at| name(maker, self.ids[*at], &named[*at])).collect()
    }

    /// Where a year stands beside the one before: on which of the pages, or else at the table, and
    /// its anchor there.
    pub fn place_of(&self, archive: &Archive, year: i16) -> Option<(Option<usize>, String)> {
        let mut known = anchors(archive, &self.ids).into_iter().enumerate();
        let (at, PledgeAnchor { anchor, .. }) = known.find(|(_, one)| one.year == Some(year))?;
        if at > self.earlier || at == self.earlier && self.earlier == 0 {
            return Some((None, anchor));
        }
        let has = |page: &Range<usize>| page.contains(&at) && (at > page.start || at == 0);
        self.pages(archive).iter().position(has).map(|page| (Some(page), anchor))
    }
}

/// How large a comparison of some pledges is.
#[derive(Default)]
struct ComparedSize {
    pledges: usize,
    commitments: usize,
    words: usize,
}

impl ComparedSize {
    fn add(&mut self, archive: &Archive, id: DocId) {
        let commitments = &archive.document(id).commitments;
        let words = commitments.iter().filter_map(|one| archive.commitment(one));
        self.words += words.map(|one| one.text.len()).sum::<usize>();
        self.commitments += commitments.len();
        self.pledges += 1;
    }

    /// If no commitment is in several of the pledges.
    fn bytes(&self) -> usize {
        self.words + self.commitments * (ROW + self.pledges * EMPTY)
    }
}

/// What a pledge is called in a comparison.
struct PledgeAnchor {
    year: Option<i16>,
    /// Which of the pledges of the year it is, from 1.
    number: usize,
    anchor: String,
}

/// The years of pledges, each with its anchor.
fn anchors(archive: &Archive, pledges: &[DocId]) -> Vec<PledgeAnchor> {
    let mut known: HashMap<Option<i16>, usize> = HashMap::new();
    let anchor = |id: &DocId| {
        let effective = archive.document(*id).effective;
        let year = effective.map(|effective| effective.date.calendar_year());
        let number = known.entry(year).and_modify(|n| *n += 1).or_insert(1);
        let name = year.map_or_else(|| "utan-datum".to_owned(), |year| year.to_string());
        let more = if *number > 1 { format!("-{number}") } else { String::new() };
        PledgeAnchor { year, number: *number, anchor: format!("sida-jamfor-{name}{more}") }
    };
    pledges.iter().map(anchor).collect()
}

/// The year of a pledge, with a number if there are several of the year; its title if it is not dated.
fn name(maker: &Maker<'_>, id: DocId, named: &PledgeAnchor) -> String {
    match named.year {
        Some(year) if named.number > 1 => format!("{year} ({})", named.number),
        Some(year) => year.to_string(),
        None => maker.document_link(id).text,
    }
}

/// Some of the pledges of a place side by side, by their indices.
pub fn of(maker: &Maker<'_>, own: &OwnPledges, some: Range<usize>) -> Comparison {
    let archive = maker.archive;
    let ids = &own.ids[some.clone()];
    let named = anchors(archive, &own.ids).drain(some).collect::<Vec<_>>();
    let pledges = ids.iter().zip(named).map(|(id, named)| {
        let href = maker.document_link(*id).href;
        let text = name(maker, *id, &named);
        let known_in_part = !archive.commitments_complete(archive.document(*id));
        ComparedPledge { link: Link { text, href }, anchor: named.anchor, known_in_part }
    });
    let pledges: Vec<ComparedPledge> = pledges.collect();
    let mut rows: Vec<ComparedRow> = Vec::new();
    for (n, id) in ids.iter().enumerate().rev() {
        let linked = archive.document(*id);
        let way = maker.way(&linked.document.address);
        for one in linked.commitments.iter().filter_map(|one| archive.commitment(one)) {
            let name = &one.id.value;
            let href = in_page(&way, linked.document.kind, name);
            let cell = Some(Link { text: one.text.clone(), href });
            match rows.iter_mut().find(|row| row.id == *name) {
                Some(row) => row.cells[n] = cell,
                None => {
                    let mut cells = vec![None; ids.len()];
                    cells[n] = cell;
                    rows.push(ComparedRow { id: name.clone(), cells });
                }
            }
        }
    }
    Comparison { pledges, rows }
}

/// A comparison in which everything occurs.
pub fn fixture() -> Comparison {
    let pledge = |year: &str| ComparedPledge {
        link: link(year, "../2018/medborgarlofte.html"),
        anchor: format!("sida-jamfor-{year}"),
        known_in_part: year == "2018",
    };
    let cell = || Some(link(SIGNS, "../2018/medborgarlofte.html#lofte-synlighet"));
    Comparison {
        pledges: vec![pledge("2018"), pledge("2019")],
        rows: vec![
            ComparedRow { id: "synlighet".to_owned(), cells: vec![cell(), cell()] },
            ComparedRow { id: "trafik".to_owned(), cells: vec![None, cell()] },
        ],
    }
}
