//! Keeping the records of yearly packages true when a document moves: its path and address, and the
//! checksum of a text that only the move has changed.

use std::collections::BTreeMap;

use super::mending::ChangedFile;
use super::paths::MovePaths;
use crate::content::{Loaded, RawFile};
use crate::diagnostic::canonical;
use crate::digest::Digest;
use crate::model::{Address, ContentPath};
use crate::toml_text::basic;

/// The records as they will be after the move, in the same order.
pub fn moved(loaded: &Loaded, way: &MovePaths, mended: &[ChangedFile]) -> Vec<RawFile> {
    if loaded.seals.is_empty() {
        return Vec::new();
    }
    let changed: BTreeMap<String, (Digest, Digest)> = mended
        .iter()
        .filter_map(|file| {
            let path = file.from.to_string();
            let before = loaded.markdown_at(&path)?;
            let after = file.bytes.as_deref()?;
            let digest = |bytes: &[u8]| {
                let source = canonical::source(&path, bytes).ok()?;
                Some(Digest::of(source.text.as_bytes()))
            };
            Some((path.clone(), (digest(&before.bytes)?, digest(after)?)))
        })
        .collect();
    let records = loaded.seals.iter().map(|raw| {
        let Ok(source) = raw.source() else { return raw.clone() };
        match rewritten(&source.text, way, &changed) {
            Some(text) => RawFile::new(raw.path.as_str(), text),
            None => raw.clone(),
        }
    });
    records.collect()
}

/// The text of a record after the move; `None` if nothing in it changes. Only the program writes
/// records, each key on a line of its own, so the lines can be changed one by one.
fn rewritten(
    text: &str,
    way: &MovePaths,
    changed: &BTreeMap<String, (Digest, Digest)>,
) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    // The path in the table that is being read.
    let mut path: Option<String> = None;
    let mut is_changed = false;
    for line in text.lines() {
        let value = |key: &str| {
            let rest = line.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim();
            rest.strip_prefix('"')?.strip_suffix('"').map(str::to_owned)
        };
        let mut new = None;
        if line.starts_with("[[") {
            path = None;
        } else if let Some(own) = value("path") {
            let after = ContentPath::of_site(&own).and_then(|own| way.moved(own));
            new = after.map(|after| format!("path = {}", basic(&after.to_string())));
            path = Some(own);
        } else if let (Some(_), Some(own)) = (value("address"), &path) {
            let after = ContentPath::of_site(own).and_then(|own| way.moved(own));
            let address = after.and_then(|after| Address::of_content(after.as_path()).ok());
            new = address.map(|address| format!("address = {}", basic(address.as_str())));
        } else if let (Some(digest), Some(own)) = (value("sha256"), &path) {
            let known = changed.get(own).filter(|(before, _)| before.to_string() == digest);
            new = known.map(|(_, after)| format!("sha256 = \"{after}\""));
        }
        is_changed |= new.is_some();
        lines.push(new.unwrap_or_else(|| line.to_owned()));
    }
    is_changed.then(|| lines.join("\n") + "\n")
}
