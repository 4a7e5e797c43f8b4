//! The addresses of a build, and the folders they need.

use std::collections::{BTreeSet, HashSet};

use rayon::prelude::*;

use super::checksums::SHA256SUMS;
use super::error::PublishError;
use crate::model::Address;

/// The files and folders that the output will hold when the build is done.
#[derive(Debug)]
pub(super) struct OutputPlan<'a> {
    /// Sorted, without duplicates.
    addresses: Vec<&'a str>,
    /// Without a slash at the end; a folder comes before those within it.
    pub folders: BTreeSet<&'a str>,
}

impl<'a> OutputPlan<'a> {
    /// Plans these addresses, and that of the checksums if there are to be any.
    pub fn of(addresses: &'a [Address], checksums: bool) -> Result<OutputPlan<'a>, PublishError> {
        let mut addresses: Vec<&str> = addresses.iter().map(Address::as_str).collect();
        if checksums {
            addresses.push(SHA256SUMS);
        }
        addresses.par_sort_unstable();
        let collision = |first: &str, second: &str| {
            Err(PublishError::Collision { first: first.to_owned(), second: second.to_owned() })
        };
        if let Some(pair) = addresses.windows(2).find(|pair| pair[0] == pair[1]) {
            return collision(pair[0], pair[1]);
        }
        let mut folders = BTreeSet::new();
        let mut last = None;
        for address in &addresses {
            // Since addresses are sorted, most are in the same folder as the one before.
            if std::mem::replace(&mut last, parent(address)) == parent(address) {
                continue;
            }
            for folder in folders_above(address) {
                if !folders.insert(folder) {
                    break;
                }
                if addresses.binary_search(&folder).is_ok() {
                    return collision(folder, address);
                }
            }
        }
        Ok(OutputPlan { addresses, folders })
    }

    /// Whether the plan has a file at this address.
    pub fn has(&self, address: &str) -> bool {
        self.addresses.binary_search(&address).is_ok()
    }

    /// Every address.
    pub fn addresses(&self) -> impl Iterator<Item = &'a str> {
        self.addresses.iter().copied()
    }

    /// Whether an existing file here is in the way: either the plan has a folder of its name, or
    /// the file is in a folder whose name the plan needs for a file.
    pub fn is_crossed_by(&self, address: &str) -> bool {
        self.folders.contains(address) || folders_above(address).any(|folder| self.has(folder))
    }
}

/// All folders that these addresses are in, except the root.
pub(super) fn open_folders<'a>(addresses: impl Iterator<Item = &'a str>) -> HashSet<&'a str> {
    let mut open = HashSet::new();
    let mut last = None;
    for address in addresses {
        // Most are in the same folder as the one before, since nearly all of them are sorted.
        if std::mem::replace(&mut last, parent(address)) == parent(address) {
            continue;
        }
        // If a folder has already been added, so have those above it.
        folders_above(address).take_while(|folder| open.insert(*folder)).for_each(drop);
    }
    open
}

/// The folders that an address is in, the innermost first.
pub(crate) fn folders_above(address: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(parent(address), |folder| parent(folder))
}

fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}
