//! The first build of an output: if nothing is published, nothing of the program's is left, and the
//! lock that is deleted then still keeps builds apart.

use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use loftesarkiv::diagnostic::{Code, Problem, Source};
use loftesarkiv::model::Address;
use loftesarkiv::publish::{MakeError, PublishError, Request, publish};
use loftesarkiv::text;

use crate::site::{Page, Site};

fn broken() -> MakeError {
    let text = || text!("trasig", "broken");
    Problem::in_file(Code::ThemeTemplate, &Source::path_only("x"), text(), text()).into()
}

#[test]
fn a_failed_first_build_leaves_nothing() {
    let mut site = Site::of(&["a.html"]);
    site.pages.insert("x.html".into(), Page::Broken(broken()));
    assert!(matches!(site.publish(), Err(PublishError::Make(_))));
    assert!(!site.output().exists());
}

#[test]
fn an_empty_folder_that_was_there_stays_with_nothing_in_it() {
    let mut site = Site::of(&["a.html"]);
    site.pages.insert("x.html".into(), Page::Broken(broken()));
    fs::create_dir(site.output()).unwrap();
    assert!(matches!(site.publish(), Err(PublishError::Make(_))));
    assert_eq!(fs::read_dir(site.output()).unwrap().count(), 0);
}

#[test]
fn a_failed_later_build_leaves_the_record() {
    let mut site = Site::of(&["a.html"]);
    site.publish().unwrap();
    site.remove("a.html");
    site.publish().unwrap();
    site.pages.insert("x.html".into(), Page::Broken(broken()));
    assert!(matches!(site.publish(), Err(PublishError::Make(_))));
    assert_eq!(site.own_folder(), ["lock", "manifest", "seen"]);
}

/// Each build fails in its only page, and thus deletes the lock that the others want.
#[test]
fn builds_that_fail_at_once_are_still_one_at_a_time() {
    let site = Site::new();
    let addresses = [Address::parse("a.html").unwrap()];
    let (inside, failed) = (AtomicBool::new(false), AtomicUsize::new(0));
    let build = || {
        let output = site.checked_output().unwrap();
        publish(&Request {
            site: &site.folder,
            output: &output,
            addresses: &addresses,
            prepare: &|_| {
                assert!(!inside.swap(true, Ordering::SeqCst), "two builds at once");
                thread::yield_now();
                inside.store(false, Ordering::SeqCst);
                Err(broken())
            },
            inputs: site.digest_of_inputs(),
            kept: &|_| false,
            remembered: &site.remembered(),
            report: &|_| vec![],
            ledger: None,
            made: &|| (),
            progress: &|_, _| {},
            interrupted: &|| false,
            checksums: true,
        })
    };
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    match build() {
                        Err(PublishError::Make(_)) => _ = failed.fetch_add(1, Ordering::Relaxed),
                        Err(PublishError::Locked { .. }) => {}
                        other => panic!("{other:?}"),
                    }
                }
            });
        }
    });
    assert!(failed.into_inner() > 0);
    // The build that made the folder may not have been the last in it.
    assert!(fs::read_dir(site.output()).map_or(0, Iterator::count) == 0);
}
