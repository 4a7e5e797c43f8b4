//! The lists that are divided when they are too long for one page, and where their parts are.

use super::maker::Maker;
use crate::archive::Archive;
use crate::model::{Address, DocId, FocusId, PlaceId};
use crate::site::lists::ListPart;
use crate::site::overview::Overview;
use crate::site::site_names::{DOCUMENTS, address_of_year};
use crate::site::view::Link;

/// The lists that may be divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DividedList {
    All,
    Year(i16),
    Subject(FocusId),
}

impl DividedList {
    /// Its parts.
    pub fn parts(self, overview: &Overview) -> &[ListPart] {
        match self {
            DividedList::All => &overview.all.parts,
            DividedList::Year(year) => {
                overview.long_years.get(&year).map_or(&[], |list| &list.parts)
            }
            DividedList::Subject(id) => {
                overview.long_subjects.get(&id).map_or(&[], |list| &list.parts)
            }
        }
    }

    /// The documents of all its parts, in order.
    pub fn documents<'a>(self, maker: &Maker<'a>) -> &'a [DocId] {
        let overview = maker.overview;
        match self {
            DividedList::All => overview.all.documents(maker.archive),
            DividedList::Year(year) => {
                overview.long_years.get(&year).map_or(&[], |list| &list.documents)
            }
            DividedList::Subject(id) => {
                overview.long_subjects.get(&id).map_or(&[], |list| &list.documents)
            }
        }
    }

    /// The address of its own page, and the folder in which its parts are.
    pub fn own(self, overview: &Overview) -> (String, &'static str) {
        match self {
            DividedList::All => (DOCUMENTS.to_owned(), "bokstav"),
            DividedList::Year(year) => (address_of_year(year), "lan"),
            DividedList::Subject(id) => (overview.focus[id.index()].to_string(), "lan"),
        }
    }

    /// The address of one of its parts.
    pub fn address_of(self, overview: &Overview, part: &ListPart) -> Address {
        let (own, folder) = self.own(overview);
        let own = own.trim_end_matches("index.html");
        Address::made(format!("{own}{folder}/{}.html", part.name))
    }

    /// What it is called.
    pub fn name(self, archive: &Archive, overview: &Overview) -> String {
        let labels = &overview.labels;
        match self {
            DividedList::All => labels.get("documents").to_owned(),
            DividedList::Year(year) => labels.get("year").replace("{year}", &year.to_string()),
            DividedList::Subject(id) => {
                labels.get("subject").replace("{label}", &archive.focus[id.index()].label)
            }
        }
    }
}

/// The anchor of a place in a part.
pub fn anchor_of(archive: &Archive, place: PlaceId) -> String {
    let place = &archive.place(place).place;
    format!("sida-{}-{}", place.kind().as_str(), place.id)
}

impl Maker<'_> {
    /// The name of a part of a list: its letter, beginning or county, with a number if there are
    /// several.
    pub fn name_of_part(&self, part: &ListPart) -> String {
        let title = match part.title.as_str() {
            "" => self.overview.labels.get("no_county"),
            title => title,
        };
        part.number.map_or_else(|| title.to_owned(), |number| format!("{title} ({number})"))
    }

    /// A link to a part of a list.
    pub fn part_link(&self, list: DividedList, part: &ListPart) -> Link {
        let text = self.name_of_part(part);
        Link { text, href: self.way(&list.address_of(self.overview, part)) }
    }
}
