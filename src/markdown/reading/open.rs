//! What is open while a text is being parsed.

use std::ops::Range;

use super::labels::Label;

/// Plain text on one line that the parser gave in one or more events.
pub(super) struct PlainRun {
    pub span: Range<usize>,
    /// Whether nothing precedes it on its line but the marks of quotes and lists.
    pub begins_line: bool,
}

/// A list whose end has not been reached.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenList {
    /// The number that its next item would get; none for bullets.
    pub next: Option<u64>,
    /// Its bullet, or what stands after its numbers.
    pub sign: char,
}

/// A line that looks like an item.
#[derive(Debug)]
pub(super) struct ItemLine {
    pub mark: ItemMark,
    pub span: Range<usize>,
}

/// What a line begins with that makes it look like an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ItemMark {
    /// A hyphen or another bullet right before a word, or a dash.
    Bullet { length: usize },
    /// A sign that others use for bullets; two lines with the same are items.
    Sign(String),
    /// A letter or number with what stands around it.
    Label(Label),
}
