//! Writing a parsed text as HTML. Everything from the text is escaped, and no attribute is a style
//! or a script.

mod heads;

use heads::{alignment_class, closes_head, opens_head};
use std::fmt::Write;

use super::destination::{self, LinkKind};
use super::notes::Note;
use super::outline::MarkdownLink;
use super::part::{BodyEvent, Element};
use super::reading::ParsedText;
use super::url;
use crate::escape;

/// The words that a page adds to a text, in the page's language.
#[derive(Debug, Clone, Copy)]
pub struct NoteStrings<'a> {
    /// The heading of the notes: ”Fotnoter”.
    pub notes: &'a str,
    /// The name of a reference to a note, before its number: ”Fotnot”.
    pub note: &'a str,
    /// The link from a note back to the text, before its number: ”Tillbaka till texten vid fotnot”.
    pub back: &'a str,
    /// The name of a table, followed by a number if there are several: ”Tabell”.
    pub table: &'a str,
}

/// Writes the whole text, with the notes last.
pub(super) fn write(
    reading: &ParsedText<'_>,
    hrefs: &[String],
    strings: &NoteStrings<'_>,
) -> String {
    let mut writer = Writer { reading, hrefs, strings, out: String::new(), tables: 0 };
    writer.parts(&reading.body);
    if !reading.notes.is_empty() {
        writer.notes();
    }
    writer.out
}

struct Writer<'r> {
    reading: &'r ParsedText<'r>,
    hrefs: &'r [String],
    strings: &'r NoteStrings<'r>,
    out: String,
    /// How many tables have been written.
    tables: usize,
}

impl<'r> Writer<'r> {
    fn parts(&mut self, parts: &[BodyEvent<'_>]) {
        for (at, part) in parts.iter().enumerate() {
            match part {
                BodyEvent::Text(text) => self.text(text),
                BodyEvent::Code(code) => {
                    self.tag("<code>");
                    self.text(code);
                    self.tag("</code>");
                }
                BodyEvent::SoftBreak => self.tag("\n"),
                BodyEvent::HardBreak => self.tag("<br>\n"),
                BodyEvent::Rule => self.block("<hr>\n"),
                BodyEvent::Image(image) => self.image(*image),
                BodyEvent::Named(_) => {}
                BodyEvent::Note { number, times } => self.reference(*number, *times),
                BodyEvent::Open(element) => self.open(*element, parts.get(at + 1)),
                BodyEvent::Close(element) => {
                    let before = at.checked_sub(1).map(|before| &parts[before]);
                    self.close(*element, before, parts.get(at + 1));
                }
            }
        }
    }

    fn open(&mut self, element: Element, next: Option<&BodyEvent<'_>>) {
        match element {
            Element::Paragraph => self.block("<p>"),
            Element::Heading(heading) => {
                let heading = &self.reading.outline.headings[heading];
                self.line();
                self.tag(HEADINGS[usize::from(heading.level.clamp(2, 6)) - 2].0);
                self.text(&heading.id);
                self.tag("\">");
            }
            Element::Quote => self.block("<blockquote>\n"),
            Element::CodeBlock => self.block("<pre tabindex=\"0\"><code>"),
            Element::List(None) => self.block("<ul>\n"),
            Element::List(Some(1)) => self.block("<ol>\n"),
            Element::List(Some(start)) => {
                self.block("<ol start=\"");
                self.number(start);
                self.tag("\">\n");
            }
            Element::Item(None) => self.block("<li>"),
            Element::Item(Some(number)) => {
                self.block("<li value=\"");
                self.number(number);
                self.tag("\">");
            }
            Element::Table => self.table(),
            Element::TableHead => self.block("<thead>\n<tr>"),
            Element::TableRow => self.block("<tr>"),
            // An empty header cell is not a heading of anything.
            Element::HeadCell(_) if closes_head(next) => self.tag("<td"),
            Element::HeadCell(alignment) => {
                self.tag("<th scope=\"col\"");
                self.tag(alignment_class(alignment));
            }
            Element::Cell(alignment) => {
                self.tag("<td");
                self.tag(alignment_class(alignment));
            }
            Element::Emphasis => self.tag("<em>"),
            Element::Strong => self.tag("<strong>"),
            Element::Deleted => self.tag("<del>"),
            Element::Link(link) => self.link(link),
        }
        if matches!(element, Element::HeadCell(_) | Element::Cell(_)) {
            self.tag(">");
        }
    }

    fn close(
        &mut self,
        element: Element,
        before: Option<&BodyEvent<'_>>,
        next: Option<&BodyEvent<'_>>,
    ) {
        match element {
            Element::Paragraph => self.tag("</p>\n"),
            Element::Heading(heading) => {
                let heading = &self.reading.outline.headings[heading];
                self.tag(HEADINGS[usize::from(heading.level.clamp(2, 6)) - 2].1);
            }
            Element::Quote => self.block("</blockquote>\n"),
            Element::CodeBlock => self.tag("</code></pre>\n"),
            Element::List(None) => self.tag("</ul>\n"),
            Element::List(Some(_)) => self.tag("</ol>\n"),
            Element::Item(_) => self.tag("</li>\n"),
            Element::TableHead => {
                self.tag("</tr>\n</thead>\n");
                if matches!(next, Some(BodyEvent::Open(Element::TableRow))) {
                    self.tag("<tbody>\n");
                }
            }
            Element::TableRow => {
                self.tag("</tr>\n");
                if !matches!(next, Some(BodyEvent::Open(Element::TableRow))) {
                    self.tag("</tbody>\n");
                }
            }
            Element::Table => self.tag("</table>\n</div>\n"),
            Element::HeadCell(_) if opens_head(before) => self.tag("</td>"),
            Element::HeadCell(_) => self.tag("</th>"),
            Element::Cell(_) => self.tag("</td>"),
            Element::Emphasis => self.tag("</em>"),
            Element::Strong => self.tag("</strong>"),
            Element::Deleted => self.tag("</del>"),
            Element::Link(link) => {
                if self.href(link).is_some() {
                    self.tag("</a>");
                }
            }
        }
    }

    /// A region that can be scrolled by keyboard, with a name of its own among the tables.
    fn table(&mut self) {
        self.tables += 1;
        self.block("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.text(self.strings.table);
        if self.reading.tables > 1 {
            self.tag(" ");
            self.number(self.tables as u64);
        }
        self.tag("\">\n<table>\n");
    }

    fn link(&mut self, link: usize) {
        let shown = &self.reading.outline.links[link];
        if let Some(href) = self.href(link) {
            self.tag("<a href=\"");
            url::push(&mut self.out, href);
            self.tag("\"");
            self.title(link);
            self.tag(">");
        }
        if shown.text.is_empty() {
            self.text(&shown.destination);
        }
    }

    fn image(&mut self, image: usize) {
        let MarkdownLink { text: alt, .. } = &self.reading.outline.links[image];
        let Some(src) = self.href(image) else {
            self.text(alt);
            return;
        };
        self.tag("<img src=\"");
        url::push(&mut self.out, src);
        self.tag("\" alt=\"");
        self.text(alt);
        self.tag("\" loading=\"lazy\"");
        self.title(image);
        self.tag(">");
    }

    fn title(&mut self, link: usize) {
        let title = &self.reading.titles[link];
        if !title.is_empty() {
            self.tag(" title=\"");
            self.text(title);
            self.tag("\"");
        }
    }

    /// The address of a link on the page.
    fn href(&self, link: usize) -> Option<&'r str> {
        let shown = &self.reading.outline.links[link];
        let given = self.hrefs.get(link).unwrap_or(&shown.destination);
        destination::unsafe_scheme(given, LinkKind::Link).is_none().then_some(given)
    }

    fn reference(&mut self, number: usize, times: usize) {
        let note = self.strings.note;
        self.tag("<sup><a href=\"#not-");
        self.number(number as u64);
        self.tag("\" id=\"");
        self.reference_id(number, times);
        self.tag("\" role=\"doc-noteref\" aria-label=\"");
        self.text(note);
        let _ = write!(self.out, " {number}\">{number}</a></sup>");
    }

    fn reference_id(&mut self, number: usize, times: usize) {
        let _ = write!(self.out, "not-{number}-ref");
        if times > 1 {
            let _ = write!(self.out, "-{times}");
        }
    }

    fn notes(&mut self) {
        self.block("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"noter\">\n");
        self.tag("<h2 id=\"noter\">");
        self.text(self.strings.notes);
        self.tag("</h2>\n<ol>\n");
        let reading = self.reading;
        for (note, number) in reading.notes.iter().zip(1..) {
            let _ = write!(self.out, "<li id=\"not-{number}\">");
            self.note(note, number);
            self.tag("</li>\n");
        }
        self.tag("</ol>\n</section>\n");
    }

    /// The link back to the text is at the end of the last paragraph, or in a paragraph of its own.
    fn note(&mut self, note: &Note<'_>, number: usize) {
        match note.parts.split_last() {
            Some((last @ BodyEvent::Close(Element::Paragraph), rest)) => {
                self.parts(rest);
                self.backlinks(note, number);
                self.parts(std::slice::from_ref(last));
            }
            _ => {
                self.parts(&note.parts);
                if note.uses > 0 {
                    self.block("<p>");
                    self.backlinks(note, number);
                    self.tag("</p>\n");
                }
            }
        }
    }

    fn backlinks(&mut self, note: &Note<'_>, number: usize) {
        for times in 1..=note.uses {
            if !self.out.ends_with("<p>") {
                self.tag(" ");
            }
            self.tag("<a href=\"#");
            self.reference_id(number, times);
            self.tag("\" role=\"doc-backlink\" aria-label=\"");
            self.text(self.strings.back);
            let _ = write!(self.out, " {number}");
            if note.uses > 1 {
                let _ = write!(self.out, ":{times}");
            }
            // The variation selector keeps the arrow from being shown as an emoji.
            self.tag("\">↩\u{fe0e}</a>");
        }
    }

    /// Begins a block on a new line.
    fn block(&mut self, tag: &str) {
        self.line();
        self.tag(tag);
    }

    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn tag(&mut self, tag: &str) {
        self.out.push_str(tag);
    }

    fn number(&mut self, number: u64) {
        let _ = write!(self.out, "{number}");
    }

    fn text(&mut self, text: &str) {
        escape::any_text(text, &mut self.out);
    }
}

/// The start and end tags of a heading, from level 2.
const HEADINGS: [(&str, &str); 5] = [
    ("<h2 id=\"", "</h2>\n"),
    ("<h3 id=\"", "</h3>\n"),
    ("<h4 id=\"", "</h4>\n"),
    ("<h5 id=\"", "</h5>\n"),
    ("<h6 id=\"", "</h6>\n"),
];
