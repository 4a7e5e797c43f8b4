//! Compares what a summary claims with the place's `timeline.json`: what is in force, what is the
//! latest, how commitments are counted, and which promised follow-ups are missing.
//!
//! The comparison shares no code with the program. It reads the sentences as words and the data as
//! JSON, so that it cannot have the same fault as the program.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::counting;

/// A row of the summary: its heading, the type of entry that it is about, and its sentences.
struct Row {
    heading: &'static str,
    kind: &'static str,
    none: &'static str,
    no_valid: &'static str,
    latest: &'static str,
}

const ROWS: [Row; 3] = [
    Row {
        heading: "Medborgarlöfte",
        kind: "pledge",
        none: "Arkivet har inga medborgarlöften här.",
        no_valid: "Inget gällande medborgarlöfte finns i arkivet",
        latest: "Det senaste medborgarlöftet med känd tid gällde",
    },
    Row {
        heading: "Samverkansöverenskommelse",
        kind: "agreement",
        none: "Arkivet har inga samverkansöverenskommelser här.",
        no_valid: "Ingen gällande samverkansöverenskommelse finns i arkivet",
        latest: "Den senaste samverkansöverenskommelsen med känd tid gällde",
    },
    Row {
        heading: PLANS,
        kind: "action-plan",
        none: "Arkivet har ingen åtgärdsplan här.",
        no_valid: "Ingen gällande åtgärdsplan finns i arkivet",
        latest: "Den senaste åtgärdsplanen med känd tid gällde",
    },
];
const FOLLOW_UPS: &str = "Uppföljning";
/// What a sentence about more than twelve places together contains.
pub const SUMMED_UP: &str = " kommuner och områden: ";
const PLANS: &str = "Lägesbild och åtgärdsplan";

/// Finds every claim of a summary that the data contradict, and everything in force that the
/// summary does not mention. The lines are those of `Summary`, or the parts of them that a fixture
/// expects.
pub fn contradictions(lines: &[String], timeline: &Value) -> Vec<String> {
    let entries = timeline["entries"].as_array().expect("entries");
    let rows = rows(lines);
    let mut found = Vec::new();
    for row in &ROWS {
        let text = rows.get(row.heading).map_or("", String::as_str);
        let of_kind: Vec<&Value> = entries.iter().filter(|entry| is(entry, row.kind)).collect();
        let page = named(&timeline["place"]);
        let told_apart = match summed_up(text, &of_kind, &page, &mut found) {
            // Of many places only the page's own documents are named.
            true => Some(page.as_str()),
            false => None,
        };
        let as_of = timeline["as_of"].as_str().unwrap_or_default();
        standing(row, text, &of_kind, told_apart, as_of, &mut found);
    }
    let text = rows.get(FOLLOW_UPS).map_or("", String::as_str);
    follow_ups(text, entries, &mut found);
    let pledges: Vec<&Value> = entries.iter().filter(|entry| is(entry, "pledge")).collect();
    let page = named(&timeline["place"]);
    counting::contradictions(text, &pledges, &page, &mut found);
    let plans: Vec<&Value> = entries.iter().filter(|entry| is(entry, "action-plan")).collect();
    let text = rows.get(PLANS).map_or("", String::as_str);
    counting::contradictions(text, &plans, &page, &mut found);
    found
}

/// The words of each row, by its heading.
fn rows(lines: &[String]) -> BTreeMap<&str, String> {
    let headings: Vec<&str> = ROWS.iter().map(|row| row.heading).chain([FOLLOW_UPS]).collect();
    let mut rows: BTreeMap<&str, String> = BTreeMap::new();
    let mut current = "";
    for line in lines {
        if headings.contains(&line.as_str()) {
            current = line;
            rows.insert(current, String::new());
        } else if let Some(text) = rows.get_mut(current) {
            text.push_str(line);
            text.push(' ');
        }
    }
    rows
}

/// Whether an entry is a document of this kind, or a paper that is both an agreement and a pledge.
fn is(entry: &Value, kind: &str) -> bool {
    entry["type"] == kind || (kind == "pledge" && entry["includes_pledge"] == true)
}

pub fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_default()
}

/// A place, by its kind and id.
fn named(place: &Value) -> String {
    format!("{} {}", text(place, "kind"), text(place, "id"))
}

/// The owners of a document: its municipalities and districts. Its police areas only follow from
/// these, and own it only if it has none.
pub fn owners(entry: &Value) -> Vec<String> {
    let places = entry["places"].as_array().cloned().unwrap_or_default();
    let mut owners: Vec<String> =
        places.iter().filter(|place| place["kind"] != "police-area").map(named).collect();
    if owners.is_empty() {
        owners.extend(places.iter().map(named));
    }
    owners
}

/// The owners of a document, without the municipality that is named beside its districts: the
/// document belongs to these.
fn alone_or_together(entry: &Value) -> Vec<String> {
    let mut owners = owners(entry);
    if owners.iter().any(|owner| owner.starts_with("district ")) {
        owners.retain(|owner| owner.starts_with("district "));
    }
    owners.sort_unstable();
    owners
}

fn are_among(some: &[String], all: &[String]) -> bool {
    some.iter().all(|one| all.contains(one))
}

/// Checks what a row says is in force, may be in force, was the latest, or is not in the archive. If
/// `only` is given, the documents of other places than that are counted and need not be named; but
/// what is said of one must be true all the same.
fn standing(
    row: &Row,
    said: &str,
    entries: &[&Value],
    only: Option<&str>,
    as_of: &str,
    found: &mut Vec<String>,
) {
    let called_in_force = |title: &str| {
        ["Gäller nu", "Gäller tills vidare"]
            .iter()
            .any(|words| said.contains(&format!("{title} {words}")))
    };
    for entry in entries {
        let (title, state) = (text(entry, "title"), text(entry, "state"));
        // If two documents have the same title, the words do not show which of them is meant.
        if entries.iter().filter(|other| text(other, "title") == title).count() > 1 {
            continue;
        }
        let may_be_counted = only.is_some_and(|page| owners(entry) != [page]);
        let called = called_in_force(title);
        if called != (state == "in-force") && (called || !may_be_counted) {
            found.push(format!("“{title}” is {state}, but its row says: {said}"));
        }
        let unclear = ["Oklart om det gäller i dag", "Oklart om den gäller i dag"]
            .iter()
            .any(|words| said.contains(&format!("{title} {words}")));
        if unclear && state != "unknown" {
            found.push(format!("“{title}” is {state}, not unclear"));
        }
        let over = !matches!(state, "in-force" | "unknown" | "upcoming");
        if is_the_latest(said, title) {
            if !over {
                found.push(format!("“{title}” is {state}, but is said to have been the latest"));
            }
            if let Some(later) =
                entries.iter().find(|other| begins_later(other, entry, entries, as_of))
            {
                found.push(format!("“{title}” is said to be the latest, not {}", later["title"]));
            }
        }
    }
    if said.contains(row.none) && !entries.is_empty() {
        found.push(format!("“{}” in spite of {}", row.none, entries.len()));
    }
    if entries.is_empty() && (said.contains(row.no_valid) || said.contains(row.latest)) {
        found.push(format!("{} is spoken of, but there is none: {said}", row.kind));
    }
    // There may be one such sentence for each place, but none for a place of which some document
    // may be in force.
    let mut open: BTreeMap<Vec<String>, bool> =
        entries.iter().map(|entry| (alone_or_together(entry), false)).collect();
    for entry in entries {
        if matches!(text(entry, "state"), "in-force" | "unknown") {
            // What several have together holds for each of them.
            let holders = alone_or_together(entry);
            let of = open.iter_mut().filter(|(owners, _)| are_among(owners, &holders));
            of.for_each(|(_, may_hold)| *may_hold = true);
        }
    }
    let without = open.values().filter(|may_hold| !**may_hold).count();
    if said.matches(row.no_valid).count() > without {
        found.push(format!("“{}” is said where one may be in force: {said}", row.no_valid));
    }
}

/// Checks a sentence that sums up many places: "16 kommuner och områden: 9 har ett gällande, 7 har
/// inget i arkivet." Returns whether there is one.
fn summed_up(said: &str, entries: &[&Value], page: &str, found: &mut Vec<String>) -> bool {
    const NONE: u8 = 0;
    const PARTS: [(&str, u8); 6] = [
        ("har ett gällande", 3),
        ("har en gällande", 3),
        ("har något som det är oklart om det gäller", 2),
        ("har inget gällande", 1),
        ("har ingen gällande", 1),
        ("har inget i arkivet", NONE),
    ];
    let Some((before, after)) = said.split_once(SUMMED_UP) else { return false };
    let total = before.split_whitespace().next_back().and_then(|n| n.parse::<usize>().ok());
    let list = after.split('.').next().unwrap_or_default();
    let mut told: BTreeMap<u8, usize> = BTreeMap::new();
    let mut sum = 0;
    for item in list.split(", ") {
        let read = item.split_once(' ').and_then(|(n, words)| {
            let part = PARTS.iter().find(|(part, _)| *part == words)?;
            Some((n.parse::<usize>().ok()?, part.1))
        });
        let Some((n, standing)) = read else {
            found.push(format!("“{item}” is no part of a sum: {said}"));
            continue;
        };
        sum += n;
        if n == 0 || told.insert(standing, n).is_some() {
            found.push(format!("“{item}” is nothing, or said twice: {said}"));
        }
    }
    if total != Some(sum) {
        found.push(format!("the numbers do not add up: {said}"));
    }
    let mut known: BTreeMap<String, u8> = BTreeMap::new();
    for entry in entries {
        let standing = match text(entry, "state") {
            "in-force" => 3,
            "unknown" => 2,
            _ => 1,
        };
        for owner in alone_or_together(entry).into_iter().filter(|owner| owner != page) {
            let best = known.entry(owner).or_default();
            *best = standing.max(*best);
        }
    }
    let mut counted: BTreeMap<u8, usize> = BTreeMap::new();
    // The places without documents are in no entry.
    if let Some(none) = sum.checked_sub(known.len()).filter(|none| *none > 0) {
        counted.insert(NONE, none);
    }
    for standing in known.into_values() {
        *counted.entry(standing).or_default() += 1;
    }
    if told != counted {
        found.push(format!("the places stand {counted:?}, but the summary says: {said}"));
    }
    true
}

/// Whether the words call this document the latest, such as "…; det senaste gällde 2018: TITLE".
fn is_the_latest(said: &str, title: &str) -> bool {
    said.match_indices(&format!(": {title}")).any(|(at, _)| {
        // A title ends without a full stop, and another sentence may begin after it.
        let sentence = said[..at].rsplit(". ").next().unwrap_or_default();
        let sentence = sentence.rsplit("Arkivet har ").next().unwrap_or_default();
        sentence.contains("senaste") && sentence.contains("gällde")
    })
}

/// Whether another document of the same places, or of these and others together, has begun, is known to have begun later, and is not
/// replaced by one that has begun.
fn begins_later(other: &Value, entry: &Value, entries: &[&Value], as_of: &str) -> bool {
    let begin = |entry: &Value| entry["period"]["from"].as_str().map(str::to_owned);
    let (Some(theirs), Some(ours)) = (begin(other), begin(entry)) else { return false };
    are_among(&alone_or_together(entry), &alone_or_together(other))
        && text(other, "state") != "replaced"
        && !may_be_replaced(other, entries, as_of)
        && theirs.as_str() <= as_of
        && theirs > ours
}

/// Whether some document is dated after this one had ended. It may be the one that replaced this
/// one, since the data do not say what replaced a document that had already ended.
fn may_be_replaced(ended: &Value, entries: &[&Value], as_of: &str) -> bool {
    let until = ended["period"]["until"].as_str().unwrap_or(as_of);
    entries.iter().any(|entry| text(entry, "date") > until && text(entry, "date") <= as_of)
}

/// Checks what a summary says about promised follow-ups: the next, those missing, or that there are
/// none.
fn follow_ups(said: &str, entries: &[Value], found: &mut Vec<String>) {
    let planned = |state: &str| {
        let planned = entries.iter().filter(|entry| entry["type"] == "planned-follow-up");
        planned.filter(|entry| entry["state"] == state).count()
    };
    let all = entries.iter().filter(|entry| entry["type"] == "planned-follow-up").count();
    if all > 0 && said.contains("Inget dokument här säger när det ska följas upp.") {
        found.push(format!("{all} follow-ups are promised, but the summary says: {said}"));
    }
    let (next, upcoming) = (said.contains("Nästa uppföljning är"), planned("upcoming"));
    if next != (upcoming > 0) {
        found.push(format!("{upcoming} follow-ups are to come, but the summary says: {said}"));
    }
    let words: Vec<&str> = said.split_whitespace().collect();
    let missing: usize = words
        .windows(3)
        .map(|three| match three {
            ["En", "utlovad", "uppföljning"] => 1,
            [n, "utlovade", "uppföljningar"] => n.parse().unwrap_or(0),
            _ => 0,
        })
        .sum();
    if missing != planned("missing") {
        found.push(format!("{} are missing, but the summary says: {said}", planned("missing")));
    }
}
