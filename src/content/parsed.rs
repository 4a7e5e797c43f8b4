//! What each of the site's files says.

use std::sync::Arc;

use super::loaded::OtherFile;
use crate::diagnostic::{Problem, Source};
use crate::model::document::Accept;
use crate::model::settings::Settings;
use crate::model::{Address, ContentPath, Document, Kind, Place};

/// Everything the site's files say, each file by itself. Nothing here has looked at two files.
#[derive(Debug)]
pub struct ParsedContent {
    /// `None` if `site.toml` could not be read as text at all.
    pub settings: Option<Arc<Settings>>,
    /// Every Markdown file, in order of path.
    pub files: Vec<Arc<ParsedFile>>,
    /// Every other file, in order of path.
    pub others: Vec<OtherFile>,
    /// Problems with folders and the settings; those of each Markdown file are in the file.
    pub problems: Vec<Problem>,
}

/// A Markdown file after parsing.
#[derive(Debug)]
pub struct ParsedFile {
    /// The file; its path begins with `content/`.
    pub source: Arc<Source>,
    /// The result of parsing.
    pub parsed: Parsed,
    /// Whether it says that it is a draft, even if it is broken.
    pub draft: bool,
    /// The warnings that it accepts, even if it is broken.
    pub accept: Vec<Accept>,
    /// What is wrong with it alone, in order of place. Severities are those of the codes; drafts,
    /// `accept` and `--strict` are taken into account when the whole site is judged.
    pub problems: Vec<Problem>,
}

impl ParsedFile {
    /// Whether something required is missing or unreadable, so that the archive does not have it.
    pub fn is_broken(&self) -> bool {
        matches!(self.parsed, Parsed::Broken { .. })
    }

    /// Its kind, as far as it is known.
    pub fn kind(&self) -> Option<Kind> {
        match &self.parsed {
            Parsed::Document(document) => Some(document.kind),
            Parsed::Place(place) => Some(place.kind()),
            Parsed::Broken { kind, .. } => *kind,
        }
    }

    /// Its title, if that can be read.
    pub fn title(&self) -> Option<&str> {
        let common = match &self.parsed {
            Parsed::Document(document) => &document.common,
            Parsed::Place(place) => &place.common,
            Parsed::Broken { legible: Some(Legible::Document { document, .. }), .. } => {
                &document.common
            }
            Parsed::Broken { legible: Some(Legible::Place(place)), .. } => &place.common,
            Parsed::Broken { legible: None, .. } => return None,
        };
        Some(common.title.value.trim()).filter(|title| !title.is_empty())
    }

    /// Whether it says that it is of the place with this folder, or lies in it and says of none.
    pub fn is_of(&self, folder: ContentPath<'_>) -> bool {
        let path = ContentPath::of_source(&self.source);
        let archive = match &self.parsed {
            Parsed::Document(document) => Some(&document.archive),
            Parsed::Broken { legible: Some(Legible::Document { document, .. }), .. } => {
                Some(&document.archive)
            }
            Parsed::Place(_) | Parsed::Broken { .. } => None,
        };
        let Some(named) = archive.and_then(|keys| keys.municipalities.as_ref()) else {
            return path.is_inside(folder);
        };
        named.iter().filter_map(|named| path.resolve(named)).any(|named| {
            let named = named.as_path();
            named == folder || (named.is_index() && named.parent() == folder)
        })
    }
}

/// The result of parsing a Markdown file.
#[derive(Debug)]
pub enum Parsed {
    /// A document of the archive, or a page.
    Document(Arc<Document>),
    /// A municipality, police area or district.
    Place(Arc<Place>),
    /// Something required is missing or unreadable. What is known of the file is kept, so that
    /// references to it from others are not reported as missing, and so that what is wrong with
    /// its own references, links and files is reported as well.
    Broken { kind: Option<Kind>, address: Option<Address>, legible: Option<Legible> },
}

/// What could be read of a file in which something required is missing or unreadable; the rest is
/// left empty.
#[derive(Debug, Clone)]
pub enum Legible {
    /// A document, a page, or a file of which no kind is known.
    Document {
        document: Arc<Document>,
        /// Whether its kind, its lists and its body are all there, so that what other files say of
        /// it can be judged.
        is_sure: bool,
    },
    Place(Arc<Place>),
}

/// The file with this path, relative to the site's folder, among files in order of path.
pub fn file_at<'f>(files: &'f [Arc<ParsedFile>], path: &str) -> Option<&'f ParsedFile> {
    let at = files.binary_search_by(|file| (*file.source.path).cmp(path)).ok()?;
    Some(&*files[at])
}
