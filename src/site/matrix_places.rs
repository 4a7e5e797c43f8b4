//! Which places have a row in the matrix, which years it has, which documents are theirs there, and
//! whether its rows are divided by county.

use super::lists::{county_name, county_of};
use crate::archive::{Archive, Linked};
use crate::model::place::PlaceKeys;
use crate::model::{DocId, Kind, PlaceId};

/// Whether a document is a place's own.
pub fn is_own(archive: &Archive, id: PlaceId, document: DocId) -> bool {
    let linked: &Linked = archive.document(document);
    let of_kind = match archive.place(id).place.particulars {
        PlaceKeys::Municipality(_) => {
            linked.municipalities.contains(&id) && !linked.in_part.contains(&id)
        }
        PlaceKeys::District(_) => linked.districts.contains(&id),
        PlaceKeys::PoliceArea(_) => linked.is_only_of_police_areas(),
    };
    of_kind && linked.translation_of.is_none()
}

/// A place's own documents.
pub fn own_documents(archive: &Archive, id: PlaceId) -> impl Iterator<Item = &Linked> {
    let documents = archive.place(id).documents.iter();
    let own = documents.filter(move |document| is_own(archive, id, **document));
    own.map(|document| archive.document(*document))
}

/// Whether a place has a row: a police area only if it has documents of its own.
pub fn has_row(archive: &Archive, id: PlaceId) -> bool {
    archive.place(id).place.kind() != Kind::PoliceArea
        || own_documents(archive, id).next().is_some()
}

/// From the first to the last of the years of some places, in order.
pub fn years_of<'a>(place_years: impl Iterator<Item = &'a [i16]>) -> Vec<i16> {
    let (first, last) = place_years
        .flatten()
        .fold((i16::MAX, i16::MIN), |(first, last), year| (first.min(*year), last.max(*year)));
    let years: Vec<i16> = (first..=last).collect();
    years[years.len().saturating_sub(MOST_YEARS)..].to_vec()
}

/// More years would be slips of the pen.
const MOST_YEARS: usize = 40;

/// The counties that have a page of their own, each with its name in addresses. Empty if one page
/// is enough.
pub fn counties(archive: &Archive, place_years: &[Vec<i16>]) -> Vec<(String, String)> {
    let first = place_years.iter().filter_map(|years| years.first()).min();
    let last = place_years.iter().filter_map(|years| years.last()).max();
    let years = first.zip(last).map_or(0, |(first, last)| usize::from(last.abs_diff(*first)) + 1);
    if archive.places.len() * years <= MOST {
        return Vec::new();
    }
    let mut names: Vec<(String, String)> = Vec::new();
    for n in 0..archive.places.len() {
        let id = PlaceId::nth(n);
        if !has_row(archive, id) {
            continue;
        }
        let county = county_of(archive, id);
        if !names.iter().any(|(known, _)| known == county) {
            names.push((county.to_owned(), county_name(county)));
        }
    }
    names
}

/// The most cells of one page, each of about 300 bytes.
const MOST: usize = 900;
