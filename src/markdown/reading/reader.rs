//! The state of parsing: what has been read, and what is open.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr};

use super::coverage::Coverage;
use super::open::{ItemLine, OpenList, PlainRun};
use crate::byte_set::ByteSet;
use crate::markdown::headings::HeadingText;
use crate::markdown::notes::{Definition, Note, NoteNames};
use crate::markdown::outline::{MarkdownLink, Remark, RemarkKind};
use crate::markdown::part::{BodyEvent, Element};

/// What is known so far of the text being parsed.
#[derive(Default)]
pub(super) struct MarkdownReader<'a> {
    pub(super) text: &'a str,
    /// Whether all has been told that is to be told of the text.
    pub(super) is_read_again: bool,
    /// The end of the parser's last event.
    pub(super) cursor: usize,
    pub(super) body: Vec<BodyEvent<'a>>,
    /// The text of the image being parsed; within an image only text counts.
    pub(super) alt: Option<String>,
    /// The index of the link being parsed.
    pub(super) link: Option<usize>,
    /// The text of the heading being parsed.
    pub(super) heading: Option<String>,
    /// The lines of the HTML block being parsed.
    pub(super) html: Vec<(CowStr<'a>, Range<usize>)>,
    /// The notes being parsed, the innermost last, since a list in a note may contain another.
    pub(super) open_notes: Vec<Definition<'a>>,
    /// The columns of the table being parsed, and how many cells of the row have been read.
    pub(super) columns: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    /// Whether the text being parsed is that of a block of code.
    pub(super) in_code: bool,
    /// The open lists, the innermost last; and the one that has ended, with its end.
    pub(super) lists: Vec<OpenList>,
    pub(super) ended_list: Option<(OpenList, usize)>,
    /// The plain text being parsed, and whether the next begins a line.
    pub(super) run: Option<PlainRun>,
    pub(super) line_begins: bool,
    /// Whether no line of the paragraph has been read.
    pub(super) paragraph_begins: bool,
    /// The lines of the block being parsed that look like items of a list, and the last of the block
    /// before.
    pub(super) items: Vec<ItemLine>,
    pub(super) last_item: Option<ItemLine>,
    /// The lines of the block being parsed that look like rows of a table.
    pub(super) bars: Vec<Range<usize>>,

    pub(super) names: NoteNames<'a>,
    pub(super) definitions: Vec<Definition<'a>>,
    pub(super) headings: Vec<HeadingText>,
    pub(super) links: Vec<MarkdownLink>,
    pub(super) titles: Vec<CowStr<'a>>,
    pub(super) remarks: Vec<Remark>,
    pub(super) covered: Coverage,
    /// Where the definitions that links use begin.
    pub(super) defined: HashSet<usize>,
    pub(super) tables: usize,
}

impl<'a> MarkdownReader<'a> {
    /// Removes a paragraph in which nothing is left, such as one with only a comment.
    pub(super) fn end_paragraph(&mut self) {
        if matches!(self.parts().last(), Some(BodyEvent::Open(Element::Paragraph))) {
            self.parts().pop();
        } else {
            self.push(BodyEvent::Close(Element::Paragraph));
        }
    }

    pub(super) fn say(&mut self, text: CowStr<'a>) {
        self.say_as(BodyEvent::Text, text);
    }

    /// Adds text as an event of its own, except within an image, where only text counts.
    pub(super) fn say_as(
        &mut self,
        part: impl FnOnce(CowStr<'a>) -> BodyEvent<'a>,
        text: CowStr<'a>,
    ) {
        if let Some(alt) = &mut self.alt {
            alt.push_str(&text);
            return;
        }
        self.mention(&text);
        self.push(part(text));
    }

    /// Adds to the text of the link and the heading that are being parsed.
    pub(super) fn mention(&mut self, text: &str) {
        if let Some(link) = self.link {
            self.links[link].text.push_str(text);
        }
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
    }

    pub(super) fn push(&mut self, part: BodyEvent<'a>) {
        self.parts().push(part);
    }

    pub(super) fn parts(&mut self) -> &mut Vec<BodyEvent<'a>> {
        match self.open_notes.last_mut() {
            Some(note) => &mut note.parts,
            None => &mut self.body,
        }
    }

    pub(super) fn remark(&mut self, what: RemarkKind, span: Range<usize>) {
        self.remarks.push(Remark { what, span });
    }

    /// Makes the remarks that need the whole text, and puts all in order.
    pub(super) fn look_at_the_whole(&mut self, notes: &[Note<'_>]) {
        for note in notes.iter().filter(|note| note.uses == 0) {
            self.remark(RemarkKind::UnusedNote, note.span.clone());
        }
        for note in notes.iter().filter(|note| note.uses > 0 && note.parts.is_empty()) {
            self.remark(RemarkKind::EmptyNote, note.span.clone());
        }
        self.notes_as_headings();
        self.lines_as_headings();
        self.remarks.extend(std::mem::take(&mut self.covered).lost(self.text));
        self.remarks.sort_by_key(|remark| remark.span.start);
    }

    /// The span of a block without the line break that ends it.
    pub(super) fn trimmed(&self, span: Range<usize>) -> Range<usize> {
        let length = self.text.get(span.clone()).map_or(0, |s| s.trim_end().len());
        span.start..span.start + length
    }
}

/// The text with single spaces between its words.
pub(super) fn on_one_line(text: String) -> String {
    // Most texts are so already, and have no first byte of any other white space.
    const OTHER_WHITE: ByteSet = ByteSet::of(b"\t\n\x0b\x0c\r\xc2").and(0xe1, 0xe3);
    let is_edged = text.starts_with(' ') || text.ends_with(' ');
    if !is_edged && !OTHER_WHITE.is_in(&text) && !text.contains("  ") {
        return text;
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
