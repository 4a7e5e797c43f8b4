//! Each page is either kept as it is, or made and written to the staging folder: in parallel, with
//! one page per thread in memory, and with the same result whatever the number of threads.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::disk::{Disk, Stamp};
use super::error::{ErrorContext, FileOperation, MakeError, PublishError};
use super::published_files::{PublishedFile, PublishedFiles};
use super::request::{Contents, Request};
use crate::digest::Digest;
use crate::lock::locked;
use crate::piece::PIECE;

/// A page as it will be published.
#[derive(Debug, Clone, Copy)]
pub(super) struct StagedFile {
    pub key: Digest,
    pub hash: Digest,
    pub stamp: Stamp,
    /// Whether new bytes are in the staging folder, as opposed to being in place already.
    pub staged: bool,
}

/// The number of pages whose problems are reported; more would only repeat the same mistake in the
/// theme.
const PROBLEM_PAGES: usize = 100;

/// The path of a file or folder in the staging folder. Folders there mirror those of the output, so
/// that a folder that does not exist yet can be moved into place as a whole.
pub(super) fn place(staging: &Path, address: &str) -> PathBuf {
    staging.join("site").join(address)
}

/// What is needed to stage the pages.
pub(super) struct Stage<'a> {
    pub disk: &'a dyn Disk,
    pub staging: &'a Path,
    pub standing: &'a PublishedFiles,
}

/// Why a page could not be staged.
enum Fault {
    Make(MakeError),
    Publish(PublishError),
    /// There is a foreign file with other bytes at its address.
    Occupied,
}

impl From<MakeError> for Fault {
    fn from(error: MakeError) -> Fault {
        Fault::Make(error)
    }
}

impl From<PublishError> for Fault {
    fn from(error: PublishError) -> Fault {
        Fault::Publish(error)
    }
}

impl Stage<'_> {
    /// Stages all pages, in the order of their addresses.
    pub fn pages(
        &self,
        request: &Request,
    ) -> Result<impl Iterator<Item = StagedFile>, PublishError> {
        let of = request.addresses.len();
        let done = AtomicUsize::new(0);
        let faults = PageFaults::default();
        let pages: Vec<Option<StagedFile>> = (0..of)
            .into_par_iter()
            .with_max_len(PIECE)
            .map(|index| {
                if faults.make_useless(index) {
                    return None;
                }
                let page = match (request.interrupted)() {
                    true => Err(PublishError::Interrupted.into()),
                    false => self.page(request, index),
                };
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                if done.is_multiple_of(32) || done == of {
                    (request.progress)(done, of);
                }
                page.map_err(|fault| faults.add(index, fault)).ok()
            })
            .collect();
        faults.outcome(request)?;
        Ok(pages.into_iter().flatten())
    }

    fn page(&self, request: &Request, index: usize) -> Result<StagedFile, Fault> {
        let address = request.addresses[index].as_str();
        let prepared = (request.prepare)(index)?;
        if let Some(found) = self.standing.found(address)
            && found.is_made_from(prepared.key)
        {
            let &PublishedFile { stamp, hash, .. } = found;
            return Ok(StagedFile { key: prepared.key, hash, stamp, staged: false });
        }
        match (prepared.make)()? {
            Contents::Bytes(bytes) => self.bytes(address, prepared.key, &bytes),
            Contents::CopyOf { path, name, digest } => {
                let page = self.copy(address, prepared.key, &request.site.join(path))?;
                // The file may have changed after it was inspected; bytes that were not inspected
                // are not published.
                if page.hash == digest { Ok(page) } else { Err(MakeError::changed(&name).into()) }
            }
        }
    }

    /// Keeps a file that is already as it should be, whoever put it there. A file with other bytes
    /// that the program did not write is an error.
    fn kept(&self, address: &str, key: Digest, hash: Digest) -> Result<Option<StagedFile>, Fault> {
        match self.standing.found(address) {
            Some(found) if found.hash == hash => {
                Ok(Some(StagedFile { key, hash, stamp: found.stamp, staged: false }))
            }
            Some(found) if !found.is_ours() => Err(Fault::Occupied),
            _ => Ok(None),
        }
    }

    fn bytes(&self, address: &str, key: Digest, bytes: &[u8]) -> Result<StagedFile, Fault> {
        let hash = Digest::of(bytes);
        if let Some(page) = self.kept(address, key, hash)? {
            return Ok(page);
        }
        let staged = place(self.staging, address);
        let stamp = self.in_folder(&staged, || self.disk.write(&staged, bytes, false))?;
        Ok(StagedFile { key, hash, stamp, staged: true })
    }

    fn copy(&self, address: &str, key: Digest, from: &Path) -> Result<StagedFile, Fault> {
        if self.standing.found(address).is_some() {
            let hash = self.disk.hash(from).at(FileOperation::Reading, from)?;
            if let Some(page) = self.kept(address, key, hash)? {
                return Ok(page);
            }
        }
        let staged = place(self.staging, address);
        let file = self.disk.open(from).at(FileOperation::Reading, from)?;
        let mut source = CopiedFile { file, failed: false };
        match self.in_folder(&staged, || self.disk.copy(&mut source, &staged)) {
            Ok((hash, stamp)) => Ok(StagedFile { key, hash, stamp, staged: true }),
            Err(PublishError::Io { error, .. }) if source.failed => {
                Err(error).at(FileOperation::Reading, from)?
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Stages the checksums, as one more file beside the pages.
    pub fn checksums(
        &self,
        output: &Path,
        address: &str,
        text: &[u8],
    ) -> Result<StagedFile, PublishError> {
        self.bytes(address, Digest::of(text), text).map_err(|fault| match fault {
            Fault::Publish(error) => error,
            Fault::Make(error) => PublishError::Make(error),
            Fault::Occupied => PublishError::Occupied {
                output: output.to_owned(),
                addresses: vec![address.to_owned()],
            },
        })
    }

    /// Creates a folder in the staging folder, and those above it.
    fn make_folders(&self, folder: &Path) -> Result<(), PublishError> {
        let made = self.disk.make_folder(folder);
        match (made, folder.parent()) {
            (Err(error), Some(above)) if error.kind() == io::ErrorKind::NotFound => {
                self.make_folders(above)?;
                self.disk.make_folder(folder).at(FileOperation::MakingFolder, folder).map(|_| ())
            }
            (made, _) => made.at(FileOperation::MakingFolder, folder).map(|_| ()),
        }
    }

    /// Runs `write`, and creates the folders first if they turn out to be missing.
    fn in_folder<T>(
        &self,
        staged: &Path,
        mut work: impl FnMut() -> io::Result<T>,
    ) -> Result<T, PublishError> {
        match (work(), staged.parent()) {
            (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
                self.make_folders(folder)?;
                work().at(FileOperation::Writing, staged)
            }
            (outcome, _) => outcome.at(FileOperation::Writing, staged),
        }
    }
}

/// A file of the site while it is copied, which remembers whether reading it failed.
struct CopiedFile {
    file: File,
    failed: bool,
}

impl Read for CopiedFile {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.read(bytes).inspect_err(|_| self.failed = true)
    }
}

/// The faults by page. The faults of the first pages are found in whatever order threads come to
/// them, since a page is skipped only once enough pages before it are known to fail.
#[derive(Default)]
struct PageFaults {
    /// One more than the last page that has to be tried; 0 while all have to be.
    end: AtomicUsize,
    made: Mutex<BTreeMap<usize, MakeError>>,
    published: Mutex<BTreeMap<usize, PublishError>>,
    occupied: Mutex<BTreeSet<usize>>,
}

impl PageFaults {
    fn make_useless(&self, index: usize) -> bool {
        let end = self.end.load(Ordering::Relaxed);
        end != 0 && index >= end
    }

    fn end_at(&self, index: usize) {
        let earlier = |end| (end == 0 || index + 1 < end).then_some(index + 1);
        let _ = self.end.fetch_update(Ordering::Relaxed, Ordering::Relaxed, earlier);
    }

    fn add(&self, index: usize, fault: Fault) {
        match fault {
            Fault::Occupied => _ = locked(&self.occupied).insert(index),
            Fault::Publish(error) => {
                locked(&self.published).insert(index, error);
                self.end_at(index);
            }
            Fault::Make(error) => {
                let mut made = locked(&self.made);
                made.insert(index, error);
                if made.len() > PROBLEM_PAGES {
                    made.pop_last();
                }
                if made.len() == PROBLEM_PAGES
                    && let Some((last, _)) = made.last_key_value()
                {
                    self.end_at(*last);
                }
            }
        }
    }

    fn outcome(self, request: &Request) -> Result<(), PublishError> {
        if let Some((_, error)) = locked(&self.published).pop_first() {
            return Err(error);
        }
        let made = std::mem::take(&mut *locked(&self.made));
        if !made.is_empty() {
            let problems = made.into_values().flat_map(|MakeError(problems)| problems).collect();
            return Err(PublishError::Make(MakeError(problems)));
        }
        let occupied = std::mem::take(&mut *locked(&self.occupied));
        if !occupied.is_empty() {
            let address = |index: usize| request.addresses[index].to_string();
            return Err(PublishError::Occupied {
                output: request.output.path().to_owned(),
                addresses: occupied.into_iter().map(address).collect(),
            });
        }
        Ok(())
    }
}
