//! The order in which pages are best made: those that share entries one after the other, so that an
//! entry made for one is still at hand for the next.

use std::collections::HashMap;

use super::plan::Plan;
use crate::archive::Archive;
use crate::model::{Address, PlaceId};

impl Plan {
    /// Every address once. A police area's pages follow those of its municipalities and their
    /// districts; pages across places come first.
    pub fn neighbours_together(&self, archive: &Archive) -> Vec<Address> {
        let folder = |id: PlaceId| archive.place(id).place.address.parent();
        let area_of: HashMap<&str, &str> = archive
            .places
            .iter()
            .map(|place| {
                let near = place.municipality.map_or(place, |id| archive.place(id));
                let own = place.place.address.parent();
                (own, near.police_areas.first().map_or(own, |id| folder(*id)))
            })
            .collect();
        let area = |address: &str| {
            let ends = address.bytes().enumerate().filter(|(_, byte)| *byte == b'/');
            ends.filter_map(|(end, _)| area_of.get(&address[..=end])).next_back().copied()
        };
        let mut order: Vec<(Option<&str>, &Address)> =
            self.pages.keys().map(|address| (area(address.as_str()), address)).collect();
        // By address they are in order already.
        order.sort_by_key(|(area, _)| *area);
        order.into_iter().map(|(_, address)| address.clone()).collect()
    }
}
