//! Reading again after a change: files that are the same are neither read nor parsed again.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::file::parse_file;
use super::load::LARGEST_TEXT;
use super::loaded::{Loaded, OtherFile};
use super::parse::put_together;
use super::parsed::{ParsedContent, ParsedFile};
use super::raw_file::RawFile;
use super::source_stamp::SourceStamp;
use super::walk;
use crate::digest::Digest;
use crate::plain_file;

/// [`super::parse()`] after a change: every file that is the same keeps what it was parsed into.
/// `before` is an earlier load and what that was parsed into.
pub fn parse_again(loaded: &Loaded, before: (&Loaded, &ParsedContent)) -> ParsedContent {
    let (loaded_before, content_before) = before;
    let mut earlier = loaded_before.markdown.iter().zip(&content_before.files).peekable();
    let known: Vec<Option<&Arc<ParsedFile>>> = loaded
        .markdown
        .iter()
        .map(|raw| {
            while earlier.next_if(|(earlier, _)| earlier.path < raw.path).is_some() {}
            let same = |(earlier, _): &(&RawFile, _)| {
                earlier.path == raw.path && earlier.digest == raw.digest
            };
            earlier.next_if(same).map(|(_, file)| file)
        })
        .collect();
    let files: Vec<Arc<ParsedFile>> = (&loaded.markdown, known)
        .into_par_iter()
        .map(|(raw, known)| known.cloned().unwrap_or_else(|| Arc::new(parse_file(raw))))
        .collect();
    put_together(loaded, files)
}

impl Loaded {
    /// Whether both hold the same files with the same bytes and the same problems.
    pub fn says_the_same(&self, other: &Loaded) -> bool {
        let texts = self.markdown.iter().zip(&other.markdown);
        self.same_but_for_texts(other) && texts.into_iter().all(|(a, b)| a.digest == b.digest)
    }

    /// Like [`Loaded::says_the_same`], except that the texts of Markdown files may differ.
    pub fn same_but_for_texts(&self, other: &Loaded) -> bool {
        let same_other = |(a, b): (&OtherFile, &OtherFile)| {
            a.digest == b.digest && a.path == b.path && a.on_disk == b.on_disk
        };
        fn told(loaded: &Loaded) -> impl Iterator<Item = (&str, Digest)> {
            loaded.beside().map(|file| (file.path.as_str(), file.digest))
        }
        self.markdown.len() == other.markdown.len()
            && self.others.len() == other.others.len()
            && self.markdown.iter().zip(&other.markdown).all(|(a, b)| a.path == b.path)
            && self.others.iter().zip(&other.others).all(same_other)
            && told(self).eq(told(other))
            && self.problems == other.problems
    }

    /// The same files, none of which is to be taken as unchanged if it is at one of these paths, or
    /// below one. The paths are on disk, with the site's folder in canonical form.
    pub fn distrusting<'p>(
        &self,
        site: &Path,
        paths: impl Iterator<Item = &'p Path>,
    ) -> Cow<'_, Loaded> {
        let shown = |path: &Path| {
            let relative = path.strip_prefix(site).ok()?;
            Some(walk::shown(relative).as_str().to_owned())
        };
        let heard: HashSet<String> = paths.filter_map(shown).collect();
        if heard.is_empty() {
            return Cow::Borrowed(self);
        }
        let is_heard = |path: &str| {
            let above = path.match_indices('/').map(|(at, _)| &path[..at]);
            above.chain([path]).any(|path| heard.contains(path))
        };
        let mut loaded = self.clone();
        let beside = loaded.settings.iter_mut().chain(&mut loaded.ledger).chain(&mut loaded.seals);
        for file in loaded.markdown.iter_mut().chain(beside).filter(|file| is_heard(&file.path)) {
            file.stamp = None;
        }
        for file in &mut loaded.others {
            if is_heard(&file.path.to_string()) {
                file.stamp = None;
            }
        }
        Cow::Owned(loaded)
    }

    /// The same files, with new contents for those of these paths that are known texts and have
    /// changed. The paths are on disk, with the site's folder in canonical form. `None` if none has
    /// changed. Files that are new, deleted or not regular are left to [`super::load()`], and so
    /// are empty ones: most editors empty a file before they write it, and will have written it by
    /// then.
    pub fn with_changed<'p>(
        &self,
        site: &Path,
        paths: impl Iterator<Item = &'p Path>,
    ) -> Option<Loaded> {
        let content = site.join("content");
        let mut changed: Option<Loaded> = None;
        for on_disk in paths {
            let Ok(relative) = on_disk.strip_prefix(&content) else { continue };
            let path = walk::shown(relative).to_string();
            let Ok(at) = self.markdown.binary_search_by(|file| file.path.cmp(&path)) else {
                continue;
            };
            let Some(file) = plain_text(path, on_disk) else { continue };
            if !file.bytes.is_empty() && file.digest != self.markdown[at].digest {
                changed.get_or_insert_with(|| self.clone()).markdown[at] = file;
            }
        }
        changed
    }
}

/// A text as it is now, if it is a regular file of reasonable size.
fn plain_text(path: String, on_disk: &Path) -> Option<RawFile> {
    let metadata = fs::symlink_metadata(on_disk).ok()?;
    if !metadata.is_file() || metadata.len() > LARGEST_TEXT {
        return None;
    }
    let bytes = plain_file::read(on_disk).ok()?;
    Some(RawFile { stamp: SourceStamp::of(&metadata).settled(), ..RawFile::new(path, bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_emptied_is_about_to_be_written() {
        let site = std::env::temp_dir().join(format!("loftesarkiv-again-{}", std::process::id()));
        let file = site.join("content/a.md");
        fs::create_dir_all(site.join("content")).expect("folders");
        let loaded =
            Loaded { markdown: vec![RawFile::new("content/a.md", *b"ett")], ..Loaded::default() };
        let look = |text: &str| {
            fs::write(&file, text).expect("written");
            loaded.with_changed(&site, [file.as_path()].into_iter())
        };
        assert!(look("").is_none());
        assert!(look("ett").is_none());
        assert!(look("två").is_some());
        fs::remove_dir_all(&site).expect("removed");
    }
}
