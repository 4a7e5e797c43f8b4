//! What makes a page or a data file: the archive as seen from one address.

use crate::archive::Archive;
use crate::language::Alphabet;
use crate::model::{Address, DocId, PartialDate, PlaceId, address};
use crate::site::overview::Overview;
use crate::site::scale::Recent;
use crate::site::view::{Link, PageHead, PageOf, Prose, WAY};

/// Makes what is at one address.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    pub archive: &'a Archive,
    pub overview: &'a Overview,
    pub others: &'a dyn OtherPages,
    /// The address.
    pub from: &'a Address,
    /// The folder of the address. `None` for a part that is on several pages: links are relative to
    /// the root, and marked as such.
    pub(super) folder: Option<&'a str>,
    /// What recently made pages share.
    pub(super) recent: Option<&'a Recent>,
}

/// What a page can find out about the others.
pub trait OtherPages {
    /// The name of the page at an address; `None` if it is named after the site.
    fn name(&self, archive: &Archive, address: &Address) -> Option<String>;

    /// What the sitemap lists, in order of address; a page with its document if it has one.
    fn listed(&self) -> Vec<(&Address, Option<DocId>)>;
}

/// The head of a page before it is completed.
pub struct Head {
    /// Without the site's own title.
    pub title: String,
    pub description: Option<String>,
    pub breadcrumb: Vec<Link>,
    /// The place whose feed to follow, if it is not the site's.
    pub feed: Option<PlaceId>,
    /// The date, if something on the page depends on it.
    pub as_of: Option<PartialDate>,
}

impl Head {
    /// A head with only a title.
    pub fn titled(title: impl Into<String>) -> Head {
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
    /// Makes what is at `from`.
    pub fn new(
        archive: &'a Archive,
        overview: &'a Overview,
        others: &'a dyn OtherPages,
        from: &'a Address,
    ) -> Maker<'a> {
        Maker { archive, overview, others, from, folder: Some(from.parent()), recent: None }
    }

    /// Makes it together with other pages, so that what they share is made once.
    pub fn near(self, recent: &'a Recent) -> Maker<'a> {
        Maker { recent: Some(recent), ..self }
    }

    /// Makes parts that are also on other pages.
    pub(super) fn anywhere(&self) -> Maker<'a> {
        Maker { folder: None, ..*self }
    }

    /// The link to an address.
    pub fn way(&self, to: &Address) -> String {
        self.way_to(to.as_str())
    }

    /// The link to an address of the site, given as text.
    pub fn way_to(&self, to: &str) -> String {
        match self.folder {
            Some(folder) => address::relative(folder, to),
            None => [WAY.encode_utf8(&mut [0; 4]), to].concat(),
        }
    }

    /// An address as a URL, if the site's own address is known.
    pub fn absolute(&self, address: &str) -> Option<String> {
        self.archive.settings.base_url.as_ref().map(|base| format!("{base}{address}"))
    }

    /// The page that shows `view`.
    pub fn page<V>(&self, head: Head, view: V) -> PageOf<V> {
        let site = &self.archive.settings.title;
        let depth = self.from.as_str().matches('/').count();
        let has_base = self.archive.settings.base_url.is_some();
        let followed = head.feed.map(|id| &self.archive.place(id).place);
        let folder = followed.map_or("", |place| place.address.parent());
        let followed = followed.map_or(site, |place| &place.common.title.value);
        PageOf {
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
                feed: has_base.then(|| self.way_to(&format!("{folder}feed.xml"))),
                feed_title: has_base.then(|| followed.clone()),
                breadcrumb: head.breadcrumb,
                as_of: head.as_of,
            },
            view,
        }
    }

    /// The heading and introduction from an `index.md` of kind `page`, if there is one. An
    /// introduction without text counts as none.
    pub fn introduction(&self) -> (Option<String>, Option<Prose>) {
        let Some(id) = self.overview.introductions.get(self.from) else { return (None, None) };
        let linked = self.archive.document(*id);
        let body = &linked.document.body;
        let prose = (!body.text.trim().is_empty()).then(|| self.prose(body, &linked.links));
        (Some(linked.document.common.title.value.clone()), prose)
    }

    /// The name of the page at an address.
    pub fn name_of(&self, address: &Address) -> String {
        let name = self.others.name(self.archive, address);
        name.unwrap_or_else(|| self.archive.settings.title.clone())
    }

    /// The language of a text, if it is not the site's.
    pub fn language(&self, language: Option<&str>) -> Option<String> {
        language
            .filter(|language| *language != self.archive.settings.language.tag())
            .map(str::to_owned)
    }

    /// The alphabet of the site's language.
    pub fn alphabet(&self) -> Alphabet {
        Alphabet::of(self.archive.settings.language)
    }

    /// The date for which states are computed.
    pub fn today(&self) -> PartialDate {
        self.archive.today.into()
    }
}
