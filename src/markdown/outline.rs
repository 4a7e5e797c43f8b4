//! The outline of a text, for those who check it: headings, links and remarks.

use std::ops::Range;

use super::destination::{self, Destination, LinkKind};

/// The headings, links and remarks of a text, each in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The headings as shown. A heading inside a footnote is shown as bold text and is not
    /// included.
    pub headings: Vec<Heading>,
    /// The links and images as shown. Those with an unsafe destination are reported as remarks
    /// instead.
    pub links: Vec<MarkdownLink>,
    /// What an editor should know, in the order of its position.
    pub remarks: Vec<Remark>,
}

/// A heading as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Unique in the text, and made like a segment of an address.
    pub id: String,
    /// Its plain text.
    pub text: String,
    /// From 2 to 6: the shallowest of the text becomes 2, and none is more than one below the
    /// previous.
    pub level: u8,
    /// The whole heading, including its markup.
    pub span: Range<usize>,
}

/// A link or image as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownLink {
    /// As parsed: entities and backslashes are resolved, percent-encoding is kept.
    pub destination: String,
    /// The plain text of the link, or the text alternative of the image.
    pub text: String,
    /// The span of the destination, even if that is in a definition elsewhere; of the whole link if
    /// the destination cannot be located (an empty one, or one that is broken by a quote's `>`).
    pub span: Range<usize>,
    /// Which of the two it is.
    pub kind: LinkKind,
}

impl MarkdownLink {
    /// What the destination leads to.
    pub fn target(&self) -> Destination {
        destination::target(&self.destination)
    }
}

/// Something that an editor should know about the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub what: RemarkKind,
    /// What it is about.
    pub span: Range<usize>,
}

/// What a remark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// HTML, which is shown as text. Closing tags are not reported.
    RawHtml,
    /// An HTML comment, which is not shown.
    CommentDropped,
    /// A destination whose scheme is not http, https, mailto or tel. This is the scheme in lower
    /// case, or `//` for an address on another server without a scheme. Only the text of the link
    /// is shown.
    UnsafeLink(String),
    /// An image at an address on the web, which a browser would fetch from there. Only its text
    /// alternative is shown.
    ImageElsewhere,
    /// Something like `[text](two words.md)`, which is not a link and is shown as written.
    BrokenLink,
    /// An address within `<` and `>` that is no link and is shown as written: of a file, or over two
    /// lines.
    BrokenAddress,
    /// `^[en not]`, a note of other dialects, shown as written.
    NoteWithin,
    /// A link without a destination, `[text]()`.
    LinkNowhere,
    /// An image without text alternative.
    ImageWithoutAlt,
    /// A link without text, shown as its destination.
    LinkWithoutText,
    /// A heading without text, not shown as a heading.
    EmptyHeading,
    /// A footnote without references, or whose name an earlier one has; it is shown last.
    UnusedNote,
    /// Letters or digits that are on no page.
    LostText,
    /// A row of a table with more cells than the header has columns; the rest are on no page.
    LostCells {
        /// How many the row has.
        cells: usize,
        /// How many the header has.
        columns: usize,
    },
    /// A definition, `[name]: address`, that no link uses; it is on no page.
    UnusedDefinition,
    /// What is written after the opening of a block of code; it is on no page.
    FenceWords,
    /// A block of code that never ends, and so takes all that follows.
    UnclosedFence,
    /// Text that four blanks at the beginning of its lines have made a block of code.
    IndentedText,
    /// A line without any `|` right under a table, which has become its last row.
    LineInTable,
    /// A reference to a note that does not exist, shown with its brackets.
    UnknownNote,
    /// A line `# …` that may be meant as a private note, as in front matter.
    NoteAsHeading,
    /// `##Rubrik`, shown as written.
    MarkWithoutBlank,
    /// A mark of a heading or list followed by a blank that is not an ordinary one.
    MarkBeforeHardBlank,
    /// `**ord:**nästa`: stars or underscores that mark nothing.
    LooseMark,
    /// `5*3 och 2*3`: signs between digits that were taken for marks of emphasis, and are not shown.
    MarkInNumber,
    /// A line that begins with a word processor's bullet.
    StrangeBullet,
    /// Several lines that look like items of a list, and run on as one paragraph.
    LinesAsItems,
    /// A line that was meant as an item and belongs to the text of a list's item, or stands beside the
    /// list. This is the line as an item.
    JoinedItem(String),
    /// A line with tabs between its words.
    Tabs,
    /// A no-break space before the mark of a heading or list.
    HardBlankBeforeMark,
    /// More than six `#`.
    TooManyHashes,
    /// A row of a table that has become none, shown with its bars.
    PipesAsText,
    /// `> [!NOTE]`, `- [x] a`, `==a==`: markup of other programs, shown as written.
    ForeignMark,
    /// `>5 procent`: a sign that has made a quotation of what follows it.
    QuoteOfNumber,
    /// A line over `---` or `===`, which has become a heading.
    LineAsHeading,
    /// The title of a link's definition, which is only seen by those who point at the link.
    TitleOnly,
    /// A footnote in which nothing stands.
    EmptyNote,
}
