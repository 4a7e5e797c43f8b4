//! A place with all that the other files give it: who belonged to it when, and its names over time.

use std::sync::Arc;

use super::link::LinkTarget;
use super::timeline::TimelineEntry;
use crate::model::place::PlaceKeys;
use crate::model::{DocId, FileId, PartialDate, Place, PlaceId};

/// A place with all that the other files give it.
#[derive(Debug)]
pub struct LinkedPlace {
    pub place: Arc<Place>,
    /// Of a police area: its members, resolved.
    pub members: Vec<Membership>,
    /// Of a municipality or district: the police areas it has ever belonged to, sorted.
    pub police_areas: Vec<PlaceId>,
    /// Of a municipality: its districts, sorted. Of a district: empty.
    pub districts: Vec<PlaceId>,
    /// Of a district.
    pub municipality: Option<PlaceId>,
    pub predecessors: Vec<PlaceId>,
    pub successors: Vec<PlaceId>,
    /// Of a police area: its names in order of time; empty when it only ever had one.
    pub names: Vec<PlaceName>,
    /// Published documents that concern it, in order of path.
    pub documents: Vec<DocId>,
    /// Ascending.
    pub timeline: Vec<TimelineEntry>,
    pub links: Vec<LinkTarget>,
    pub attachments: Vec<Option<FileId>>,
    pub images: Vec<Option<FileId>>,
}

/// A member of a police area and when.
#[derive(Debug, Clone, Copy)]
pub struct Membership {
    pub place: PlaceId,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// A name and its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    pub name: String,
    pub from: Option<PartialDate>,
    pub until: Option<PartialDate>,
}

/// Whether a dated fact held on a date; a partial date matches if any of its days does, and what is
/// undated always holds.
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
    /// The name on a date: the one that is dated and held then, else the title. A name without any
    /// date is another way of writing, at no particular time.
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

    /// Short form: a municipality's name, a police area's name, else the title.
    pub fn short_name(&self) -> &str {
        match &self.place.particulars {
            PlaceKeys::Municipality(municipality) => &municipality.name,
            PlaceKeys::PoliceArea(area) => area.name.as_deref().unwrap_or(&self.place.common.title),
            PlaceKeys::District(_) => &self.place.common.title,
        }
    }
}
