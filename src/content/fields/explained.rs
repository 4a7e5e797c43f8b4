//! What is known of a TOML text that cannot be read whole.

use crate::diagnostic::{Problem, Span};

/// What is known to be broken, so that nothing is reported twice.
#[derive(Debug, Default)]
pub struct Syntax {
    /// The lines with errors, as spans of the source.
    pub(super) broken: Vec<Span>,
    /// The keys on those lines.
    pub(super) keys: Vec<String>,
    /// Whether some of those keys, or of the lines below them, could not be read.
    pub(super) unread: bool,
}

impl Syntax {
    /// Whether a problem here follows from a syntax error.
    pub fn explains(&self, span: &Span) -> bool {
        self.broken.iter().any(|line| span.start <= line.end && line.start <= span.end)
    }

    /// Whether a key that seems to be missing is on a line that could not be read.
    pub fn lost(&self, key: &str) -> bool {
        self.keys.iter().any(|lost| lost == key)
    }

    /// Whether some keys of the file could not be read.
    pub fn keys_lost(&self) -> bool {
        self.unread
    }
}

/// The parser's errors in words.
pub struct Explained {
    pub syntax: Syntax,
    /// In order of place.
    pub problems: Vec<Problem>,
    /// The TOML with what cannot be read replaced by blanks, byte for byte; after some errors the
    /// parser by itself drops everything that follows.
    pub mended: Option<String>,
}
