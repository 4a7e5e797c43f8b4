//! Reading a text once for both its outline and its page, so that they agree. What is shown as
//! plain text, and where sentences end, is read from the parser's events by other files.

mod addresses;
mod blocks;
mod bullets;
mod coverage;
mod dialects;
mod headings;
mod items;
mod labels;
mod links;
mod open;
mod reader;
mod sentence;
mod slips;

use std::ops::Range;

use pulldown_cmark::{Alignment, BrokenLink, CowStr, Event, Options, Parser, RefDefs, Tag};

use super::headings::{HeadingText, shown};
use super::notes::{self, Definition, Note};
use super::outline::{Outline, RemarkKind};
use super::part::{BodyEvent, Element};
use super::raw_html;
use headings::OpenHeading;
use links::OpenLink;
use reader::MarkdownReader;

/// The extensions to CommonMark that texts may use.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// A parsed text.
pub(super) struct ParsedText<'a> {
    pub outline: Outline,
    pub body: Vec<BodyEvent<'a>>,
    /// By number.
    pub notes: Vec<Note<'a>>,
    /// The titles of the outline's links, in the same order.
    pub titles: Vec<CowStr<'a>>,
    pub tables: usize,
}

/// Parses a text, with every remark on it.
pub(super) fn read(text: &str) -> ParsedText<'_> {
    parse(MarkdownReader { text, ..MarkdownReader::default() })
}

/// Parses a text whose remarks have been told already. Those on words that look like markup, and on
/// the text as a whole, are not looked for: they took 15 per cent of the CPU time of a build.
pub(super) fn read_again(text: &str) -> ParsedText<'_> {
    parse(MarkdownReader { text, is_read_again: true, ..MarkdownReader::default() })
}

fn parse(mut reader: MarkdownReader<'_>) -> ParsedText<'_> {
    let text = reader.text;
    reader.body.reserve(USUAL_EVENTS);
    // The open elements, the innermost last.
    let mut open = Vec::new();
    let mut broken = Vec::new();
    let report = |link: BrokenLink<'_>| {
        broken.extend(links::broken(text, link.link_type, link.span));
        None
    };
    let mut events =
        Parser::new_with_broken_link_callback(text, OPTIONS, Some(report)).into_offset_iter();
    while let Some((event, span)) = events.next() {
        reader.take(event, span, events.reference_definitions(), &mut open);
    }
    let definitions = events.reference_definitions().iter();
    let mut definitions: Vec<_> = definitions.map(|(_, it)| it.span.clone()).collect();
    definitions.sort_unstable_by_key(|span| span.start);
    drop(events);
    reader.remarks.append(&mut broken);
    reader.unused_definitions(definitions);
    reader.finish()
}

/// So many that the events of most texts need not be moved to make room for more.
const USUAL_EVENTS: usize = 64;

/// What the next end event closes.
enum OpenElement {
    Element(Element),
    Heading(OpenHeading),
    Link(OpenLink),
    Image(OpenLink),
    Note,
    Html,
    Nothing,
}

impl<'a> MarkdownReader<'a> {
    /// Handles the next event of the parser. `open` are the elements that have not ended.
    fn take(
        &mut self,
        event: Event<'a>,
        span: Range<usize>,
        definitions: &RefDefs<'_>,
        open: &mut Vec<OpenElement>,
    ) {
        let reached = match event {
            Event::Start(_) => span.start,
            _ => span.end,
        };
        if !matches!(event, Event::Text(_)) {
            self.end_run();
        }
        match event {
            Event::Start(tag) => {
                open.push(self.begin(tag, span, definitions));
            }
            Event::End(_) => {
                if let Some(open) = open.pop() {
                    self.end(open, span);
                }
            }
            Event::Text(text) => {
                self.covered.add(span.clone());
                if !self.in_code && !self.is_read_again {
                    self.run_on(span);
                }
                self.say(text);
            }
            Event::Code(code) => {
                self.covered.add(span);
                self.say_as(BodyEvent::Code, code);
            }
            Event::SoftBreak => {
                self.line_begins = true;
                self.say_as(|_| BodyEvent::SoftBreak, " ".into());
            }
            Event::HardBreak => {
                self.line_begins = true;
                self.say_as(|_| BodyEvent::HardBreak, " ".into());
            }
            Event::Rule => self.push(BodyEvent::Rule),
            Event::Html(line) => {
                self.covered.add(span.clone());
                self.html.push((line, span));
            }
            Event::InlineHtml(html) => {
                self.covered.add(span.clone());
                self.inline_html(html, span);
            }
            Event::FootnoteReference(name) if self.alt.is_none() => {
                self.covered.add(span);
                let name = self.names.place(name);
                self.push(BodyEvent::Named(name));
            }
            // Within an image; or mathematics and task lists, which are not enabled.
            _ => {}
        }
        self.cursor = reached;
    }

    fn begin(
        &mut self,
        tag: Tag<'a>,
        span: Range<usize>,
        definitions: &RefDefs<'_>,
    ) -> OpenElement {
        if self.alt.is_some() {
            return OpenElement::Nothing;
        }
        let element = match tag {
            Tag::Paragraph => {
                self.line_begins = true;
                self.paragraph_begins = true;
                Element::Paragraph
            }
            Tag::BlockQuote(_) => {
                self.begin_quote(span);
                Element::Quote
            }
            Tag::CodeBlock(kind) => self.begin_code(&kind, span),
            Tag::List(start) => {
                self.begin_list(start, &span);
                Element::List(start)
            }
            Tag::Item => self.begin_item(span),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                self.between_digits(&span);
                match tag {
                    Tag::Emphasis => Element::Emphasis,
                    Tag::Strong => Element::Strong,
                    _ => Element::Deleted,
                }
            }
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
            Tag::Heading { level, id, classes, attrs } => {
                let plain = id.is_none() && classes.is_empty();
                let has_others = !classes.is_empty() || !attrs.is_empty();
                let heading = HeadingText {
                    explicit: id.map(CowStr::into_string),
                    text: String::new(),
                    level: level as u8,
                    span: self.trimmed(span),
                };
                return OpenElement::Heading(self.begin_heading(heading, plain, has_others));
            }
            Tag::Link { link_type, dest_url, title, id } => {
                let place = links::DestinationPlace::of(link_type, &id, span, definitions);
                return OpenElement::Link(self.begin_link(place, dest_url, title));
            }
            Tag::Image { link_type, dest_url, title, id } => {
                let place = links::DestinationPlace::of(link_type, &id, span, definitions);
                return OpenElement::Image(self.begin_image(place, dest_url, title));
            }
            Tag::FootnoteDefinition(name) => {
                let label = self.text[span.clone()].find("]:").map_or(0, |at| at + 2);
                self.covered.add(span.start..span.start + label);
                self.open_notes.push(Definition {
                    name: self.names.place(name),
                    parts: Vec::new(),
                    span: self.trimmed(span),
                });
                return OpenElement::Note;
            }
            Tag::HtmlBlock => return OpenElement::Html,
            _ => return OpenElement::Nothing,
        };
        self.push(BodyEvent::Open(element));
        OpenElement::Element(element)
    }

    fn end(&mut self, open: OpenElement, span: Range<usize>) {
        match open {
            OpenElement::Element(Element::Paragraph) => {
                self.end_lines();
                self.end_paragraph();
            }
            OpenElement::Element(element) => {
                self.end_block(element, span);
                self.push(BodyEvent::Close(element));
            }
            OpenElement::Heading(heading) => self.end_heading(heading),
            OpenElement::Link(link) => self.end_link(link),
            OpenElement::Image(image) => self.end_image(image),
            OpenElement::Note => self.definitions.extend(self.open_notes.pop()),
            OpenElement::Html => self.html_block(span),
            OpenElement::Nothing => {}
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
            self.push(BodyEvent::Open(Element::Paragraph));
            self.say(block.text.into());
            self.push(BodyEvent::Close(Element::Paragraph));
        }
    }

    fn finish(mut self) -> ParsedText<'a> {
        let definitions = std::mem::take(&mut self.definitions);
        let notes = notes::number(&mut self.body, definitions, &self.names);
        if !self.is_read_again {
            self.look_at_the_whole(&notes);
        }
        ParsedText {
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
