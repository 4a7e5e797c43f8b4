//! Paths of files and folders in `content/`, as every part of the program compares and shows them:
//! relative to `content/`, with `/` between names, in NFC, without a `/` at the end.

use std::fmt;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diagnostic::Source;

/// The folder of all these paths, with which the path of a [`Source`] begins.
const PREFIX: &str = "content/";

/// A borrowed path in `content/`; [`ContentPath::ROOT`] is the folder `content/` itself. It is
/// shown with `content/` before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentPath<'a>(&'a str);

impl<'a> ContentPath<'a> {
    /// The folder `content/`.
    pub const ROOT: ContentPath<'static> = ContentPath("");

    /// A path relative to `content/` that already has this form.
    pub fn new(path: &'a str) -> ContentPath<'a> {
        ContentPath(path)
    }

    /// A path relative to the site's folder; `None` if it is not in `content/`, such as
    /// `site.toml`.
    pub fn of_site(path: &'a str) -> Option<ContentPath<'a>> {
        path.strip_prefix(PREFIX).map(ContentPath)
    }

    /// The path of a source that is in `content/`.
    pub fn of_source(source: &'a Source) -> ContentPath<'a> {
        ContentPath::of_site(&source.path).unwrap_or(ContentPath(&source.path))
    }

    /// Relative to `content/`; empty for that folder itself.
    pub fn as_str(self) -> &'a str {
        self.0
    }

    /// Whether it is the folder `content/`.
    pub fn is_root(self) -> bool {
        self.0.is_empty()
    }

    /// The folder that it is in; the root is its own parent.
    pub fn parent(self) -> ContentPath<'a> {
        ContentPath(self.0.rsplit_once('/').map_or("", |(folder, _)| folder))
    }

    /// The folders that it is in, the innermost first, without the root.
    pub fn folders(self) -> impl Iterator<Item = ContentPath<'a>> {
        std::iter::successors(Some(self.parent()), |folder| Some(folder.parent()))
            .take_while(|folder| !folder.is_root())
    }

    /// The folder that a document belongs to, which is its own or, if that has the name of a year, the
    /// one above; and the year's name, or nothing.
    pub fn home(self) -> (ContentPath<'a>, &'a str) {
        let folder = self.parent();
        match is_year(folder.name()) {
            true => (folder.parent(), folder.name()),
            false => (folder, ""),
        }
    }

    /// The last segment.
    pub fn name(self) -> &'a str {
        self.0.rsplit_once('/').map_or(self.0, |(_, name)| name)
    }

    /// The last segment without its extension.
    pub fn stem(self) -> &'a str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }

    /// What follows the last dot of the last segment, as written.
    pub fn extension(self) -> Option<&'a str> {
        self.name().rsplit_once('.').map(|(_, extension)| extension)
    }

    /// Whether it is the index of its folder, as the file of every place is.
    pub fn is_index(self) -> bool {
        self.name().eq_ignore_ascii_case("index.md")
    }

    /// Whether it is in this folder or a folder below it; no folder is inside itself.
    pub fn is_inside(self, folder: ContentPath<'_>) -> bool {
        if folder.is_root() {
            return !self.is_root();
        }
        self.0.strip_prefix(folder.0).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The path of this name in this folder.
    pub fn join(self, name: &str) -> ContentPathBuf {
        if self.is_root() {
            ContentPathBuf(name.to_owned())
        } else {
            ContentPathBuf(format!("{}/{name}", self.0))
        }
    }

    /// The path that a reference in this file means: relative to the file's folder or, if the
    /// reference begins with `/`, to `content/`. `None` if it leads out of `content/`.
    pub fn resolve(self, reference: &str) -> Option<ContentPathBuf> {
        let reference: std::borrow::Cow<str> = match is_nfc_quick(reference.chars()) {
            IsNormalized::Yes => reference.into(),
            _ => reference.nfc().collect::<String>().into(),
        };
        let mut parts: Vec<&str> = Vec::new();
        let relative = match reference.strip_prefix('/') {
            Some(from_root) => from_root,
            None => {
                parts.extend(self.0.split('/'));
                parts.pop();
                &reference
            }
        };
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(ContentPathBuf(parts.join("/")))
    }

    /// The same path, owned.
    pub fn to_buf(self) -> ContentPathBuf {
        ContentPathBuf(self.0.to_owned())
    }
}

/// Whether a folder's name is that of a year: four digits.
pub fn is_year(name: &str) -> bool {
    name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for ContentPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_root() { f.write_str("content") } else { write!(f, "{PREFIX}{}", self.0) }
    }
}

/// An owned path in `content/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentPathBuf(String);

impl ContentPathBuf {
    /// A path relative to `content/` that already has this form.
    pub fn new(path: impl Into<String>) -> ContentPathBuf {
        ContentPathBuf(path.into())
    }

    /// The path, borrowed.
    pub fn as_path(&self) -> ContentPath<'_> {
        ContentPath(&self.0)
    }

    /// Relative to `content/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ContentPathBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_path().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_its_parts() {
        let path = ContentPath::new("kommuner/habo/2018/löfte.del.PDF");
        assert_eq!(path.parent().as_str(), "kommuner/habo/2018");
        assert_eq!(path.name(), "löfte.del.PDF");
        assert_eq!(path.stem(), "löfte.del");
        assert_eq!(path.extension(), Some("PDF"));
        let folders: Vec<_> = path.folders().map(ContentPath::as_str).collect();
        assert_eq!(folders, ["kommuner/habo/2018", "kommuner/habo", "kommuner"]);
        assert_eq!(path.to_string(), "content/kommuner/habo/2018/löfte.del.PDF");

        let alone = ContentPath::new("om");
        assert_eq!(
            (alone.parent(), alone.name(), alone.extension()),
            (ContentPath::ROOT, "om", None)
        );
        assert_eq!(alone.folders().count(), 0);
        assert_eq!(ContentPath::ROOT.to_string(), "content");
        assert_eq!(ContentPath::ROOT.join("om").as_str(), "om");
        assert_eq!(alone.join("index.md").to_string(), "content/om/index.md");
    }

    #[test]
    fn a_folder_holds_what_begins_with_its_whole_name() {
        let habo = ContentPath::new("kommuner/habo");
        let inside = |path: &str| ContentPath::new(path).is_inside(habo);
        assert!(inside("kommuner/habo/index.md") && inside("kommuner/habo/2018/a.md"));
        assert!(!inside("kommuner/habo") && !inside("kommuner/habo-2/a.md") && !inside("kommuner"));
        assert!(
            habo.is_inside(ContentPath::ROOT) && !ContentPath::ROOT.is_inside(ContentPath::ROOT)
        );
    }

    #[test]
    fn a_reference_counts_from_the_files_folder_or_from_content() {
        let from = ContentPath::new("a/b/c.md");
        let means = |reference: &str| from.resolve(reference).map(|path| path.as_str().to_owned());
        for (reference, meant) in [
            ("d.md", Some("a/b/d.md")),
            ("./d.md", Some("a/b/d.md")),
            ("../d.md", Some("a/d.md")),
            ("../../d.md", Some("d.md")),
            ("../../../d.md", None),
            ("/d//e.md", Some("d/e.md")),
            ("/../d.md", None),
            ("A\u{30a}.md", Some("a/b/Å.md")),
            ("", Some("a/b")),
        ] {
            assert_eq!(means(reference).as_deref(), meant, "{reference}");
        }
    }

    #[test]
    fn only_what_is_in_content_has_a_path_there() {
        assert_eq!(ContentPath::of_site("content/a.md"), Some(ContentPath::new("a.md")));
        assert_eq!(ContentPath::of_site("site.toml"), None);
        assert_eq!(ContentPath::of_site("content.md"), None);
    }
}
