//! The one reading of a text: parser events in, parts of a page and the outline out.

mod headings;
mod links;
mod reader;

use std::ops::Range;

use pulldown_cmark::{Alignment, BrokenLink, CowStr, Event, Options, Parser, RefDefs, Tag};

use super::headings::{Written, shown};
use super::notes::{self, Definition, Note};
use super::outline::{Outline, Remark, RemarkKind};
use super::part::{Element, Part};
use super::raw_html;
use headings::OpenHeading;
use links::OpenLink;
use reader::Reader;

/// The language that texts are written in.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// A text, read.
pub(super) struct Reading<'a> {
    pub outline: Outline,
    pub body: Vec<Part<'a>>,
    /// By number.
    pub notes: Vec<Note<'a>>,
    /// Of the outline's links, in the same order.
    pub titles: Vec<CowStr<'a>>,
    pub tables: usize,
}

/// Reads a text.
pub(super) fn read(text: &str) -> Reading<'_> {
    let mut reader = Reader { text, ..Reader::default() };
    // What is open, the innermost last.
    let mut open = Vec::new();
    let mut broken = Vec::new();
    let report = |link: BrokenLink<'_>| {
        broken.extend(links::broken(text, link.span));
        None
    };
    let mut events =
        Parser::new_with_broken_link_callback(text, OPTIONS, Some(report)).into_offset_iter();
    while let Some((event, span)) = events.next() {
        reader.take(event, span, events.reference_definitions(), &mut open);
    }
    drop(events);
    reader.remarks.append(&mut broken);
    reader.finish()
}

/// What an end event ends.
enum Open {
    Element(Element),
    Heading(OpenHeading),
    Link(OpenLink),
    Image(OpenLink),
    Note,
    Html,
    Nothing,
}

impl<'a> Reader<'a> {
    fn take(
        &mut self,
        event: Event<'a>,
        span: Range<usize>,
        definitions: &RefDefs<'_>,
        open: &mut Vec<Open>,
    ) {
        let reached = match event {
            Event::Start(_) => span.start,
            _ => span.end,
        };
        match event {
            Event::Start(tag) => {
                open.push(self.begin(tag, span, definitions));
            }
            Event::End(_) => {
                if let Some(open) = open.pop() {
                    self.end(open, span);
                }
            }
            Event::Text(text) => self.say(text),
            Event::Code(code) => self.say_as(Part::Code, code),
            Event::SoftBreak => self.say_as(|_| Part::SoftBreak, " ".into()),
            Event::HardBreak => self.say_as(|_| Part::HardBreak, " ".into()),
            Event::Rule => self.push(Part::Rule),
            Event::Html(line) => self.html.push((line, span)),
            Event::InlineHtml(html) => self.inline_html(html, span),
            Event::FootnoteReference(name) if self.alt.is_none() => {
                let name = self.names.place(name);
                self.push(Part::Named(name));
            }
            // Within an image; or mathematics and task lists, which the options leave out.
            _ => {}
        }
        self.cursor = reached;
    }

    fn begin(&mut self, tag: Tag<'a>, span: Range<usize>, definitions: &RefDefs<'_>) -> Open {
        if self.alt.is_some() {
            return Open::Nothing;
        }
        let element = match tag {
            Tag::Paragraph => Element::Paragraph,
            Tag::BlockQuote(_) => Element::Quote,
            Tag::CodeBlock(_) => Element::CodeBlock,
            Tag::List(start) => Element::List(start),
            Tag::Item => Element::Item,
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Deleted,
            Tag::Table(columns) => {
                self.tables += 1;
                self.columns = columns;
                Element::Table
            }
            Tag::TableHead | Tag::TableRow => {
                self.column = 0;
                self.in_head = tag == Tag::TableHead;
                match self.in_head {
                    true => Element::TableHead,
                    false => Element::TableRow,
                }
            }
            Tag::TableCell => {
                let column = self.columns.get(self.column).copied();
                self.column += 1;
                let alignment = column.unwrap_or(Alignment::None);
                match self.in_head {
                    true => Element::HeadCell(alignment),
                    false => Element::Cell(alignment),
                }
            }
            Tag::Heading { level, id, classes, .. } => {
                let plain = id.is_none() && classes.is_empty();
                let heading = Written {
                    explicit: id.map(CowStr::into_string),
                    text: String::new(),
                    level: level as u8,
                    span: self.trimmed(span),
                };
                return Open::Heading(self.begin_heading(heading, plain));
            }
            Tag::Link { link_type, dest_url, title, id } => {
                let place = links::Place::of(link_type, &id, span, definitions);
                return Open::Link(self.begin_link(place, dest_url, title));
            }
            Tag::Image { link_type, dest_url, title, id } => {
                let place = links::Place::of(link_type, &id, span, definitions);
                return Open::Image(self.begin_image(place, dest_url, title));
            }
            Tag::FootnoteDefinition(name) => {
                self.open_notes.push(Definition {
                    name: self.names.place(name),
                    parts: Vec::new(),
                    span: self.trimmed(span),
                });
                return Open::Note;
            }
            Tag::HtmlBlock => return Open::Html,
            _ => return Open::Nothing,
        };
        self.push(Part::Open(element));
        Open::Element(element)
    }

    fn end(&mut self, open: Open, span: Range<usize>) {
        match open {
            Open::Element(Element::Paragraph) => self.end_paragraph(),
            Open::Element(element) => self.push(Part::Close(element)),
            Open::Heading(heading) => self.end_heading(heading),
            Open::Link(link) => self.end_link(link),
            Open::Image(image) => self.end_image(image),
            Open::Note => self.definitions.extend(self.open_notes.pop()),
            Open::Html => self.html_block(span),
            Open::Nothing => {}
        }
    }

    fn inline_html(&mut self, html: CowStr<'a>, span: Range<usize>) {
        if html.starts_with("<!--") {
            self.remark(RemarkKind::CommentDropped, span);
            return;
        }
        if !html.starts_with("</") {
            self.remark(RemarkKind::RawHtml, span);
        }
        self.say(html);
    }

    fn html_block(&mut self, span: Range<usize>) {
        let block = raw_html::without_comments(&std::mem::take(&mut self.html));
        for comment in block.comments {
            self.remark(RemarkKind::CommentDropped, comment);
        }
        if !block.text.is_empty() {
            let span = self.trimmed(span);
            self.remark(RemarkKind::RawHtml, span);
            self.push(Part::Open(Element::Paragraph));
            self.say(block.text.into());
            self.push(Part::Close(Element::Paragraph));
        }
    }

    fn finish(mut self) -> Reading<'a> {
        let notes = notes::number(&mut self.body, self.definitions, &self.names);
        for note in notes.iter().filter(|note| note.uses == 0) {
            self.remarks.push(Remark { what: RemarkKind::UnusedNote, span: note.span.clone() });
        }
        self.remarks.sort_by_key(|remark| remark.span.start);
        Reading {
            outline: Outline {
                headings: shown(self.headings),
                links: self.links,
                remarks: self.remarks,
            },
            body: self.body,
            notes,
            titles: self.titles,
            tables: self.tables,
        }
    }
}
