//! A file as the program has read it, and places in it. Every span in the program is a range of
//! bytes in [`Source::text`], the canonical text: without a BOM, with LF line ends, in NFC.

use std::ops::Range;
use std::sync::Arc;

use memchr::memchr_iter;

/// A byte range into a source's canonical text.
pub type Span = Range<usize>;

/// A text file of the site, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Relative to the site's folder, `/` between segments: `content/kommuner/habo/index.md`.
    pub path: Arc<str>,
    /// The canonical text.
    pub text: Arc<str>,
}

impl Source {
    /// A source with this path and canonical text.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Arc<Source> {
        Arc::new(Source { path: path.into(), text: text.into() })
    }

    /// A file in whose text no place can be shown: an unreadable or binary file, or a folder.
    pub fn path_only(path: impl Into<Arc<str>>) -> Arc<Source> {
        Source::new(path, "")
    }

    /// The line and column of a byte offset, both from 1; columns count characters. An offset past
    /// the end or inside a character counts as the nearest character boundary before it.
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let offset = floor_char_boundary(&self.text, offset);
        let before = &self.text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        // Newlines are counted many bytes at a time, since each of thousands of problems in one
        // file counts its lines.
        let line = memchr_iter(b'\n', before.as_bytes()).count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }
}

/// The nearest character boundary at or before `offset`, never past the end.
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A value and where it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// The characters that it was written with.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// Shows only the value.
impl<T: std::fmt::Display> std::fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.value.fmt(f)
    }
}
