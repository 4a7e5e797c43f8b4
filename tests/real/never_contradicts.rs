//! In archives made at random, no summary says anything that the same page's data contradict, or
//! leaves out what is in force.
//!
//! An ordinary run tries six archives of thirteen places on two days each;
//! `ARCHIVES=500 cargo test --test real never_contradicts` tries more. A failure names the seed.

use crate::random_archive;
use crate::{claims, summary};

/// One day in the middle of the years that the archives cover, and one long after most of their
/// documents have ended.
const DAYS: [&str; 2] = ["2020-05-15", "2026-11-28"];

#[test]
fn no_summary_contradicts_its_timeline() {
    let archives: usize = std::env::var("ARCHIVES").ok().and_then(|n| n.parse().ok()).unwrap_or(6);
    let (mut places, mut entries) = (0, 0);
    for seed in 1..=archives {
        for day in DAYS {
            let site = random_archive::site(seed).today(day).build();
            for file in site.published().keys().filter(|file| file.ends_with("/timeline.json")) {
                let place = file.trim_end_matches("/timeline.json");
                let timeline = site.json(file);
                let told = summary::of_page(&site.html(&format!("{place}/index.html")));
                told.names_the_day(&timeline, place);
                let found = claims::contradictions(&told.lines, &timeline);
                assert!(
                    found.is_empty(),
                    "seed {seed}, {day}, {place}: {found:#?}\n{:#?}\n{timeline:#}",
                    told.lines
                );
                places += 1;
                entries += timeline["entries"].as_array().map_or(0, Vec::len);
            }
        }
    }
    // If the archives had no documents, there would be nothing to contradict.
    assert!(places >= 13 * archives && entries > 3 * places, "{entries} entries, {places} places");
}
