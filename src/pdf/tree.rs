//! The elements of a page's `main`, as the theme wrote them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with what it contains.
#[derive(Debug, Default)]
pub struct PageElement {
    /// In lower case.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Child>,
}

/// What an element contains.
#[derive(Debug)]
pub enum Child {
    Element(PageElement),
    /// With references replaced by what they stand for.
    Text(String),
}

impl PageElement {
    /// An attribute's value; empty for one that is only named.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the element is of a class.
    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|own| own.split_ascii_whitespace().any(|c| c == class))
    }

    /// Whether it is shown to nobody, is a picture beside words that say the same, or is of use on a
    /// screen only.
    pub fn is_unseen(&self) -> bool {
        matches!(self.name.as_str(), "svg" | "script" | "style" | "template" | "head")
            || self.attribute("hidden").is_some()
            || self.has_class("here")
    }

    /// All that is shown of the text in it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(own) => text.push_str(own),
                Child::Element(element) if element.is_unseen() => {}
                Child::Element(element) => element.add_text(text),
            }
        }
    }

    /// The first element of a name, itself included.
    pub fn find(&self, name: &str) -> Option<&PageElement> {
        if self.name == name {
            return Some(self);
        }
        self.elements().find_map(|element| element.find(name))
    }

    /// The elements directly in it.
    pub fn elements(&self) -> impl Iterator<Item = &PageElement> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }
}

/// Elements that have no end tag.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Reads a page. What is not well-formed is read as far as it can be: an end tag closes the
/// innermost element of its name, and one without such an element closes nothing.
pub fn read(html: &str) -> PageElement {
    let mut reader = Reader::from_str(html);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    // The open elements, the innermost last; the first is the page.
    let mut open = vec![PageElement::default()];
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let element = element(&start);
                if VOID.contains(&element.name.as_str()) {
                    add(&mut open, Child::Element(element));
                } else {
                    open.push(element);
                }
            }
            Ok(Event::Empty(start)) => add(&mut open, Child::Element(element(&start))),
            Ok(Event::End(end)) => {
                let name = name(end.name().as_ref());
                if open.iter().skip(1).any(|element| element.name == name) {
                    while close(&mut open).is_some_and(|closed| closed != name) {}
                }
            }
            Ok(Event::Text(text)) => {
                add(&mut open, Child::Text((*text).to_owned()));
            }
            Ok(Event::CData(text)) => {
                add(&mut open, Child::Text((*text).to_owned()));
            }
            Ok(Event::GeneralRef(reference)) => {
                add(&mut open, Child::Text(resolved(&reference)));
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::DocType(_) | Event::PI(_)) => {}
            Ok(Event::Eof) | Err(_) => break,
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().unwrap_or_default()
}

/// Closes the innermost element, unless it is the page, and returns its name.
fn close(open: &mut Vec<PageElement>) -> Option<String> {
    if open.len() < 2 {
        return None;
    }
    let closed = open.pop()?;
    let name = closed.name.clone();
    add(open, Child::Element(closed));
    Some(name)
}

fn add(open: &mut [PageElement], child: Child) {
    if let Some(innermost) = open.last_mut() {
        innermost.children.push(child);
    }
}

fn name(written: &str) -> String {
    written.to_ascii_lowercase()
}

fn element(start: &BytesStart<'_>) -> PageElement {
    let mut attributes = Vec::new();
    for attribute in start.html_attributes().with_checks(false).filter_map(Result::ok) {
        let value = with_references_resolved(&attribute.value);
        attributes.push((name(attribute.key.as_ref()), value));
    }
    PageElement { name: name(start.name().as_ref()), attributes, children: Vec::new() }
}

fn with_references_resolved(text: &str) -> String {
    let mut resolved_text = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        resolved_text.push_str(before);
        match after.split_once(';') {
            Some((reference, after)) if reference.len() < 12 => {
                resolved_text.push_str(&resolved(reference));
                rest = after;
            }
            Some(_) | None => {
                resolved_text.push('&');
                rest = after;
            }
        }
    }
    resolved_text.push_str(rest);
    resolved_text
}

/// What a reference stands for: those that the program writes, and what else themes use. Any other
/// is left as it is written.
fn resolved(reference: &str) -> String {
    let number =
        reference.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
            None => digits.parse().ok(),
        });
    let named = match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "shy" => Some('\u{ad}'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "middot" => Some('·'),
        "rarr" => Some('→'),
        "larr" => Some('←'),
        _ => number.and_then(char::from_u32),
    };
    named.map_or_else(|| format!("&{reference};"), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_a_browser_would() {
        let page = read(
            "<!DOCTYPE html><html lang=sv><body><main tabindex=\"-1\"><!-- nothing --><p class=\"a b\">Å &amp; &#228;&nbsp;&lt;1<br>två<img alt=\"x &quot;y&quot;\" hidden></p>\
             <p>R&D &okänd;</div></p></main></body></html>",
        );
        let main = page.find("main").unwrap();
        let paragraphs: Vec<_> = main.elements().collect();
        assert_eq!(paragraphs.len(), 2);
        assert_eq!(paragraphs[0].text(), "Å & ä\u{a0}<1två");
        assert!(paragraphs[0].has_class("b") && !paragraphs[0].has_class("ab"));
        let image = paragraphs[0].elements().nth(1).unwrap();
        assert_eq!(image.attribute("alt"), Some("x \"y\""));
        assert!(image.is_unseen());
        assert_eq!(paragraphs[1].text(), "R&D &okänd;");
        assert_eq!(page.find("html").and_then(|html| html.attribute("lang")), Some("sv"));
    }
}
