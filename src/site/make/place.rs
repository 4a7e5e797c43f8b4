//! A place as several of its pages show it, and what on them depends on the date.

use super::maker::Maker;
use crate::archive::EntrySubject;
use crate::diagnostic::Spanned;
use crate::model::place::PlaceKeys;
use crate::model::{AreaLevel, DocId, PartialDate, PlaceId, PlannedState, State, register};
use crate::site::view::PlaceHead;

impl Maker<'_> {
    /// The head of a place.
    pub fn place_head(&self, id: PlaceId) -> PlaceHead {
        let value = |date: &Option<Spanned<PartialDate>>| date.as_ref().map(|date| date.value);
        let place = &self.archive.place(id).place;
        let mut head = PlaceHead {
            kind: place.kind(),
            id: place.id.clone(),
            title: place.common.title.value.clone(),
            href: self.way(&place.address),
            code: None,
            county: None,
            level: None,
            region: None,
            police_district: None,
            from: None,
            until: None,
        };
        match &place.particulars {
            PlaceKeys::Municipality(municipality) => {
                head.code = Some(municipality.code.clone());
                head.county =
                    register::by_code(&municipality.code).map(|known| known.county.to_owned());
            }
            PlaceKeys::PoliceArea(area) => {
                head.level = Some(area.level);
                head.region.clone_from(&area.region);
                head.police_district.clone_from(&area.police_district);
                (head.from, head.until) = (value(&area.from), value(&area.until));
            }
            PlaceKeys::District(district) => {
                (head.from, head.until) = (value(&district.from), value(&district.until));
            }
        }
        head
    }

    /// A title that no other place's page has: a municipality and a police area may have the same
    /// name.
    pub fn unique_place_title(&self, id: PlaceId, title: String) -> String {
        if !self.overview.namesakes.contains(&id) {
            return title;
        }
        let own = self.archive.place(id);
        let labels = &self.overview.labels;
        let kind = match &own.place.particulars {
            PlaceKeys::Municipality(_) => labels.get("municipality"),
            PlaceKeys::PoliceArea(area) => match area.level {
                AreaLevel::Local => labels.get("police_area"),
                AreaLevel::District => labels.get("police_district"),
                AreaLevel::Region => labels.get("police_region"),
            },
            PlaceKeys::District(_) => labels.get("district"),
        };
        format!("{title} ({kind}, {})", own.place.id)
    }

    /// Whether what a timeline says about an entry may be different on a later date.
    pub fn entry_depends_on_day(&self, what: &EntrySubject) -> bool {
        match what {
            EntrySubject::Document(id) => self.state_depends_on_day(*id),
            EntrySubject::Planned(id, n) => {
                self.archive.document(*id).planned[*n].state == PlannedState::Upcoming
            }
            EntrySubject::Renamed(_) | EntrySubject::Gap(_) => false,
        }
    }

    /// Whether what a page says about a document's state may be different on a later date.
    pub fn state_depends_on_day(&self, id: DocId) -> bool {
        let linked = self.archive.document(id);
        match linked.state {
            // That it is unclear is said of the day too.
            Some(State::Upcoming | State::InForce | State::Unknown) => true,
            Some(State::Ended | State::Terminated | State::Replaced) | None => false,
        }
    }
}
