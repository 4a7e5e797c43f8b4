//! Whether a place had a pledge or an agreement in force in a year, and which municipalities had none.

use std::collections::BTreeMap;

use super::matrix_places::{is_own, years_of};
use super::view::InForceCell;
use crate::archive::{Archive, Held, HeldUntil, InYear, Linked};
use crate::model::{DatedBy, Kind, PlaceId};

/// The municipalities without an agreement, and those without a pledge, in a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Without {
    pub agreement: Lacking,
    pub pledge: Lacking,
}

/// The municipalities of which the matrix says `none` for a kind and a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lacking {
    /// Those of which the archive has no document that may have been in force then.
    pub none: Vec<PlaceId>,
    /// Those of which it has one, without the time in which it was.
    pub unclear: Vec<PlaceId>,
}

impl Lacking {
    fn add(&mut self, place: PlaceId, unclear: bool) {
        let list = if unclear { &mut self.unclear } else { &mut self.none };
        list.push(place);
    }
}

/// Of which municipalities the archive lacks an agreement or a pledge, by year: from the first year of
/// the archive to the present one. A year in which it lacks none is not there.
pub fn without(archive: &Archive, place_years: &[Vec<i16>]) -> BTreeMap<i16, Without> {
    let mut without: BTreeMap<i16, Without> = BTreeMap::new();
    let present = [archive.today.year()];
    let known = place_years.iter().map(Vec::as_slice).filter(|years| !years.is_empty());
    let mut years = years_of(known.chain([&present[..]]));
    years.retain(|year| *year <= archive.today.year());
    let places = (0..archive.places.len()).map(PlaceId::nth);
    let is_municipality = |id: &PlaceId| archive.place(*id).place.kind() == Kind::Municipality;
    for place in places.filter(is_municipality) {
        let documents = archive.place(place).documents.iter();
        let own = documents.filter(|document| is_own(archive, place, **document));
        let own: Vec<&Linked> = own.map(|document| archive.document(*document)).collect();
        for year in years.iter().copied() {
            let lacks = |kind| in_force_in(archive, &own, kind, year) == InForceCell::None;
            let unclear = |kind| own.iter().any(|it| it.document.is(kind) && may_be_in(it, year));
            if lacks(Kind::Agreement) {
                let lacking = &mut without.entry(year).or_default().agreement;
                lacking.add(place, unclear(Kind::Agreement));
            }
            if lacks(Kind::Pledge) {
                let lacking = &mut without.entry(year).or_default().pledge;
                lacking.add(place, unclear(Kind::Pledge));
            }
        }
    }
    without.retain(|_, it| !it.agreement.none.is_empty() || !it.pledge.none.is_empty());
    without
}

/// Whether a document may have been in force in a year, since nobody knows when it began. It is not
/// said of years before the one in which it was signed or published.
fn may_be_in(linked: &Linked, year: i16) -> bool {
    let dated = linked.effective.filter(|effective| effective.by != DatedBy::Period);
    let dated = dated.map(|effective| effective.date.calendar_year());
    dated.is_none_or(|dated| dated <= year) && linked.held.is_some_and(|it| it.may_be_in_year(year))
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
