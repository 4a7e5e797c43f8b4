//! What a site's own output was built from: the digest of each text of the site, remembered in the site's
//! own folder, so that what has changed since is told by what it says and not by when it was written.

use std::collections::BTreeMap;
use std::path::Path;

use super::Remembered;
use super::manifest::Manifest;
use super::records::manifest_text;
use super::remembered::BuildKind;
use crate::digest::Digest;

/// The digests of the texts that the last build of a site's own output was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltSources(BTreeMap<String, Digest>);

impl BuiltSources {
    /// Those of the build that is in an output; `None` if that is not the one that is remembered.
    pub fn of(site: &Path, output: &Path) -> Option<BuiltSources> {
        let text = Remembered::of(site, BuildKind::Own).read(Remembered::SOURCES)?;
        let text = String::from_utf8(text).ok()?;
        let (first, rows) = text.split_once('\n')?;
        let inputs = Digest::parse(first.strip_prefix("inputs ")?)?;
        if !Manifest::is_of(&manifest_text(output)?, &inputs) {
            return None;
        }
        let row = |row: &str| {
            let (digest, path) = row.split_once(' ')?;
            Some((path.to_owned(), Digest::parse(digest)?))
        };
        rows.lines().map(row).collect::<Option<_>>().map(BuiltSources)
    }

    /// The digest that a file had, by its path in the site's folder; `None` if there was no such file.
    pub fn digest_of(&self, path: &str) -> Option<Digest> {
        self.0.get(path).copied()
    }

    /// The text that is remembered: what the build was made from, and a row for each file.
    pub fn text<'a>(inputs: &Digest, files: impl IntoIterator<Item = (&'a str, Digest)>) -> String {
        let mut text = format!("inputs {inputs}\n");
        for (path, digest) in files {
            text.push_str(&format!("{digest} {path}\n"));
        }
        text
    }
}
