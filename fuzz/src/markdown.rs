//! Markdown to HTML: a browser that parses the page finds no code in it, nothing outside the
//! element that the text was put in, and the headings and links that the outline promised.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use loftesarkiv::markdown::{self, NoteStrings};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

const STRINGS: NoteStrings<'_> =
    NoteStrings { notes: "Fotnoter", note: "Fotnot", back: "Tillbaka", table: "Tabell" };

/// The only place in the program where the address of a link is decided.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

const ELEMENTS: [&str; 28] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const ATTRIBUTES: [&str; 14] = [
    "alt",
    "aria-label",
    "aria-labelledby",
    "class",
    "href",
    "id",
    "loading",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
    "type",
];

/// After a unit separator (U+001F) come the addresses that the links get, one per line.
pub fn holds(data: &[u8]) {
    let text = super::text(data);
    let (text, hrefs) = text.split_once('\u{1f}').unwrap_or((&text, ""));
    let hrefs: Vec<String> = hrefs.lines().map(str::to_owned).collect();
    let outline = markdown::outline(text);
    let html = markdown::html(text, &hrefs, &STRINGS);
    let page = format!(
        "<!doctype html><html lang=\"sv\"><head><title>x</title></head><body><main>{html}</main><footer></footer></body></html>"
    );
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let errors = dom.errors.borrow();
    assert!(errors.is_empty(), "{errors:?} in {html}");

    let body = child(&child(&dom.document, "html"), "body");
    let names: Vec<String> = body.children.borrow().iter().filter_map(name).collect();
    assert_eq!(names, ["main", "footer"], "out of its place: {html}");
    let mut seen = Seen::default();
    seen.beneath(&child(&body, "main"), &html);
    let headings: Vec<String> = outline.headings.iter().map(|heading| heading.id.clone()).collect();
    assert_eq!(seen.headings, headings, "{html}");
}

fn child(parent: &Handle, wanted: &str) -> Handle {
    let children = parent.children.borrow();
    let found = children.iter().find(|node| name(node).as_deref() == Some(wanted));
    found.unwrap_or_else(|| panic!("no {wanted}")).clone()
}

fn name(node: &Handle) -> Option<String> {
    match &node.data {
        NodeData::Element { name, .. } => Some(name.local.to_string()),
        _ => None,
    }
}

#[derive(Default)]
struct Seen {
    headings: Vec<String>,
    ids: Vec<String>,
}

impl Seen {
    /// Without recursion: deep nesting must not be what breaks the test.
    fn beneath(&mut self, root: &Handle, html: &str) {
        let mut waiting: Vec<Handle> = root.children.borrow().iter().rev().cloned().collect();
        while let Some(node) = waiting.pop() {
            match &node.data {
                NodeData::Element { name, attrs, .. } => {
                    let attributes: Vec<(String, String)> = attrs
                        .borrow()
                        .iter()
                        .map(|it| (it.name.local.to_string(), it.value.to_string()))
                        .collect();
                    self.element(&name.local, &attributes, html);
                }
                NodeData::Text { .. } => {}
                _ => panic!("neither text nor element in {html}"),
            }
            waiting.extend(node.children.borrow().iter().rev().cloned());
        }
    }

    fn element(&mut self, name: &str, attributes: &[(String, String)], html: &str) {
        assert!(ELEMENTS.contains(&name), "<{name}> in {html}");
        for (attribute, value) in attributes {
            assert!(ATTRIBUTES.contains(&attribute.as_str()), "{attribute}= in {html}");
            match attribute.as_str() {
                "href" | "src" => assert!(is_harmless(value), "{value:?} in {html}"),
                "id" => {
                    assert!(!self.ids.contains(value), "{value:?} twice in {html}");
                    self.ids.push(value.clone());
                    if name.starts_with('h') && value != "noter" {
                        self.headings.push(value.clone());
                    }
                }
                _ => {}
            }
        }
    }
}

/// Reads an address as a browser does: without the blanks and control characters around it, and
/// without tabs and line breaks anywhere; what precedes the first colon is a scheme if it looks
/// like one.
fn is_harmless(address: &str) -> bool {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    let plain: String = trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let Some((scheme, _)) = plain.split_once(':') else { return true };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    !is_scheme || SCHEMES.contains(&scheme.to_ascii_lowercase().as_str())
}
