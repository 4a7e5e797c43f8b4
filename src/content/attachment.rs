//! Files that are published as they are: those that are text are looked through, since a personal
//! number must not go out in a table either.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::inspect;
use crate::diagnostic::{Problem, canonical};

/// Endings of files that are text.
const TEXTS: [&str; 12] =
    ["txt", "csv", "tsv", "html", "htm", "svg", "xml", "json", "md", "rtf", "ics", "log"];

/// A longer file is data for machines rather than a text that slipped in.
const LONGEST: u64 = 16 * 1024 * 1024;

/// What a text file should not hold; nothing for other files.
pub fn problems(path: &str, on_disk: &Path, size: u64) -> Vec<Problem> {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let is_text = ending.is_some_and(|ending| TEXTS.contains(&ending.as_str()));
    if !is_text || size > LONGEST {
        return Vec::new();
    }
    let Ok(bytes) = fs::read(on_disk) else { return Vec::new() };
    let bytes: Arc<[u8]> = bytes.into();
    match canonical::source(&format!("content/{path}"), &bytes) {
        Ok(source) => inspect::inspect_text(&source),
        // Not UTF-8: published unchanged, whatever its encoding.
        Err(_) => Vec::new(),
    }
}
