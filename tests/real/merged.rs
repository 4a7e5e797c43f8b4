//! All of these sites and the archive of this repository in one: a place says the same whatever other
//! places there are, and an archive of real size prints a report that can be read.

use std::collections::BTreeMap;

use snapbox::assert_data_eq;

use crate::expected::{Expected, Place};
use crate::support::{Site, json, manifest_folder};
use crate::{FIXTURES, folder, path, summary};

/// The fixtures with a municipality that the archive or a fixture before has too.
const LEFT_OUT: [&str; 10] = [
    "announced-only",
    "city-with-districts",
    "follow-up-that-answers-none",
    "joint-for-three",
    "one-ceremony",
    "promised-in-words",
    "quarterly",
    "replaced",
    "signed-before",
    "signed-long-after",
];

/// The most lines that a build of it may print.
const MOST_LINES: usize = 119;

/// The least number of documents that the whole has.
const LEAST_DOCUMENTS: usize = 132;

/// The folder of a fixture and what its places say; none is that of the archive.
type Of<'a> = (Option<&'a str>, Place);

#[test]
fn every_place_says_the_same_among_all_the_others() {
    let (mut site, by_day) = merged();
    for (day, places) in by_day {
        site.set_today(&day);
        let outcome = site.run(&["build"]).succeeds();
        let lines = outcome.stderr.lines().count();
        assert!(lines <= MOST_LINES, "{lines} lines on {day}:\n{}", outcome.stderr);
        for (fixture, place) in places {
            let at = format!("{} on {day}", place.folder);
            let told = summary::of_page(&site.html(&format!("{}/index.html", place.folder)));
            if let Some(lines) = &place.summary {
                told.says(lines, &at);
            }
            if let Some(fixture) = fixture {
                let timeline = site.json(&format!("{}/timeline.json", place.folder));
                let wanted = place.timeline(&path(fixture));
                assert_data_eq!(json::layout(&timeline), json::layout(&wanted));
            }
        }
    }
}

/// The site, and the places to look at on each day.
fn merged() -> (Site, BTreeMap<String, Vec<Of<'static>>>) {
    let mut site = Site::repository();
    let mut by_day: BTreeMap<String, Vec<Of<'static>>> = BTreeMap::new();
    let mut add = |fixture: Option<&'static str>, expected: Expected| {
        for place in expected.places {
            let day = place.today.clone().unwrap_or_else(|| expected.today.clone());
            by_day.entry(day).or_default().push((fixture, place));
        }
    };
    add(None, Expected::read(&manifest_folder().join("tests/real/archive.toml")));
    let mut left_out = Vec::new();
    for name in FIXTURES {
        let files = Site::from(&format!("real/{}", folder(name))).files("content");
        let is_there = |file: &String| site.path(&format!("content/{file}")).exists();
        if files.keys().any(is_there) {
            left_out.push(folder(name));
            continue;
        }
        for (file, bytes) in files {
            site = site.write(&format!("content/{file}"), bytes);
        }
        add(Some(name), Expected::of_fixture(&path(name)));
    }
    assert_eq!(left_out, LEFT_OUT);
    let documents = site.files("content").into_iter().filter(|(_, bytes)| is_document(bytes));
    let documents = documents.count();
    assert!(documents >= LEAST_DOCUMENTS, "only {documents} documents");
    (site, by_day)
}

/// Whether a file is a document of the archive: no place and no page.
fn is_document(bytes: &[u8]) -> bool {
    const OTHERS: [&str; 4] = ["municipality", "police-area", "district", "page"];
    let text = String::from_utf8_lossy(bytes);
    let kind = text.lines().find_map(|line| line.strip_prefix("kind = \""));
    kind.is_some_and(|kind| !OTHERS.contains(&kind.trim_end_matches('"')))
}
