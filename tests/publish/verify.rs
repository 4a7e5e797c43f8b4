//! Checksums, and comparing a copy of a site with them.

use std::fs;

use loftesarkiv::publish::{BadList, Lost, PublishError, Verified, verify};

use crate::site::Site;

fn site() -> Site {
    let mut site = Site::of(&["a.html", "b/c.html", "b/d.html"]);
    site.checksums = true;
    site.publish().unwrap();
    site
}

#[test]
fn a_published_site_is_whole() {
    let site = site();
    let verified = verify(&site.output()).unwrap();
    assert!(verified.whole());
    assert_eq!(verified, Verified { files: 3, ..Verified::default() });
}

#[test]
fn what_differs_is_told_sorted() {
    let site = site();
    site.put("a.html", "A.HTML");
    site.put("b/extra.html", "extra");
    site.put("c/d/e.html", "extra");
    fs::remove_file(site.output().join("b/d.html")).unwrap();
    let verified = verify(&site.output()).unwrap();
    assert!(!verified.whole());
    assert_eq!(
        verified,
        Verified {
            files: 3,
            lost: None,
            missing: vec!["b/d.html".into()],
            changed: vec!["a.html".into()],
            unreadable: vec![],
            extra: vec!["b/extra.html".into(), "c/".into()],
        }
    );
}

#[cfg(unix)]
#[test]
fn what_is_behind_a_link_is_no_part_of_the_site() {
    let site = site();
    let elsewhere = site.folder.join("elsewhere");
    fs::rename(site.output().join("b"), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, site.output().join("b")).unwrap();
    let verified = verify(&site.output()).unwrap();
    assert_eq!(verified.missing, ["b/c.html", "b/d.html"]);
    assert_eq!(verified.extra, ["b"]);
}

#[test]
fn a_folder_without_checksums_says_so() {
    let site = Site::new();
    assert!(matches!(verify(&site.folder), Err(PublishError::NoChecksums { .. })));
}

#[test]
fn a_line_that_is_no_checksum_is_named_by_number() {
    let site = site();
    let path = site.output().join("SHA256SUMS");
    let whole = fs::read_to_string(&path).unwrap();
    for (text, wrong) in [
        (format!("{whole}nonsense\n"), BadList::Line(5)),
        (whole.replace("a.html", "../a.html"), BadList::Line(2)),
        (whole.replace("b/c.html", "/etc/passwd"), BadList::Line(3)),
        (whole.replace(": 3", ": many"), BadList::Line(1)),
        (format!("\u{feff}{whole}"), BadList::ByteOrderMark),
        (String::new(), BadList::Empty),
        ("# files: 0\n".to_owned(), BadList::Empty),
    ] {
        fs::write(&path, text).unwrap();
        match verify(&site.output()) {
            Err(PublishError::BadChecksums { bad, .. }) => assert_eq!(bad, wrong),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_list_that_was_shortened_is_not_whole() {
    let site = site();
    let path = site.output().join("SHA256SUMS");
    let whole = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let lost = |kept: &[&str]| {
        fs::write(&path, kept.join("\n") + "\n").unwrap();
        let verified = verify(&site.output()).unwrap();
        assert_eq!(verified.whole(), verified.lost.is_none());
        verified.lost
    };
    assert_eq!(lost(&lines), None);
    assert_eq!(lost(&lines[..3]), Some(Lost::Files(3)));
    assert_eq!(lost(&[lines[0], lines[1], lines[1], lines[2]]), Some(Lost::Files(3)));
    // A list that does not give its number of files may be a part of one.
    assert_eq!(lost(&lines[1..]), Some(Lost::StartPage));
    let mut site = Site::of(&["a.html", "index.html"]);
    site.checksums = true;
    site.publish().unwrap();
    let path = site.output().join("SHA256SUMS");
    let rest = fs::read_to_string(&path).unwrap().split_once('\n').unwrap().1.to_owned();
    fs::write(&path, &rest).unwrap();
    let verified = verify(&site.output()).unwrap();
    assert!(!verified.whole());
    assert_eq!((verified.files, verified.lost), (2, Some(Lost::Count)));
    // The files that are cut from the top are not missed by the rest.
    fs::write(&path, rest.lines().skip(1).collect::<String>() + "\n").unwrap();
    fs::remove_file(site.output().join("a.html")).unwrap();
    assert_eq!(verify(&site.output()).unwrap().lost, Some(Lost::Count));
}

#[test]
fn turning_checksums_off_removes_the_file() {
    let mut site = site();
    site.checksums = false;
    assert_eq!(site.publish().unwrap().deleted, 1);
    assert_eq!(site.tree(), site.planned());
}
