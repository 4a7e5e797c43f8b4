//! A part of a list that is too long for one page: of all documents by letter or beginning, of a
//! year's or a subject's by county.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::{Address, DocId, FocusId, PlaceId};
use crate::site::beginnings::{Titled, headings};
use crate::site::fixture::{SIGNS, bare, document_links, link, rich};
use crate::site::lists::{ListPart, place_of};
use crate::site::make::{Head, Maker};
use crate::site::overview::{DOCUMENTS, Overview, SUBJECTS, YEARS, address_of_year};
use crate::site::view::{DocumentLink, Link, PageOf};

/// So many documents under a letter there must be for each heading by what they begin with; more
/// headings would be in the way.
const HEADED: usize = 5;

/// A part of a list, by its index there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPartPage {
    list: DividedList,
    part: usize,
}

/// The lists that may be divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DividedList {
    All,
    Year(i16),
    Subject(FocusId),
}

/// What it shows.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ListPartView {
    pub title: String,
    /// The page with the whole list.
    pub whole: Link,
    pub groups: Vec<ListGroup>,
    pub documents: u32,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// The documents of one place, or whose titles begin alike.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ListGroup {
    pub place: Option<Link>,
    /// The place's anchor.
    pub anchor: Option<String>,
    /// What the titles begin with, if there are many under the letter.
    pub beginning: Option<String>,
    pub documents: Vec<DocumentLink>,
}

impl DividedList {
    /// Its parts, and all of its documents.
    fn parts(self, overview: &Overview) -> &[ListPart] {
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

    fn documents<'a>(self, maker: &Maker<'a>) -> &'a [DocId] {
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
    fn own(self, overview: &Overview) -> (String, &'static str) {
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

    fn name(self, archive: &Archive, overview: &Overview) -> String {
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

impl PageKind for ListPartPage {
    type View = ListPartView;
    const TEMPLATE: &'static str = "list-part.html";
    const LISTED: bool = true;
    const KEPT: bool = false;
    const GIVES_WAY: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(
        _: &Archive,
        overview: &Overview,
    ) -> impl Iterator<Item = (Address, ListPartPage)> {
        let years = overview.long_years.keys().map(|year| DividedList::Year(*year));
        let subjects = overview.long_subjects.keys().map(|id| DividedList::Subject(*id));
        let lists = std::iter::once(DividedList::All).chain(years).chain(subjects);
        lists.flat_map(move |list| {
            let parts = list.parts(overview).iter().enumerate();
            parts.map(move |(n, part)| {
                (list.address_of(overview, part), ListPartPage { list, part: n })
            })
        })
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<ListPartView> {
        let (list, archive) = (self.list, maker.archive);
        let parts = list.parts(maker.overview);
        let part = &parts[self.part];
        let ids = list.documents(maker).get(part.from..part.until).unwrap_or_default();
        let mut groups: Vec<ListGroup> = Vec::new();
        let mut last = None;
        let alphabet = maker.alphabet();
        let titles = ids.iter().map(|id| Titled::new(*id, archive.title(*id), 0));
        let beginnings = match list {
            DividedList::All => headings(&alphabet, titles),
            DividedList::Year(_) | DividedList::Subject(_) => Vec::new(),
        };
        let helps = (2..=ids.len() / HEADED).contains(&beginnings.len());
        let mut beginnings = beginnings.into_iter().filter(|_| helps);
        // How many of the documents follow under the same heading.
        let mut left = 0;
        for id in ids {
            let place = match list {
                DividedList::All => None,
                DividedList::Year(_) | DividedList::Subject(_) => place_of(archive.document(*id)),
            };
            let beginning = if left == 0 { beginnings.next() } else { None };
            if groups.is_empty() || place != last || beginning.is_some() {
                left = beginning.as_ref().map_or(0, |(_, count)| *count);
                groups.push(ListGroup {
                    place: place.map(|place| maker.place_link(place)),
                    anchor: place.map(|place| anchor_of(archive, place)),
                    beginning: beginning.map(|(heading, _)| heading),
                    documents: Vec::new(),
                });
                last = place;
            }
            left = left.saturating_sub(1);
            let link = match list {
                DividedList::All => maker.placed_link(*id),
                DividedList::Year(_) | DividedList::Subject(_) => maker.document_link(*id),
            };
            if let Some(group) = groups.last_mut() {
                group.documents.push(link);
            }
        }
        let (own, _) = list.own(maker.overview);
        let whole = Link { text: list.name(archive, maker.overview), href: maker.way_to(&own) };
        let labels = &maker.overview.labels;
        let breadcrumb = match list {
            DividedList::All => maker.trail(&[(&whole.text, DOCUMENTS)]),
            DividedList::Year(_) => {
                maker.trail(&[(labels.get("years"), YEARS), (&whole.text, &own)])
            }
            DividedList::Subject(_) => {
                maker.trail(&[(labels.get("subjects"), SUBJECTS), (&whole.text, &own)])
            }
        };
        let title = format!("{}: {}", whole.text, maker.name_of_part(part));
        let neighbour =
            |n: Option<usize>| n.and_then(|n| parts.get(n)).map(|part| maker.part_link(list, part));
        let view = ListPartView {
            title: title.clone(),
            whole,
            groups,
            documents: u32::try_from(ids.len()).unwrap_or(u32::MAX),
            previous: neighbour(self.part.checked_sub(1)),
            next: neighbour(self.part.checked_add(1)),
        };
        maker.page(Head { breadcrumb, ..Head::titled(title) }, view)
    }

    fn fixture() -> Vec<PageOf<ListPartView>> {
        let group = ListGroup {
            place: Some(link("Eskilstuna", "../../../kommuner/eskilstuna/index.html")),
            anchor: Some("sida-municipality-eskilstuna".to_owned()),
            beginning: None,
            documents: document_links(),
        };
        let beginning = |text: &str| ListGroup {
            place: None,
            anchor: None,
            beginning: Some(text.to_owned()),
            documents: document_links(),
        };
        let full = ListPartView {
            title: SIGNS.to_owned(),
            whole: link(SIGNS, "../index.html"),
            groups: vec![
                group,
                ListGroup { beginning: None, ..beginning("") },
                beginning(SIGNS),
                beginning("Medborgarlöfte H…"),
            ],
            documents: 2,
            previous: Some(link("Medborgarlöfte A–G", "m-medborgarlofte-a.html")),
            next: Some(link("N", "n.html")),
        };
        let empty = ListPartView {
            title: SIGNS.to_owned(),
            whole: link(SIGNS, "../index.html"),
            groups: Vec::new(),
            documents: 0,
            previous: None,
            next: None,
        };
        vec![
            rich("handlingar/bokstav/m-medborgarlofte-h.html", "Lista", full),
            bare("ar/2018/lan/tom.html", "Lista", empty),
        ]
    }
}
