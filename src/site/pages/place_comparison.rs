//! The pledges of a place side by side, so that any two years can be compared: a column for each
//! pledge and a row for each commitment, by its id, in the words that each pledge has for it.

use std::collections::HashMap;

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
    /// The earlier pledges, which there is no room for, in order of time.
    pub earlier: Vec<Link>,
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

/// More commitments would make the page longer than a page may be: they stand in the page's table
/// as well.
const MOST: usize = 250;

/// The pledges of a place that can be compared: those of the whole place itself, in order of time.
struct OwnPledges {
    ids: Vec<DocId>,
    /// How many of the first of them there is no room for.
    earlier: usize,
}

impl OwnPledges {
    /// Those of a place; none if there is nothing to compare.
    fn of(archive: &Archive, place: PlaceId, promising: &[DocId]) -> OwnPledges {
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
        let commitments = |id: &DocId| archive.document(*id).commitments.len();
        let mut sum = 0;
        let fit = ids.iter().rev().take_while(|id| {
            sum += commitments(id);
            sum <= MOST
        });
        // A pledge alone is not beside anything.
        let fit = Some(fit.count()).filter(|fit| *fit > 1).unwrap_or(0);
        OwnPledges { earlier: ids.len() - fit, ids }
    }

    /// Those that stand side by side.
    fn compared(&self) -> &[DocId] {
        &self.ids[self.earlier..]
    }
}

/// The years of the compared pledges, each with its anchor.
fn anchors(archive: &Archive, pledges: &[DocId]) -> Vec<(Option<i16>, usize, String)> {
    let mut known: HashMap<Option<i16>, usize> = HashMap::new();
    let anchor = |id: &DocId| {
        let effective = archive.document(*id).effective;
        let year = effective.map(|effective| effective.date.calendar_year());
        let number = known.entry(year).and_modify(|n| *n += 1).or_insert(1);
        let name = year.map_or_else(|| "utan-datum".to_owned(), |year| year.to_string());
        let more = if *number > 1 { format!("-{number}") } else { String::new() };
        (year, *number, format!("sida-jamfor-{name}{more}"))
    };
    pledges.iter().map(anchor).collect()
}

/// The comparison of a place, if there is something to compare. `promising` are the place's documents
/// with commitments, in order of time.
pub fn of(maker: &Maker<'_>, place: PlaceId, promising: &[DocId]) -> Option<Comparison> {
    let archive = maker.archive;
    let own = OwnPledges::of(archive, place, promising);
    if own.ids.is_empty() {
        return None;
    }
    let pledges = own.ids.iter().zip(anchors(archive, &own.ids)).map(|(id, named)| {
        let (year, number, anchor) = named;
        let document = maker.document_link(*id);
        let text = match year {
            Some(year) if number > 1 => format!("{year} ({number})"),
            Some(year) => year.to_string(),
            None => document.text,
        };
        let known_in_part = !archive.commitments_complete(archive.document(*id));
        ComparedPledge { link: Link { text, href: document.href }, anchor, known_in_part }
    });
    let mut earlier: Vec<ComparedPledge> = pledges.collect();
    let pledges = earlier.split_off(own.earlier);
    let earlier = earlier.into_iter().map(|pledge| pledge.link).collect();
    let ids = own.compared();
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
    Some(Comparison { pledges, rows, earlier })
}

/// The anchor of a year in the comparison of a place, if the year is in it.
pub fn anchor_in(
    archive: &Archive,
    place: PlaceId,
    promising: &[DocId],
    year: i16,
) -> Option<String> {
    let own = OwnPledges::of(archive, place, promising);
    let mut known = anchors(archive, &own.ids).into_iter().skip(own.earlier);
    known.find(|(known, ..)| *known == Some(year)).map(|(.., anchor)| anchor)
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
        earlier: vec![link("2016", "../2016/medborgarlofte.html")],
    }
}
