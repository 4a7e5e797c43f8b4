//! Views made from the archive when asked for, one page at a time.

mod chain;
mod chart;
mod document;
mod elsewhere;
mod entry;
mod feeds;
mod listed;
mod lists;
mod missing;
mod outcomes;
mod place;
mod provenance;
mod statement;
mod timeline_json;

use super::page::Page;
use super::plan::Plan;
use super::recent::Recent;
use super::view::{Body, DocumentLink, Link, NotFoundView, PageHead, Prose, View, WAY};
use crate::archive::{Archive, LinkTarget};
use crate::model::document::Body as Markdown;
use crate::model::{Address, DocId, PartialDate, PlaceId, State};
use crate::site::view::EntryType;

pub use feeds::{feed, sitemap};
pub use missing::missing;
pub use timeline_json::timeline_json;

/// The view behind a page; `None` for what is no HTML page: data, feeds, files, assets and copies.
pub fn view(
    archive: &Archive,
    plan: &Plan,
    address: &Address,
    page: &Page,
    recent: &Recent,
) -> Option<View> {
    let maker = Maker { recent: Some(recent), ..Maker::new(archive, plan, address) };
    Some(match page {
        Page::Start => maker.start(),
        Page::PlaceIndex(folder) => maker.place_index(*folder),
        Page::Timeline(place) => maker.timeline(*place),
        Page::Embed(place) => maker.embed(*place),
        Page::PlaceYear(place, year) => maker.place_year(*place, *year),
        Page::Document(id) => maker.document(*id),
        Page::Years => maker.years(),
        Page::Year(year) => maker.year(*year),
        Page::FocusIndex => maker.focus_index(),
        Page::Focus(id) => maker.focus(*id),
        Page::AllDocuments => maker.all_documents(),
        Page::Accessibility => maker.accessibility(),
        Page::NotFound => maker.not_found(Vec::new()),
        Page::Moved(to) => maker.redirect(to, false),
        Page::Emptied(to) => maker.redirect(to, true),
        Page::Withdrawn(n) => maker.withdrawn(*n)?,
        Page::TimelineData(_)
        | Page::PlaceFeed(_)
        | Page::SiteFeed
        | Page::Sitemap
        | Page::SitemapPart(_)
        | Page::Robots
        | Page::File(_)
        | Page::Asset(_)
        | Page::Copy(_) => return None,
    })
}

/// Makes the view of the page at one address.
struct Maker<'a> {
    archive: &'a Archive,
    plan: &'a Plan,
    from: &'a Address,
    /// For a part that stands on several pages: ways lead from the root, marked as such.
    anywhere: bool,
    recent: Option<&'a Recent>,
}

/// A page's surroundings before they are put together.
struct Head {
    /// Without the site's own.
    title: String,
    description: Option<String>,
    breadcrumb: Vec<Link>,
    feed: Option<Address>,
    as_of: Option<PartialDate>,
}

impl Head {
    fn titled(title: impl Into<String>) -> Head {
        Head {
            title: title.into(),
            description: None,
            breadcrumb: Vec::new(),
            feed: None,
            as_of: None,
        }
    }
}

impl<'a> Maker<'a> {
    fn new(archive: &'a Archive, plan: &'a Plan, from: &'a Address) -> Maker<'a> {
        Maker { archive, plan, from, anywhere: false, recent: None }
    }

    fn way(&self, to: &Address) -> String {
        self.way_to(to.as_str())
    }

    fn way_to(&self, to: &str) -> String {
        if self.anywhere {
            let mut way = String::with_capacity(WAY.len_utf8() + to.len());
            way.push(WAY);
            way.push_str(to);
            return way;
        }
        crate::model::address::relative(self.from.parent(), to)
    }

    /// What makes parts that also stand on other pages.
    fn anywhere(&self) -> Maker<'a> {
        Maker { anywhere: true, ..*self }
    }

    fn absolute(&self, address: &str) -> Option<String> {
        self.archive.settings.base_url.as_ref().map(|base| format!("{base}{address}"))
    }

    fn view(&self, head: Head, body: Body) -> View {
        let site = &self.archive.settings.title;
        let depth = self.from.as_str().matches('/').count();
        let has_base = self.archive.settings.base_url.is_some();
        let site_feed = || Address::made("feed.xml".to_owned());
        View {
            page: PageHead {
                address: self.from.clone(),
                root: "../".repeat(depth),
                title: if head.title.is_empty() {
                    site.clone()
                } else {
                    format!("{} – {site}", head.title)
                },
                description: head.description,
                canonical: self.absolute(self.from.as_str()),
                feed: has_base.then(|| self.way(&head.feed.unwrap_or_else(site_feed))),
                breadcrumb: head.breadcrumb,
                as_of: head.as_of,
            },
            view: body,
        }
    }

    fn start_link(&self) -> Link {
        Link { text: self.plan.labels.start.clone(), href: self.way_to("index.html") }
    }

    /// "Du är här" down to a folder's index.
    fn trail(&self, rest: &[(&str, &str)]) -> Vec<Link> {
        let rest = rest
            .iter()
            .map(|(text, address)| Link { text: (*text).to_owned(), href: self.way_to(address) });
        std::iter::once(self.start_link()).chain(rest).collect()
    }

    /// "Du är här" down to a place, with the folder that lists it and the municipality of a
    /// district.
    fn trail_to_place(&self, id: PlaceId, and_itself: bool) -> Vec<Link> {
        let place = self.archive.place(id);
        let mut trail = vec![self.start_link()];
        let listed = place.municipality.unwrap_or(id);
        if let Some(folder) = self.plan.folders.iter().find(|f| f.places.contains(&listed)) {
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

    fn folder_heading(&self, folder: &super::Folder) -> String {
        use crate::model::Kind;
        if let Some(id) = self.plan.introductions.get(&folder.index) {
            return self.archive.document(*id).document.common.title.value.clone();
        }
        let labels = &self.plan.labels;
        match folder.kind {
            Some(Kind::Municipality) => labels.municipalities.clone(),
            Some(Kind::PoliceArea) => labels.police_areas.clone(),
            Some(Kind::District) => labels.districts.clone(),
            _ => labels.places.clone(),
        }
    }

    /// To a place's timeline, by its short name.
    fn place_link(&self, id: PlaceId) -> Link {
        let place = self.archive.place(id);
        Link { text: place.short_name().to_owned(), href: self.way(&place.place.address) }
    }

    fn place_links(&self, ids: &[PlaceId]) -> Vec<Link> {
        ids.iter().map(|id| self.place_link(*id)).collect()
    }

    fn document_link(&self, id: DocId) -> DocumentLink {
        let linked = self.archive.document(id);
        let document = &linked.document;
        DocumentLink {
            text: document.common.title.value.clone(),
            href: self.way(&document.address),
            kind: document.kind,
            date: linked.date_as_known(),
            language: self.language(document.common.language.as_deref()),
            places: Vec::new(),
        }
    }

    /// To a document, with its places, for lists across places.
    fn placed_link(&self, id: DocId) -> DocumentLink {
        let linked = self.archive.document(id);
        let places = if linked.municipalities.is_empty() {
            &linked.police_areas
        } else {
            &linked.municipalities
        };
        let names = places.iter().map(|id| self.archive.place(*id).short_name().to_owned());
        DocumentLink { places: names.collect(), ..self.document_link(id) }
    }

    fn document_links(&self, ids: &[DocId]) -> Vec<DocumentLink> {
        ids.iter().map(|id| self.document_link(*id)).collect()
    }

    fn placed_links(&self, ids: &[DocId]) -> Vec<DocumentLink> {
        ids.iter().map(|id| self.placed_link(*id)).collect()
    }

    /// A text's language, when it is not the site's.
    fn language(&self, language: Option<&str>) -> Option<String> {
        language
            .filter(|language| *language != self.archive.settings.language.tag())
            .map(str::to_owned)
    }

    /// Markdown with its links resolved as seen from this page.
    fn prose(&self, body: &Markdown, links: &[LinkTarget]) -> Prose {
        Prose {
            text: body.text.clone(),
            hrefs: links.iter().map(|target| self.href(target)).collect(),
        }
    }

    /// A place's or index's introduction, when there is any text.
    fn introduction(&self, address: &Address) -> (Option<String>, Option<Prose>) {
        let Some(id) = self.plan.introductions.get(address) else { return (None, None) };
        let linked = self.archive.document(*id);
        let body = &linked.document.body;
        let prose = (!body.text.trim().is_empty()).then(|| self.prose(body, &linked.links));
        (Some(linked.document.common.title.value.clone()), prose)
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

    fn today(&self) -> PartialDate {
        self.archive.today.into()
    }

    /// Whether a later day could change what is said of a document's state.
    fn state_depends_on_day(&self, id: DocId) -> bool {
        let linked = self.archive.document(id);
        let period = linked.document.agreement().and_then(|agreement| agreement.period.value);
        match linked.state {
            Some(State::Upcoming | State::InForce) => true,
            Some(State::Unknown) => period.is_some(),
            _ => false,
        }
    }
}
