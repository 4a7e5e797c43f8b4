//! When to scan again: nothing is watched until the site has been read, and nothing that changes in
//! the meantime is missed.

use std::collections::BTreeSet;

use loftesarkiv::preview::Wake;
use loftesarkiv::scan::Scan;

use crate::scratch::{Scratch, notice, until};

const NEW: &str = "content/kommuner/habo/2019/ny.md";

/// A site that has just been read.
fn read(scratch: &Scratch) -> (Scan, Wake) {
    let scan = Scan::new(&scratch.site(), Vec::new()).expect("a site");
    let wake = Wake::new(&scan, false);
    (scan, wake)
}

#[test]
fn a_change_between_reading_and_watching_is_found_by_the_first_look() {
    let scratch = Scratch::new();
    let (mut scan, mut wake) = read(&scratch);
    scratch.write(NEW, &notice("Ny", "Skriven innan någon lyssnade."));
    assert_eq!(wake.wait(), BTreeSet::new());
    assert!(wake.look(|| scan.look()).expect("a site"));
    assert!(!wake.look(|| scan.look()).expect("a site"));
    // The folder is new too, and watched by now.
    scratch.write(NEW, &notice("Ny", "Skriven igen."));
    until("the second change is heard of", || wake.wait().iter().any(|path| path.ends_with(NEW)));
    assert!(wake.look(|| scan.look()).expect("a site"));
}

#[test]
fn a_change_during_the_first_look_is_heard_of_after_it() {
    let scratch = Scratch::new();
    let (mut scan, mut wake) = read(&scratch);
    assert_eq!(wake.wait(), BTreeSet::new());
    let found = wake.look(|| {
        let found = scan.look();
        scratch.write(NEW, &notice("Ny", "Skriven bakom ryggen."));
        found
    });
    assert!(!found.expect("a site"));
    until("the change is heard of", || !wake.wait().is_empty());
    assert!(wake.look(|| scan.look()).expect("a site"));
}
