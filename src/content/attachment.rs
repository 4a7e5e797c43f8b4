//! Files that are published as they are. Those that are text are inspected, since a personal number
//! must not be published in a table either.

use super::encoding::decoded;
use super::inspect;
use crate::diagnostic::canonical::normal;
use crate::diagnostic::{Problem, Source};
use crate::model::ContentPath;

/// Extensions of files that are text.
const TEXTS: [&str; 12] =
    ["txt", "csv", "tsv", "html", "htm", "svg", "xml", "json", "md", "rtf", "ics", "log"];

/// The size in bytes above which a file is not inspected. A larger file is data for machines rather
/// than a text that was published by mistake, and would have to be in memory as a whole.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Whether a file of this name and size is inspected.
pub fn is_text(path: ContentPath<'_>, size: u64) -> bool {
    let ending = path.extension().map(str::to_lowercase);
    size <= LONGEST && ending.is_some_and(|ending| TEXTS.contains(&ending.as_str()))
}

/// The problems with the contents of a text file, whatever its encoding; the file is published
/// unchanged.
pub fn problems(path: ContentPath<'_>, bytes: &[u8]) -> Vec<Problem> {
    let text = normal(&decoded(bytes));
    inspect::inspect_text(&Source::new(path.to_string(), text))
}
