//! The elements of a part of a word processor's file, as a tree, with the names as they are without
//! their prefixes.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::import::imported::Unimportable;

/// An element with what it contains.
#[derive(Debug, Default)]
pub struct XmlElement {
    /// Without prefix.
    pub name: String,
    /// By their names without prefix, in the order of the file.
    attributes: Vec<(String, String)>,
    pub children: Vec<XmlNode>,
}

/// What an element contains.
#[derive(Debug)]
pub enum XmlNode {
    Element(XmlElement),
    Text(String),
}

/// A tree of more nodes than this takes more memory than its file is worth: a document of a thousand
/// pages has a third of them.
const MOST_NODES: usize = 1_500_000;

/// Elements deeper than this are lifted to this depth; no word processor writes so.
const DEEPEST: usize = 200;

impl XmlElement {
    /// The root of a document. What is not well-formed ends it; `None` if it does not even begin.
    /// Fails if it has too many nodes.
    pub fn parse(bytes: &[u8]) -> Result<Option<XmlElement>, Unimportable> {
        let Ok(text) = std::str::from_utf8(bytes) else { return Ok(None) };
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().check_end_names = false;
        let mut open = vec![XmlElement::default()];
        // How many elements are open beyond the deepest that are kept.
        let mut beyond = 0_usize;
        let mut nodes = 0_usize;
        loop {
            nodes += 1;
            if nodes > MOST_NODES {
                return Err(Unimportable::TooLarge);
            }
            match reader.read_event() {
                Ok(Event::Start(start)) if open.len() < DEEPEST => open.push(element(&start)),
                Ok(Event::Start(_)) => beyond += 1,
                Ok(Event::Empty(start)) => add(&mut open, XmlNode::Element(element(&start))),
                Ok(Event::End(_)) if beyond > 0 => beyond -= 1,
                Ok(Event::End(_)) => close(&mut open),
                Ok(Event::Text(text)) => add(&mut open, XmlNode::Text((*text).to_owned())),
                Ok(Event::CData(text)) => add(&mut open, XmlNode::Text((*text).to_owned())),
                Ok(Event::GeneralRef(reference)) => {
                    add(&mut open, XmlNode::Text(resolved(&reference)));
                }
                Ok(Event::Comment(_) | Event::Decl(_) | Event::DocType(_) | Event::PI(_)) => {}
                Ok(Event::Eof) | Err(_) => break,
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        let children = open.pop().map(|document| document.children).unwrap_or_default();
        Ok(children.into_iter().find_map(|child| match child {
            XmlNode::Element(root) => Some(root),
            XmlNode::Text(_) => None,
        }))
    }

    /// The elements directly in it.
    pub fn elements(&self) -> impl Iterator<Item = &XmlElement> {
        self.children.iter().filter_map(|child| match child {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// The first element of this name directly in it.
    pub fn child(&self, name: &str) -> Option<&XmlElement> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of this name anywhere in it, itself included.
    pub fn find(&self, name: &str) -> Option<&XmlElement> {
        if self.name == name {
            return Some(self);
        }
        self.elements().find_map(|element| element.find(name))
    }

    /// All text in it, with one line for each paragraph.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text.trim().to_owned()
    }

    fn add_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                XmlNode::Text(own) => text.push_str(own),
                XmlNode::Element(element) => element.add_text(text),
            }
        }
        if self.name == "p" {
            text.push('\n');
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| &**value)
    }

    /// The value of an element that says one thing, such as `<w:ilvl w:val="1"/>`.
    pub fn value_of(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether it holds an element that turns something on; one may also turn it off again.
    pub fn turns_on(&self, name: &str) -> bool {
        let off = |value: &str| matches!(value, "0" | "false" | "off" | "none");
        self.child(name).is_some_and(|element| !element.attribute("val").is_some_and(off))
    }
}

fn close(open: &mut Vec<XmlElement>) {
    if open.len() > 1
        && let Some(closed) = open.pop()
    {
        add(open, XmlNode::Element(closed));
    }
}

fn add(open: &mut [XmlElement], child: XmlNode) {
    if let Some(innermost) = open.last_mut() {
        innermost.children.push(child);
    }
}

fn element(start: &BytesStart<'_>) -> XmlElement {
    let attributes = start.attributes().filter_map(Result::ok).map(|attribute| {
        let name = local(attribute.key.as_ref());
        (name, unescaped(&attribute.value))
    });
    let attributes = attributes.collect();
    XmlElement { name: local(start.name().as_ref()), attributes, children: Vec::new() }
}

fn local(name: &str) -> String {
    name.rsplit_once(':').map_or(name, |(_, name)| name).to_owned()
}

fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |it| it.into_owned())
}

fn resolved(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => character.to_string(),
        Ok(None) | Err(_) => resolve_predefined_entity(reference).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_prefixes_and_depth_its_danger() {
        let root = XmlElement::parse(b"<a:b xmlns:a='x'><a:c w:val='1 &amp; 2'/>&#229;</a:b>");
        let root = root.unwrap().unwrap();
        assert_eq!((&*root.name, root.value_of("c")), ("b", Some("1 & 2")));
        let deep = format!("{}x{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        assert!(XmlElement::parse(deep.as_bytes()).unwrap().is_some());
        assert!(XmlElement::parse(b"text").unwrap().is_none());
        let many = format!("<a>{}</a>", "<b/>".repeat(MOST_NODES));
        assert!(XmlElement::parse(many.as_bytes()).is_err());
    }
}
