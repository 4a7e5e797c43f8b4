//! A place, together with what other files say about it: what belonged to it when, and its names
//! over time.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::link::LinkTarget;
use super::timeline::TimelineEntry;
use crate::model::place::PlaceKeys;
use crate::model::{DocId, FileId, PartialDate, Place, PlaceId};

/// A place, together with what other files say about it.
#[derive(Debug)]
pub struct LinkedPlace {
    pub place: Arc<Place>,
    /// The resolved members of a police area: municipalities, districts and smaller areas.
    pub members: Vec<Membership>,
    /// All that has ever been in a police area, through all levels, sorted.
    pub below: Vec<PlaceId>,
    /// The police areas of which the place has ever been a member itself, sorted.
    pub police_areas: Vec<PlaceId>,
    /// The districts of a municipality, sorted; empty for others.
    pub districts: Vec<PlaceId>,
    /// The municipality of a district.
    pub municipality: Option<PlaceId>,
    pub predecessors: Vec<PlaceId>,
    pub successors: Vec<PlaceId>,
    /// The names of a police area in order of time; empty if it has only ever had one.
    pub names: Vec<PlaceName>,
    /// Published documents that concern it, in order of path.
    pub documents: Vec<DocId>,
    /// In ascending order.
    pub timeline: Vec<TimelineEntry>,
    pub links: Vec<LinkTarget>,
    pub attachments: Vec<Option<FileId>>,
    pub images: Vec<Option<FileId>>,
}

/// A member of a police area, and when it was one.
#[derive(Debug, Clone, Copy)]
pub struct Membership {
    pub place: PlaceId,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// A name and when it was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    pub name: String,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// Whether a dated fact was true on a date. A partial date matches if any of its days does, and a
/// fact without dates is always true.
fn held(from: Option<PartialDate>, until: Option<PartialDate>, on: Option<PartialDate>) -> bool {
    match on {
        None => from.is_none() && until.is_none(),
        Some(on) => {
            from.is_none_or(|from| from.first_day() <= on.last_day())
                && until.is_none_or(|until| until.last_day() >= on.first_day())
        }
    }
}

impl LinkedPlace {
    /// A place before anything is linked.
    pub(in crate::archive) fn new(place: Arc<Place>) -> LinkedPlace {
        LinkedPlace {
            place,
            members: Vec::new(),
            below: Vec::new(),
            police_areas: Vec::new(),
            districts: Vec::new(),
            municipality: None,
            predecessors: Vec::new(),
            successors: Vec::new(),
            names: Vec::new(),
            documents: Vec::new(),
            timeline: Vec::new(),
            links: Vec::new(),
            attachments: Vec::new(),
            images: Vec::new(),
        }
    }

    /// The name on a date: the dated one that was used then, otherwise the title. A name without
    /// dates is an alternative spelling that does not belong to any time.
    pub fn name_on(&self, date: Option<PartialDate>) -> &str {
        self.names
            .iter()
            .filter(|name| name.from.is_some() || name.until.is_some())
            .find(|name| date.is_some() && held(name.from, name.until, date))
            .map_or(&self.place.common.title.value, |name| &name.name)
    }

    /// The members on a date.
    pub fn members_on(&self, date: Option<PartialDate>) -> impl Iterator<Item = PlaceId> + '_ {
        self.members
            .iter()
            .filter(move |member| held(member.from, member.until, date))
            .map(|member| member.place)
    }

    /// What is no longer a member on a day, sorted, with the end of its last membership.
    pub fn former_members(&self, today: Date) -> Vec<(PlaceId, PartialDate)> {
        let mut last: BTreeMap<PlaceId, Option<PartialDate>> = BTreeMap::new();
        for member in &self.members {
            let later = |one: PartialDate, other: PartialDate| {
                if one.last_day() > other.last_day() { one } else { other }
            };
            last.entry(member.place)
                .and_modify(|until| {
                    *until = until.zip(member.until).map(|(one, other)| later(one, other));
                })
                .or_insert(member.until);
        }
        let ended = last.into_iter().filter_map(|(place, until)| Some((place, until?)));
        ended.filter(|(_, until)| until.last_day() < today).collect()
    }

    /// The short form: the name of a municipality or police area, otherwise the title.
    pub fn short_name(&self) -> &str {
        match &self.place.particulars {
            PlaceKeys::Municipality(municipality) => &municipality.name,
            PlaceKeys::PoliceArea(area) => area.name.as_deref().unwrap_or(&self.place.common.title),
            PlaceKeys::District(_) => &self.place.common.title,
        }
    }
}
