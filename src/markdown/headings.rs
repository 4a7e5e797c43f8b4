//! Headings as the page shows them: their levels fit under its `h1`, and each has an id.

use std::ops::Range;

use super::ids::{self, IdRequest};
use super::outline::Heading;

/// A heading as written in the text.
pub(super) struct HeadingText {
    /// `{#id}`
    pub explicit: Option<String>,
    pub text: String,
    /// From 1.
    pub level: u8,
    pub span: Range<usize>,
}

/// The shallowest heading becomes `h2`; none is more than one level below the previous one, nor
/// deeper than `h6`.
pub(super) fn shown(written: Vec<HeadingText>) -> Vec<Heading> {
    let wishes: Vec<IdRequest<'_>> = written
        .iter()
        .map(|heading| IdRequest { explicit: heading.explicit.as_deref(), text: &heading.text })
        .collect();
    let ids = ids::assign(&wishes);
    let shallowest = written.iter().map(|heading| heading.level).min();
    let mut previous = 1;
    written
        .into_iter()
        .zip(ids)
        .map(|(heading, id)| {
            let level = 2 + heading.level - shallowest.unwrap_or(heading.level);
            previous = level.min(previous + 1).min(6);
            Heading { id, text: heading.text, level: previous, span: heading.span }
        })
        .collect()
}
