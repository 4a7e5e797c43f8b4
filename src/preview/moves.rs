//! Where pages have moved during this session. A renamed file is recognised by its bytes, so that a
//! browser that shows its old address can follow.

use std::collections::{BTreeMap, HashMap};

use super::snapshot::Snapshot;
use crate::content::Parsed;
use crate::digest::Digest;
use crate::model::Address;

/// Addresses of this session that no longer exist, and the present addresses of their documents.
#[derive(Debug, Clone, Default)]
pub struct Moves {
    to: BTreeMap<Address, Address>,
    /// Files that have been deleted, by their bytes: a rename may be noticed as a deletion first.
    gone: HashMap<Digest, Address>,
}

impl Moves {
    /// The moves after the change from one version of the site to the next.
    pub fn after(&self, before: &Snapshot, now: &Snapshot) -> Moves {
        let mut moves = self.clone();
        let (files, files_now) = (&before.loaded.markdown, &now.loaded.markdown);
        if files.iter().map(|file| &file.path).eq(files_now.iter().map(|file| &file.path)) {
            return moves;
        }
        let (old, new) = (standing(before, now), standing(now, before));
        moves.gone.extend(old);
        for (digest, address) in new {
            if let Some(earlier) = moves.gone.remove(&digest) {
                moves.add(earlier, address);
            }
        }
        moves.to.retain(|from, _| !now.assembled.plan.pages.contains_key(from));
        moves
    }

    fn add(&mut self, from: Address, to: Address) {
        for address in self.to.values_mut().filter(|address| **address == from) {
            *address = to.clone();
        }
        self.to.insert(from, to);
    }

    /// Where the page at an address has moved, if that page exists. When a place moves, everything
    /// in its folder moves with it.
    pub fn from<'s>(&self, asked: &str, now: &'s Snapshot) -> Option<&'s Address> {
        let exact = Address::parse(asked).and_then(|asked| self.to.get(&asked).cloned());
        let inside = || {
            self.to.iter().find_map(|(from, to)| {
                let rest = asked.strip_prefix(folder_of_index(from)?)?;
                Address::parse(&format!("{}{rest}", folder_of_index(to)?))
            })
        };
        let to = exact.or_else(inside)?;
        now.assembled.plan.pages.get_key_value(&to).map(|(address, _)| address)
    }
}

fn folder_of_index(address: &Address) -> Option<&str> {
    address.as_str().ends_with("/index.html").then(|| address.parent())
}

/// The files of one version that the other does not have, by their bytes.
fn standing<'s>(
    one: &'s Snapshot,
    other: &'s Snapshot,
) -> impl Iterator<Item = (Digest, Address)> + 's {
    let mut others = other.loaded.markdown.iter().peekable();
    let files = one.loaded.markdown.iter().zip(&one.files);
    files.filter_map(move |(raw, file)| {
        while others.next_if(|other| other.path < raw.path).is_some() {}
        if others.peek().is_some_and(|other| other.path == raw.path) {
            return None;
        }
        let address = match &file.parsed {
            Parsed::Document(document) => document.address.clone(),
            Parsed::Place(place) => place.address.clone(),
            Parsed::Broken { address, .. } => address.clone()?,
        };
        Some((raw.digest, address))
    })
}
