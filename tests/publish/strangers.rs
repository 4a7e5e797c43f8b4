//! What publishing never does: touch what somebody else has written, changed or locked.

use std::fs;

use loftesarkiv::publish::PublishError;

use crate::site::{Site, counts, modified, occupied, tree};

#[test]
fn a_folder_with_somebodys_file_does_not_turn_into_a_file() {
    let mut site = Site::of(&["a/one.html"]);
    site.publish().unwrap();
    site.put("a/mine.txt", "mine");
    let before = site.tree();
    site.remove("a/one.html");
    site.set("a", "a");

    assert_eq!(occupied(site.publish()), ["a/mine.txt"]);
    assert_eq!(site.tree(), before);
}

#[test]
fn foreign_files_are_left_alone_and_told() {
    let mut site = Site::of(&["a/one.html", "b.html"]);
    site.publish().unwrap();
    site.put("a/mine.txt", "mine");
    site.put(".git/HEAD", "ref");
    site.put(".git/objects/x", "x");
    site.remove("a/one.html");

    let published = site.publish().unwrap();

    assert_eq!(published.foreign, [".git/", "a/mine.txt"]);
    let expected = tree(&[
        (".git/HEAD", "ref"),
        (".git/objects/x", "x"),
        ("a/mine.txt", "mine"),
        ("b.html", "b.html"),
    ]);
    assert_eq!(site.tree(), expected);
    let report = site.unchanged().unwrap();
    assert_eq!(report, "foreign: [\".git/\", \"a/mine.txt\"]\nend\n");
}

/// What a folder holds is known from the build before if nothing came or went in it since.
#[cfg(unix)]
#[test]
fn a_folder_is_known_for_what_it_holds_after_builds_that_changed_others() {
    let mut site = Site::of(&["a/one.html", "b/two.html"]);
    site.publish().unwrap();
    let folder = |site: &Site| fs::File::open(site.output().join("a")).unwrap();
    let written = modified(&site.output().join(".loftesarkiv/seen"));
    let earlier = written - std::time::Duration::from_secs(60);
    folder(&site).set_modified(earlier).unwrap();
    site.publish().unwrap();
    site.set("b/two.html", "two");
    site.publish().unwrap();
    assert!(site.unchanged().is_some());

    // The same names, though the folder is not as it was: it is listed, and holds what it held.
    site.put("a/mine.txt", "mine");
    fs::remove_file(site.output().join("a/mine.txt")).unwrap();
    folder(&site).set_modified(earlier).unwrap();
    assert!(site.unchanged().is_some());
    site.put("a/mine.txt", "mine");
    folder(&site).set_modified(earlier).unwrap();
    assert_eq!(site.unchanged(), None);
    site.set("b/two.html", "three");
    assert_eq!(site.publish().unwrap().foreign, ["a/mine.txt"]);
    folder(&site).set_modified(earlier).unwrap();
    assert!(site.unchanged().is_some());
}

/// The standard library opens no folders on Windows, so their times cannot be set there.
#[cfg(unix)]
#[test]
fn what_comes_or_goes_is_told_though_nothing_else_changed() {
    let site = Site::of(&["a/one.html", "b.html"]);
    site.publish().unwrap();
    assert!(site.unchanged().is_some());
    // As if some time had passed; the clock of a file system ticks a few hundred times a second.
    let later = |folder: &str, seconds: u64| {
        let then = modified(&site.output().join(".loftesarkiv/seen"));
        let folder = fs::File::open(site.output().join(folder)).unwrap();
        folder.set_modified(then + std::time::Duration::from_secs(seconds)).unwrap();
    };
    site.put("a/mine.txt", "mine");
    later("a", 1);
    assert_eq!(site.unchanged(), None);
    assert_eq!(site.publish().unwrap().foreign, ["a/mine.txt"]);

    later("a", 0);
    assert_eq!(site.unchanged().unwrap(), "foreign: [\"a/mine.txt\"]\nend\n");
    fs::remove_file(site.output().join("a/mine.txt")).unwrap();
    later("a", 1);
    assert_eq!(site.unchanged(), None);
    assert_eq!(site.publish().unwrap().foreign, [""; 0]);
}

/// The standard library opens no folders on Windows, so their times cannot be set there.
#[cfg(unix)]
#[test]
fn something_that_came_and_went_hinders_once_at_most() {
    let site = Site::of(&["a.html"]);
    site.publish().unwrap();
    let folder = fs::File::open(site.output()).unwrap();
    let seen = || modified(&site.output().join(".loftesarkiv/seen"));
    let first = seen();
    let tick = std::time::Duration::from_millis(1);
    folder.set_modified(first + tick).unwrap();
    assert_eq!(site.unchanged(), None);
    while seen() <= first + tick {
        assert_eq!(site.publish().unwrap().written, 0);
    }
    assert!(site.unchanged().is_some());
}

#[test]
fn a_changed_file_is_never_overwritten_and_all_of_them_are_listed() {
    let mut site = Site::of(&["a.html", "b.html", "c.html"]);
    site.publish().unwrap();
    site.put("a.html", "changed by hand");
    site.put("c.html", "changed too");
    site.put("d.html", "there before");
    site.set("b.html", "new");
    site.set("d.html", "planned");
    let before = site.tree();

    let result = site.publish();

    assert_eq!(occupied(result), ["a.html", "c.html", "d.html"]);
    assert_eq!(site.tree(), before);
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

#[test]
fn a_change_of_the_same_length_in_the_same_instant_is_seen() {
    let mut site = Site::of(&["a.html"]);
    site.publish().unwrap();
    let path = site.output().join("a.html");
    let then = modified(&path);
    site.put("a.html", "A.HTML");
    // The clock of a file system ticks a few hundred times a second.
    for path in [path, site.output().join(".loftesarkiv/seen")] {
        fs::File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
    }
    assert_eq!(site.unchanged(), None);
    site.set("a.html", "new");
    assert_eq!(occupied(site.publish()), ["a.html"]);
}

#[test]
fn a_file_changed_by_somebody_and_no_longer_planned_stays() {
    let mut site = Site::of(&["a.html", "b.html"]);
    site.publish().unwrap();
    site.put("a.html", "changed by hand");
    site.remove("a.html");

    let published = site.publish().unwrap();

    assert_eq!(published.foreign, ["a.html"]);
    assert_eq!(site.tree(), tree(&[("a.html", "changed by hand"), ("b.html", "b.html")]));
}

#[test]
fn a_foreign_file_with_the_planned_bytes_is_adopted() {
    let mut site = Site::of(&["a.html", "b.html"]);
    site.publish().unwrap();
    site.put("c.html", "c.html");
    site.set("c.html", "c.html");

    assert_eq!(counts(&site.publish().unwrap()), (0, 3, 0));

    site.remove("c.html");
    assert_eq!(counts(&site.publish().unwrap()), (0, 2, 1));
}

#[test]
fn a_file_somebody_deleted_comes_back() {
    let site = Site::of(&["a/b.html", "c.html"]);
    site.publish().unwrap();
    fs::remove_dir_all(site.output().join("a")).unwrap();
    assert_eq!(site.unchanged(), None);

    assert_eq!(counts(&site.publish().unwrap()), (1, 1, 0));
    assert_eq!(site.tree(), site.planned());
}

#[test]
fn a_copied_output_is_still_the_programs_own() {
    let mut site = Site::of(&["a.html", "b.html"]);
    site.publish().unwrap();
    // As after `cp -r`: with other times, and without `seen`.
    fs::remove_file(site.output().join(".loftesarkiv/seen")).unwrap();
    site.put("a.html", "a.html");
    site.set("a.html", "new");
    assert_eq!(site.unchanged(), None);

    assert_eq!(counts(&site.publish().unwrap()), (1, 1, 0));
    assert_eq!(site.tree(), site.planned());
}

#[cfg(unix)]
#[test]
fn a_linked_folder_in_the_output_is_never_followed() {
    let mut site = Site::of(&["a/one.html", "b/two.html"]);
    site.publish().unwrap();
    let elsewhere = site.folder.join("elsewhere");
    fs::rename(site.output().join("a"), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, site.output().join("a")).unwrap();

    match site.publish() {
        Err(PublishError::Linked { folders, .. }) => assert_eq!(folders, ["a"]),
        other => panic!("{other:?}"),
    }
    site.remove("a/one.html");
    assert_eq!(site.publish().unwrap().foreign, ["a"]);
    assert_eq!(fs::read_to_string(elsewhere.join("one.html")).unwrap(), "a/one.html");
}

#[cfg(unix)]
#[test]
fn a_link_where_a_page_goes_is_occupied() {
    let mut site = Site::of(&["a.html"]);
    site.publish().unwrap();
    fs::write(site.folder.join("mine.txt"), "mine").unwrap();
    std::os::unix::fs::symlink(site.folder.join("mine.txt"), site.output().join("b.html")).unwrap();
    site.set("b.html", "b");

    assert_eq!(occupied(site.publish()), ["b.html"]);
    assert_eq!(fs::read_to_string(site.folder.join("mine.txt")).unwrap(), "mine");
}

#[test]
fn of_two_builds_at_once_the_second_says_so_and_stops() {
    let site = Site::of(&["a.html"]);
    site.publish().unwrap();
    let lock = fs::File::open(site.output().join(".loftesarkiv/lock")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(site.publish(), Err(PublishError::Locked { .. })));
    drop(lock);
    assert!(site.publish().is_ok());
}

#[test]
fn a_damaged_manifest_is_refused_and_nothing_is_deleted_by_it() {
    let mut site = Site::of(&["a.html", "b.html"]);
    site.publish().unwrap();
    let path = site.output().join(".loftesarkiv/manifest");
    let whole = fs::read(&path).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let before = site.tree();
    site.remove("a.html");

    let cut = whole.len() - 10;
    let damaged: [Vec<u8>; 4] = [
        vec![],
        whole[..cut].to_vec(),
        text.replace("a.html", "c.html").into_bytes(),
        text.replace("b.html", "../b").into_bytes(),
    ];
    for text in damaged {
        fs::write(&path, text).unwrap();
        assert!(matches!(site.publish(), Err(PublishError::ManifestDamaged { .. })));
        assert_eq!(site.unchanged(), None);
        assert_eq!(site.tree(), before);
    }

    fs::write(&path, text.replacen("manifest 1", "manifest 2", 1)).unwrap();
    assert!(matches!(site.publish(), Err(PublishError::ManifestNewer { .. })));

    fs::write(&path, whole).unwrap();
    assert_eq!(counts(&site.publish().unwrap()), (0, 1, 1));
}
