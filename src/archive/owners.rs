//! The owners of a document on the page of a place that also has the documents of others: a city
//! with districts, a police area with municipalities.

use super::linked::{Linked, LinkedPlace};
use super::whole::Archive;
use crate::model::place::PlaceKeys;
use crate::model::{DocId, PlaceId};

impl Archive {
    /// The owners of a document among the places of a page, sorted; several if they have it
    /// together. The places of a municipality's page are itself and its districts; those of a
    /// police area's page are its members, and the area itself if a document belongs to none of
    /// them; a district's page has only itself.
    pub fn owners(&self, page: PlaceId, id: DocId) -> Vec<PlaceId> {
        let (place, linked) = (self.place(page), self.document(id));
        let owners = match &place.place.particulars {
            PlaceKeys::Municipality(_) => of_municipality(page, place, linked),
            PlaceKeys::PoliceArea(_) => self.of_police_area(place, linked),
            PlaceKeys::District(_) => Vec::new(),
        };
        if owners.is_empty() { vec![page] } else { owners }
    }

    fn of_police_area(&self, area: &LinkedPlace, linked: &Linked) -> Vec<PlaceId> {
        let whole = linked.municipalities.iter().filter(|id| !linked.in_part.contains(id));
        let mut all: Vec<PlaceId> = whole.chain(&linked.districts).copied().collect();
        all.sort_unstable();
        let member = |id: PlaceId| area.below.binary_search(&id).is_ok();
        let here = |id: &PlaceId| {
            let place = self.place(*id);
            member(*id)
                || place.municipality.is_some_and(member)
                || place.districts.iter().any(|district| member(*district))
        };
        // A document of members and others counts as the members'.
        let of_members: Vec<PlaceId> = all.iter().copied().filter(here).collect();
        if of_members.is_empty() { all } else { of_members }
    }
}

fn of_municipality(page: PlaceId, place: &LinkedPlace, linked: &Linked) -> Vec<PlaceId> {
    let whole = linked.municipalities.contains(&page) && !linked.in_part.contains(&page);
    let districts = linked.districts.iter().filter(|id| place.districts.contains(id));
    let mut owners: Vec<PlaceId> =
        Some(page).filter(|_| whole).into_iter().chain(districts.copied()).collect();
    owners.sort_unstable();
    owners
}
