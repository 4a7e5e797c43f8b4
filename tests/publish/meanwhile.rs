//! Somebody changes the output while the pages are being made, after it was examined: nothing of
//! theirs is lost, and the site stays as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use loftesarkiv::publish::PublishError;

use crate::disk::FaultyDisk;
use crate::site::{Site, tree};

/// A published site of three pages, with one changed, one removed and one added since.
fn site() -> Site {
    let mut site = Site::of(&["changed.html", "gone.html", "kept.html"]);
    site.publish().unwrap();
    site.set("changed.html", "new text");
    site.remove("gone.html");
    site.set("folder/new.html", "new page");
    site
}

fn occupied_after(site: &Site, somebody: impl FnOnce(&Path) + Send + 'static) -> Vec<String> {
    let output = site.output();
    match site.publish_on(&FaultyDisk::meanwhile(move || somebody(&output))) {
        Err(PublishError::Occupied { addresses, .. }) => addresses,
        other => panic!("{other:?}"),
    }
}

/// The site as it was before, with one page changed by hand.
fn as_it_was_but_for_a_change() -> BTreeMap<String, String> {
    tree(&[
        ("changed.html", "by hand, meanwhile"),
        ("gone.html", "gone.html"),
        ("kept.html", "kept.html"),
    ])
}

fn change_by_hand(output: &Path) {
    fs::write(output.join("changed.html"), "by hand, meanwhile").unwrap();
}

#[test]
fn a_page_changed_meanwhile_keeps_the_change() {
    let site = site();
    let occupied = occupied_after(&site, change_by_hand);
    assert_eq!(occupied, ["changed.html"]);
    assert_eq!(site.tree(), as_it_was_but_for_a_change());
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

#[test]
fn a_page_to_be_deleted_and_changed_meanwhile_is_not() {
    let site = site();
    let occupied = occupied_after(&site, |output| {
        fs::write(output.join("gone.html"), "by hand, meanwhile").unwrap();
    });
    assert_eq!(occupied, ["gone.html"]);
    let expected = tree(&[
        ("changed.html", "changed.html"),
        ("gone.html", "by hand, meanwhile"),
        ("kept.html", "kept.html"),
    ]);
    assert_eq!(site.tree(), expected);
    // The next build sees that the file is somebody else's.
    assert_eq!(site.publish().unwrap().foreign, ["gone.html"]);
}

#[test]
fn a_file_put_meanwhile_where_a_page_goes_stays() {
    let site = site();
    let occupied = occupied_after(&site, |output| {
        fs::create_dir(output.join("folder")).unwrap();
        fs::write(output.join("folder/new.html"), "theirs").unwrap();
    });
    assert_eq!(occupied, ["folder/new.html"]);
    let expected = tree(&[
        ("changed.html", "changed.html"),
        ("folder/new.html", "theirs"),
        ("gone.html", "gone.html"),
        ("kept.html", "kept.html"),
    ]);
    assert_eq!(site.tree(), expected);
}

#[test]
fn files_taken_away_meanwhile_hinder_nothing() {
    let site = site();
    let output = site.output();
    let disk = FaultyDisk::meanwhile(move || {
        fs::remove_file(output.join("changed.html")).unwrap();
        fs::remove_file(output.join("gone.html")).unwrap();
    });
    site.publish_on(&disk).unwrap();
    assert_eq!(site.tree(), site.planned());
}

#[test]
fn a_folder_made_meanwhile_takes_the_pages_beside_what_is_in_it() {
    let mut site = site();
    site.set("folder/within/deep.html", "deep");
    let output = site.output();
    let disk = FaultyDisk::meanwhile(move || {
        fs::create_dir(output.join("folder")).unwrap();
        fs::write(output.join("folder/theirs.txt"), "theirs").unwrap();
    });
    site.publish_on(&disk).unwrap();
    let mut expected = site.planned();
    expected.insert("folder/theirs.txt".to_owned(), "theirs".to_owned());
    assert_eq!(site.tree(), expected);
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

#[test]
fn a_whole_new_folder_goes_again_when_a_later_step_fails() {
    let mut site = site();
    site.set("new/within/deep.html", "deep");
    site.set("other/page.html", "page");
    let occupied = occupied_after(&site, change_by_hand);
    assert_eq!(occupied, ["changed.html"]);
    assert_eq!(site.tree(), as_it_was_but_for_a_change());
    assert!(!site.output().join("new").exists() && !site.output().join("other").exists());
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

#[test]
fn an_emptied_folder_that_somebody_stands_in_stays_and_the_build_goes_on() {
    let mut site = Site::of(&["kept.html", "emptied/gone.html", "other/gone.html"]);
    site.publish().unwrap();
    site.remove("emptied/gone.html");
    site.remove("other/gone.html");
    site.publish_on(&FaultyDisk::with_in_use(site.output().join("emptied"))).unwrap();
    assert_eq!(site.tree(), tree(&[("emptied/", ""), ("kept.html", "kept.html")]));
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

#[test]
fn what_cannot_be_cleared_away_after_a_build_is_no_failure_and_the_next_one_clears_it() {
    let site = site();
    let staging = site.output().join(".loftesarkiv/staging");
    let published = site.publish_on(&FaultyDisk::with_in_use(staging.clone())).unwrap();
    assert_eq!(published.undone.len(), 1, "it is told");
    assert_eq!(site.tree(), site.planned());
    assert!(staging.exists());
    assert!(site.publish().unwrap().undone.is_empty());
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}
