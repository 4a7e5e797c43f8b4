//! `feed.xml`: what was last published, for a place or for the whole site, as Atom 1.0 (RFC 4287).
//! Only a site that knows its own address has feeds.

use std::cmp::Reverse;

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::escape;
use crate::model::{Address, DocId, PartialDate, PlaceId};
use crate::site::make::{Maker, updated};
use crate::site::overview::Overview;

/// The number of entries: the newest by `updated`.
const ENTRIES: usize = 50;

/// The feed of a place, or of the whole site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedFile {
    place: Option<PlaceId>,
}

/// The feed of a place or of the whole site: only documents, and of these the newest 50.
#[derive(Debug, Clone, Hash)]
pub struct Feed {
    /// The absolute address of the feed, which is also its id.
    pub id: String,
    pub title: String,
    /// The absolute address of the page that it follows.
    pub html_url: String,
    pub self_url: String,
    /// `2026-11-22T00:00:00Z`: that of the newest entry, or a fixed date if the feed is empty.
    pub updated: String,
    /// Who is responsible for the site.
    pub author: String,
    pub language: String,
    pub entries: Vec<FeedEntry>,
}

/// A document in a feed.
#[derive(Debug, Clone, Hash)]
pub struct FeedEntry {
    /// `base_url` and the first alias, otherwise the address, so that it remains when the document
    /// moves.
    pub id: String,
    pub title: String,
    pub url: String,
    /// `T00:00:00Z`
    pub updated: String,
    pub summary: Option<String>,
    /// Subject labels.
    pub categories: Vec<String>,
    /// If it is not the site's.
    pub language: Option<String>,
}

impl OutputKind for FeedFile {
    type Data<'a> = Feed;
    const KNOWN_BY_ITS_ADDRESS: bool = true;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, FeedFile)> {
        let places = archive.places.iter().enumerate();
        let folders =
            places.map(|(n, place)| (place.place.address.parent(), Some(PlaceId::nth(n))));
        let feeds = [("", None)].into_iter().chain(folders).map(|(folder, place)| {
            (Address::made(format!("{folder}feed.xml")), FeedFile { place })
        });
        feeds.filter(|_| archive.settings.base_url.is_some())
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<Feed> {
        let (archive, address) = (maker.archive, maker.from);
        let base = archive.settings.base_url.as_ref()?;
        let ids: Vec<DocId> = match self.place {
            Some(place) => archive.place(place).documents.clone(),
            None => archive.published().map(|(id, _)| id).collect(),
        };
        let mut dated: Vec<(PartialDate, DocId)> =
            ids.into_iter().filter_map(|id| Some((updated(archive.document(id))?, id))).collect();
        dated.sort_by_key(|(date, id)| (Reverse(date.first_day()), *id));
        dated.truncate(ENTRIES);
        let title = match self.place {
            Some(place) => {
                let title = &archive.place(place).place.common.title.value;
                format!("{title} – {}", archive.settings.title)
            }
            None => archive.settings.title.clone(),
        };
        let page = match self.place {
            Some(place) => archive.place(place).place.address.to_string(),
            None => "index.html".to_owned(),
        };
        Some(Feed {
            id: format!("{base}{address}"),
            self_url: format!("{base}{address}"),
            html_url: format!("{base}{page}"),
            title,
            updated: dated
                .first()
                .map_or_else(|| "2015-01-01T00:00:00Z".to_owned(), |(date, _)| instant(*date)),
            author: archive
                .settings
                .publisher
                .clone()
                .unwrap_or_else(|| archive.settings.title.clone()),
            language: archive.settings.language.tag().to_owned(),
            entries: dated.into_iter().map(|(date, id)| entry(maker, base, date, id)).collect(),
        })
    }

    fn bytes(feed: &Feed) -> Vec<u8> {
        let mut xml = Xml(String::with_capacity(1024 + feed.entries.len() * 768));
        xml.0.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &feed.language)]);
        xml.text("id", &feed.id);
        xml.text("title", &feed.title);
        xml.text("updated", &feed.updated);
        xml.link("self", "application/atom+xml", &feed.self_url);
        xml.link("alternate", "text/html", &feed.html_url);
        xml.open("author", &[]);
        xml.text("name", &feed.author);
        xml.close("author");
        for entry in &feed.entries {
            xml.entry(entry);
        }
        xml.close("feed");
        xml.0.into_bytes()
    }
}

/// The first day of a partial date, as an instant.
fn instant(date: PartialDate) -> String {
    format!("{}T00:00:00Z", date.first_day())
}

/// The entry of a document.
fn entry(maker: &Maker<'_>, base: &str, date: PartialDate, id: DocId) -> FeedEntry {
    let linked = maker.archive.document(id);
    let version = &maker.archive.document(maker.archive.shown(id)).document;
    let first_alias = linked.document.common.aliases.iter().find(|alias| !alias.ends_with('/'));
    let known_by = first_alias
        .map_or_else(|| linked.document.address.to_string(), |alias| alias.value.clone());
    FeedEntry {
        id: format!("{base}{known_by}"),
        title: version.common.title.value.clone(),
        url: format!("{base}{}", version.address),
        updated: instant(date),
        summary: version.common.summary.as_ref().map(|summary| summary.value.clone()),
        categories: linked
            .focus
            .iter()
            .map(|focus| maker.archive.focus[focus.index()].label.clone())
            .collect(),
        language: maker.language(version.common.language.as_deref()),
    }
}

/// An XML document being written.
struct Xml(String);

impl Xml {
    fn entry(&mut self, entry: &FeedEntry) {
        match &entry.language {
            Some(language) => self.open("entry", &[("xml:lang", language)]),
            None => self.open("entry", &[]),
        }
        self.text("id", &entry.id);
        self.text("title", &entry.title);
        self.text("updated", &entry.updated);
        self.link("alternate", "text/html", &entry.url);
        if let Some(summary) = &entry.summary {
            self.text("summary", summary);
        }
        for category in &entry.categories {
            self.tag("category", &[("term", category)], "/>\n");
        }
        self.close("entry");
    }

    fn link(&mut self, rel: &str, media_type: &str, href: &str) {
        self.tag("link", &[("rel", rel), ("type", media_type), ("href", href)], "/>\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.tag(name, &[], ">");
        escape::xml(text, &mut self.0);
        self.close(name);
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">\n");
    }

    fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            escape::xml(value, &mut self.0);
            self.0.push('"');
        }
        self.0.push_str(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_atom_with_every_text_escaped() {
        let feed = Feed {
            id: "https://www.exempel.se/a/feed.xml".to_owned(),
            title: "Eskilstuna & <Torshälla>".to_owned(),
            html_url: "https://www.exempel.se/a/index.html".to_owned(),
            self_url: "https://www.exempel.se/a/feed.xml".to_owned(),
            updated: "2018-02-01T00:00:00Z".to_owned(),
            author: "Eskilstuna kommun".to_owned(),
            language: "sv".to_owned(),
            entries: vec![FeedEntry {
                id: "https://www.exempel.se/a/2018/lofte.html".to_owned(),
                title: "Löfte\u{8} \"2018\"".to_owned(),
                url: "https://www.exempel.se/a/2018/lofte.html?a=1&b=2".to_owned(),
                updated: "2018-02-01T00:00:00Z".to_owned(),
                summary: Some("Kort & gott".to_owned()),
                categories: vec!["unga".to_owned()],
                language: Some("en".to_owned()),
            }],
        };
        assert_eq!(
            String::from_utf8(FeedFile::bytes(&feed)).unwrap(),
            r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
<id>https://www.exempel.se/a/feed.xml</id>
<title>Eskilstuna &amp; &lt;Torshälla&gt;</title>
<updated>2018-02-01T00:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://www.exempel.se/a/feed.xml"/>
<link rel="alternate" type="text/html" href="https://www.exempel.se/a/index.html"/>
<author>
<name>Eskilstuna kommun</name>
</author>
<entry xml:lang="en">
<id>https://www.exempel.se/a/2018/lofte.html</id>
<title>Löfte &quot;2018&quot;</title>
<updated>2018-02-01T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://www.exempel.se/a/2018/lofte.html?a=1&amp;b=2"/>
<summary>Kort &amp; gott</summary>
<category term="unga"/>
</entry>
</feed>
"#
        );
    }
}
