//! Publishing turns a plan of addresses into files in an output folder, so that a failed build
//! leaves the published site intact.
//!
//! Nothing that the program did not write is ever replaced or deleted, a file that is already as it
//! should be is not touched, and whatever happens on the way, every file is whole. This module
//! knows nothing of documents: to it a page is an address, a key and a function that makes bytes.

mod built_sources;
pub(crate) mod checksums;
mod commit;
pub mod disk;
mod error;
mod known;
mod ledger;
mod manifest;
mod messages;
pub(crate) mod output;
mod plan;
mod published_files;
mod records;
mod remembered;
mod request;
mod scale;
mod stage;
mod verify;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

pub use built_sources::BuiltSources;
pub use checksums::{BadList, Lost, SHA256SUMS};
pub use error::{FileOperation, MakeError, OutputRefusal, PublishError};
pub use output::{OutputFolder, check_output, same_folder};
pub(crate) use plan::folders_above;
pub use records::{record_stamp, recorded};
pub use remembered::{BuildKind, FOLDER, LEDGER_COPY, Remembered, make_folder};
pub use request::{Contents, LedgerUpdate, Prepared, Published, Request};
pub use scale::search_runs::SearchRuns;
pub use verify::{Verified, verify};

use commit::{Commit, Replacement};
use disk::{Disk, RealDisk, Stamp};
use error::{ErrorContext as _, FileOperation::Syncing};
use known::KnownFiles;
use manifest::{Manifest, ManifestRow};
use plan::{OutputPlan, open_folders};
use published_files::PublishedFiles;
use records::Records;
use scale::seen::{SeenFolder, names_in};
use stage::{Stage, StagedFile};

use crate::digest::Digest;

/// Makes an output folder hold exactly these pages, besides files that are not the program's. If it
/// fails, the folder is as it was before.
pub fn publish(request: &Request) -> Result<Published, PublishError> {
    publish_on(&RealDisk, request)
}

/// The report of the last build if there is nothing to do: that build finished, was made from the
/// same inputs, and its files are as it left them.
pub fn unchanged(
    output: &OutputFolder,
    inputs: &Digest,
    remembered: &Remembered,
) -> Option<Vec<u8>> {
    scale::unchanged::unchanged(&RealDisk, output.path(), inputs, remembered)
}

/// Like [`publish`], on a disk that may fail.
pub fn publish_on(disk: &dyn Disk, request: &Request) -> Result<Published, PublishError> {
    let plan = OutputPlan::of(request.addresses, request.checksums)?;
    let records = Records::open(disk, request.output.path())?;
    let published = build(disk, request, &plan, &records);
    let cleared = records.clear_staging();
    if published.is_err() {
        records.leave_nothing();
    }
    let mut published = published?;
    // What cannot be deleted now, such as a file that somebody has open, the next build deletes.
    published.undone.extend(cleared.err().map(|error| error.message()));
    Ok(published)
}

fn build(
    disk: &dyn Disk,
    request: &Request,
    plan: &OutputPlan,
    records: &Records,
) -> Result<Published, PublishError> {
    let output = request.output.path();
    let staging = &records.staging();
    if let Some(update) = &request.ledger {
        ledger::clear(disk, &update.path)?;
    }
    let known = &records.known()?;
    let standing = &PublishedFiles::survey(disk, output, known, plan)?;
    standing.refuse_obstacles(output, plan)?;

    let stage = Stage { disk, staging, standing };
    let (files, (left_over, foreign)) = rayon::join(
        || stage_all(&stage, request),
        || (standing.left_over(plan), standing.foreign(plan)),
    );
    let (files, left_over) = (files?, &left_over);
    (request.made)();
    let changes: Vec<Replacement> = files.iter().filter_map(|file| file.change(standing)).collect();

    let report = (request.report)(&foreign);
    let manifest = &Manifest {
        inputs: request.inputs,
        report: Digest::of(&report),
        recorded: request.ledger.is_some(),
        entries: files.par_iter().map(FileToPublish::entry).collect(),
    };
    let mut published = Published {
        written: changes.len(),
        kept: files.len() - changes.len(),
        deleted: left_over.len(),
        bytes: files.iter().filter(|file| file.page.staged).map(|file| file.page.stamp.size).sum(),
        foreign,
        undone: Vec::new(),
    };
    let finish = |manifest: &Manifest, digest: Digest| {
        request.remembered.keep_report(&report);
        if let Some(update) = &request.ledger {
            request.remembered.keep_ledger(&update.text);
        }
        write_seen(disk, output, (records, known), &files, manifest, digest)
    };

    if changes.is_empty() && known.next.is_none() && known.manifest == *manifest {
        write_ledger(disk, request)?;
        published.undone.extend(finish(manifest, known.digest).err().map(|it| it.message()));
        return Ok(published);
    }

    let staged: Vec<PathBuf> =
        changes.par_iter().map(|change| stage::place(staging, change.address)).collect();
    disk.sync(staging, &staged).at(Syncing, staging)?;
    if (request.interrupted)() {
        return Err(PublishError::Interrupted);
    }
    if known.next.is_some() {
        let standing_hash = |address: &str| standing.found(address).map(|found| found.hash);
        records.write_manifest(&known.folded(standing_hash))?;
    }
    let ledger = write_ledger(disk, request)?;
    let mut commit = Commit::new(disk, output, staging);
    // From here on, the record covers both the present files and those that will replace them.
    let next = records.write_next(manifest);
    let mut run = |digest| commit.run(plan, standing, left_over, &changes).map(|()| digest);
    let digest = match next.and_then(&mut run) {
        Ok(digest) => digest,
        Err(error) => {
            if commit.undo(plan, &changes) {
                records.next_is_undone();
                ledger.into_iter().for_each(ledger::WrittenLedger::undo);
            }
            return Err(error);
        }
    };
    // The site is in place. If what is left to do fails, the next build does it.
    let touched = folders_touched(output, plan, left_over, &changes);
    let last = disk.sync(output, &touched).at(Syncing, output);
    let last = last.and_then(|()| records.next_is_done());
    let last = last.and_then(|()| finish(manifest, digest));
    published.undone.extend(last.err().map(|error| error.message()));
    Ok(published)
}

/// Writes the stamps of the files and folders as they now are. Putting a file in place has changed
/// its stamp; but if somebody has put another there since, that one is not vouched for.
fn write_seen(
    disk: &dyn Disk,
    output: &Path,
    (records, known): (&Records, &KnownFiles),
    files: &[FileToPublish],
    manifest: &Manifest,
    digest: Digest,
) -> Result<(), PublishError> {
    let now = |path: &str| disk.stat(&output.join(path)).ok().flatten().map(|(_, stamp)| stamp);
    let stamp = |file: &FileToPublish| match file.page.staged {
        true => {
            let now = now(file.address).filter(|now| now.is_of_same_file(&file.page.stamp));
            now.unwrap_or(file.page.stamp)
        }
        false => file.page.stamp,
    };
    let stamps: Vec<Stamp> = files.par_iter().map(stamp).collect();
    let before = known.folders();
    let seen = |folder: &&str| {
        let stamp = now(folder)?;
        // Adding or removing anything in a folder changes its stamp.
        let same = before.get(folder).filter(|seen| seen.stamp == stamp).map(|seen| seen.names);
        let names = same.or_else(|| names_in(disk, &output.join(folder)))?;
        Some(SeenFolder { stamp, names })
    };
    // Without the list, the next build looks for itself.
    match manifest.folders().par_iter().map(seen).collect::<Option<Vec<SeenFolder>>>() {
        Some(folders) => records.write_seen(digest, &stamps, &folders),
        None => Ok(()),
    }
}

/// A file of the site, ready to be put in place.
struct FileToPublish<'a> {
    address: &'a str,
    /// Whether the ledger keeps the address.
    kept: bool,
    page: StagedFile,
}

impl<'a> FileToPublish<'a> {
    fn entry(&self) -> ManifestRow {
        let StagedFile { key, hash, .. } = self.page;
        ManifestRow { address: self.address.to_owned(), key, hash, kept: self.kept }
    }

    fn change(&self, standing: &PublishedFiles) -> Option<Replacement<'a>> {
        let over = || standing.found(self.address).map(|found| found.stamp);
        self.page.staged.then(|| Replacement { address: self.address, over: over() })
    }
}

/// Stages every file of the site, in the order of their addresses; only new files are written to
/// the staging folder.
fn stage_all<'a>(
    stage: &Stage,
    request: &'a Request,
) -> Result<Vec<FileToPublish<'a>>, PublishError> {
    let mut files = Vec::with_capacity(request.addresses.len() + 1);
    files.extend(stage.pages(request)?.enumerate().map(|(index, page)| FileToPublish {
        address: request.addresses[index].as_str(),
        kept: (request.kept)(index),
        page,
    }));
    files.par_sort_unstable_by_key(|file| file.address);
    if request.checksums {
        let text = checksums::text(files.iter().map(|file| (file.address, file.page.hash)));
        let page = stage.checksums(request.output.path(), SHA256SUMS, &text)?;
        let at = files.partition_point(|file| file.address < SHA256SUMS);
        files.insert(at, FileToPublish { address: SHA256SUMS, kept: false, page });
    }
    Ok(files)
}

/// The folders in which something was added or removed, and that still exist.
fn folders_touched(
    output: &Path,
    plan: &OutputPlan,
    left_over: &[(&str, Stamp)],
    changes: &[Replacement],
) -> Vec<PathBuf> {
    let came = changes.iter().map(|change| change.address);
    let gone = left_over.iter().map(|(address, _)| *address);
    let open = open_folders(came.chain(gone));
    let there: BTreeSet<&str> = open.into_iter().filter(|it| plan.folders.contains(it)).collect();
    // The output folder itself as well: something was added or removed in it or below it.
    [""].into_iter().chain(there).map(|folder| output.join(folder)).collect()
}

fn write_ledger<'d>(
    disk: &'d dyn Disk,
    request: &Request,
) -> Result<Option<ledger::WrittenLedger<'d>>, PublishError> {
    match &request.ledger {
        Some(update) => ledger::write(disk, update),
        None => Ok(None),
    }
}
