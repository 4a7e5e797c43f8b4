//! The disk fails at each operation in turn, for good or once; after each, every file is whole, and
//! the next build puts everything right.

use std::collections::BTreeMap;
use std::fs;

use loftesarkiv::publish::PublishError;

use crate::disk::{Fails, FaultyDisk};
use crate::site::{Page, Site};

type Tree = BTreeMap<String, String>;

const LEDGER: &str = "addresses.toml";

/// More operations than any of these builds takes.
const BOUND: usize = 2000;

fn before(site: &mut Site) {
    site.set("changed.html", "old");
    site.set("deep/er/gone.html", "gone");
    site.set("file", "turns into a folder");
    site.set("folder/one.html", "turns into a file");
    site.set("folder/two/three.html", "turns into a file");
    site.set("kept.html", "kept");
    fs::write(site.folder.join("content/avtal.pdf"), "old agreement").unwrap();
    site.pages.insert("avtal.pdf".into(), Page::Copy("content/avtal.pdf".into()));
    site.checksums = true;
    site.ledger = Some("old ledger\n".into());
}

fn after(site: &mut Site) {
    site.pages.clear();
    site.set("changed.html", "new");
    site.set("file/new.html", "was a file");
    site.set("folder", "was a folder");
    site.set("kept.html", "kept");
    site.set("new/folder/page.html", "new");
    fs::write(site.folder.join("content/avtal.pdf"), "new agreement").unwrap();
    site.pages.insert("avtal.pdf".into(), Page::Copy("content/avtal.pdf".into()));
    site.ledger = Some("new ledger\n".into());
    site.inputs += 1;
}

fn ledger(site: &Site) -> String {
    fs::read_to_string(site.folder.join(LEDGER)).unwrap_or_default()
}

/// Checks that nothing is left behind that should not be.
fn assert_no_litter(site: &Site, at: usize) {
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"], "operation {at}");
    let expected = ["addresses.toml", "content", "public", "themes"];
    assert_eq!(site.site_folder(), expected, "operation {at}");
}

/// Lets the n-th operation of one build fail, for every n. `check` examines the site afterwards,
/// given the output as it was before and as it should become, and whether the build reported
/// success.
fn sweep(fails: Fails, begun: bool, check: impl Fn(&Site, usize, &Tree, &Tree, bool)) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for at in 0..BOUND {
        let mut site = Site::new();
        let mut old = Tree::new();
        before(&mut site);
        if begun {
            site.publish().unwrap();
            site.put("mine.txt", "mine");
            old = site.tree();
            after(&mut site);
        }
        let mut new = site.planned();
        if begun {
            new.insert("mine.txt".into(), "mine".into());
        }
        let disk = FaultyDisk::new(at, fails);

        let result = pool.install(|| site.publish_on(&disk));

        if !disk.failed() {
            assert!(result.is_ok(), "{result:?}");
            assert!(at > 30, "only {at} operations: the sweep is worth little");
            return;
        }
        if let Err(error) = &result {
            assert!(matches!(error, PublishError::Io { .. }), "operation {at}: {error:?}");
            assert!(error.path().unwrap().starts_with(&site.folder), "{error}");
        }
        check(&site, at, &old, &new, result.is_ok());

        site.publish().unwrap_or_else(|error| panic!("operation {at}: {error:?}"));
        assert_eq!(site.tree(), new, "operation {at}");
        assert_eq!(ledger(&site), site.ledger.clone().unwrap(), "operation {at}");
        assert_no_litter(&site, at);
        assert_eq!(site.publish().unwrap().written, 0, "operation {at}");
        assert!(site.unchanged().is_some(), "operation {at}");
    }
    panic!("more than {BOUND} operations");
}

/// Each file is as before or as planned. Where a file and a folder are exchanged, neither may exist
/// for a moment.
fn assert_whole(site: &Site, at: usize, old: &Tree, new: &Tree) {
    let now = site.tree();
    for (path, text) in &now {
        let whole =
            path.ends_with('/') || old.get(path) == Some(text) || new.get(path) == Some(text);
        assert!(whole, "operation {at}: {path} is {text:?}");
    }
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(now.contains_key(path), "operation {at}: {path} is gone");
    }
}

#[test]
fn killed_anywhere_every_file_is_old_or_new_and_the_next_build_finishes() {
    sweep(Fails::FromThere, true, |site, at, old, new, _| assert_whole(site, at, old, new));
}

#[test]
fn killed_anywhere_in_the_first_build_the_next_one_finishes() {
    sweep(Fails::FromThere, false, |site, at, old, new, _| assert_whole(site, at, old, new));
}

#[test]
fn a_failure_anywhere_leaves_the_whole_old_site_or_the_whole_new_one() {
    sweep(Fails::Once, true, |site, at, old, new, done| {
        let now = site.tree();
        assert!(now == *old && !done || now == *new, "operation {at}: {now:#?}");
        let expected = if now == *old { "old ledger\n" } else { "new ledger\n" };
        assert_eq!(ledger(site), expected, "operation {at}");
    });
}

#[test]
fn a_failure_anywhere_in_the_first_build_leaves_nothing_or_the_whole_site() {
    sweep(Fails::Once, false, |site, at, old, new, done| {
        let now = site.tree();
        assert!(now == *old && !done || now == *new, "operation {at}: {now:#?}");
        let expected = if now == *old { "" } else { "old ledger\n" };
        assert_eq!(ledger(site), expected, "operation {at}");
        // On other systems the lock has to stay.
        let stays = cfg!(unix) && site.output().exists();
        assert!(now != *old || !stays, "operation {at}: {:?}", site.own_folder());
    });
}

#[test]
fn the_build_after_an_interruption_may_be_another_one() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for at in 0..BOUND {
        let mut site = Site::new();
        before(&mut site);
        site.publish().unwrap();
        let (old, old_pages) = (site.tree(), site.pages.clone());
        let old_agreement = fs::read(site.folder.join("content/avtal.pdf")).unwrap();
        after(&mut site);
        let disk = FaultyDisk::new(at, Fails::FromThere);
        let _ = pool.install(|| site.publish_on(&disk));
        // The editor takes everything back, and that build is interrupted too.
        site.pages = old_pages;
        site.inputs -= 1;
        fs::write(site.folder.join("content/avtal.pdf"), old_agreement).unwrap();
        let again = FaultyDisk::new(at, Fails::FromThere);
        let _ = pool.install(|| site.publish_on(&again));

        site.publish().unwrap_or_else(|error| panic!("operation {at}: {error:?}"));
        assert_eq!(site.tree(), old, "operation {at}");
        assert_no_litter(&site, at);
        if !disk.failed() {
            return;
        }
    }
    panic!("more than {BOUND} operations");
}

/// `change` makes another site of the one that is published.
fn never_taken_for_finished(change: impl Fn(&mut Site)) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for at in 0..BOUND {
        let mut site = Site::new();
        before(&mut site);
        site.publish().unwrap();
        let old = site.tree();
        change(&mut site);
        let new = site.planned();
        let disk = FaultyDisk::new(at, Fails::FromThere);
        let _ = pool.install(|| site.publish_on(&disk));

        if site.unchanged().is_some() {
            assert_eq!(site.tree(), new, "operation {at}");
        }
        site.inputs -= 1;
        if site.unchanged().is_some() {
            assert_eq!(site.tree(), old, "operation {at}");
        }
        if !disk.failed() {
            return;
        }
    }
    panic!("more than {BOUND} operations");
}

#[test]
fn unchanged_never_takes_an_interrupted_build_for_a_finished_one() {
    never_taken_for_finished(after);
}

#[test]
fn nor_one_in_which_pages_were_only_added() {
    // The checksums change with every page; as a page of its own they would stay.
    never_taken_for_finished(|site| {
        let checksums = site.planned()["SHA256SUMS"].clone();
        site.checksums = false;
        site.set("SHA256SUMS", &checksums);
        site.set("added.html", "new");
        site.inputs += 1;
    });
}

#[test]
fn a_build_that_is_asked_to_end_leaves_the_site_as_it_was() {
    for ends_after in 1..BOUND {
        let mut site = Site::new();
        before(&mut site);
        site.publish().unwrap();
        let old = site.tree();
        after(&mut site);
        let new = site.planned();
        site.ends_after = ends_after;
        let outcome = site.publish();
        if outcome.is_ok() {
            assert_eq!(site.tree(), new, "never asked");
            // Before each of the six pages, and before they are put in place.
            assert_eq!(ends_after, 8);
            return;
        }
        assert!(matches!(outcome, Err(PublishError::Interrupted)), "{ends_after}: {outcome:?}");
        assert_eq!(site.tree(), old, "{ends_after}");
        assert_eq!(ledger(&site), "old ledger\n", "{ends_after}");
        assert_no_litter(&site, ends_after);
    }
}
