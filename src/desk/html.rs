//! Writing the desk's pages. Everything that is not a fixed word of the program is escaped, so a
//! page cannot be written without escaping. Forms follow the schema, table within table, which a
//! program says more plainly than a template.

use crate::escape::html;
use crate::language::Language;
use crate::schema::both;

/// A page or a part of one.
#[derive(Debug, Default)]
pub struct Html(String);

/// An attribute and its value. Those of HTML that have no value are left out if it is empty.
pub type Attribute<'a> = (&'static str, &'a str);

/// Attributes that are either there or not.
const BARE: [&str; 9] = [
    "checked",
    "selected",
    "open",
    "hidden",
    "disabled",
    "multiple",
    "required",
    "readonly",
    "autofocus",
];
/// Attributes that say something even when empty.
const EMPTY: [&str; 2] = ["value", "alt"];

impl Html {
    pub fn new() -> Html {
        Html::default()
    }

    /// A page with its head, which is still open.
    pub fn page(language: Language, title: &str) -> Html {
        let mut page = Html::new();
        page.open("html", &[("lang", language.tag())]).open("head", &[]);
        page.open("meta", &[("charset", "utf-8")]);
        let width = "width=device-width, initial-scale=1";
        page.open("meta", &[("name", "viewport"), ("content", width)]);
        let desk = both("Redaktionen", "The desk").in_language(language);
        page.element("title", &[], &format!("{title} – {desk}"));
        let icon = [("rel", "icon"), ("href", "/redaktionen.svg"), ("type", "image/svg+xml")];
        page.open("link", &icon);
        page.open("link", &[("rel", "stylesheet"), ("href", "/redaktionen.css")]);
        page
    }

    /// Opens an element.
    pub fn open(&mut self, tag: &'static str, attributes: &[Attribute<'_>]) -> &mut Html {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            if value.is_empty() && !EMPTY.contains(name) {
                continue;
            }
            self.0.push(' ');
            self.0.push_str(name);
            if !BARE.contains(name) {
                self.0.push_str("=\"");
                html(value, &mut self.0);
                self.0.push('"');
            }
        }
        self.0.push('>');
        self
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &'static str) -> &mut Html {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
        if !matches!(tag, "a" | "span" | "strong" | "code" | "button" | "option" | "label" | "mark")
        {
            self.0.push('\n');
        }
        self
    }

    /// Text.
    pub fn text(&mut self, text: &str) -> &mut Html {
        html(text, &mut self.0);
        self
    }

    /// An element with only text in it.
    pub fn element(
        &mut self,
        tag: &'static str,
        attributes: &[Attribute<'_>],
        text: &str,
    ) -> &mut Html {
        self.open(tag, attributes).text(text).close(tag)
    }

    /// The text of a field; browsers drop its first line break, so there is one more.
    pub fn textarea(&mut self, attributes: &[Attribute<'_>], text: &str) -> &mut Html {
        self.open("textarea", attributes);
        self.0.push('\n');
        self.text(text).close("textarea")
    }

    /// A field that is not shown.
    pub fn hidden(&mut self, name: &str, value: &str) -> &mut Html {
        self.open("input", &[("type", "hidden"), ("name", name), ("value", value)])
    }

    /// Another part.
    pub fn part(&mut self, part: &Html) -> &mut Html {
        self.0.push_str(&part.0);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

/// The id that a field's element has in the page.
pub fn id(name: &str) -> String {
    format!("f-{}", name.replace(['.', '_'], "-"))
}
