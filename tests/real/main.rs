//! Small sites modelled on real situations, each in a folder of its own beside this file, and what
//! their pages must say, word for word. Every expectation is written by hand and is never rewritten
//! by a run, because the purpose of these tests is to catch what is untrue, not what has changed.
//!
//! A folder contains a site, `expected.toml` (see `expected.rs`) and `timelines/`. The comment
//! `föreslagen mening` in `expected.toml` marks a sentence that is not in the list of the site's
//! words.

#[path = "../support/mod.rs"]
mod support;

mod ahead;
mod archive;
mod beside;
mod claims;
mod coming;
mod counting;
mod drawn;
mod expected;
mod latest;
mod merged;
mod never_contradicts;
mod random_archive;
mod small;
mod summary;
mod together;
mod told;
mod whose;

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;
use snapbox::assert_data_eq;

use expected::{Expected, Place};
use support::{Site, json, manifest_folder};

/// Makes one test for each fixture, and the list that is compared with the folders that exist.
macro_rules! fixtures {
    ($($name:ident)*) => {
        $(#[test] fn $name() { holds(stringify!($name)); })*

        const FIXTURES: &[&str] = &[$(stringify!($name)),*];
    };
}

fixtures! {
    action_plan_followed_up
    action_plan_with_a_date_only
    agreement_without_pledges
    all_promised_follow_ups_came
    announced_only
    area_of_thirteen
    area_renamed
    area_without_members
    cancelled_by_the_pandemic
    city_with_districts
    district_documents_only
    draft_beside
    equally_late
    every_standing
    extended_unchanged
    extended_with_addition
    follow_up_before_the_pledge
    follow_up_that_answers_none
    followed_up_as_a_whole
    four_situation_reports
    further_notice
    further_notice_replaced
    further_notice_without_beginning
    hole_between_agreements
    joint_for_three
    known_in_part
    later_numbers_keep_the_verdict
    membership_that_changed
    one_ceremony
    one_paper_that_is_both
    only_an_end
    police_alone
    police_levels
    press_verdict_only
    promised_in_words
    published_only
    quarterly
    replaced
    replaced_by_undated
    replaced_from_next_year
    results_in_numbers
    several_in_force
    signed_before
    signed_long_after
    situation_report_before_the_law
    terminated
    translations
    two_assessors
    two_assessors_on_one_page
    two_latest
    undated_beside_in_force
    unknown_beginning
    unknown_end
    unknown_end_then_next
    upcoming_only
    whole_then_one_by_one
}

/// The name of a fixture's folder: that of `further_notice` is `further-notice`.
fn folder(name: &str) -> String {
    name.replace('_', "-")
}

fn path(name: &str) -> PathBuf {
    manifest_folder().join("tests/real").join(folder(name))
}

/// The site of a fixture, built on this date.
#[track_caller]
fn built(name: &str, day: &str) -> Site {
    Site::from(&format!("real/{}", folder(name))).today(day).build()
}

/// Checks everything that a fixture expects.
#[track_caller]
fn holds(name: &str) {
    let expected = Expected::of_fixture(&path(name));
    let site = built(name, &expected.today);
    for place in expected.places.iter().filter(|place| place.today.is_none()) {
        place_holds(&site, name, place);
    }
    for place in &expected.places {
        if let Some(day) = &place.today {
            place_holds(&built(name, day), name, place);
        }
    }
    let mut site = site;
    for (page, words) in expected.says {
        site = site.has(&page, &words);
    }
    for (page, words) in expected.lacks {
        site = site.lacks(&page, &words);
    }
    for (page, source) in expected.contains {
        assert!(site.html(&page).contains(&source), "{page} has no {source}");
    }
    for page in expected.absent {
        site = site.omits(&page);
    }
    assert_eq!(troubles(&site), expected.warnings, "errors and warnings of {name}");
}

/// Checks that a place's data are as expected, that its summary says what it must, and that the two
/// agree.
#[track_caller]
fn place_holds(site: &Site, name: &str, place: &Place) {
    let timeline = site.json(&format!("{}/timeline.json", place.folder));
    let wanted = place.timeline(&path(name));
    assert_data_eq!(json::layout(&timeline), json::layout(&wanted));
    let told = summary::of_page(&site.html(&format!("{}/index.html", place.folder)));
    if let Some(lines) = &place.summary {
        told.says(lines, &place.folder);
    }
    told.names_the_day(&timeline, &place.folder);
    let contradictions = claims::contradictions(&told.lines, &timeline);
    assert!(contradictions.is_empty(), "{}: {contradictions:#?}\n{:#?}", place.folder, told.lines);
}

/// The errors and warnings of `check`, as "code path", sorted. Advice is not included.
#[track_caller]
fn troubles(site: &Site) -> Vec<String> {
    let outcome = site.run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&outcome.stdout)
        .unwrap_or_else(|error| panic!("{error}\n{}\n{}", outcome.stdout, outcome.stderr));
    let problems = report["diagnostics"].as_array().expect("a list of diagnostics");
    let mut troubles: Vec<String> = problems
        .iter()
        .filter(|problem| problem["severity"] != "advice")
        .map(|problem| {
            let word = |key: &str| problem[key].as_str().unwrap_or_default();
            format!("{} {}", word("code"), word("path"))
        })
        .collect();
    troubles.sort();
    troubles
}

/// A fixture that no test reads would check nothing.
#[test]
fn every_folder_is_a_fixture_and_every_fixture_a_folder() {
    let listed: BTreeSet<String> = FIXTURES.iter().map(|name| folder(name)).collect();
    let there: BTreeSet<String> = std::fs::read_dir(manifest_folder().join("tests/real"))
        .expect("the fixtures")
        .map(|entry| entry.expect("a folder"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(listed, there);
}

/// The expected summaries of a fixture do not contradict its expected data. This needs no build: it
/// tests the expectations, and the check that the property test relies on.
#[test]
fn the_expectations_do_not_contradict_each_other() {
    for name in FIXTURES {
        for place in Expected::of_fixture(&path(name)).places {
            let Some(lines) = &place.summary else { continue };
            let contradictions = claims::contradictions(lines, &place.timeline(&path(name)));
            assert!(contradictions.is_empty(), "{name}, {}: {contradictions:#?}", place.folder);
        }
    }
}

/// The check itself finds untruths that such pages have contained.
#[test]
fn untruths_are_found() {
    // Each is a fixture, words in its expected summaries, and the untrue words that replace them.
    const UNTRUTHS: [(&str, &str, &str); 11] = [
        (
            "further_notice",
            "Gäller tills vidare sedan den 5 juni 2020. Arkivet har inget som visar att den har upphört.",
            "Ingen gällande samverkansöverenskommelse finns i arkivet.",
        ),
        (
            "unknown_end",
            "Arkivet har ett medborgarlöfte som började gälla i juni 2022. Källan säger inte hur länge:",
            "Inget gällande medborgarlöfte finns i arkivet. Det senaste:",
        ),
        (
            "unknown_end",
            "Arkivet har en samverkansöverenskommelse som",
            "Ingen gällande samverkansöverenskommelse finns i arkivet; den senaste",
        ),
        (
            "terminated",
            "Arkivet har inga medborgarlöften här.",
            "Inget gällande medborgarlöfte finns i arkivet.",
        ),
        ("replaced_from_next_year", "Haninge 2022–2027", "Haninge 2027–2030"),
        (
            "hole_between_agreements",
            ": Strategisk överenskommelse Höör 2020–2023",
            ": Strategisk överenskommelse Höör 2016–2018",
        ),
        ("followed_up_as_a_whole", "följdes upp som helhet", "saknar uppföljning i arkivet"),
        ("results_in_numbers", "2 har resultat utan bedömning", "2 uppfyllda"),
        ("every_standing", "1 delvis uppfyllt", "2 delvis uppfyllda"),
        ("press_verdict_only", "En utlovad uppföljning saknas i arkivet:", ""),
        (
            "all_promised_follow_ups_came",
            "Den senaste uppföljningen i arkivet är från den 12 februari 2019: Slutlig uppföljning",
            "Inget dokument här säger när det ska följas upp.",
        ),
    ];
    for (name, from, to) in UNTRUTHS {
        let told = Expected::of_fixture(&path(name)).places.into_iter().find_map(|place| {
            let lines = place.summary.as_ref()?;
            let told: Vec<String> = lines.iter().map(|line| line.replace(from, to)).collect();
            (told != *lines).then(|| claims::contradictions(&told, &place.timeline(&path(name))))
        });
        let found = told.unwrap_or_else(|| panic!("{name} does not say “{from}”"));
        assert!(!found.is_empty(), "{name}: “{to}” for “{from}” passes");
    }
}
