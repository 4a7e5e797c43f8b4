//! Links to places and documents, and the links in prose.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::maker::Maker;
use crate::archive::LinkTarget;
use crate::model::document::Body;
use crate::model::place::PlaceKeys;
use crate::model::{Address, AreaLevel, DocId, PlaceId};
use crate::site::overview::Folder;
use crate::site::view::{DocumentLink, Link, Prose};

impl Maker<'_> {
    /// The link to the start page.
    pub fn start_link(&self) -> Link {
        Link { text: self.overview.labels.get("start").to_owned(), href: self.way_to("index.html") }
    }

    /// The breadcrumb ("Du är här"): the start page, and what follows it.
    pub fn trail(&self, rest: &[(&str, &str)]) -> Vec<Link> {
        let rest = rest
            .iter()
            .map(|(text, address)| Link { text: (*text).to_owned(), href: self.way_to(address) });
        std::iter::once(self.start_link()).chain(rest).collect()
    }

    /// The breadcrumb down to a place, with the folder that lists it and the municipality of a
    /// district.
    pub fn trail_to_place(&self, id: PlaceId, and_itself: bool) -> Vec<Link> {
        let place = self.archive.place(id);
        let mut trail = vec![self.start_link()];
        let listed = place.municipality.unwrap_or(id);
        if let Some(folder) = self.overview.folders.iter().find(|f| f.places.contains(&listed)) {
            trail.push(Link { text: self.folder_heading(folder), href: self.way(&folder.index) });
        }
        if let Some(municipality) = place.municipality {
            trail.push(self.place_link(municipality));
        }
        if and_itself {
            trail.push(self.place_link(id));
        }
        trail
    }

    /// The heading of a folder of places: from its `index.md`, or otherwise after their kind.
    pub fn folder_heading(&self, folder: &Folder) -> String {
        if let Some(id) = self.overview.introductions.get(&folder.index) {
            return self.archive.document(*id).document.common.title.value.clone();
        }
        let labels = &self.overview.labels;
        // If all are of one kind, the first is of that kind.
        let first = folder.places.first().filter(|_| folder.kind.is_some());
        match first.map(|id| &self.archive.place(*id).place.particulars) {
            Some(PlaceKeys::Municipality(_)) => labels.get("municipalities").to_owned(),
            Some(PlaceKeys::PoliceArea(_)) if self.has_levels(&folder.places) => {
                labels.get("police_areas_of_levels").to_owned()
            }
            Some(PlaceKeys::PoliceArea(_)) => labels.get("police_areas").to_owned(),
            Some(PlaceKeys::District(_)) => labels.get("districts").to_owned(),
            None => labels.get("places").to_owned(),
        }
    }

    /// Whether some of these places are police areas of a higher level than the local one.
    pub fn has_levels(&self, places: &[PlaceId]) -> bool {
        places.iter().filter_map(|id| self.area_level(*id)).any(|level| level != AreaLevel::Local)
    }

    /// The level of a place, if it is a police area.
    pub fn area_level(&self, id: PlaceId) -> Option<AreaLevel> {
        match &self.archive.place(id).place.particulars {
            PlaceKeys::PoliceArea(area) => Some(area.level),
            PlaceKeys::Municipality(_) | PlaceKeys::District(_) => None,
        }
    }

    /// Links to the lists of places.
    pub fn place_indexes(&self) -> Vec<Link> {
        let folders = self.overview.folders.iter();
        let link = |folder: &Folder| Link {
            text: self.folder_heading(folder),
            href: self.way(&folder.index),
        };
        folders.map(link).collect()
    }

    /// A link to a place's timeline, with its short name.
    pub fn place_link(&self, id: PlaceId) -> Link {
        let place = self.archive.place(id);
        Link { text: place.short_name().to_owned(), href: self.way(&place.place.address) }
    }

    /// Links to the timelines of places, by name.
    pub fn place_links(&self, ids: &[PlaceId]) -> Vec<Link> {
        self.by_name(ids.iter().map(|id| self.place_link(*id)).collect())
    }

    /// Links in alphabetical order.
    pub fn by_name(&self, mut links: Vec<Link>) -> Vec<Link> {
        // Most entries name one place, and an alphabet takes longer than all else about them.
        if links.len() > 1 {
            let alphabet = self.alphabet();
            links.sort_by(|a, b| alphabet.compare(&a.text, &b.text));
        }
        links
    }

    /// Links to the nearest years before and after one that have a page.
    pub fn nearest_years<T>(
        &self,
        all: &BTreeMap<i16, T>,
        year: i16,
        address: impl Fn(i16) -> Address,
    ) -> (Option<Link>, Option<Link>) {
        let link = |(year, _): (&i16, &T)| Link {
            text: year.to_string(),
            href: self.way(&address(*year)),
        };
        let after = (Bound::Excluded(year), Bound::Unbounded);
        (all.range(..year).next_back().map(link), all.range(after).next().map(link))
    }

    /// A link to a document, in the version that lists show.
    pub fn document_link(&self, id: DocId) -> DocumentLink {
        self.version_link(self.archive.shown(id))
    }

    /// A link to exactly this version of a document.
    pub fn version_link(&self, id: DocId) -> DocumentLink {
        let linked = self.archive.document(id);
        let document = &linked.document;
        DocumentLink {
            text: document.common.title.value.clone(),
            href: self.way(&document.address),
            kind: document.kind,
            called: document.common.called.clone(),
            notice_type: document.notice_type(),
            includes_pledge: document.includes_pledge(),
            date: self.archive.date_shown(linked),
            language: self.language(document.common.language.as_deref()),
            places: Vec::new(),
        }
    }

    /// A link to a document with its places, for lists across places.
    pub fn placed_link(&self, id: DocId) -> DocumentLink {
        let places = self.archive.shown_places(self.archive.document(id));
        let names = places.iter().map(|id| self.archive.place(*id).short_name().to_owned());
        let mut names: Vec<String> = names.collect();
        let alphabet = self.alphabet();
        names.sort_by(|a, b| alphabet.compare(a, b));
        DocumentLink { places: names, ..self.document_link(id) }
    }

    /// Links to documents, in their order.
    pub fn document_links(&self, ids: &[DocId]) -> Vec<DocumentLink> {
        ids.iter().map(|id| self.document_link(*id)).collect()
    }

    /// Links to documents with their places, in their order.
    pub fn placed_links(&self, ids: &[DocId]) -> Vec<DocumentLink> {
        ids.iter().map(|id| self.placed_link(*id)).collect()
    }

    /// Markdown with its links resolved relative to this page.
    pub fn prose(&self, body: &Body, links: &[LinkTarget]) -> Prose {
        Prose {
            text: body.text.clone(),
            hrefs: links.iter().map(|target| self.href(target)).collect(),
        }
    }

    fn href(&self, target: &LinkTarget) -> String {
        let with = |address: &Address, fragment: &Option<String>| {
            let way = self.way(address);
            match fragment {
                Some(fragment) => format!("{way}#{fragment}"),
                None => way,
            }
        };
        match target {
            LinkTarget::External(url) => url.clone(),
            LinkTarget::Own(fragment) => format!("#{fragment}"),
            LinkTarget::Document(id, fragment) => {
                with(&self.archive.document(*id).document.address, fragment)
            }
            LinkTarget::Place(id, fragment) => {
                with(&self.archive.place(*id).place.address, fragment)
            }
            LinkTarget::File(id) => match &self.archive.files[id.index()].file.address {
                Some(address) => self.way(address),
                None => String::new(),
            },
            LinkTarget::Nowhere => String::new(),
        }
    }
}
