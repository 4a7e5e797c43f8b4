//! The pages of the overview that name the places which lack something in a year.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Site, TODAY};
use crate::{BALSTA, Cells, archive, matrix, municipality};

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
            let links: BTreeSet<String> = crate::support::html::attributes(&html, "href")
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

/// A promise in words names no time, so no cell of the matrix says that it is missing.
#[test]
fn what_was_promised_in_words_is_named_when_the_document_is_over() {
    let pledge = |place: &str, year: u16, more: &str| {
        let title = format!("Löfte {place} {year}");
        format!(
            "+++\nkind = \"pledge\"\ntitle = \"{title}\"\nperiod = {year}\n{more}+++\n\nText.\n"
        )
    };
    let worded = "follow_ups_as_printed = \"varje kvartal\"\n";
    let follow_up = |of: &str, more: &str| {
        format!(
            "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2020-02-01\nfollows_up = [\"{of}\"]\nassessed_by = \"Polisen\"\n{more}+++\n\nText.\n"
        )
    };
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", municipality("Håbo", "0305"))
        .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"))
        // Over, without a follow-up of its own parties.
        .write("content/kommuner/habo/2018/lofte.md", pledge("Håbo", 2018, worded))
        .write(
            "content/kommuner/habo/2020/press.md",
            follow_up("../2018/lofte.md", "third_party = true\n"),
        )
        // Followed up; with a time too; in force; without a promise.
        .write("content/kommuner/tierp/2018/lofte.md", pledge("Tierp", 2018, worded))
        .write("content/kommuner/tierp/2020/uppfoljning.md", follow_up("../2018/lofte.md", ""))
        .write(
            "content/kommuner/tierp/2019/lofte.md",
            pledge("Tierp", 2019, &format!("{worded}follow_ups_planned = [\"2019-05\"]\n")),
        )
        .write("content/kommuner/tierp/2026/lofte.md", pledge("Tierp", 2026, worded))
        .write("content/kommuner/tierp/2017/lofte.md", pledge("Tierp", 2017, ""))
        .build();
    let files = site.published();
    let pages: Vec<&String> =
        files.keys().filter(|path| path.starts_with("oversikt/saknas/")).collect();
    assert_eq!(pages, ["oversikt/saknas/2018.html", "oversikt/saknas/2019.html"]);
    let of_2018 = site.html("oversikt/saknas/2018.html");
    let worded = of_2018.split_once("id=\"sida-i-ord\"").expect("a section").1;
    let worded = worded.split_once("</section>").unwrap().0;
    for said in ["kommuner/habo/2018/index.html\">Håbo<", ">Löfte Håbo 2018<", "”varje kvartal”"]
    {
        assert!(worded.contains(said), "{said}: {worded}");
    }
    assert!(!worded.contains("Tierp"), "{worded}");
    assert!(!of_2018.contains("som var utlovad till"), "{of_2018}");
    assert!(!site.html("oversikt/saknas/2019.html").contains("sida-i-ord"));
    assert!(site.html("oversikt/index.html").contains("saknas/2018.html\">2018 (1)</a>"));
}

#[test]
fn the_municipalities_without_an_agreement_or_a_pledge_in_a_year_are_named() {
    let mut named = 0;
    for seed in 1..=12 {
        let site = archive(seed).build();
        let overview = site.html("oversikt/index.html");
        let today: u16 = TODAY[..4].parse().unwrap();
        let cells = matrix(&overview);
        let municipalities = || cells.iter().filter(|(id, _)| id.as_str() != "balsta");
        let years = municipalities().flat_map(|(_, cells)| cells.keys());
        let Some(first) = years.map(|year| year.parse::<u16>().unwrap()).min() else { continue };
        let files = site.published();
        for year in first..=today {
            let said = |n: usize, words: [&str; 2]| -> BTreeSet<String> {
                let of_year = |cells: &Cells| {
                    let said = cells.get(&year.to_string()).map_or("none", |cell| &cell[n]);
                    words.contains(&said)
                };
                let ids = municipalities().filter(|(_, cells)| of_year(cells));
                ids.map(|(id, _)| id.clone()).collect()
            };
            let page = format!("oversikt/utan/{year}.html");
            let html = if files.contains_key(&page) { site.html(&page) } else { String::new() };
            for (kind, n) in [("agreement", 1), ("pledge", 0)] {
                let section = section(&html, kind);
                let (none, unclear) = section.split_once("<p>").unwrap_or((&section, ""));
                let [none, unclear] = [none, unclear].map(municipalities_in);
                // Where all of them are unclear, nothing is certain to be lacking.
                if section.is_empty() {
                    continue;
                }
                let all: BTreeSet<String> = none.union(&unclear).cloned().collect();
                let lacking = said(n, ["none", "unknown"]);
                assert_eq!(all, lacking, "seed {seed}: {year}: {kind}");
                let unknown = said(n, ["unknown", "unknown"]);
                assert!(unclear.is_superset(&unknown), "seed {seed}: {year}: {kind}");
                let way = format!("utan/{year}.html#sida-{kind}\">{year} ({})</a>", none.len());
                assert!(overview.contains(&way), "seed {seed}: {way}");
                assert!(!none.is_empty(), "seed {seed}: {year}: {kind}");
                named += none.len();
            }
        }
    }
    assert!(named > 10, "{named}");
}

/// What a page says that the archive lacks of a kind; empty if it says nothing of that.
fn section(html: &str, kind: &str) -> String {
    let after = html.split(&format!("<h2 id=\"sida-{kind}\">")).nth(1).unwrap_or_default();
    after.split("</section>").next().unwrap_or_default().to_owned()
}

/// The ids of the municipalities to which links lead, to those themselves or to a year of theirs.
fn municipalities_in(html: &str) -> BTreeSet<String> {
    let links = crate::support::html::attributes(html, "href");
    let ids = links.iter().filter_map(|link| {
        let (id, rest) = link.strip_prefix("../../kommuner/")?.split_once('/')?;
        let own = rest == "index.html" || rest.starts_with("20") && rest.ends_with("/index.html");
        own.then(|| id.to_owned())
    });
    ids.collect()
}

#[test]
fn what_the_archive_has_without_a_time_or_only_for_a_part_is_told_beside_what_it_lacks() {
    let agreement = |more: &str| {
        format!("+++\nkind = \"agreement\"\ntitle = \"Avtal\"\n{more}\n+++\n\nText.\n")
    };
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .today("2020-06-01")
        .write("content/kommuner/habo/index.md", municipality("Håbo", "0305"))
        .write("content/kommuner/tierp/index.md", municipality("Tierps", "0360"))
        .write("content/kommuner/ale/index.md", municipality("Ale", "1440"))
        .write("content/kommuner/kinda/index.md", municipality("Kinda", "0513"))
        .write("content/kommuner/habo/balsta/index.md", BALSTA)
        .write("content/kommuner/habo/balsta/avtal.md", agreement("period = 2018"))
        .write("content/kommuner/tierp/avtal.md", agreement("period = \"unknown\""))
        .write(
            "content/kommuner/ale/plan.md",
            "+++\nkind = \"action-plan\"\ntitle = \"Plan\"\ndate = 2018-05-02\n+++\n\nText.\n",
        )
        .write("content/kommuner/kinda/avtal.md", agreement("period = { until = \"2019-05\" }"))
        .build();
    let of = |year: u16| section(&site.html(&format!("oversikt/utan/{year}.html")), "agreement");
    let ids = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<String>>();
    let of_2018 = of(2018);
    assert!(
        of_2018.starts_with("Kommuner utan överenskommelse i arkivet som gällde 2018: 2 av 4"),
        "{of_2018}"
    );
    let (none, unclear) = of_2018.split_once("<p>Oklart").expect("what is unclear");
    assert_eq!(municipalities_in(none), ids(&["ale", "habo"]), "{of_2018}");
    assert_eq!(municipalities_in(unclear), ids(&["kinda", "tierp"]), "{of_2018}");
    assert!(none.contains("arkivet har för en del:") && none.contains(">Bålsta</a>"), "{none}");
    // The present year is there, although nothing in the archive is from it.
    let of_2020 = of(2020);
    let (none, unclear) = of_2020.split_once("<p>Oklart").expect("what is unclear");
    assert_eq!(municipalities_in(none), ids(&["ale", "habo", "kinda"]), "{of_2020}");
    assert_eq!(municipalities_in(unclear), ids(&["tierp"]), "{of_2020}");
    assert!(!none.contains("Bålsta"), "{none}");
    // The matrix tells the same apart.
    let cells = site.html("oversikt/index.html");
    let cell = |place: &str, year: u16| {
        let row = cells.split(&format!("data-place=\"{place}\"")).nth(1).expect("a row");
        let row = row.split("</tr>").next().unwrap_or_default();
        let cell = row.split(&format!("data-year=\"{year}\"")).nth(1).unwrap_or_default();
        cell.split("</td>").next().unwrap_or_default().to_owned()
    };
    assert!(cell("habo", 2018).contains("inget för hela kommunen"), "{cells}");
    assert!(cell("habo", 2018).contains("kommuner/habo/2018/index.html"), "{cells}");
    assert!(cell("habo", 2019).contains("inget i arkivet"), "{cells}");
    assert!(cell("ale", 2019).contains("åtgärdsplan, oklart om den gällde"), "{cells}");
    assert!(!cell("ale", 2019).contains("inget i arkivet"), "{cells}");
    assert!(cell("ale", 2019).contains("../kommuner/ale/index.html"), "{cells}");
    site.has("oversikt/utan/2020.html", "Året är inte slut.")
        .lacks("oversikt/utan/2018.html", "Året är inte slut.");
}
