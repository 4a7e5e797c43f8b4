//! In archives made at random, no summary says anything that the same page's data contradict, or
//! leaves out what is in force, and the start page lists exactly what is in force or may be.
//!
//! An ordinary run tries six archives of nineteen places on two days each;
//! `ARCHIVES=all cargo test --test real never_contradicts` tries 120, and another number as many. A
//! failure names the seed.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde_json::Value;

use crate::support::Site;
use crate::{claims, random_archive, summary};

/// One day in the middle of the years that the archives cover, and one long after most of their
/// documents have ended.
const DAYS: [&str; 2] = ["2020-05-15", "2026-11-28"];
const SLICE: usize = 6;
const WHOLE: usize = 120;

/// What was looked at in an archive on a day, and what was found wrong.
#[derive(Default)]
struct Tried {
    places: usize,
    entries: usize,
    wrong: Vec<String>,
}

#[test]
fn no_summary_contradicts_its_timeline() {
    let archives = match std::env::var("ARCHIVES") {
        Ok(all) if all == "all" => WHOLE,
        Ok(n) => n.parse().expect("a number of archives, or “all”"),
        Err(_) => SLICE,
    };
    let all: Vec<(usize, &str)> =
        (1..=archives).flat_map(|seed| DAYS.map(|day| (seed, day))).collect();
    let tried = all.into_par_iter().map(|(seed, day)| tried(seed, day));
    let tried = tried.reduce(Tried::default, |mut all, one| {
        all.places += one.places;
        all.entries += one.entries;
        all.wrong.extend(one.wrong);
        all
    });
    let Tried { places, entries, wrong } = tried;
    let (shown, number) = (wrong[..wrong.len().min(8)].join("\n\n"), wrong.len());
    assert!(wrong.is_empty(), "{number} pages are wrong, of which these are the first:\n{shown}");
    // If the archives had no documents, there would be nothing to contradict.
    assert!(places >= 19 * archives && entries > 3 * places, "{entries} entries, {places} places");
}

fn tried(seed: usize, day: &str) -> Tried {
    let site = random_archive::site(seed).today(day).build();
    let mut tried = Tried::default();
    let mut documents: Vec<Value> = Vec::new();
    for file in site.published().keys().filter(|file| file.ends_with("/timeline.json")) {
        let place = file.trim_end_matches("/timeline.json");
        let timeline = site.json(file);
        let told = summary::of_page(&site.html(&format!("{place}/index.html")));
        told.names_the_day(&timeline, place);
        let found = claims::contradictions(&told.lines, &timeline);
        if !found.is_empty() {
            tried.wrong.push(format!(
                "seed {seed}, {day}, {place}: {found:#?}\n{:#?}\n{}",
                told.lines,
                in_short(&timeline)
            ));
        }
        let entries = timeline["entries"].as_array().map_or(&[][..], Vec::as_slice);
        tried.places += 1;
        tried.entries += entries.len();
        documents.extend(entries.iter().filter(|entry| entry["title"].is_string()).cloned());
    }
    for (heading, state) in [("sida-gallande", "in-force"), ("sida-oklart", "unknown")] {
        if let Some(wrong) = start_page(&site, heading, state, &documents) {
            tried.wrong.push(format!("seed {seed}, {day}, index.html: {wrong}"));
        }
    }
    tried
}

/// What is wrong with a list of the start page that must name the documents in a state, or name
/// some and count the others.
fn start_page(site: &Site, heading: &str, state: &str, documents: &[Value]) -> Option<String> {
    let titled = |document: &&Value| document["state"] == state;
    let in_state: BTreeSet<&str> =
        documents.iter().filter(titled).map(|one| claims::text(one, "title")).collect();
    let lines = summary::section_of_page(&site.html("index.html"), heading);
    let all: BTreeSet<&str> = documents.iter().map(|one| claims::text(one, "title")).collect();
    let mut named = BTreeSet::new();
    let mut more = 0;
    for line in &lines {
        named.extend(all.iter().filter(|title| line.starts_with(&format!("{title} "))));
        if line.starts_with("Dessutom ") {
            let number = line.split_whitespace().find_map(|word| word.parse::<usize>().ok());
            let Some(number) = number else { return Some(format!("no number in: {line}")) };
            more = number;
        }
    }
    let right = named.is_subset(&in_state) && named.len() + more == in_state.len();
    (!right).then(|| format!("{in_state:?} are {state}, but the start page says: {lines:#?}"))
}

/// The entries of a timeline, one to a line, with what sentences are made of.
fn in_short(timeline: &Value) -> String {
    let entries = timeline["entries"].as_array().map_or(&[][..], Vec::as_slice);
    let lines = entries.iter().map(|entry| {
        let keys = ["type", "title", "date", "period", "state", "of", "answered_by"];
        let known = keys.iter().filter(|key| !entry[**key].is_null());
        let mut line: Vec<String> =
            known.map(|key| entry[*key].to_string().replace('"', "")).collect();
        let commitments = entry["commitments"].as_array().map_or(&[][..], Vec::as_slice);
        line.extend(commitments.iter().map(|one| claims::text(one, "standing").to_owned()));
        line.join(" · ")
    });
    lines.collect::<Vec<_>>().join("\n")
}
