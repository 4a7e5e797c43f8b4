//! Markdown: what a text refers to and can be referred to by, and its HTML.

use std::ops::Range;

/// What a text refers to and can be referred to by. Spans are bytes of the text.
#[derive(Debug, Default, Clone)]
pub struct Outline {
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub remarks: Vec<Remark>,
}

#[derive(Debug, Clone)]
pub struct Heading {
    pub id: String,
    pub text: String,
    pub level: u8,
    pub span: Range<usize>,
}

#[derive(Debug, Clone)]
pub struct Link {
    pub destination: String,
    pub text: String,
    pub span: Range<usize>,
    pub kind: LinkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Image,
}

#[derive(Debug, Clone)]
pub struct Remark {
    pub what: RemarkKind,
    pub span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    RawHtml,
    CommentDropped,
    UnsafeLink,
    BrokenLink,
    ImageWithoutAlt,
}

/// What a text refers to and can be referred to by.
pub fn outline(_text: &str) -> Outline {
    Outline::default()
}
