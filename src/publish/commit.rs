//! Puts staged files in place and deletes files that are no longer part of the site, all or none:
//! if any step fails, the steps already taken are undone. Only a killed process can leave some
//! files old and some new.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{Disk, PathKind, Stamp, in_use};
use super::error::{ErrorContext, FileOperation, PublishError};
use super::plan::{OutputPlan, folders_above};
use super::published_files::PublishedFiles;
use super::stage;
use crate::shown_path::shown_path;

/// A staged file and the address it is to be moved to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Replacement<'a> {
    pub address: &'a str,
    /// The stamp of the program's own file that is to be replaced.
    pub over: Option<Stamp>,
}

/// A step that was taken, with what is needed to undo it.
#[derive(Debug)]
enum TakenStep {
    MadeFolder(PathBuf),
    RemovedFolder(PathBuf),
    /// A folder was put in place as a whole, where there was nothing before.
    PlacedFolder(String),
    /// A file was moved from the first path to the second, where there was nothing before.
    Moved(PathBuf, PathBuf),
    /// The files at these two paths were exchanged.
    Swapped(PathBuf, PathBuf),
    /// A file was replaced, and the former one could not be kept.
    Replaced,
}

/// What was done of a step, and the error if it was not completed.
type Step = (Option<TakenStep>, Result<(), PublishError>);

pub(super) struct Commit<'a> {
    disk: &'a dyn Disk,
    output: &'a Path,
    staging: &'a Path,
    done: Vec<TakenStep>,
}

impl<'a> Commit<'a> {
    pub fn new(disk: &'a dyn Disk, output: &'a Path, staging: &'a Path) -> Commit<'a> {
        Commit { disk, output, staging, done: Vec::new() }
    }

    /// Puts the changes in place, then deletes the left-over files and the folders that become
    /// empty. A left-over file that stands in the way of a change is deleted first.
    pub fn run(
        &mut self,
        plan: &OutputPlan,
        standing: &PublishedFiles,
        left_over: &[(&str, Stamp)],
        changes: &[Replacement],
    ) -> Result<(), PublishError> {
        let removed = self.staging.join("removed");
        let removals: Vec<(usize, &str, Stamp)> = left_over
            .iter()
            .enumerate()
            .map(|(index, (address, stamp))| (index, *address, *stamp))
            .collect();
        if !removals.is_empty() {
            self.disk.make_folder(&removed).at(FileOperation::MakingFolder, &removed)?;
        }
        let (first, last): (Vec<_>, Vec<_>) =
            removals.into_iter().partition(|(_, address, _)| plan.is_crossed_by(address));
        let remove = |commit: &Self, &(index, address, stamp): &(usize, &str, Stamp)| {
            commit.remove(address, &stamp, removed.join(index.to_string()))
        };

        self.all(&first, remove)?;
        let (first_folders, last_folders): (Vec<_>, Vec<_>) = standing
            .folders_left_over(plan)
            .partition(|folder| plan.has(folder) || plan.is_crossed_by(folder));
        self.remove_folders(&first_folders)?;
        if !changes.is_empty() {
            let whole = self.place_folders(plan, standing)?;
            let in_place = |path: &str| folders_above(path).any(|above| whole.contains(above));
            let missing = plan.folders.iter().copied();
            let missing = missing.filter(|it| !standing.has_folder(it));
            let missing = missing.filter(|it| !whole.contains(it) && !in_place(it));
            self.make_folders(missing)?;
            let left = changes.iter().filter(|change| !in_place(change.address));
            self.all(&left.collect::<Vec<_>>(), |commit, change| commit.put(change))?;
        }
        self.all(&last, remove)?;
        self.remove_folders(&last_folders)
    }

    /// Takes every step in parallel and returns the first error in the order of the steps.
    fn all<T: Sync>(
        &mut self,
        steps: &[T],
        take: impl Fn(&Self, &T) -> Step + Sync,
    ) -> Result<(), PublishError> {
        let this = &*self;
        let taken: Vec<Step> = steps.par_iter().map(|step| take(this, step)).collect();
        let mut outcome = Ok(());
        for (done, result) in taken {
            self.done.extend(done);
            outcome = outcome.and(result);
        }
        outcome
    }

    fn put(&self, change: &Replacement) -> Step {
        let staged = stage::place(self.staging, change.address);
        let path = self.output.join(change.address);
        if let Some(stamp) = change.over {
            match self.disk.swap(&staged, &path) {
                Ok(true) => {
                    return self.check(TakenStep::Swapped(staged.clone(), path), &staged, &stamp);
                }
                Ok(false) => return (Some(TakenStep::Replaced), Ok(())),
                // Somebody deleted it after it was examined; the place is free.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return (None, Err(error).at(FileOperation::Moving, &path)),
            }
        }
        match self.disk.place(&staged, &path) {
            Ok(()) => (Some(TakenStep::Moved(staged, path)), Ok(())),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                (None, Err(self.occupied(&path)))
            }
            Err(error) => (None, Err(error).at(FileOperation::Moving, &path)),
        }
    }

    fn remove(&self, address: &str, stamp: &Stamp, to: PathBuf) -> Step {
        let path = self.output.join(address);
        match self.disk.place(&path, &to) {
            Ok(()) => self.check(TakenStep::Moved(path, to.clone()), &to, stamp),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (None, Ok(())),
            Err(error) => (None, Err(error).at(FileOperation::Deleting, &path)),
        }
    }

    /// Checks that the file just moved out of the way is the one that was examined before: somebody
    /// may have changed it while the pages were made.
    fn check(&self, done: TakenStep, out_of_place: &Path, stamp: &Stamp) -> Step {
        let outcome = match self.disk.stat(out_of_place) {
            Ok(Some((PathKind::File, now))) if now.is_of_same_file(stamp) => Ok(()),
            Ok(_) => Err(self.occupied(match &done {
                TakenStep::Swapped(_, path) => path,
                TakenStep::Moved(path, _) => path,
                _ => out_of_place,
            })),
            Err(error) => Err(error).at(FileOperation::Reading, out_of_place),
        };
        (Some(done), outcome)
    }

    fn occupied(&self, path: &Path) -> PublishError {
        let address = path.strip_prefix(self.output).unwrap_or(path);
        PublishError::Occupied {
            output: self.output.to_owned(),
            addresses: vec![shown_path(address).replace('\\', "/")],
        }
    }

    /// Puts each outermost folder that does not exist yet in place as a whole, with all staged
    /// files in it: one step instead of one for each file. Returns those folders. If somebody has
    /// created such a folder in the meantime, its files are put in place one by one afterwards.
    fn place_folders<'p>(
        &mut self,
        plan: &OutputPlan<'p>,
        standing: &PublishedFiles,
    ) -> Result<HashSet<&'p str>, PublishError> {
        let new = |folder: &str| !standing.has_folder(folder);
        let outermost: Vec<&str> = plan
            .folders
            .iter()
            .copied()
            .filter(|folder| new(folder) && !folders_above(folder).any(new))
            .collect();
        self.all(&outermost, |commit, folder| {
            let staged = stage::place(commit.staging, folder);
            let path = commit.output.join(folder);
            match commit.disk.place(&staged, &path) {
                Ok(()) => (Some(TakenStep::PlacedFolder((*folder).to_owned())), Ok(())),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => (None, Ok(())),
                Err(error) => (None, Err(error).at(FileOperation::Moving, &path)),
            }
        })?;
        let placed: HashSet<&str> = self
            .done
            .iter()
            .filter_map(|done| match done {
                TakenStep::PlacedFolder(folder) => Some(folder.as_str()),
                _ => None,
            })
            .collect();
        Ok(outermost.into_iter().filter(|folder| placed.contains(folder)).collect())
    }

    fn make_folders<'p>(
        &mut self,
        folders: impl Iterator<Item = &'p str>,
    ) -> Result<(), PublishError> {
        let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for folder in folders {
            by_depth.entry(folder.matches('/').count()).or_default().push(folder);
        }
        // Outer folders before those within them.
        by_depth.values().try_for_each(|folders| self.all(folders, |commit, it| commit.make(it)))
    }

    fn make(&self, folder: &str) -> Step {
        let path = self.output.join(folder);
        match self.disk.make_folder(&path) {
            Ok(true) => (Some(TakenStep::MadeFolder(path)), Ok(())),
            Ok(false) if matches!(self.disk.stat(&path), Ok(Some((PathKind::Folder, _)))) => {
                (None, Ok(()))
            }
            Ok(false) => (None, Err(self.occupied(&path))),
            Err(error) => (None, Err(error).at(FileOperation::MakingFolder, &path)),
        }
    }

    fn remove_folders(&mut self, folders: &[&str]) -> Result<(), PublishError> {
        for folder in folders {
            let path = self.output.join(folder);
            if self.remove_if_empty(&path).at(FileOperation::Deleting, &path)? {
                self.done.push(TakenStep::RemovedFolder(path));
            }
        }
        Ok(())
    }

    /// Removes a folder if it is empty, and returns whether it was removed. It stays if it holds
    /// somebody's own files, or if somebody stands in it; that it is already gone is no error.
    fn remove_if_empty(&self, folder: &Path) -> io::Result<bool> {
        match self.disk.remove_folder(folder) {
            Err(error)
                if in_use(&error)
                    || matches!(
                        error.kind(),
                        io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotFound
                    ) =>
            {
                Ok(false)
            }
            removed => removed.map(|()| true),
        }
    }

    /// Undoes every step, the last one first. Returns whether all could be undone.
    pub fn undo(self, plan: &OutputPlan, changes: &[Replacement]) -> bool {
        let undo = |done: &TakenStep| match done {
            TakenStep::MadeFolder(path) => self.disk.remove_folder(path),
            TakenStep::PlacedFolder(folder) => self.take_away(folder, plan, changes),
            TakenStep::RemovedFolder(path) => self.disk.make_folder(path).map(|_| ()),
            TakenStep::Moved(from, to) => self.disk.place(to, from),
            TakenStep::Swapped(staged, path) => self.disk.swap(staged, path).and_then(|kept| {
                if kept { Ok(()) } else { Err(io::ErrorKind::Unsupported.into()) }
            }),
            TakenStep::Replaced => Err(io::ErrorKind::Unsupported.into()),
        };
        // Every step is undone that can be, even if another could not.
        self.done.iter().rev().filter(|done| undo(done).is_err()).count() == 0
    }

    /// Takes back a folder that was put in place as a whole, file by file, since somebody may have
    /// put a file of their own in it since; such a file stays, and the folder with it.
    fn take_away(
        &self,
        folder: &str,
        plan: &OutputPlan,
        changes: &[Replacement],
    ) -> io::Result<()> {
        let inside = |path: &str| {
            path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        for change in changes.iter().filter(|change| inside(change.address)) {
            match self.disk.remove_file(&self.output.join(change.address)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        for folder in plan.folders.iter().rev().filter(|it| inside(it)) {
            self.remove_if_empty(&self.output.join(folder))?;
        }
        Ok(())
    }
}
