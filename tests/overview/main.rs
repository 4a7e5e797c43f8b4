//! The overview and the lists: the matrix and the counts say what `timeline.json` says, and no list
//! outgrows its page.

#[path = "../support/mod.rs"]
mod support;

mod lists;
mod named;
mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;
use support::Site;

/// The day of the tests is in this year.
const YEAR: i64 = 2026;

/// Numbers that look random and are always the same.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn year(&mut self) -> u64 {
        2015 + self.below(13)
    }

    fn period(&mut self) -> String {
        let from = self.year();
        match self.below(6) {
            0 => format!("{{ from = {from}, until = {} }}", from + self.below(4)),
            1 => format!("{{ from = {from}-07-01 }}"),
            2 => format!("{{ from = {from}, until = \"further-notice\" }}"),
            3 => "\"unknown\"".to_owned(),
            4 => format!("{{ until = {from} }}"),
            _ => from.to_string(),
        }
    }
}

/// The file of a municipality.
fn municipality(name: &str, code: &str) -> String {
    format!("+++\nkind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"\n+++\n")
}

/// The file of Bålsta, a district of Håbo.
const BALSTA: &str = "+++\nkind = \"district\"\ntitle = \"Bålsta\"\nmunicipality = \"habo\"\n+++\n";

/// A site of two municipalities, a district and a police area, with documents of all sorts.
fn archive(seed: u64) -> Site {
    let mut random = Random(seed);
    let mut site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n")
        .write("content/kommuner/habo/index.md", municipality("Håbo", "0305"))
        .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"))
        .write("content/kommuner/habo/balsta/index.md", BALSTA);
    for n in 0..4 + random.below(12) {
        let folder = ["habo", "tierp", "habo/balsta"][random.below(3) as usize];
        let path = format!("content/kommuner/{folder}/dokument-{n}.md");
        let mut text = String::from("+++\n");
        match random.below(4) {
            0 | 1 => {
                let _ = writeln!(text, "kind = \"pledge\"\ntitle = \"Löfte {n}\"");
                let _ = writeln!(text, "period = {}", random.period());
            }
            2 => {
                let _ = writeln!(text, "kind = \"agreement\"\ntitle = \"Avtal {n}\"");
                let _ = writeln!(text, "period = {}", random.period());
            }
            _ => {
                let _ = writeln!(text, "kind = \"notice\"\ntitle = \"Nyhet {n}\"");
                let _ = writeln!(text, "date = {}-03-01", random.year());
                text.push_str("+++\n\nText.\n");
                site = site.write(&path, text);
                continue;
            }
        }
        if random.below(2) == 0 {
            let _ = writeln!(text, "signed = {}-02-01", random.year());
        }
        // A district's document that names its municipalities is theirs as well.
        if folder != "habo/balsta" && random.below(3) == 0 {
            text.push_str("municipalities = [\"habo\", \"tierp\"]\n");
        }
        let promised: BTreeSet<u64> = (0..random.below(3)).map(|_| random.year()).collect();
        let promised: Vec<String> = promised.iter().map(|year| format!("\"{year}-05\"")).collect();
        let _ = writeln!(text, "follow_ups_planned = [{}]", promised.join(", "));
        text.push_str("+++\n\nText.\n");
        site = site.write(&path, text);
        if random.below(3) == 0 {
            let follow_up = format!(
                "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning {n}\"\ndate = {}-06-01\n\
                 follows_up = \"dokument-{n}.md\"\nassessed_by = \"Polisen\"\n+++\n\nText.\n",
                2018 + random.below(9)
            );
            site = site.write(&format!("content/kommuner/{folder}/uppfoljning-{n}.md"), follow_up);
        }
    }
    site
}

type Cells = BTreeMap<String, [String; 3]>;

/// The cells of a matrix, by place and year.
fn matrix(html: &str) -> BTreeMap<String, Cells> {
    let attribute = |text: &str, name: &str| -> String {
        let start = format!("{name}=\"");
        let from = text.find(&start).unwrap_or_else(|| panic!("no {name} in {text}")) + start.len();
        text[from..].split('"').next().unwrap().to_owned()
    };
    let rows = html.split("<tr data-place=\"").skip(1).map(|row| {
        let row = row.split("</tr>").next().unwrap();
        let cells = row.split("<td ").skip(1).map(|cell| {
            let told = ["data-pledge", "data-agreement", "data-follow-up"];
            (attribute(cell, "data-year"), told.map(|name| attribute(cell, name)))
        });
        (row.split('"').next().unwrap().to_owned(), cells.collect())
    });
    rows.collect()
}

/// What a timeline says that a cell must say: of the place's own documents, in one year.
fn expected(timeline: &Value, kind: &str, id: &str, year: i64) -> [String; 3] {
    let entries = timeline["entries"].as_array().unwrap();
    let own: Vec<&Value> = entries
        .iter()
        .filter(|entry| {
            let places = entry["places"].as_array();
            places.is_some_and(|places| {
                // What concerns only a district is in the district's row.
                let has = |kind: &str, id: &str| {
                    places.iter().any(|p| p["kind"] == kind && p["id"] == id)
                };
                has(kind, id) && !(id == "habo" && has("district", "balsta"))
            })
        })
        .collect();
    let in_force = |of: &str| {
        let told =
            own.iter().filter(|entry| entry["type"] == of).map(|entry| in_force(entry, year));
        ["none", "unknown", "in-force"][told.max().unwrap_or(0)].to_owned()
    };
    let addresses: BTreeSet<&str> =
        own.iter().filter_map(|entry| entry["address"].as_str()).collect();
    let promised = entries.iter().filter(|entry| {
        entry["type"] == "planned-follow-up"
            && entry["year"] == year
            && entry["of"].as_str().is_some_and(|of| addresses.contains(of))
    });
    let promised: BTreeSet<&str> = promised.filter_map(|entry| entry["state"].as_str()).collect();
    let published = own.iter().any(|entry| entry["type"] == "follow-up" && entry["year"] == year);
    let follow_up = if promised.contains("missing") {
        "missing"
    } else if promised.contains("upcoming") {
        "upcoming"
    } else if promised.contains("published") || published {
        "published"
    } else {
        "none"
    };
    [in_force("pledge"), in_force("agreement"), follow_up.to_owned()]
}

/// 2 if a document was in force in a year, 1 if that is not known, 0 if not.
fn in_force(entry: &Value, year: i64) -> usize {
    let day_year = |day: &Value| day.as_str().map(|day| day[..4].parse::<i64>().unwrap());
    let period = &entry["period"];
    let signed = (entry["dated_by"] == "signed").then(|| entry["year"].as_i64()).flatten();
    let from = day_year(&period["from"]).or(signed);
    let until = day_year(&period["until"]);
    let further_notice = period["further_notice"] == true;
    match (from, until) {
        (Some(from), Some(until)) => 2 * usize::from(from <= year && year <= until),
        (None, Some(until)) => 2 * usize::from(year == until),
        (Some(from), None) if further_notice => {
            2 * usize::from(from <= year && year <= YEAR.max(from))
        }
        (Some(from), None) if from == year => 2,
        (Some(from), None) => usize::from(from < year && year <= YEAR),
        (None, None) => usize::from(entry["year"] == year),
    }
}

#[test]
fn the_matrix_says_what_the_timelines_say() {
    for seed in 1..=24 {
        let site = archive(seed).build();
        let matrix = matrix(&site.html("oversikt/index.html"));
        assert_eq!(matrix.keys().collect::<Vec<_>>(), ["balsta", "habo", "tierp"], "seed {seed}");
        for (kind, id, folder) in [
            ("municipality", "habo", "kommuner/habo"),
            ("municipality", "tierp", "kommuner/tierp"),
            ("district", "balsta", "kommuner/habo/balsta"),
        ] {
            let timeline = site.json(&format!("{folder}/timeline.json"));
            for (year, cell) in &matrix[id] {
                let expected = expected(&timeline, kind, id, year.parse().unwrap());
                assert_eq!(cell, &expected, "seed {seed}: {id} {year}\n{timeline:#}");
            }
        }
    }
}

#[test]
fn the_counts_of_pledges_are_those_of_the_timelines() {
    for seed in 1..=6 {
        let site = archive(seed).build();
        let mut pledges: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
        for folder in ["kommuner/habo", "kommuner/tierp"] {
            let timeline = site.json(&format!("{folder}/timeline.json"));
            for entry in timeline["entries"].as_array().unwrap() {
                if entry["type"] == "pledge"
                    && let Some(year) = entry["year"].as_i64()
                {
                    let title = entry["title"].as_str().unwrap().to_owned();
                    pledges.entry(year).or_default().insert(title);
                }
            }
        }
        let html = site.html("oversikt/uppfoljning/index.html");
        for (year, titles) in pledges {
            let row = format!("ar/{year}/index.html\">{year}</a></th><td>{}</td>", titles.len());
            assert!(html.contains(&row), "seed {seed}: {year} has {titles:?}\n{html}");
        }
    }
}
