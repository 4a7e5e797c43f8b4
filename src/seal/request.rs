//! What is asked for when a package is made, and what comes of it.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Problem, Text};
use crate::digest::Digest;

/// What is asked for.
pub struct SealRequest<'a> {
    pub years: RangeInclusive<i16>,
    /// Only what was added or corrected since the package of those years was made.
    pub supplement: bool,
    /// Where packages are put.
    pub output: &'a Path,
    /// Called before each step; if it returns true, nothing is left behind.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// The outcome.
pub enum SealOutcome {
    Sealed(Box<Sealed>),
    /// The site's files have errors.
    Errors(Vec<Problem>),
    /// These drafts belong to the years; their paths.
    Drafts(Vec<String>),
    /// The theme failed on a page.
    NotMade(Vec<Problem>),
}

/// A package that was made.
#[derive(Debug)]
pub struct Sealed {
    pub zip: PathBuf,
    /// The record, from the site's folder.
    pub record: String,
    pub digest: Digest,
    pub documents: usize,
    /// How many of them are corrected versions of what an earlier package has.
    pub modified: usize,
    /// Paths of documents that have changed without a correction, and are left out.
    pub unexplained: Vec<String>,
    /// Paths of documents that belong to no year, and are in no package.
    pub yearless: Vec<String>,
    /// Titles of documents without a PDF, each with the reason.
    pub without_pdf: Vec<(String, Text)>,
    /// Paths in the package that are longer than many systems can hold.
    pub long_paths: Vec<String>,
}
