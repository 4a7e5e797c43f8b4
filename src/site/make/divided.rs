//! A divided list on its own page: counties, with how many documents each of their places has.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::divided_list::{DividedList, anchor_of};
use super::maker::Maker;
use crate::language::Alphabet;
use crate::model::PlaceId;
use crate::site::lists::{CountyList, county_of, place_of};
use crate::site::view::{CountedLink, CountyGroup};

impl Maker<'_> {
    /// The counties of a list, in its order. `place_page` is where a place's own documents of the
    /// list are, if that is not in the part.
    pub fn counties(
        &self,
        list: DividedList,
        of: &CountyList,
        place_page: impl Fn(PlaceId) -> Option<String>,
    ) -> Vec<CountyGroup> {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let groups = of.parts.iter().map(|part| {
            let ids = &of.documents[part.from..part.until];
            let link = self.part_link(list, part);
            let mut places: Vec<(Option<PlaceId>, usize)> = Vec::new();
            for id in ids {
                let place = place_of(self.archive.document(*id));
                match places.last_mut() {
                    Some((last, count)) if *last == place => *count += 1,
                    _ => places.push((place, 1)),
                }
            }
            let rows = places.into_iter().filter_map(|(place, documents)| {
                let id = place?;
                let page = place_page(id);
                let href = page
                    .unwrap_or_else(|| format!("{}#{}", link.href, anchor_of(self.archive, id)));
                let text = self.archive.place(id).short_name().to_owned();
                Some(CountedLink { text, href, documents: count(documents) })
            });
            let places = rows.collect();
            CountyGroup { county: link.text, href: link.href, documents: count(ids.len()), places }
        });
        groups.collect()
    }

    /// The letters of the list of all documents, with how many each has.
    pub fn letters(&self) -> Vec<CountedLink> {
        let parts = self.overview.all.parts.iter().map(|part| {
            let link = self.part_link(DividedList::All, part);
            let documents = u32::try_from(part.until - part.from).unwrap_or(u32::MAX);
            CountedLink { text: link.text, href: link.href, documents }
        });
        parts.collect()
    }

    /// Places by county, in alphabetical order, each with its places in the order given; those of no
    /// county come last, and their county has no name.
    pub fn by_county(&self, places: &[PlaceId]) -> Vec<(String, Vec<PlaceId>)> {
        let mut counties: BTreeMap<&str, Vec<PlaceId>> = BTreeMap::new();
        for id in places {
            counties.entry(county_of(self.archive, *id)).or_default().push(*id);
        }
        let groups = counties.into_iter().map(|(county, places)| (county.to_owned(), places));
        let mut groups: Vec<(String, Vec<PlaceId>)> = groups.collect();
        let alphabet = self.alphabet();
        groups.sort_by(|(a, _), (b, _)| county_order(&alphabet, a, b));
        groups
    }

    /// The same if they are divided; otherwise all of them without a county.
    pub fn in_counties(
        &self,
        places: &[PlaceId],
        divided: bool,
    ) -> Vec<(Option<String>, Vec<PlaceId>)> {
        match divided {
            true => {
                let groups = self.by_county(places).into_iter();
                groups.map(|(county, places)| (Some(county), places)).collect()
            }
            false if places.is_empty() => Vec::new(),
            false => vec![(None, places.to_vec())],
        }
    }
}

/// Above this, the places of a page are grouped by county.
pub const GROUPED: usize = 20;

/// Which of two counties comes first; none comes last.
pub fn county_order(alphabet: &Alphabet, a: &str, b: &str) -> Ordering {
    a.is_empty().cmp(&b.is_empty()).then_with(|| alphabet.compare(a, b))
}
