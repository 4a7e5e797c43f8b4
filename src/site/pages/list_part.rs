//! A part of a list that is too long for one page: of all documents by letter or beginning, of a
//! year's or a subject's by county.

use serde::Serialize;

use super::kind::PageKind;
use crate::archive::Archive;
use crate::model::Address;
use crate::site::beginnings::{Titled, headings};
use crate::site::fixture::{SIGNS, bare, document_links, link, rich};
use crate::site::lists::place_of;
use crate::site::make::{DividedList, Head, Maker, anchor_of};
use crate::site::overview::Overview;
use crate::site::site_names::{DOCUMENTS, SUBJECTS, YEARS};
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
