//! The names that places have had: an address below one of a place's folders is looked up below all
//! of them. A document that was moved while its place had one name must still be found from the
//! place's earlier names, whatever the place is called now.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use super::planned::PlannedFile;
use crate::archive::Archive;
use crate::model::Address;

/// The number of names that are tried for one address; chains of moves are shorter.
const MOST_TRIED: usize = 64;

/// The present and earlier folders of each place that has moved, with a slash at the end of each.
pub struct PlaceFolders<'a> {
    names: Vec<Vec<&'a str>>,
    /// The places, by index, that have had each folder.
    of_folder: HashMap<&'a str, Vec<usize>>,
}

impl<'a> PlaceFolders<'a> {
    pub fn of(archive: &'a Archive) -> PlaceFolders<'a> {
        let names = archive.places.iter().filter_map(|linked| {
            let aliases = linked.place.common.aliases.iter().map(|alias| alias.as_str());
            let earlier: Vec<&str> = aliases.filter(|alias| alias.ends_with('/')).collect();
            let now = linked.place.address.parent();
            (!earlier.is_empty()).then(|| [now].into_iter().chain(earlier).collect())
        });
        let names: Vec<Vec<&str>> = names.collect();
        let mut of_folder: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, folders) in names.iter().enumerate() {
            for folder in folders {
                of_folder.entry(*folder).or_default().push(place);
            }
        }
        PlaceFolders { names, of_folder }
    }

    /// What to put at an empty address: a redirect to the page, or a copy of the file, that is
    /// below another name of the same place.
    pub fn page(
        &self,
        address: &Address,
        pages: &BTreeMap<Address, PlannedFile>,
    ) -> Option<PlannedFile> {
        let mut tried: BTreeSet<String> = [address.to_string()].into();
        let mut ahead: VecDeque<String> = tried.iter().cloned().collect();
        while let Some(next) = ahead.pop_front() {
            for (other, is_now) in self.others(&next) {
                if tried.len() > MOST_TRIED || !tried.insert(other.clone()) {
                    continue;
                }
                let found = Address::parse(&other)
                    .and_then(|other| sent_on(pages.get(&other)?, is_now, &other, address));
                if found.is_some() {
                    return found;
                }
                ahead.push_back(other);
            }
        }
        None
    }

    /// The same address below the other names of its places, and whether each is the present name.
    fn others(&self, address: &str) -> Vec<(String, bool)> {
        let mut within: Vec<(usize, &str)> = Vec::new();
        for (at, _) in address.match_indices('/') {
            let (folder, rest) = address.split_at(at + 1);
            let places = self.of_folder.get(folder).into_iter().flatten();
            within.extend(places.map(|place| (*place, rest)));
        }
        // In the order of places, whatever the depth of their folders.
        within.sort_by_key(|(place, _)| *place);
        let mut others = Vec::new();
        for (place, rest) in within {
            let all = self.names[place].iter().enumerate();
            others.extend(all.map(|(n, name)| (format!("{name}{rest}"), n == 0)));
        }
        others
    }
}

/// What to put at an address if `planned`, which is at another, is what was there.
fn sent_on(
    planned: &PlannedFile,
    is_now: bool,
    at: &Address,
    from: &Address,
) -> Option<PlannedFile> {
    match planned {
        PlannedFile::Page(page) => {
            let to = page.leads_to(at);
            // Another place may have taken over an earlier name, but not the redirect from it.
            if !from.as_str().ends_with(".html") || (to == Some(at) && !is_now) {
                return None;
            }
            // One notice of a withdrawal is enough for all addresses that a document has had.
            Some(PlannedFile::moved(to.unwrap_or(at).clone()))
        }
        PlannedFile::File(_) => is_now.then(|| PlannedFile::Copy(at.clone())),
        PlannedFile::Copy(of) => Some(PlannedFile::Copy(of.clone())),
        // The addresses of these are not kept for ever.
        PlannedFile::Output(_) | PlannedFile::Asset(_) => None,
    }
}
