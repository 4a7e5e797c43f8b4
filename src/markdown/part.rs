//! A text as a sequence of events: what parsing produces and HTML is written from.

use pulldown_cmark::{Alignment, CowStr};

/// An event of the text. Elements are nested by `Open` and `Close`, never by recursion, since a
/// text may have ten thousand nested quotes.
#[derive(Debug, Clone)]
pub(super) enum BodyEvent<'a> {
    Text(CowStr<'a>),
    Code(CowStr<'a>),
    SoftBreak,
    HardBreak,
    Rule,
    /// The link with this index in the outline, which is an image.
    Image(usize),
    /// A reference to a note before notes are numbered: the index of its name.
    Named(usize),
    /// A reference to a note; `times` counts the references to that note from 1.
    Note {
        number: usize,
        times: usize,
    },
    Open(Element),
    Close(Element),
}

/// An element with a beginning and an end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Element {
    Paragraph,
    /// The heading with this index in the outline.
    Heading(usize),
    Quote,
    CodeBlock,
    /// A list: numbered from this number, or bulleted.
    List(Option<u64>),
    /// An item of a list, with its number if that is not the one after the previous item's.
    Item(Option<u64>),
    Table,
    TableHead,
    TableRow,
    HeadCell(Alignment),
    Cell(Alignment),
    Emphasis,
    Strong,
    Deleted,
    /// The link with this index in the outline.
    Link(usize),
}
