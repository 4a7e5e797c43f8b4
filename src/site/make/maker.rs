//! What makes a page or a data file: the archive as seen from one address.

use crate::archive::Archive;
use crate::language::Alphabet;
use crate::model::{Address, DocId, PartialDate, address};
use crate::site::overview::Overview;
use crate::site::scale::Recent;
use crate::site::view::{Link, PageHead, PageOf, Prose, WAY};

/// Makes what stands at one address.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    pub archive: &'a Archive,
    pub overview: &'a Overview,
    pub others: &'a dyn OtherPages,
    /// The address.
    pub from: &'a Address,
    /// For a part that stands on several pages: ways lead from the root, marked as such.
    pub(super) anywhere: bool,
    /// What the pages made just before shared.
    pub(super) recent: Option<&'a Recent>,
}

/// What a page may ask about the others.
pub trait OtherPages {
    /// What the page at an address is called; `None` when it goes by the site's name.
    fn name(&self, archive: &Archive, address: &Address) -> Option<String>;

    /// The pages that the sitemap lists, in order of address, each with its document if it is one's.
    fn listed(&self) -> Vec<(&Address, Option<DocId>)>;
}

/// A page's surroundings before they are put together.
pub struct Head {
    /// Without the site's own.
    pub title: String,
    pub description: Option<String>,
    pub breadcrumb: Vec<Link>,
    /// The feed to follow, when it is not the site's.
    pub feed: Option<Address>,
    /// The day, when something on the page depends on it.
    pub as_of: Option<PartialDate>,
}

impl Head {
    /// With nothing but a title.
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
    /// Makes what stands at `from`.
    pub fn new(
        archive: &'a Archive,
        overview: &'a Overview,
        others: &'a dyn OtherPages,
        from: &'a Address,
    ) -> Maker<'a> {
        Maker { archive, overview, others, from, anywhere: false, recent: None }
    }

    /// Makes it near other pages: what they share is made once.
    pub fn near(self, recent: &'a Recent) -> Maker<'a> {
        Maker { recent: Some(recent), ..self }
    }

    /// Makes parts that also stand on other pages.
    pub(super) fn anywhere(&self) -> Maker<'a> {
        Maker { anywhere: true, ..*self }
    }

    /// The way to an address.
    pub fn way(&self, to: &Address) -> String {
        self.way_to(to.as_str())
    }

    /// The way to an address of the site.
    pub fn way_to(&self, to: &str) -> String {
        if self.anywhere {
            let mut way = String::with_capacity(WAY.len_utf8() + to.len());
            way.push(WAY);
            way.push_str(to);
            return way;
        }
        address::relative(self.from.parent(), to)
    }

    /// An address as a URL, when the site knows its own.
    pub fn absolute(&self, address: &str) -> Option<String> {
        self.archive.settings.base_url.as_ref().map(|base| format!("{base}{address}"))
    }

    /// The page that shows `view`.
    pub fn page<V>(&self, head: Head, view: V) -> PageOf<V> {
        let site = &self.archive.settings.title;
        let depth = self.from.as_str().matches('/').count();
        let has_base = self.archive.settings.base_url.is_some();
        let site_feed = || Address::made("feed.xml".to_owned());
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
                feed: has_base.then(|| self.way(&head.feed.unwrap_or_else(site_feed))),
                breadcrumb: head.breadcrumb,
                as_of: head.as_of,
            },
            view,
        }
    }

    /// A heading and an introduction, where an `index.md` of kind `page` gives the page them. An
    /// introduction without any text is none.
    pub fn introduction(&self) -> (Option<String>, Option<Prose>) {
        let Some(id) = self.overview.introductions.get(self.from) else { return (None, None) };
        let linked = self.archive.document(*id);
        let body = &linked.document.body;
        let prose = (!body.text.trim().is_empty()).then(|| self.prose(body, &linked.links));
        (Some(linked.document.common.title.value.clone()), prose)
    }

    /// What the page at an address is called.
    pub fn name_of(&self, address: &Address) -> String {
        let name = self.others.name(self.archive, address);
        name.unwrap_or_else(|| self.archive.settings.title.clone())
    }

    /// A text's language, when it is not the site's.
    pub fn language(&self, language: Option<&str>) -> Option<String> {
        language
            .filter(|language| *language != self.archive.settings.language.tag())
            .map(str::to_owned)
    }

    /// The alphabet of the site's language.
    pub fn alphabet(&self) -> Alphabet {
        Alphabet::of(self.archive.settings.language)
    }

    /// The day for which states are computed.
    pub fn today(&self) -> PartialDate {
        self.archive.today.into()
    }
}
