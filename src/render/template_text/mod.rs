//! The text of a template, read without the engine: the names in it, the lists that its loops run
//! through, and the values that it keeps.

mod kept;
mod scan;

pub use kept::{KeptValues, MOST_JOINED, MULTIPLYING, kept};
pub use scan::{NamePath, scan};

use crate::diagnostic::Span;

/// The lists that the loops of a template run through.
pub fn lists(template: &str) -> Vec<Span> {
    scan(template).lists
}
