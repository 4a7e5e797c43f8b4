//! Lists that are too long for one page. Such a list is divided: all documents by letter, and a
//! letter by what follows in its titles; those of a year or a subject by county. The pages of its
//! parts exist only because of its length, so their addresses are not kept; each says where the
//! whole is.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::beginnings::{Titled, divided, letter_name};
use crate::archive::{Archive, Linked};
use crate::language::Alphabet;
use crate::model::place::PlaceKeys;
use crate::model::{DocId, PlaceId, register};
use crate::slug::segment;

/// The most that a page's list may take, about, in bytes. A page may take 400 kB altogether.
const MOST: usize = 250_000;
/// What a document takes in a list by title, besides its texts.
const ROW: usize = 190;
/// What it takes as an entry, besides its texts.
const ENTRY: usize = 800;

/// A part of a list that is on a page of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPart {
    /// The name in its address: of the letter, beginning or county, and its number if there are
    /// several.
    pub name: String,
    /// The letter, what its titles begin with, or the county; empty for what belongs to no county.
    pub title: String,
    /// Which of the parts with this title it is, from 1, if there are several.
    pub number: Option<usize>,
    /// Which documents of the list, in its order, are in it.
    pub from: usize,
    pub until: usize,
}

/// All documents, from A to Ö.
#[derive(Debug, Default)]
pub struct AllList {
    /// Empty if the whole list is on one page.
    pub parts: Vec<ListPart>,
    sorted: OnceLock<Vec<DocId>>,
}

/// The documents of a year or subject, when they are too many for one page: by county, then by
/// municipality, the newest first.
#[derive(Debug, Clone, Default)]
pub struct CountyList {
    pub documents: Vec<DocId>,
    pub parts: Vec<ListPart>,
}

impl AllList {
    /// The list of an archive. It is only put in order when it is shown.
    pub fn of(archive: &Archive) -> AllList {
        let alphabet = Alphabet::of(archive.settings.language);
        let size = |linked: &Linked| {
            let title = linked.document.common.title.len();
            ROW + title + linked.document.address.as_str().len() + 12 * linked.municipalities.len()
        };
        let all: usize = archive.published().map(|(_, linked)| size(linked)).sum();
        if all <= MOST {
            return AllList::default();
        }
        // In the order of the alphabet: a sign before the letters, å, ä and ö after them.
        let mut letters: Vec<(String, usize, usize)> = Vec::new();
        for (id, linked) in archive.published() {
            let letter = alphabet.letter(archive.title(id));
            match letters.iter_mut().find(|(known, ..)| *known == letter) {
                Some((_, count, bytes)) => (*count, *bytes) = (*count + 1, *bytes + size(linked)),
                None => letters.push((letter, 1, size(linked))),
            }
        }
        letters.sort_by_cached_key(|(letter, ..)| LetterOrder::of(letter));
        let mut list = AllList::default();
        let whole = letters.iter().all(|(.., bytes)| *bytes <= MOST);
        let mut sorted = if whole { Vec::new() } else { list.documents(archive).to_vec() };
        let mut from = 0;
        for (letter, count, bytes) in letters {
            let name = letter_name(&letter);
            if bytes <= MOST {
                divide(&mut list.parts, &name, &letter, (from, count), bytes);
            } else if let Some(ids) = sorted.get_mut(from..from + count) {
                let titled =
                    |id: &DocId| Titled::new(*id, archive.title(*id), size(archive.document(*id)));
                let titles = ids.iter().map(titled).collect();
                let mut at = from;
                for part in divided(&alphabet, titles, MOST) {
                    let until = at + part.titles.len();
                    ids[at - from..until - from].copy_from_slice(&part.titles);
                    let name = unlike(&list.parts, &format!("{name}-{}", part.name), part.number);
                    let (title, number) = (part.label, part.number);
                    list.parts.push(ListPart { name, title, number, from: at, until });
                    at = until;
                }
            }
            from += count;
        }
        if !whole {
            list.sorted = OnceLock::from(sorted);
        }
        list
    }

    /// All documents in alphabetical order: by letter, and within a letter by title.
    pub fn documents(&self, archive: &Archive) -> &[DocId] {
        self.sorted.get_or_init(|| {
            let alphabet = Alphabet::of(archive.settings.language);
            let mut ids: Vec<DocId> = archive.published().map(|(id, _)| id).collect();
            let title = |id: &DocId| archive.title(*id);
            // Sorting by bytes is cheap, and leaves little for sorting by the alphabet to do.
            ids.sort_by_key(title);
            alphabet.sort(&mut ids, title);
            // A title may begin with a sign that the alphabet ignores. What is under one letter
            // stays together.
            ids.sort_by_cached_key(|id| LetterOrder::of(&alphabet.letter(title(id))));
            ids
        })
    }
}

/// The place of a letter among those under which titles are listed: signs first, å, ä and ö last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct LetterOrder(u8, String);

impl LetterOrder {
    fn of(letter: &str) -> LetterOrder {
        let rank = match letter {
            "#" => 0,
            "Å" => 2,
            "Ä" => 3,
            "Ö" => 4,
            _ => 1,
        };
        LetterOrder(rank, letter.to_owned())
    }
}

impl CountyList {
    /// The documents of a year or subject, if they are too many for one page.
    pub fn of(archive: &Archive, ids: &[DocId]) -> Option<CountyList> {
        let texts = |linked: &Linked| {
            let summary = linked.document.common.summary.as_ref().map_or(0, |text| text.len());
            linked.document.common.title.len() + summary + 40 * linked.municipalities.len()
        };
        let size = |id: &DocId| ENTRY + texts(archive.document(*id));
        if ids.iter().map(size).sum::<usize>() <= MOST {
            return None;
        }
        let alphabet = Alphabet::of(archive.settings.language);
        let mut counties: BTreeMap<&str, Vec<DocId>> = BTreeMap::new();
        for id in ids {
            counties.entry(county(archive, archive.document(*id))).or_default().push(*id);
        }
        let mut counties: Vec<(&str, Vec<DocId>)> = counties.into_iter().collect();
        // What belongs to no county comes last.
        counties.sort_by(|a, b| {
            (a.0.is_empty(), ()).cmp(&(b.0.is_empty(), ())).then_with(|| alphabet.compare(a.0, b.0))
        });
        let mut list = CountyList::default();
        for (county, mut documents) in counties {
            documents.sort_by_cached_key(|id| {
                let effective = archive.document(*id).effective;
                let date = effective.map(|effective| effective.date.order());
                (date.is_none(), std::cmp::Reverse(date), *id)
            });
            // Few names are compared: a place has many documents.
            let name = |id: &DocId| place_name(archive, archive.document(*id));
            let mut names: Vec<&str> = documents.iter().map(name).collect();
            names.sort_unstable();
            names.dedup();
            alphabet.sort(&mut names, |name| name);
            let places: HashMap<&str, usize> = names.into_iter().zip(0..).collect();
            documents.sort_by_cached_key(|id| places.get(name(id)).copied());
            let bytes = documents.iter().map(|id| ROW + 60 + texts(archive.document(*id))).sum();
            let range = (list.documents.len(), documents.len());
            divide(&mut list.parts, &county_name(county), county, range, bytes);
            list.documents.append(&mut documents);
        }
        Some(list)
    }
}

/// The county of a document's first municipality; empty if it has none that is known.
pub fn county<'a>(archive: &'a Archive, linked: &Linked) -> &'a str {
    linked.municipalities.first().map_or("", |id| county_of(archive, *id))
}

/// A county in addresses.
pub fn county_name(county: &str) -> String {
    segment(county).unwrap_or_else(|| "ovriga".to_owned())
}

/// The county of a place; empty if it has none that is known.
pub fn county_of(archive: &Archive, id: PlaceId) -> &str {
    let place = archive.place(id);
    match &place.place.particulars {
        PlaceKeys::Municipality(municipality) => {
            register::by_code(&municipality.code).map_or("", |known| known.county)
        }
        PlaceKeys::District(_) => place.municipality.map_or("", |id| county_of(archive, id)),
        PlaceKeys::PoliceArea(_) => "",
    }
}

/// The place under which a list by county has a document.
pub fn place_of(linked: &Linked) -> Option<PlaceId> {
    linked.municipalities.first().or(linked.police_areas.first()).copied()
}

fn place_name<'a>(archive: &'a Archive, linked: &Linked) -> &'a str {
    place_of(linked).map_or("", |id| archive.place(id).short_name())
}

/// Adds the parts of one letter or county, which begins somewhere in the list and has so many
/// documents of so many bytes.
fn divide(
    parts: &mut Vec<ListPart>,
    name: &str,
    title: &str,
    (from, count): (usize, usize),
    bytes: usize,
) {
    let pages = bytes.div_ceil(MOST).max(1);
    let each = count.div_ceil(pages);
    for n in 0..pages {
        let number = (pages > 1).then_some(n + 1);
        let name = number.map_or_else(|| name.to_owned(), |number| format!("{name}-{number}"));
        let (start, end) = ((n * each).min(count), ((n + 1) * each).min(count));
        if start < end {
            let (from, until) = (from + start, from + end);
            parts.push(ListPart { name, title: title.to_owned(), number, from, until });
        }
    }
}

/// The name of a part in addresses, unlike those of other parts: beginnings that differ in marks
/// alone are the same there.
fn unlike(parts: &[ListPart], name: &str, number: Option<usize>) -> String {
    let name = name.trim_end_matches('-');
    let numbered = |n: usize| format!("{name}-{n}");
    let mut names = std::iter::once(number.map_or_else(|| name.to_owned(), numbered))
        .chain((2..).map(numbered));
    let taken = |name: &String| parts.iter().any(|part| part.name == *name);
    names.find(|name| !taken(name)).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(count: usize, bytes: usize) -> Vec<(String, usize, usize)> {
        let mut parts = Vec::new();
        divide(&mut parts, "m", "M", (10, count), bytes);
        parts.into_iter().map(|part| (part.name, part.from, part.until)).collect()
    }

    #[test]
    fn what_is_too_long_for_a_page_is_divided_evenly() {
        assert_eq!(parts(7, MOST), [("m".to_owned(), 10, 17)]);
        assert_eq!(parts(7, MOST + 1), [("m-1".to_owned(), 10, 14), ("m-2".to_owned(), 14, 17)]);
        assert_eq!(parts(1, 3 * MOST), [("m-1".to_owned(), 10, 11)]);
    }

    #[test]
    fn every_letter_has_a_name_of_its_own() {
        let names = ["A", "Å", "Ä", "O", "Ö", "#"].map(letter_name);
        assert_eq!(names, ["a", "a-ring", "a-prickar", "o", "o-prickar", "tecken"]);
    }
}
