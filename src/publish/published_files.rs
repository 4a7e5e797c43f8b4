//! What an output holds before a build, and whose it is. A file is the program's own only if its
//! bytes have the hash that a manifest gives them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

use rayon::prelude::*;

use super::disk::{Disk, PathKind, Stamp};
use super::error::{ErrorContext, FileOperation, PublishError};
use super::known::{KnownFiles, Recorded};
use super::plan::{OutputPlan, open_folders};
use super::records::FOLDER;
use crate::content::is_of_a_system;
use crate::digest::Digest;

/// A file at an address where the program has written one or is about to.
#[derive(Debug, Clone, Copy)]
pub(super) struct PublishedFile {
    pub stamp: Stamp,
    pub hash: Digest,
    /// The keys that the program made these bytes from when it wrote them here: in the last
    /// finished build, and in an interrupted one after it.
    keys: [Option<Digest>; 2],
}

impl PublishedFile {
    /// Whether the program wrote these bytes here.
    pub fn is_ours(&self) -> bool {
        self.keys.iter().any(Option::is_some)
    }

    /// Whether the program wrote these bytes here, made from what this key stands for.
    pub fn is_made_from(&self, key: Digest) -> bool {
        self.keys.contains(&Some(key))
    }
}

#[derive(Debug)]
enum OutputEntry {
    /// A real folder that holds something of the program's, or will.
    Folder,
    /// Any other folder, which is not examined.
    Closed,
    /// A link, or something else that is neither file nor folder.
    Other,
    /// A file; examined only where the program has written one or is about to.
    File(Option<PublishedFile>),
}

/// What the output holds, by path without a slash at the end.
#[derive(Debug)]
pub(super) struct PublishedFiles(BTreeMap<String, OutputEntry>);

impl PublishedFiles {
    /// Examines the output, without following links.
    pub fn survey(
        disk: &dyn Disk,
        output: &Path,
        known: &KnownFiles,
        plan: &OutputPlan,
    ) -> Result<PublishedFiles, PublishError> {
        let mut here = walk(disk, output, known.addresses().chain(plan.addresses()))?;
        here.par_iter_mut().try_for_each(|(address, here)| {
            let OutputEntry::File(found) = here else { return Ok(()) };
            let recorded = known.at(address);
            if recorded.is_some() || plan.has(address) {
                *found = look(disk, &output.join(address), known, &recorded)?;
            }
            Ok(())
        })?;
        Ok(PublishedFiles(here))
    }

    /// The file at an address of the plan or of a manifest.
    pub fn found(&self, address: &str) -> Option<&PublishedFile> {
        match self.0.get(address) {
            Some(OutputEntry::File(found)) => found.as_ref(),
            _ => None,
        }
    }

    /// Whether there is a real folder at this path.
    pub fn has_folder(&self, path: &str) -> bool {
        matches!(self.0.get(path), Some(OutputEntry::Folder))
    }

    /// The program's own files that the plan no longer has, each with its stamp. Sorted.
    pub fn left_over(&self, plan: &OutputPlan) -> Vec<(&str, Stamp)> {
        let mut planned = plan.addresses().peekable();
        let left = self.0.iter().filter_map(|(path, here)| {
            while planned.next_if(|address| *address < path.as_str()).is_some() {}
            match here {
                OutputEntry::File(Some(found))
                    if found.is_ours() && planned.peek() != Some(&path.as_str()) =>
                {
                    Some((path.as_str(), found.stamp))
                }
                _ => None,
            }
        });
        left.collect()
    }

    /// The folders that hold something of the program's and that the plan no longer needs, the
    /// innermost first.
    pub fn folders_left_over<'s>(&'s self, plan: &'s OutputPlan) -> impl Iterator<Item = &'s str> {
        self.0.iter().rev().filter_map(|(path, here)| match here {
            OutputEntry::Folder if !plan.folders.contains(path.as_str()) => Some(path.as_str()),
            _ => None,
        })
    }

    /// Everything that is not the program's and that the plan leaves alone. Sorted; a folder with
    /// nothing of the program's in it ends in `/`.
    pub fn foreign(&self, plan: &OutputPlan) -> Vec<String> {
        let foreign = self.0.iter().filter_map(|(path, here)| match here {
            OutputEntry::Folder => None,
            OutputEntry::Closed => Some(format!("{path}/")),
            OutputEntry::File(Some(found)) if found.is_ours() => None,
            OutputEntry::File(_) | OutputEntry::Other => (!plan.has(path)).then(|| path.clone()),
        });
        foreign.collect()
    }

    /// Fails unless every address of the plan can be reached through real folders and is free, or
    /// holds a file or something that will be removed.
    pub fn refuse_obstacles(&self, output: &Path, plan: &OutputPlan) -> Result<(), PublishError> {
        let mut occupied = BTreeSet::new();
        let mut linked = BTreeSet::new();
        for folder in &plan.folders {
            match self.0.get(*folder) {
                None | Some(OutputEntry::Folder) => {}
                Some(OutputEntry::File(Some(found))) if found.is_ours() => {}
                Some(OutputEntry::Other) => _ = linked.insert((*folder).to_owned()),
                Some(OutputEntry::File(_)) => _ = occupied.insert((*folder).to_owned()),
                Some(OutputEntry::Closed) => _ = occupied.insert(format!("{folder}/")),
            }
        }
        for (address, here) in self.0.iter().filter(|(path, _)| plan.has(path)) {
            match here {
                OutputEntry::File(_) => {}
                OutputEntry::Folder => occupied.extend(self.strangers_in(address)),
                OutputEntry::Other => _ = occupied.insert(address.clone()),
                OutputEntry::Closed => _ = occupied.insert(format!("{address}/")),
            }
        }
        let output = output.to_owned();
        if !linked.is_empty() {
            let folders = linked.into_iter().collect();
            return Err(PublishError::Linked { output, folders });
        }
        if !occupied.is_empty() {
            let addresses = occupied.into_iter().collect();
            return Err(PublishError::Occupied { output, addresses });
        }
        Ok(())
    }

    /// What a folder holds that is not the program's.
    fn strangers_in(&self, folder: &str) -> impl Iterator<Item = String> {
        let inside = format!("{folder}/");
        self.0
            .range(inside.clone()..)
            .take_while(move |(path, _)| path.starts_with(&inside))
            .filter_map(|(path, here)| match here {
                OutputEntry::Folder => None,
                OutputEntry::File(Some(found)) if found.is_ours() => None,
                OutputEntry::Closed => Some(format!("{path}/")),
                OutputEntry::File(_) | OutputEntry::Other => Some(path.clone()),
            })
    }
}

/// Walks a folder, descending only where one of these addresses leads.
fn walk<'a>(
    disk: &dyn Disk,
    output: &Path,
    addresses: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, OutputEntry>, PublishError> {
    let addresses: Vec<&str> = addresses.collect();
    // Asked only of what has a name that an operating system gives.
    let wanted: LazyLock<HashSet<&str>, _> = LazyLock::new(|| addresses.iter().copied().collect());
    let open = open_folders(addresses.iter().copied());
    let list = |folder: &String| -> Result<Vec<(String, OutputEntry)>, PublishError> {
        let path = output.join(folder);
        let listed =
            disk.list(&path).at(FileOperation::Reading, &path)?.into_iter().map(|(name, kind)| {
                // A name that is not Unicode cannot be an address; it is only shown.
                let name = name.to_string_lossy();
                let path =
                    if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") };
                let what = match kind {
                    PathKind::File => OutputEntry::File(None),
                    PathKind::Other => OutputEntry::Other,
                    PathKind::Folder if open.contains(path.as_str()) => OutputEntry::Folder,
                    PathKind::Folder => OutputEntry::Closed,
                };
                (path, what)
            });
        // What an operating system puts everywhere by itself is nobody's, unless it is an address.
        let is_told = |path: &String| {
            let name = path.rsplit('/').next().unwrap_or(path);
            path != FOLDER && (!is_of_a_system(name) || wanted.contains(path.as_str()))
        };
        Ok(listed.filter(|(path, _)| is_told(path)).collect())
    };
    let mut here = Vec::new();
    let mut level = vec![String::new()];
    while !level.is_empty() {
        let listed: Vec<_> = level.par_iter().map(list).collect();
        let from = here.len();
        // In order, so that of several errors the same one is always reported.
        for folder in listed {
            here.extend(folder?);
        }
        let folders = here[from..].iter().filter(|(_, what)| matches!(what, OutputEntry::Folder));
        level = folders.map(|(path, _)| path.clone()).collect();
    }
    here.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    Ok(here.into_iter().collect())
}

/// What a folder holds besides these addresses. Sorted; a folder with none of them in it ends in
/// `/`.
pub(super) fn others<'a>(
    disk: &dyn Disk,
    folder: &Path,
    addresses: impl Iterator<Item = &'a str> + Clone,
) -> Result<Vec<String>, PublishError> {
    let listed: HashSet<&str> = addresses.clone().collect();
    let here = walk(disk, folder, addresses)?;
    let others = here.into_iter().filter_map(|(path, here)| match here {
        OutputEntry::Folder => None,
        OutputEntry::Closed => Some(format!("{path}/")),
        OutputEntry::File(_) | OutputEntry::Other => {
            (!listed.contains(path.as_str())).then_some(path)
        }
    });
    Ok(others.collect())
}

fn look(
    disk: &dyn Disk,
    path: &Path,
    known: &KnownFiles,
    recorded: &Recorded,
) -> Result<Option<PublishedFile>, PublishError> {
    // If it has been deleted since it was listed, or replaced by something else, it is not taken to
    // be the program's.
    let Some((PathKind::File, stamp)) = disk.stat(path).at(FileOperation::Reading, path)? else {
        return Ok(None);
    };
    let hash = match known.vouched(recorded, &stamp) {
        Some(hash) => hash,
        None => disk.hash(path).at(FileOperation::Reading, path)?,
    };
    Ok(Some(PublishedFile { stamp, hash, keys: recorded.keys(hash) }))
}
