//! A timeline as data.

use super::EntryType;
use super::Maker;
use crate::archive::{Archive, TimelineEntry, What};
use crate::model::document::Particulars;
use crate::model::place::PlaceKeys;
use crate::model::{Address, DocId, PartialDate, PlaceId};
use crate::site::Plan;
use crate::site::view::{
    CommitmentJson, DocumentJson, EntryJson, EntryKeys, OutcomeJson, PeriodJson, PlaceJson,
    TimelineJson,
};

/// The timeline of a place as data, its addresses relative to the file's own.
pub fn timeline_json<'a>(
    archive: &'a Archive,
    plan: &'a Plan,
    address: &'a Address,
    place: PlaceId,
) -> TimelineJson<'a> {
    let maker = Maker::new(archive, plan, address);
    let linked = archive.place(place);
    TimelineJson {
        as_of: archive.today.into(),
        place: PlaceJson {
            kind: linked.place.kind(),
            id: &linked.place.id,
            title: &linked.place.common.title.value,
            code: match &linked.place.particulars {
                PlaceKeys::Municipality(municipality) => Some(&municipality.code),
                _ => None,
            },
        },
        entries: linked
            .timeline
            .iter()
            .map(|TimelineEntry { date, what }| {
                let (entry_type, own) = match what {
                    What::Document(id) => (
                        EntryType::of(archive.document(*id).document.kind),
                        EntryKeys::Document(Box::new(maker.document_json(*id, place))),
                    ),
                    What::Planned(id, n) => {
                        let planned = &archive.document(*id).planned[*n];
                        let way = |id: DocId| maker.way(&archive.document(id).document.address);
                        let keys = EntryKeys::Planned {
                            state: planned.state,
                            of: way(*id),
                            answered_by: planned.answered_by.map(way),
                        };
                        (EntryType::PlannedFollowUp, keys)
                    }
                    What::Gap(gap) => (
                        EntryType::Gap,
                        EntryKeys::Gap { of: gap.of, from: gap.from, until: gap.until },
                    ),
                    What::Renamed(n) => {
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

impl<'a> Maker<'a> {
    fn document_json(&self, id: DocId, place: PlaceId) -> DocumentJson<'a> {
        let linked = self.archive.document(id);
        let document = &linked.document;
        let period = match &document.particulars {
            Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
                keys.period.as_ref().and_then(|period| period.value)
            }
            _ => document.agreement().and_then(|agreement| agreement.period.value),
        };
        let mut joint_with: Vec<&str> = linked
            .municipalities
            .iter()
            .filter(|other| **other != place)
            .map(|other| self.archive.place(*other).place.id.as_str())
            .collect();
        joint_with.sort();
        if !linked.municipalities.contains(&place) && joint_with.len() < 2 {
            joint_with.clear();
        }
        DocumentJson {
            dated_by: linked.effective.map(|effective| effective.by),
            title: &document.common.title.value,
            address: self.way(&document.address),
            period: period.map(|period| PeriodJson {
                from: period.first_day().into(),
                until: period.last_day().map(PartialDate::from),
            }),
            state: linked.state,
            joint_with,
            commitments: linked
                .commitments
                .iter()
                .filter_map(|commitment| {
                    let written = self.archive.commitment(commitment)?;
                    Some(CommitmentJson {
                        id: &written.id.value,
                        text: &written.text,
                        by: &written.by,
                        status: commitment.status,
                        history: commitment
                            .history
                            .iter()
                            .filter_map(|recorded| {
                                let follow_up = self.archive.document(recorded.follow_up);
                                let keys = follow_up.document.follow_up()?;
                                let outcome = keys.outcomes.get(recorded.index)?;
                                Some(OutcomeJson {
                                    date: keys.date.value,
                                    status: outcome.status.value,
                                    assessed_by: outcome
                                        .assessed_by
                                        .as_ref()
                                        .unwrap_or(&keys.assessed_by),
                                    third_party: keys.third_party,
                                    address: self.way(&follow_up.document.address),
                                })
                            })
                            .collect(),
                    })
                })
                .collect(),
        }
    }
}
