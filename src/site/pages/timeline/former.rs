//! What once belonged to a police area, and the areas to which a place once belonged.

use serde::Serialize;

use crate::archive::LinkedPlace;
use crate::model::{PartialDate, PlaceId};
use crate::site::make::Maker;
use crate::site::view::Link;

/// A membership that has ended.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FormerView {
    pub place: Link,
    pub until: PartialDate,
}

/// The ended memberships of a place's page: first those in a police area, then those of the place
/// itself.
pub struct Former {
    pub members: Vec<(PlaceId, PartialDate)>,
    pub areas: Vec<(PlaceId, PartialDate)>,
}

impl Former {
    /// Those of a place that have ended by the given date.
    pub fn of(maker: &Maker<'_>, id: PlaceId, place: &LinkedPlace) -> Former {
        let archive = maker.archive;
        let areas = place.police_areas.iter().filter_map(|area| {
            let former = archive.place(*area).former_members(archive.today);
            former.into_iter().find(|(member, _)| *member == id).map(|(_, until)| (*area, until))
        });
        Former { members: place.former_members(archive.today), areas: areas.collect() }
    }

    /// Whether a place is no longer a member.
    pub fn is_former_member(&self, id: PlaceId) -> bool {
        self.members.iter().any(|(member, _)| *member == id)
    }

    /// Whether the place of the page is no longer in an area.
    pub fn is_former_area(&self, id: PlaceId) -> bool {
        self.areas.iter().any(|(area, _)| *area == id)
    }
}

/// Links to places, each with the end of its membership.
pub fn former_links(maker: &Maker<'_>, ended: &[(PlaceId, PartialDate)]) -> Vec<FormerView> {
    let views =
        ended.iter().map(|(id, until)| FormerView { place: maker.place_link(*id), until: *until });
    views.collect()
}
