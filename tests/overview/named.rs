//! The pages of the overview that name the places which lack something in a year.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::TODAY;
use crate::{archive, matrix};

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

#[test]
fn the_municipalities_without_an_agreement_or_a_pledge_in_a_year_are_named() {
    let mut named = 0;
    for seed in 1..=12 {
        let site = archive(seed).build();
        let present = site.html("oversikt/index.html");
        let today: u16 = TODAY[..4].parse().unwrap();
        let mut without: BTreeMap<String, [BTreeSet<String>; 2]> = BTreeMap::new();
        for (id, cells) in matrix(&present) {
            if id == "balsta" {
                continue;
            }
            for (year, [pledge, agreement, _]) in cells {
                let lacks = [agreement == "none", pledge == "none"];
                if year.parse::<u16>().unwrap() > today || lacks == [false; 2] {
                    continue;
                }
                let of_year = without.entry(year).or_default();
                for (places, _) in of_year.iter_mut().zip(lacks).filter(|(_, lacks)| *lacks) {
                    places.insert(format!("../../kommuner/{id}/index.html"));
                }
            }
        }
        let files = site.published();
        let pages = files.keys().filter(|path| path.starts_with("oversikt/utan/")).count();
        assert_eq!(pages, without.len(), "seed {seed}");
        for (year, expected) in without {
            let html = site.html(&format!("oversikt/utan/{year}.html"));
            let sections = ["har ingen egen överenskommelse", "har inget eget medborgarlöfte"];
            for (words, places) in sections.into_iter().zip(&expected) {
                let section = html.split("<h2>").find(|part| part.contains(words));
                let links = section.map(|part| crate::support::html::attributes(part, "href"));
                let links: BTreeSet<String> = links.into_iter().flatten().collect();
                let links: BTreeSet<String> =
                    links.into_iter().filter(|link| link.starts_with("../../kommuner/")).collect();
                assert_eq!(&links, places, "seed {seed}: {year}: {words}");
                named += places.len();
            }
            let all = expected[0].union(&expected[1]).count();
            let way = format!("utan/{year}.html\">{year} ({all})</a>");
            assert!(present.contains(&way), "seed {seed}: {way}");
        }
    }
    assert!(named > 10, "{named}");
}
