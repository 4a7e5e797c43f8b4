//! The state of reading: which file it is, and what has been found in it so far.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::explained::Syntax;
use crate::diagnostic::{Code, Problem, Source, Span, Text};
use crate::schema::Owner;

/// Once there are this many problems, the rest of the file is not examined, since no more would be
/// shown.
const MOST: usize = 300;

/// Reads one stretch of TOML in a source.
pub struct TomlReader<'s> {
    pub(super) source: &'s Arc<Source>,
    /// Where the TOML begins in the source.
    pub(super) start: usize,
    /// The sort of file, if known.
    pub(super) owner: Cell<Owner>,
    pub(super) syntax: Syntax,
    pub(super) problems: RefCell<Vec<Problem>>,
    pub(super) unusable: Cell<bool>,
    pub(super) partial: Cell<bool>,
}

impl TomlReader<'_> {
    /// Reports a problem at a place, unless a syntax error there explains it.
    pub(super) fn report(&self, code: Code, span: Span, message: Text, help: Text) {
        if !self.syntax.explains(&span) && !self.is_full() {
            let problem = Problem::at(code, self.source, span, message, help);
            self.problems.borrow_mut().push(problem);
        }
    }

    /// Whether there are more problems than are shown.
    pub(super) fn is_full(&self) -> bool {
        self.problems.borrow().len() >= MOST
    }

    /// Records that what was read does not represent the whole file.
    pub(super) fn mark_unusable(&self) {
        self.unusable.set(true);
    }

    /// Records that something is written that could not be read.
    pub(super) fn mark_partial(&self) {
        self.unusable.set(true);
        self.partial.set(true);
    }

    /// The characters at a place.
    pub(super) fn written(&self, span: &Span) -> &str {
        &self.source.text[span.clone()]
    }

    /// A span of the TOML as a span of the source.
    pub(super) fn absolute(&self, span: Span) -> Span {
        span.start + self.start..span.end + self.start
    }
}

impl<'s> TomlReader<'s> {
    pub(super) fn source_text(&self, span: &Span) -> &'s str {
        &self.source.text[span.clone()]
    }
}
