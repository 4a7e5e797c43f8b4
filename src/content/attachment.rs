//! Files that are published as they are: those that are text are looked through, since a personal
//! number must not go out in a table either.

use super::encoding::decoded;
use super::inspect;
use crate::diagnostic::canonical::normal;
use crate::diagnostic::{Problem, Source};
use crate::model::ContentPath;

/// Endings of files that are text.
const TEXTS: [&str; 12] =
    ["txt", "csv", "tsv", "html", "htm", "svg", "xml", "json", "md", "rtf", "ics", "log"];

/// In bytes. A longer file is data for machines rather than a text that slipped in, and would have
/// to be in memory as a whole.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Whether a file of this name and size is looked through.
pub fn is_text(path: ContentPath<'_>, size: u64) -> bool {
    let ending = path.extension().map(str::to_lowercase);
    size <= LONGEST && ending.is_some_and(|ending| TEXTS.contains(&ending.as_str()))
}

/// What a text file should not hold, whatever its encoding; it is published unchanged.
pub fn problems(path: ContentPath<'_>, bytes: &[u8]) -> Vec<Problem> {
    let text = normal(&decoded(bytes));
    inspect::inspect_text(&Source::new(path.to_string(), text))
}
