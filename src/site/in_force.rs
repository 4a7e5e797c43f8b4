//! Whether a place had a pledge or an agreement in force in a year, and which municipalities had none.

use std::collections::BTreeMap;

use super::matrix_places::{own_documents, years_of};
use super::view::InForceCell;
use crate::archive::{Archive, Held, HeldUntil, InYear, Linked};
use crate::model::{DatedBy, Kind, PlaceId};

/// The kinds of which it is told what the archive lacks, in that order.
const KINDS: [Kind; 2] = [Kind::Agreement, Kind::Pledge];

/// Of which municipalities the archive lacks an agreement or a pledge, by year and kind, where there are any.
pub type Without = BTreeMap<i16, Vec<Lacking>>;

/// The municipalities of which the matrix does not say `in-force` for a kind and a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    pub kind: Kind,
    /// Those of which the archive has no document that may have been in force then.
    pub none: Vec<PlaceId>,
    /// Those of which it has one that may have been.
    pub unclear: Vec<PlaceId>,
}

/// What the archive lacks from its first year to the present one.
pub fn without(archive: &Archive, place_years: &[Vec<i16>]) -> Without {
    let present = [archive.today.year()];
    let known = place_years.iter().map(Vec::as_slice).filter(|years| !years.is_empty());
    let mut years = years_of(known.chain([&present[..]]));
    years.retain(|year| *year <= archive.today.year());
    let places = (0..archive.places.len()).map(PlaceId::nth);
    let is_municipality = |id: &PlaceId| archive.place(*id).place.kind() == Kind::Municipality;
    let municipalities: Vec<(PlaceId, Vec<&Linked>)> = places
        .filter(is_municipality)
        .map(|id| (id, own_documents(archive, id).collect()))
        .collect();
    let of_year = |year: i16| {
        let lacking = KINDS.map(|kind| {
            let mut lacking = Lacking { kind, none: Vec::new(), unclear: Vec::new() };
            for (id, own) in &municipalities {
                let may_be =
                    || own.iter().any(|linked| linked.document.is(kind) && may_be_in(linked, year));
                match in_force_in(archive, own, kind, year) {
                    InForceCell::InForce => {}
                    InForceCell::None if !may_be() => lacking.none.push(*id),
                    InForceCell::None | InForceCell::Unknown => lacking.unclear.push(*id),
                }
            }
            lacking
        });
        lacking.into_iter().filter(|lacking| !lacking.none.is_empty()).collect::<Vec<Lacking>>()
    };
    let years = years.into_iter().map(|year| (year, of_year(year)));
    years.filter(|(_, lacking)| !lacking.is_empty()).collect()
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
