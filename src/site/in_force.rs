//! Whether a place had a pledge or an agreement in force in a year, and which municipalities had none.

use std::collections::BTreeMap;

use super::matrix_places::{is_own, years_of};
use super::view::InForceCell;
use crate::archive::{Archive, Held, HeldUntil, InYear, Linked};
use crate::model::{Kind, PlaceId};

/// The municipalities without a pledge or an agreement of their own in a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Without {
    pub agreement: Vec<PlaceId>,
    pub pledge: Vec<PlaceId>,
}

/// The municipalities of which the matrix says `none`, by year: from the first year of the archive to
/// the present one. A year in which none lacks anything is not there.
pub fn without(archive: &Archive, place_years: &[Vec<i16>]) -> BTreeMap<i16, Without> {
    let mut without: BTreeMap<i16, Without> = BTreeMap::new();
    let mut years = years_of(place_years.iter().map(Vec::as_slice));
    years.retain(|year| *year <= archive.today.year());
    let places = (0..archive.places.len()).map(PlaceId::nth);
    let is_municipality = |id: &PlaceId| archive.place(*id).place.kind() == Kind::Municipality;
    for place in places.filter(is_municipality) {
        let documents = archive.place(place).documents.iter();
        let own = documents.filter(|document| is_own(archive, place, **document));
        let own: Vec<&Linked> = own.map(|document| archive.document(*document)).collect();
        for year in years.iter().copied() {
            let lacks = |kind| in_force_in(archive, &own, kind, year) == InForceCell::None;
            if lacks(Kind::Agreement) {
                without.entry(year).or_default().agreement.push(place);
            }
            if lacks(Kind::Pledge) {
                without.entry(year).or_default().pledge.push(place);
            }
        }
    }
    without
}

/// Whether any of a place's own documents of a kind was in force in a year.
pub fn in_force_in(archive: &Archive, own: &[&Linked], kind: Kind, year: i16) -> InForceCell {
    let of_kind = own.iter().filter(|linked| linked.document.is(kind));
    let told = of_kind.filter_map(|linked| {
        let is_known =
            |held: &Held| held.first.is_some() || !matches!(held.end, HeldUntil::Unknown(_));
        match linked.held.filter(is_known) {
            Some(held) => match held.in_year(year, archive.today)? {
                InYear::Held => Some(InForceCell::InForce),
                InYear::Unclear => Some(InForceCell::Unknown),
            },
            // Nobody knows when it was in force; it is told of where it is dated.
            None => {
                (linked.effective?.date.calendar_year() == year).then_some(InForceCell::Unknown)
            }
        }
    });
    told.max().unwrap_or(InForceCell::None)
}
