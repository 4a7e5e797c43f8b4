//! What the site's files say, each file by itself.

use std::sync::Arc;

use super::loaded::OtherFile;
use crate::diagnostic::{Problem, Source};
use crate::model::document::Accept;
use crate::model::settings::Settings;
use crate::model::{Address, Document, Kind, Place};

/// Everything the site's files say, each file by itself. Nothing here has looked at two files.
#[derive(Debug)]
pub struct ParsedContent {
    /// `None` when `site.toml` could not be read as text at all.
    pub settings: Option<Arc<Settings>>,
    /// Every Markdown file, in order of path.
    pub files: Vec<Arc<ParsedFile>>,
    /// Every other file, in order of path.
    pub others: Vec<OtherFile>,
    /// Problems with folders and the settings; each Markdown file holds its own.
    pub problems: Vec<Problem>,
}

/// A Markdown file as read.
#[derive(Debug)]
pub struct ParsedFile {
    /// The file; its path begins with `content/`.
    pub source: Arc<Source>,
    /// What it turned out to be.
    pub parsed: Parsed,
    /// Whether it says that it is a draft, also when broken.
    pub draft: bool,
    /// The warnings that it accepts, also when broken.
    pub accept: Vec<Accept>,
    /// What is wrong with it taken alone, in order of place. Severities are the codes' own: drafts,
    /// `accept` and `--strict` are for the one who judges the whole.
    pub problems: Vec<Problem>,
}

/// What a Markdown file turned out to be.
#[derive(Debug)]
pub enum Parsed {
    /// A document of the archive, or a page.
    Document(Arc<Document>),
    /// A municipality, police area or district.
    Place(Arc<Place>),
    /// Something required is missing or unreadable. Kept, with what is known of it, so that others'
    /// references to it are not reported as missing.
    Broken { kind: Option<Kind>, address: Option<Address> },
}
