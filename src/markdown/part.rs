//! A text as the page shows it, in a row: what the reading makes and the HTML is written from.

use pulldown_cmark::{Alignment, CowStr};

/// A piece of the text. Elements nest by `Open` and `Close`, never by recursion: ten thousand
/// quotes within each other are an ordinary text.
#[derive(Debug, Clone)]
pub(super) enum BodyEvent<'a> {
    Text(CowStr<'a>),
    Code(CowStr<'a>),
    SoftBreak,
    HardBreak,
    Rule,
    /// The n-th of the outline's links, which is an image.
    Image(usize),
    /// A reference to a note, until notes are numbered: its place among the names.
    Named(usize),
    /// A reference to a note; `times` counts the references to it from 1.
    Note {
        number: usize,
        times: usize,
    },
    Open(Element),
    Close(Element),
}

/// What has a beginning and an end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Element {
    Paragraph,
    /// The n-th of the outline's headings.
    Heading(usize),
    Quote,
    CodeBlock,
    /// Numbered from, or bulleted.
    List(Option<u64>),
    Item,
    Table,
    TableHead,
    TableRow,
    HeadCell(Alignment),
    Cell(Alignment),
    Emphasis,
    Strong,
    Deleted,
    /// The n-th of the outline's links.
    Link(usize),
}
