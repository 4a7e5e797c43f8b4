//! What is asked of publishing, and what it answers.

use std::path::{Path, PathBuf};

use super::error::MakeError;
use super::output::OutputFolder;
use crate::digest::Digest;
use crate::model::Address;

/// What a page's file is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file of the site, provided that they are those that were looked through.
    CopyOf {
        /// Relative to the site's folder, or absolute.
        path: PathBuf,
        /// As the file is told of: relative to the site's folder, with `/` between names.
        name: String,
        /// Of the bytes that were looked through.
        digest: Digest,
    },
}

/// A page, ready to be made if it must be.
pub struct Prepared<'a> {
    /// The digest of everything that the contents depend on: equal key, equal bytes.
    pub key: Digest,
    /// Makes the contents.
    pub make: Box<dyn FnOnce() -> Result<Contents, MakeError> + Send + 'a>,
}

/// What is to be published.
pub struct Request<'a> {
    /// The site's folder.
    pub site: &'a Path,
    /// Where to.
    pub output: &'a OutputFolder,
    /// Every page, each once.
    pub addresses: &'a [Address],
    /// The page of the n-th address. Asked once for each, in any order, from several threads.
    pub prepare: &'a (dyn Fn(usize) -> Result<Prepared<'a>, MakeError> + Sync),
    /// Everything the build is made from; see [`super::unchanged()`].
    pub inputs: Digest,
    /// What [`super::unchanged()`] is to give back, once it is known which files of the output are foreign.
    pub report: &'a (dyn Fn(&[String]) -> Vec<u8> + Sync),
    /// The ledger's path and new text.
    pub ledger: Option<(PathBuf, String)>,
    /// Told now and then how many pages of how many are done, in no strict order.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Asked before each page, and before anything is put in place.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
    /// Whether `SHA256SUMS` is to stand in the root.
    pub checksums: bool,
}

/// What publishing did.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Published {
    /// Files put in place, new or changed.
    pub written: usize,
    /// Files that were as they should be, and were not touched.
    pub kept: usize,
    /// Files that no page has any more.
    pub deleted: usize,
    /// Of the written files.
    pub bytes: u64,
    /// What stands in the output and is not the program's, or was changed by somebody. Left alone.
    /// Sorted; a folder of which nothing is the program's ends in `/`.
    pub foreign: Vec<String>,
}
