//! What is to be sent and what deleted: the difference between two lists.

use std::collections::{BTreeMap, BTreeSet};

use super::NEXT;
use super::error::HostError;
use super::site_files::{SiteFiles, listed};
use crate::content::is_of_a_system;
use crate::digest::Digest;
use crate::publish::{SHA256SUMS, folders_above};

/// What a host says is there.
#[derive(Debug, Clone, Default)]
pub struct HostList {
    /// The files in its `SHA256SUMS`; `None` if nothing has been published there.
    pub files: Option<BTreeMap<String, Digest>>,
    /// Its `SHA256SUMS`, byte for byte.
    pub list: Vec<u8>,
    /// The names that an interrupted run was about to place.
    pub begun: BTreeSet<String>,
    /// Whether a run was interrupted.
    pub interrupted: bool,
    /// Files of its list that were looked at and are not what the list says.
    pub damaged: BTreeSet<String>,
}

/// What is to be done on a host. Each list is in the order in which it is done: what pages need
/// before the pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    pub new: Vec<String>,
    pub changed: Vec<String>,
    pub gone: Vec<String>,
    /// How many files are there already.
    pub same: usize,
    /// How many files the host's list has.
    pub listed: usize,
    /// Whether nothing has been published there before.
    pub first: bool,
    /// Those among the changed that are as they were when they were sent last, but not on the host.
    pub damaged: Vec<String>,
    /// Whether there is nothing to do.
    pub nothing: bool,
    /// The new files that an interrupted run may have placed already.
    pub begun: BTreeSet<String>,
    /// Whether an interrupted run is continued.
    pub continues: bool,
}

impl HostList {
    /// What a `SHA256SUMS` says; `None` if it is not whole.
    pub fn of(list: Vec<u8>) -> Option<HostList> {
        let files = Some(listed(&list)?);
        Some(HostList { files, list, ..HostList::default() })
    }

    /// What a folder on a host says is there, by the names in it and the lists that `read` fetches.
    /// A folder that holds anything must have a list of ours, even if it is only of what was begun.
    pub fn seen(
        names: BTreeSet<String>,
        place: &str,
        read: impl Fn(&str) -> Result<Vec<u8>, HostError>,
    ) -> Result<HostList, HostError> {
        let mut host = HostList::default();
        if names.contains(SHA256SUMS) {
            let list = HostList::of(read(SHA256SUMS)?);
            host = list.ok_or_else(|| HostError::BadList { place: place.to_owned() })?;
        }
        if names.contains(NEXT) {
            host.begun = begun(&read(NEXT)?);
            host.interrupted = true;
        }
        let is_told = |name: &String| !name.starts_with(SHA256SUMS) && !is_of_a_system(name);
        let strangers: Vec<String> = names.into_iter().filter(is_told).collect();
        if host.files.is_none() && !host.interrupted && !strangers.is_empty() {
            return Err(HostError::NotOurs { place: place.to_owned(), names: strangers });
        }
        Ok(host)
    }
}

impl Difference {
    /// The difference between a built site and what a host has.
    pub fn between(site: &SiteFiles, host: &HostList) -> Difference {
        let nothing_yet = BTreeMap::new();
        let there = host.files.as_ref().unwrap_or(&nothing_yet);
        let mut difference = Difference {
            listed: there.len(),
            first: host.files.is_none() && host.begun.is_empty(),
            begun: host.begun.clone(),
            continues: host.interrupted,
            ..Difference::default()
        };
        for (address, digest) in &site.files {
            match there.get(address) {
                None => difference.new.push(address.clone()),
                Some(same) if same == digest && host.damaged.contains(address) => {
                    difference.changed.push(address.clone());
                    difference.damaged.push(address.clone());
                }
                Some(same) if same == digest => difference.same += 1,
                Some(_) => difference.changed.push(address.clone()),
            }
        }
        difference.nothing =
            host.list == site.list && !host.interrupted && difference.changed.is_empty();
        let ours: BTreeSet<&String> = there.keys().chain(&host.begun).collect();
        difference.gone =
            ours.into_iter().filter(|name| !site.files.contains_key(*name)).cloned().collect();
        let page_last = |address: &String| (address.ends_with(".html"), address.clone());
        difference.new.sort_by_key(page_last);
        difference.changed.sort_by_key(page_last);
        difference
    }

    /// What is to be sent, in order.
    pub fn sent(&self) -> impl Iterator<Item = &String> {
        self.new.iter().chain(&self.changed)
    }

    /// The files that are not sent because the host has them, by its list.
    pub fn kept<'a>(&self, site: &'a SiteFiles) -> Vec<&'a String> {
        let sent: BTreeSet<&String> = self.sent().collect();
        site.files.keys().filter(|address| !sent.contains(address)).collect()
    }

    /// Whether more than a fifth of what is published would be deleted, as when a folder of content
    /// has been lost.
    pub fn deletes_much(&self) -> bool {
        self.gone.len() * 5 > self.listed
    }

    /// Whether an interrupted run may have placed a file already.
    pub fn may_be_there(&self, address: &str) -> bool {
        self.begun.contains(address)
    }

    /// The names for `SHA256SUMS.next`: every new file, of this run and of those interrupted.
    pub fn next(&self) -> Vec<u8> {
        let names: BTreeSet<&String> = self.new.iter().chain(&self.begun).collect();
        let mut text = String::from(NOTE);
        for name in names {
            text.push_str(name);
            text.push('\n');
        }
        text.into_bytes()
    }
}

/// The folders that these addresses are in, each once and the outermost first.
pub fn folders_of<'a>(addresses: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    addresses.flat_map(|address| folders_above(address)).collect()
}

const NOTE: &str =
    "# loftesarkiv publish: filer som är på väg hit. Försvinner när publiceringen är klar.\n";

/// The names of a `SHA256SUMS.next`.
pub fn begun(text: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(text);
    let names = text.lines().filter(|line| crate::model::Address::parse(line).is_some());
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(files: &[(&str, &str)]) -> Vec<u8> {
        let mut text = format!("# files: {}\n", files.len()).into_bytes();
        for (address, contents) in files {
            Digest::of(contents.as_bytes()).write_hex(&mut text);
            text.extend_from_slice(format!("  {address}\n").as_bytes());
        }
        text
    }

    fn site(files: &[(&str, &str)]) -> SiteFiles {
        let list = list(files);
        SiteFiles { folder: "public".into(), files: listed(&list).unwrap(), list }
    }

    fn host(files: &[(&str, &str)]) -> HostList {
        HostList::of(list(files)).unwrap()
    }

    #[test]
    fn what_differs_is_sent_and_what_is_gone_is_deleted() {
        let site = site(&[("a.html", "1"), ("b.html", "2"), ("c.html", "3"), ("z.css", "4")]);
        let there = host(&[("a.html", "1"), ("b.html", "old"), ("d.html", "5")]);
        let difference = Difference::between(&site, &there);
        assert_eq!(difference.new, ["z.css", "c.html"], "what pages need comes before them");
        assert_eq!(difference.changed, ["b.html"]);
        assert_eq!(difference.gone, ["d.html"]);
        assert_eq!(difference.same, 1);
        assert!(!difference.first && !difference.nothing);
        assert!(difference.deletes_much(), "one of three");
        let next = begun(&difference.next());
        assert!(next.contains("c.html") && !next.contains("b.html"));
    }

    #[test]
    fn what_the_list_has_but_the_host_has_not_is_sent_again() {
        let site = site(&[("a.html", "1"), ("b.html", "2")]);
        let mut there = host(&[("a.html", "1"), ("b.html", "2")]);
        // What another site's list may have is never sent.
        there.damaged = ["b.html", "c.html"].map(str::to_owned).into();
        let difference = Difference::between(&site, &there);
        assert_eq!(difference.changed, ["b.html"]);
        assert_eq!(difference.damaged, ["b.html"]);
        assert_eq!(difference.kept(&site), ["a.html"]);
        assert!(!difference.nothing && difference.new.is_empty() && difference.same == 1);
    }

    #[test]
    fn an_interrupted_run_is_finished() {
        let site = site(&[("a.html", "1")]);
        let begun = ["a.html", "left.html"].map(str::to_owned).into();
        let there = HostList { begun, interrupted: true, ..HostList::default() };
        let difference = Difference::between(&site, &there);
        assert_eq!(difference.gone, ["left.html"]);
        assert!(difference.may_be_there("a.html") && !difference.first);
        let done = HostList { interrupted: true, ..host(&[("a.html", "1")]) };
        assert!(!Difference::between(&site, &done).nothing, "the list of names is still there");
        assert!(Difference::between(&site, &host(&[("a.html", "1")])).nothing);
    }

    #[test]
    fn a_truncated_list_is_no_list() {
        let whole = list(&[("a.html", "1"), ("b.html", "2")]);
        assert!(listed(&whole).is_some());
        assert!(listed(&whole[..whole.len() - 75]).is_none());
    }
}
