//! `<place>/timeline.json`: a place's timeline as data, with each entry on a line, so that it can be
//! compared.

mod data;
#[cfg(test)]
mod tests;

use super::kind::OutputKind;
use crate::archive::{Archive, EntrySubject, TimelineEntry};
use crate::json_lines::json_lines;
use crate::model::place::PlaceKeys;
use crate::model::{Address, DocId, PartialDate, PlaceId};
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::site::view::EntryType;
use data::{
    CommitmentJson, DocumentJson, EntryJson, EntryKeys, OutcomeJson, PeriodJson, PlaceIdJson,
    PlaceJson, TimelineJson,
};

/// An entry stands on a line: within a list, within the object that is the file.
const EACH_ENTRY: usize = 2;

/// A place's timeline as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineFile(PlaceId);

impl OutputKind for TimelineFile {
    type Data<'a> = TimelineJson<'a>;
    // It contains addresses relative to its own.
    const KNOWN_BY_ITS_ADDRESS: bool = false;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, TimelineFile)> {
        let places = archive.places.iter().enumerate();
        places.map(|(n, place)| {
            let folder = place.place.address.parent();
            (Address::made(format!("{folder}timeline.json")), TimelineFile(PlaceId::nth(n)))
        })
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<TimelineJson<'a>> {
        Some(timeline(maker, self.0))
    }

    fn bytes(timeline: &TimelineJson<'_>) -> Vec<u8> {
        json_lines(timeline, EACH_ENTRY)
    }
}

fn timeline<'a>(maker: &Maker<'a>, place: PlaceId) -> TimelineJson<'a> {
    let archive = maker.archive;
    let linked = archive.place(place);
    TimelineJson {
        as_of: archive.today.into(),
        place: PlaceJson {
            kind: linked.place.kind(),
            id: &linked.place.id,
            title: &linked.place.common.title.value,
            code: match &linked.place.particulars {
                PlaceKeys::Municipality(municipality) => Some(&municipality.code),
                PlaceKeys::PoliceArea(_) | PlaceKeys::District(_) => None,
            },
        },
        entries: linked
            .timeline
            .iter()
            .map(|TimelineEntry { date, what }| {
                let (entry_type, own) = match what {
                    EntrySubject::Document(id) => (
                        EntryType::Document(archive.document(*id).document.kind),
                        EntryKeys::Document(Box::new(document(maker, *id, place))),
                    ),
                    EntrySubject::Planned(id, n) => {
                        let planned = &archive.document(*id).planned[*n];
                        let way = |id: DocId| {
                            maker.way(&archive.document(archive.shown(id)).document.address)
                        };
                        let keys = EntryKeys::Planned {
                            state: planned.state,
                            of: way(*id),
                            answered_by: planned.answered_by.map(way),
                        };
                        (EntryType::PlannedFollowUp, keys)
                    }
                    EntrySubject::Gap(gap) => (
                        EntryType::Gap,
                        EntryKeys::Gap { of: gap.of, from: gap.from, until: gap.until },
                    ),
                    EntrySubject::Renamed(n) => {
                        let name = |n: usize| linked.names.get(n).map_or("", |name| &name.name);
                        let keys = EntryKeys::Renamed { from_name: name(*n), to_name: name(n + 1) };
                        (EntryType::Renamed, keys)
                    }
                };
                EntryJson {
                    entry_type,
                    date: *date,
                    year: date.map(PartialDate::calendar_year),
                    own,
                }
            })
            .collect(),
    }
}

/// More places than this are counted and not listed: a document of all municipalities is in 290
/// timelines, each of which would list 290.
const MOST_LISTED: usize = 60;

/// A document as the timeline of a place shows it.
fn document<'a>(maker: &Maker<'a>, id: DocId, place: PlaceId) -> DocumentJson<'a> {
    let linked = maker.archive.document(id);
    let document = &linked.document;
    let version = &maker.archive.document(maker.archive.shown(id)).document;
    let mut joint_with: Vec<&str> = linked
        .municipalities
        .iter()
        .filter(|other| **other != place)
        .map(|other| maker.archive.place(*other).place.id.as_str())
        .collect();
    joint_with.sort();
    if !linked.municipalities.contains(&place) && joint_with.len() < 2 {
        joint_with.clear();
    }
    let joint_count = (joint_with.len() > MOST_LISTED).then_some(joint_with.len());
    if joint_count.is_some() {
        joint_with.clear();
    }
    let mut places: Vec<PlaceId> = linked.places().collect();
    let places_count = (places.len() > MOST_LISTED).then_some(places.len());
    if places_count.is_some() {
        places.retain(|id| *id == place);
    }
    let identified = |id: PlaceId| {
        let place = &maker.archive.place(id).place;
        PlaceIdJson { kind: place.kind(), id: &place.id }
    };
    DocumentJson {
        dated_by: linked.effective.map(|effective| effective.by),
        title: &version.common.title.value,
        address: maker.way(&version.address),
        period: document.period().map(|period| PeriodJson {
            from: period.first_day().map(PartialDate::from),
            until: period.last_day().map(PartialDate::from),
            further_notice: period.is_further_notice(),
        }),
        state: linked.state,
        wording: version.common.wording,
        joint_with,
        joint_count,
        includes_pledge: document.includes_pledge(),
        places: places.into_iter().map(identified).collect(),
        places_count,
        commitments: linked
            .commitments
            .iter()
            .filter_map(|commitment| {
                let written = maker.archive.commitment(commitment)?;
                Some(CommitmentJson {
                    id: &written.id.value,
                    text: &written.text,
                    by: &written.by,
                    status: commitment.standing.status(),
                    standing: commitment.standing,
                    history: commitment
                        .history
                        .iter()
                        .filter_map(|recorded| {
                            let follow_up = maker.archive.document(recorded.follow_up);
                            let keys = follow_up.document.follow_up()?;
                            let outcome = keys.outcomes.get(recorded.index)?;
                            Some(OutcomeJson {
                                date: follow_up.effective?.date,
                                status: outcome.status(),
                                assessed_by: keys.assessor(outcome),
                                third_party: keys.third_party,
                                address: maker.way(
                                    &maker
                                        .archive
                                        .document(maker.archive.shown(recorded.follow_up))
                                        .document
                                        .address,
                                ),
                            })
                        })
                        .collect(),
                })
            })
            .collect(),
    }
}
