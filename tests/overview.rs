//! The overview and the lists: the matrix and the counts say what `timeline.json` says, and no list
//! outgrows its page.

mod support;

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

/// A site of two municipalities, a district and a police area, with documents of all sorts.
fn archive(seed: u64) -> Site {
    let mut random = Random(seed);
    let mut site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n")
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/tierp/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Tierps kommun\"\ncode = \"0360\"\n+++\n",
        )
        .write(
            "content/kommuner/habo/balsta/index.md",
            "+++\nkind = \"district\"\ntitle = \"Bålsta\"\nmunicipality = \"habo\"\n+++\n",
        );
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

#[test]
fn a_follow_up_that_is_promised_for_later_is_counted_as_promised() {
    let pledge = |year: u16, promised: &str| {
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n{promised}\n+++\n\nText.\n"
        )
    };
    let promised = |month: &str| format!("follow_ups_planned = [\"{month}\"]");
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write(
            "content/kommuner/tierp/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Tierps kommun\"\ncode = \"0360\"\n+++\n",
        )
        .write("content/kommuner/tierp/2024/lofte.md", pledge(2024, &promised("2025-02")))
        .write("content/kommuner/tierp/2025/lofte.md", pledge(2025, ""))
        .write("content/kommuner/tierp/2026/lofte.md", pledge(2026, &promised("2026-11")))
        .build();
    let html = site.html("oversikt/uppfoljning/index.html");
    // What occurs is explained, and nothing else.
    let legend = html.split("class=\"legend\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let explained: Vec<String> = support::html::attributes(legend, "class");
    assert_eq!(explained, ["bar", "missing", "bar", "upcoming", "bar", "neither"]);
    // Followed up, missing, promised for a time that has not passed, neither.
    for (year, counts) in [(2024, [0, 1, 0, 0]), (2025, [0, 0, 0, 1]), (2026, [0, 0, 1, 0])] {
        let cells: String = counts.iter().map(|n| format!("<td>{n}</td>")).collect();
        let row = format!("ar/{year}/index.html\">{year}</a></th><td>1</td>{cells}");
        assert!(html.contains(&row), "{year}: {html}");
    }
}

#[test]
fn an_archive_without_documents_has_an_overview_too() {
    let site = Site::empty().write("site.toml", "title = \"Arkivet\"\n").write(
        "content/kommuner/habo/index.md",
        "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
    );
    site.build().has("oversikt/index.html", "1 kommun finns i arkivet");
}

#[test]
fn an_editor_who_had_the_address_of_the_overview_keeps_it() {
    let site = archive(1).write(
        "content/oversikt/index.md",
        "+++\nkind = \"page\"\ntitle = \"Vår översikt\"\n+++\n\nSkriven för hand.\n",
    );
    let report = site.run(&["check", "--format", "json"]);
    assert!(report.stdout.contains("\"page-left-out\""), "{}", report.stdout);
    site.build()
        .has("oversikt/index.html", "Skriven för hand")
        .has("oversikt/uppfoljning/index.html", "Uppföljningar");
}

#[test]
fn what_stayed_and_what_is_new_from_one_pledge_to_the_next() {
    let pledge = |year: u16, ids: &[&str]| {
        let mut text =
            format!("+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n");
        for id in ids {
            let _ = write!(text, "\n[[commitments]]\nid = \"{id}\"\ntext = \"Om {id}.\"\n");
        }
        text + "+++\n\nText.\n"
    };
    let site = archive(1)
        .remove("content/kommuner/tierp")
        .write(
            "content/kommuner/tierp/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Tierps kommun\"\ncode = \"0360\"\n+++\n",
        )
        .remove("content/kommuner/habo")
        .write("content/kommuner/tierp/a.md", pledge(2018, &["trafik", "unga"]))
        .write("content/kommuner/tierp/b.md", pledge(2019, &["unga", "narkotika"]))
        .build();
    let text = site.text("kommuner/tierp/ataganden/index.html");
    let after = |word: &str| text.rfind(word).unwrap_or_else(|| panic!("no {word} in {text}"));
    assert!(after("Finns kvar") < after("Om unga.") && after("Om unga.") < after("Nya"), "{text}");
    assert!(after("Nya") < after("Om narkotika."), "{text}");
    assert!(after("Finns inte med") < after("Om trafik."), "{text}");
}

#[test]
fn the_missing_follow_ups_of_a_year_are_named() {
    let mut named = 0;
    for seed in 1..=12 {
        let site = archive(seed).build();
        let files = site.published();
        let mut missing: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (id, cells) in matrix(&site.html("oversikt/index.html")) {
            for (year, [_, _, follow_up]) in cells {
                if follow_up == "missing" {
                    missing.entry(year).or_default().insert(id.clone());
                }
            }
        }
        let pages: Vec<&String> =
            files.keys().filter(|path| path.starts_with("oversikt/saknas/")).collect();
        assert_eq!(pages.len(), missing.len(), "seed {seed}: {pages:?} {missing:?}");
        for (year, ids) in missing {
            let html = site.html(&format!("oversikt/saknas/{year}.html"));
            let places = ids.iter().map(|id| match id.as_str() {
                "balsta" => "kommuner/habo/balsta",
                "habo" => "kommuner/habo",
                _ => "kommuner/tierp",
            });
            let links: BTreeSet<String> = support::html::attributes(&html, "href")
                .into_iter()
                .filter(|href| href.ends_with(&format!("/{year}/index.html")))
                .filter_map(|href| href.strip_prefix("../../").map(str::to_owned))
                .collect();
            let expected: BTreeSet<String> =
                places.map(|place| format!("{place}/{year}/index.html")).collect();
            assert_eq!(links, expected, "seed {seed}: {year}");
            let way = format!("saknas/{year}.html\">{year} ({})</a>", ids.len());
            assert!(site.html("oversikt/index.html").contains(&way), "seed {seed}: {way}");
            named += ids.len();
        }
    }
    assert!(named > 10, "{named}");
}

#[test]
fn the_table_of_counties_leads_on_from_every_cell() {
    let pledge = |year: u16, more: &str| {
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n{more}+++\n\nText.\n"
        )
    };
    let agreement = "+++\nkind = \"agreement\"\ntitle = \"Avtal\"\nperiod = 2018\n+++\n\nText.\n";
    let mut site = Site::empty().write("site.toml", "title = \"Arkivet\"\n").write(
        "content/lokalpolisomraden/norra/index.md",
        "+++\nkind = \"police-area\"\ntitle = \"Norra\"\n[[members]]\nmunicipality = \"k0114\"\n+++\n",
    );
    for line in include_str!("../data/kommuner.tsv").lines().skip(1).take(46) {
        let mut columns = line.split('\t');
        let (code, name) = (columns.next().unwrap(), columns.next().unwrap());
        site = site.write(
            &format!("content/kommuner/k{code}/index.md"),
            format!(
                "+++\nkind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"\n+++\n"
            ),
        );
    }
    let promised = "follow_ups_planned = [\"2018-05\", \"2018-11\"]\n";
    let site = site
        .write("content/kommuner/k0114/2005/lofte.md", pledge(2005, ""))
        .write("content/kommuner/k0114/2018/lofte.md", pledge(2018, promised))
        .write("content/kommuner/k0115/2018/avtal.md", agreement)
        .write("content/kommuner/k0115/2026/lofte.md", pledge(2026, ""))
        .build();
    let html = site.html("oversikt/index.html");
    let cells: Vec<&str> = html.split("<td data-year=").skip(1).collect();
    assert!(cells.len() > 22, "{html}");
    for cell in cells {
        let cell = cell.split("</td>").next().unwrap();
        assert!(cell.contains("<a href=\"") && cell.contains("●") && cell.contains("■"), "{cell}");
    }
    assert!(html.contains(">■\u{a0}överenskommelse: 1 av 26<"), "{html}");
    // One place, though it had promised two.
    let way =
        "saknas/2018.html#sida-lan-stockholms-lan\"><span>◇\u{a0}1 saknar utlovad uppföljning<";
    assert!(html.contains(way), "{html}");
    let named = site.html("oversikt/saknas/2018.html");
    assert!(named.contains("id=\"sida-lan-stockholms-lan\""), "{named}");
    assert!(named.contains("kommuner/k0114/2018/index.html\">Upplands Väsby<"), "{named}");
    // A police area without documents of its own has no row, and so no page of what is in no county.
    assert!(!site.published().contains_key("oversikt/ovriga.html"));
    assert!(site.html("oversikt/stockholms-lan.html").contains("id=\"sida-ar-2018\""));
}

#[test]
fn the_pledges_of_a_place_stand_side_by_side() {
    let pledge = |year: u16, commitments: &[(&str, &str)]| {
        let mut text =
            format!("+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n");
        for (id, words) in commitments {
            let _ = write!(text, "\n[[commitments]]\nid = \"{id}\"\ntext = \"{words}\"\n");
        }
        text + "+++\n\nText.\n"
    };
    let municipality =
        "+++\nkind = \"municipality\"\ntitle = \"Tierps kommun\"\ncode = \"0360\"\n+++\n";
    let site = || {
        Site::empty()
            .write("site.toml", "title = \"Arkivet\"\n")
            .write("content/kommuner/tierp/index.md", municipality)
            .write(
                "content/kommuner/tierp/2018/a.md",
                pledge(2018, &[("trafik", "Tolv kontroller.")]),
            )
    };
    let both = site()
        .write(
            "content/kommuner/tierp/2020/b.md",
            pledge(2020, &[("unga", "Fler fältare."), ("trafik", "Tjugo kontroller.")]),
        )
        .build();
    let html = both.html("kommuner/tierp/ataganden/index.html");
    let table = html.split("id=\"sida-jamfor\"").nth(1).expect("a comparison");
    // Without tags.
    let bare = |html: &str| -> String {
        html.split('<').map(|part| part.rsplit('>').next().unwrap_or_default()).collect()
    };
    let rows: Vec<Vec<String>> = table
        .split("<tr>")
        .skip(1)
        .map(|row| {
            let row = row.split("</tr>").next().unwrap();
            let cells = row.split("<t").skip(1).map(|cell| bare(cell.split("</t").next().unwrap()));
            cells.collect()
        })
        .collect();
    assert_eq!(
        rows,
        [
            ["Beteckning", "2018", "2020"],
            ["unga", "Finns inte med", "Fler fältare."],
            ["trafik", "Tolv kontroller.", "Tjugo kontroller."],
        ]
    );
    for year in [2018, 2020] {
        let way = format!("../ataganden/index.html#sida-jamfor-{year}");
        assert!(both.html(&format!("kommuner/tierp/{year}/index.html")).contains(&way), "{way}");
        assert!(html.contains(&format!("id=\"sida-jamfor-{year}\"")));
    }
    // One pledge alone has nothing beside it.
    let one = site().build();
    assert!(!one.html("kommuner/tierp/ataganden/index.html").contains("sida-jamfor"));
    assert!(!one.html("kommuner/tierp/2018/index.html").contains("sida-jamfor"));
}

#[test]
fn pledges_with_too_many_commitments_for_a_page_are_not_left_out_silently() {
    let page = |commitments: &[(u16, usize)]| {
        let mut site = Site::empty().write("site.toml", "title = \"Arkivet\"\n").write(
            "content/kommuner/tierp/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Tierps kommun\"\ncode = \"0360\"\n+++\n",
        );
        for (year, number) in commitments {
            let mut text =
                format!("+++\nkind = \"pledge\"\ntitle = \"Löfte {year}\"\nperiod = {year}\n");
            for n in 0..*number {
                let _ = write!(text, "\n[[commitments]]\nid = \"a-{n}\"\ntext = \"Nummer {n}.\"\n");
            }
            text += "+++\n\nText.\n";
            site = site.write(&format!("content/kommuner/tierp/{year}/a.md"), text);
        }
        let site = site.build();
        let years: Vec<bool> = commitments
            .iter()
            .map(|(year, _)| {
                let way = format!("../ataganden/index.html#sida-jamfor-{year}");
                site.html(&format!("kommuner/tierp/{year}/index.html")).contains(&way)
            })
            .collect();
        (site.html("kommuner/tierp/ataganden/index.html"), years)
    };
    let earlier = |html: &str| html.contains("<a href=\"../2018/a.html\">2018</a>");

    let (html, years) = page(&[(2018, 50), (2019, 100), (2020, 100)]);
    assert_eq!(years, [true; 3], "250 have room");
    assert!(!html.contains("Här står de"), "and nothing is said about room");

    let (html, years) = page(&[(2018, 51), (2019, 100), (2020, 100)]);
    assert_eq!(years, [false, true, true], "the latest are compared");
    assert!(html.contains("Här står de 2 senaste medborgarlöftena.") && earlier(&html));
    assert_eq!(html.matches("id=\"sida-jamfor-20").count(), 2);

    let (html, years) = page(&[(2018, 126), (2019, 125)]);
    assert_eq!(years, [false; 2], "one alone is not beside anything");
    assert!(html.contains("för många åtaganden för att stå bredvid varandra") && earlier(&html));
    assert!(!html.contains("id=\"sida-jamfor\""));
}

/// A site with many documents of one year and subject, in two counties.
fn large() -> Site {
    let mut site = Site::empty().write("site.toml", "title = \"Arkivet\"\n");
    for (folder, name, code) in [("habo", "Håbo", "0305"), ("sala", "Sala", "1981")] {
        site = site.write(
            &format!("content/kommuner/{folder}/index.md"),
            format!(
                "+++\nkind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"\n+++\n"
            ),
        );
        for n in 0..900 {
            let street = ["Björkvägen", "Ekvägen", "Lindvägen"][n % 3];
            // So many begin alike that their letter is too long for a page.
            let title = match n % 8 {
                0 => "Överenskommelse",
                1 => "Ändring",
                2 => "Århus",
                _ => "Medborgarlöfte",
            };
            site = site.write(
                &format!("content/kommuner/{folder}/2018/nyhet-{n}.md"),
                format!(
                    "+++\nkind = \"notice\"\ntitle = \"{title} i {name}, {street} nummer {n}\"\n\
                     date = 2018-03-01\nfocus = [\"trafik\"]\n+++\n\nText.\n"
                ),
            );
        }
    }
    site
}

#[test]
fn a_long_list_is_divided_and_nothing_is_lost() {
    let site = large().build();
    let files = site.published();
    for (path, bytes) in &files {
        // A timeline is as long as it is, and the tables of open data are files to download.
        let may_be_long = path.contains("kommuner/") || path.starts_with("data/");
        assert!(may_be_long || bytes.len() <= 400_000, "{path} has {} bytes", bytes.len());
    }
    let ledger = site.read("addresses.toml");
    for (whole, folder, many) in [
        ("handlingar/index.html", "handlingar/bokstav/", 4),
        ("ar/2018/index.html", "ar/2018/lan/", 2),
        ("fokus/trafik/index.html", "fokus/trafik/lan/", 2),
    ] {
        let parts: Vec<&String> = files.keys().filter(|path| path.starts_with(folder)).collect();
        assert!(parts.len() >= many, "{whole}: {parts:?}");
        assert!(!ledger.contains(folder), "{folder} is kept for ever");
        let mut listed = BTreeSet::new();
        for part in parts {
            let html = site.html(part);
            assert!(html.contains("Till hela listan"), "{part}");
            listed.extend(
                support::html::attributes(&html, "href")
                    .into_iter()
                    .filter(|href| href.contains("/2018/nyhet-"))
                    .map(|href| href.trim_start_matches("../").to_owned()),
            );
        }
        assert_eq!(listed.len(), 1800, "{whole}");
        let html = site.html(whole);
        assert!(html.contains(folder.rsplit('/').nth(1).unwrap()), "{whole} leads to its parts");
    }
    let own = |path: &str| site.html(path).matches("/2018/nyhet-").count();
    for (beginning, path, title) in [
        ("medborgarlofte-i-h", "habo", "Medborgarlöfte i H"),
        ("medborgarlofte-i-s", "sala", "Medborgarlöfte i S"),
    ] {
        let part = format!("handlingar/bokstav/m-{beginning}.html");
        let html = site.html(&part);
        assert_eq!(html.matches(&format!("{path}/2018/nyhet-")).count(), own(&part), "{part}");
        assert_eq!(own(&part), 561, "{part}");
        // What distinguishes the titles of the part stands in its headings.
        for (n, letter) in ["B", "E", "L"].into_iter().enumerate() {
            let name = &title[..title.len() - 1];
            let place = if path == "habo" { "Håbo" } else { "Sala" };
            let heading = format!("id=\"sida-bokstav-{}\">{name}{place}, {letter}…</h2>", n + 1);
            assert!(html.contains(&heading), "{part}: {heading}");
        }
        assert!(site.html("handlingar/index.html").contains(title), "{title}");
    }
    for letter in ["m", "a-ring", "a-prickar", "o-prickar"] {
        let known =
            files.keys().any(|path| path.starts_with(&format!("handlingar/bokstav/{letter}")));
        assert!(
            known,
            "{letter}: {:?}",
            files.keys().filter(|p| p.starts_with("handlingar")).collect::<Vec<_>>()
        );
    }
}
