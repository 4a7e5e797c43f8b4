//! Atom 1.0 (RFC 4287).

use super::escape;
use crate::site::view::{FeedEntry, FeedView};

/// The feed.
pub fn feed(view: &FeedView) -> Vec<u8> {
    let mut xml = Xml(String::with_capacity(1024 + view.entries.len() * 768));
    xml.0.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &view.language)]);
    xml.text("id", &view.id);
    xml.text("title", &view.title);
    xml.text("updated", &view.updated);
    xml.link("self", "application/atom+xml", &view.self_url);
    xml.link("alternate", "text/html", &view.html_url);
    xml.open("author", &[]);
    xml.text("name", &view.author);
    xml.close("author");
    for entry in &view.entries {
        xml.entry(entry);
    }
    xml.close("feed");
    xml.0.into_bytes()
}

/// A document being written.
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
