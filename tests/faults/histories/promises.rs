//! What is promised of every build, seen from outside: with the files themselves, a build of the
//! same sources from scratch, and the list of all that was ever published.

use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use super::History;
use crate::support::promised::is_promised;
use crate::support::{Outcome, Site};
use crate::trial::{empty_folders, published};

pub type Tree = BTreeMap<String, Vec<u8>>;

/// A file as `stat` reports it, which shows any writing.
type Stat = (u64, i64, i64, u64);

/// Everything that a refused build must leave as it was: the output, the program's record, the
/// ledger. What a build must not write, it must not touch either.
pub fn whole(site: &Site) -> BTreeMap<String, (Stat, Vec<u8>)> {
    let mut files: BTreeMap<String, (Stat, Vec<u8>)> = BTreeMap::new();
    for name in site.files("").into_keys() {
        let bytes = std::fs::read(site.path(&name)).expect("a file");
        files.insert(name.clone(), (stat(site, &name), bytes));
    }
    files
}

/// Waits until the file system's clock has moved past the time of the last build's record, since a
/// change in the same tick cannot be distinguished from one before it.
pub fn after_a_tick(site: &Site) {
    let modified = |name: &str| std::fs::metadata(site.path(name)).and_then(|it| it.modified());
    let Ok(seen) = modified("public/.loftesarkiv/seen") else { return };
    for _ in 0..10_000 {
        std::fs::write(site.path("clock"), "").expect("a file");
        if modified("clock").expect("a time") > seen {
            break;
        }
        std::thread::yield_now();
    }
    std::fs::remove_file(site.path("clock")).expect("a file");
}

fn stat(site: &Site, name: &str) -> Stat {
    let stat = std::fs::symlink_metadata(site.path(name)).expect("a file");
    (stat.ino(), stat.mtime(), stat.mtime_nsec(), stat.size())
}

impl History {
    /// Builds, and checks all that is promised.
    pub fn keeps_its_promises(&mut self) {
        self.tell("build");
        let public = self.site.path("public");
        let stood: BTreeMap<String, Stat> = self
            .left
            .keys()
            .filter(|name| public.join(name).is_file())
            .map(|name| (name.clone(), stat(&self.site, &format!("public/{name}"))))
            .collect();
        let before = self.left.clone();
        let build = self.site.run(&["build"]);
        assert_eq!(build.status, 0, "{}\n{}", self.told(), build.stderr);
        let tree = published(&public);

        for (name, stood) in &stood {
            if before.get(name) == tree.get(name) {
                let stat = stat(&self.site, &format!("public/{name}"));
                assert!(stat == *stood, "{}: {name} was written for nothing", self.told());
            }
        }
        self.strangers_are_safe_and_told(&tree, &build);
        self.the_checksums_hold(&tree);
        self.no_address_is_lost(&tree);
        self.it_is_what_a_first_build_makes(&tree);

        let stands = whole(&self.site);
        let again = self.site.run(&["build"]);
        assert!(again.stderr.contains("nothing had changed"), "{}\n{}", self.told(), again.stderr);
        assert!(stands == whole(&self.site), "{}: the second build wrote", self.told());
        self.strangers_are_safe_and_told(&tree, &again);

        let own: Vec<String> = self.site.files("public/.loftesarkiv").into_keys().collect();
        assert_eq!(own, ["lock", "manifest", "seen"], "{}: litter", self.told());
        let empty = empty_folders(&public);
        let theirs = |path: &PathBuf| path.to_string_lossy().contains("frammande");
        assert!(empty.iter().all(theirs), "{}: {empty:?} hold nothing", self.told());
        // What the program remembers of the last build is the only thing of its own beside the site.
        let hidden = self.site.files("").into_keys().filter(|name| name.starts_with('.'));
        // Whoever moves a file or makes a package holds a lock there, and its file stays.
        let hidden = hidden.filter(|name| name != ".loftesarkiv/lock");
        let hidden: Vec<String> = hidden.collect();
        let remembered = [".gitignore", "addresses.toml", "report", "sources"];
        let remembered = remembered.map(|name| format!(".loftesarkiv/{name}"));
        assert_eq!(hidden, remembered, "{}: litter", self.told());
    }

    fn strangers_are_safe_and_told(&self, tree: &Tree, build: &Outcome) {
        for (name, bytes) in &self.foreign {
            assert!(tree.get(name) == Some(bytes), "{}: {name} was touched", self.told());
            // Of a folder with nothing of the program's in it, only the folder is reported.
            let folders = name.match_indices('/').map(|(at, _)| &name[..=at]);
            let told = folders.chain([name.as_str()]).any(|path| {
                build.stderr.lines().any(|line| {
                    let line = line.trim_end();
                    line.ends_with(&format!("public/{path}"))
                })
            });
            assert!(told, "{}: {name} is not told\n{}", self.told(), build.stderr);
        }
    }

    fn the_checksums_hold(&self, tree: &Tree) {
        let verified = self.site.run(&["verify", "public"]);
        assert_eq!(verified.status, 0, "{}\n{}", self.told(), verified.stderr);
        let sums = String::from_utf8(tree["SHA256SUMS"].clone()).expect("text");
        let listed = sums.lines().skip(1).map(|line| line.split_once("  ").expect("two columns").1);
        let planned: BTreeSet<&str> = listed.chain(["SHA256SUMS"]).collect();
        let own = tree.keys().filter(|name| !self.foreign.contains_key(*name));
        assert_eq!(planned, own.map(String::as_str).collect(), "{}", self.told());
    }

    /// Records what a build has left, and every address that it has published.
    pub fn note_what_is_published(&mut self) {
        let tree = published(&self.site.path("public"));
        let own = tree.keys().filter(|name| !self.foreign.contains_key(*name)).cloned();
        let kept = own.filter(|name| is_promised(name));
        self.published.extend(kept);
        self.left = tree;
    }

    fn no_address_is_lost(&mut self, tree: &Tree) {
        self.note_what_is_published();
        let ledger: toml::Table = self.read("addresses.toml").parse().expect("a ledger");
        let known = strings(&ledger["published"]);
        let withdrawn: BTreeSet<&str> = ledger
            .get("withdrawn")
            .and_then(|value| value.as_array())
            .into_iter()
            .flatten()
            .filter_map(|withdrawal| withdrawal.get("address")?.as_str())
            .collect();
        // The notice of a withdrawn attachment stands beside its address.
        let is_notice = |address: &str| {
            address.strip_suffix(".html").is_some_and(|attachment| withdrawn.contains(attachment))
        };
        for address in &self.published {
            let notice = format!("{address}.html");
            let stands = tree.contains_key(address)
                || withdrawn.contains(address.as_str()) && tree.contains_key(&notice);
            assert!(stands, "{}: {address} is lost", self.told());
        }
        // What stands now is promised from now on.
        for address in tree.keys().filter(|name| !self.foreign.contains_key(*name)) {
            assert!(
                !is_promised(address) || known.contains(address.as_str()) || is_notice(address),
                "{}: {address} is not in the ledger",
                self.told()
            );
        }
        for address in &known {
            assert!(
                self.published.contains(*address),
                "{}: {address} was never published",
                self.told()
            );
        }
    }

    /// Checks that the same sources, built in another folder without knowledge of anything earlier
    /// but the decisions, give the same files. The archive's own history only adds redirects and
    /// copies.
    fn it_is_what_a_first_build_makes(&self, tree: &Tree) {
        for folder in ["content", "public"] {
            let _ = std::fs::remove_dir_all(self.cold.path(folder));
        }
        let write = |name: &str, bytes: &[u8]| {
            let path = self.cold.path(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        };
        for (name, bytes) in self.site.files("content") {
            write(&format!("content/{name}"), &bytes);
        }
        write("site.toml", self.read("site.toml").as_bytes());
        let ledger = self.read("addresses.toml");
        let decisions = ledger.find("\n[[withdrawn]]").map_or("", |at| &ledger[at..]);
        write("addresses.toml", decisions.as_bytes());
        let build = self.cold.run(&["build"]);
        assert_eq!(build.status, 0, "{}\nfrom nothing: {}", self.told(), build.stderr);
        let cold = published(&self.cold.path("public"));
        for (name, bytes) in cold.iter().filter(|(name, _)| *name != "SHA256SUMS") {
            assert!(tree.get(name) == Some(bytes), "{}: {name} is not as new", self.told());
        }
        let more = tree
            .iter()
            .filter(|(name, _)| !cold.contains_key(*name) && !self.foreign.contains_key(*name));
        for (name, bytes) in more {
            let sends_on = String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\"");
            let is_copy = !name.ends_with(".html") && cold.values().any(|other| other == bytes);
            assert!(sends_on || is_copy, "{}: why is there a {name}?", self.told());
        }
    }
}

fn strings(list: &toml::Value) -> BTreeSet<&str> {
    list.as_array().expect("a list").iter().filter_map(|value| value.as_str()).collect()
}
