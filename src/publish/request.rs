//! What publishing is given, and what it returns.

use std::path::{Path, PathBuf};

use super::error::MakeError;
use super::output::OutputFolder;
use super::remembered::Remembered;
use crate::diagnostic::Text;
use crate::digest::Digest;
use crate::model::Address;

/// What a file of the site consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file of the site, provided that they are still those that were inspected.
    CopyOf {
        /// Relative to the site's folder, or absolute.
        path: PathBuf,
        /// The path as shown in messages: relative to the site's folder, with `/` between names.
        name: String,
        /// The digest of the bytes that were inspected.
        digest: Digest,
    },
}

/// A page that can be made if it has to be.
pub struct Prepared<'a> {
    /// The digest of everything that the contents depend on: equal keys mean equal bytes.
    pub key: Digest,
    /// Makes the contents.
    pub make: Box<dyn FnOnce() -> Result<Contents, MakeError> + Send + 'a>,
}

/// What is to be published.
pub struct Request<'a> {
    /// The site's folder.
    pub site: &'a Path,
    /// The folder to publish in.
    pub output: &'a OutputFolder,
    /// The address of every page, without duplicates.
    pub addresses: &'a [Address],
    /// Prepares the n-th page. Called once for each, in any order, from several threads.
    pub prepare: &'a (dyn Fn(usize) -> Result<Prepared<'a>, MakeError> + Sync),
    /// The digest of everything the build is made from; see [`super::unchanged()`].
    pub inputs: Digest,
    /// For each address, whether the ledger keeps it for ever.
    pub kept: &'a (dyn Fn(usize) -> bool + Sync),
    /// Where the report is kept.
    pub remembered: &'a Remembered,
    /// Makes the report that [`super::unchanged()`] is to return, given the files of the output
    /// that are not the program's.
    pub report: &'a (dyn Fn(&[String]) -> Vec<u8> + Sync),
    /// The ledger as it is to be.
    pub ledger: Option<LedgerUpdate>,
    /// Called when every page has been made: what was kept for the next may go.
    pub made: &'a (dyn Fn() + Sync),
    /// Called now and then with how many of how many pages are done, in no strict order.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Called before each page and before anything is put in place; if it returns true, publishing
    /// stops.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
    /// Whether to write `SHA256SUMS` in the root.
    pub checksums: bool,
}

/// A new text for the ledger, made from the one that was read.
#[derive(Debug, Clone)]
pub struct LedgerUpdate {
    pub path: PathBuf,
    pub text: String,
    /// The digest of the file's bytes when it was read; `None` if there was no file. If the file is
    /// another by the time it is to be written, nothing is published.
    pub read: Option<Digest>,
}

/// What publishing did.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Published {
    /// Files that were added or replaced.
    pub written: usize,
    /// Files that were already as they should be and were not touched.
    pub kept: usize,
    /// Files that were deleted because no page needs them any more.
    pub deleted: usize,
    /// The total size of the written files.
    pub bytes: u64,
    /// What the output holds that the program did not write or that somebody has changed. It is
    /// left alone. Sorted; a folder with nothing of the program's in it ends in `/`.
    pub foreign: Vec<String>,
    /// What could not be done once the site was in place, in words. The next build does it.
    pub undone: Vec<Text>,
}
