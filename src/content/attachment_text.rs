//! Files that are published as they are. Those that are text are inspected, since a personal number
//! must not be published in a table either.

use std::sync::Arc;

use super::encoding::decoded;
use super::inspect;
use crate::diagnostic::canonical::normal;
use crate::diagnostic::{Problem, Source};
use crate::media_type::extension;
use crate::model::{Address, ContentPath};

/// Extensions of files that are text.
const TEXTS: [&str; 15] = [
    "txt", "csv", "tsv", "html", "htm", "svg", "xml", "json", "geojson", "md", "rtf", "ics", "log",
    "vtt", "srt",
];

/// The size in bytes above which a file is not inspected and its pages are not counted. A larger file is data for machines rather
/// than a text that was published by mistake, and would have to be in memory as a whole.
const LONGEST: u64 = 16 * 1024 * 1024;

/// How the contents of a file are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadableAs {
    /// It is inspected as a text.
    Text,
    /// Its pages are counted.
    Pdf,
    /// Only its digest is made.
    Other,
}

/// How a file of this name and size is read.
pub fn contents(path: ContentPath<'_>, size: u64) -> ReadableAs {
    match path.extension().map(str::to_lowercase) {
        Some(ending) if size <= LONGEST && TEXTS.contains(&ending.as_str()) => ReadableAs::Text,
        Some(ending) if size <= LONGEST && ending == "pdf" => ReadableAs::Pdf,
        _ => ReadableAs::Other,
    }
}

/// The problems with the names of a file and its folders, which are in its address.
pub fn of_name(path: ContentPath<'_>) -> Vec<Problem> {
    let address = Address::of_content(path).ok();
    inspect::inspect_name(&Source::path_only(path.to_string()), address.as_ref())
}

/// The problems with the contents of a text file, whatever its encoding; the file is published
/// unchanged.
pub fn problems(path: ContentPath<'_>, bytes: &[u8]) -> Vec<Problem> {
    inspect::inspect_text(&text(&path.to_string(), bytes))
}

/// The problems with the contents of one of a theme's files, or the logo, if it is text by its name
/// or its bytes.
pub fn of_theme_file(path: &str, bytes: &[u8]) -> Vec<Problem> {
    let extension = extension(path);
    let is_text = TEXTS.contains(&&*extension) || str::from_utf8(bytes).is_ok();
    if !is_text || bytes.len() as u64 > LONGEST {
        return Vec::new();
    }
    inspect::inspect_of_theme(&text(path, bytes))
}

fn text(path: &str, bytes: &[u8]) -> Arc<Source> {
    Source::new(path, normal(&decoded(bytes)))
}
