//! What a text holds, as told to those who check it: headings, links, remarks.

use std::ops::Range;

use super::destination::{self, Destination, LinkKind};

/// The headings, links and remarks of a text, each in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The headings as shown. One inside a footnote is shown as bold text and is not among them.
    pub headings: Vec<Heading>,
    /// The links and images as shown; those with an unsafe destination are among the remarks
    /// instead.
    pub links: Vec<MarkdownLink>,
    /// What an editor should know, by where it begins.
    pub remarks: Vec<Remark>,
}

/// A heading as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Unique in the text, made like an address segment.
    pub id: String,
    /// Its plain text.
    pub text: String,
    /// 2 to 6: the shallowest of the text becomes 2, and none is more than one below the previous.
    pub level: u8,
    /// The whole heading, marks included.
    pub span: Range<usize>,
}

/// A link or image as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownLink {
    /// As Markdown reads it: entities and backslashes resolved, percent-encoding kept.
    pub destination: String,
    /// The plain text of the link, or the text alternative of the image.
    pub text: String,
    /// The characters of the destination, also when they stand in a definition elsewhere; the whole
    /// link where they cannot be pointed out (an empty destination, one broken by a quote's `>`).
    pub span: Range<usize>,
    /// Which of the two it is.
    pub kind: LinkKind,
}

impl MarkdownLink {
    /// Where the destination leads.
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
    /// HTML, which is shown as the characters it is written with. Closing tags are not remarked.
    RawHtml,
    /// An HTML comment, which is not shown.
    CommentDropped,
    /// A destination with a scheme other than http, https, mailto and tel (an image: other than
    /// http and https), lower-cased; `//` stands for an address of another server without scheme.
    /// The link is shown as its text alone.
    UnsafeLink(String),
    /// `[text](two words.md)` and the like: shown as written, since it is not a link.
    BrokenLink,
    /// An image without text alternative.
    ImageWithoutAlt,
    /// A link without text, shown as its destination.
    LinkWithoutText,
    /// A heading without text, not shown as a heading.
    EmptyHeading,
    /// A footnote that nothing refers to, or whose name is taken by an earlier one; shown last.
    UnusedNote,
}
