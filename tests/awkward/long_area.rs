//! A police area with many documents: its timeline has the latest years whole, and leads to the
//! pages of the earlier ones. Nothing is lost, and the filter does not speak of what is elsewhere.

use std::fmt::Write as _;

use super::support::{Site, html::attributes};

/// Municipalities, each with its code.
const MUNICIPALITIES: [(&str, &str); 9] = [
    ("Upplands Väsby", "0114"),
    ("Vallentuna", "0115"),
    ("Österåker", "0117"),
    ("Värmdö", "0120"),
    ("Järfälla", "0123"),
    ("Ekerö", "0125"),
    ("Huddinge", "0126"),
    ("Botkyrka", "0127"),
    ("Salem", "0128"),
];

/// Municipalities of one police area, each with a pledge for every year from 2010 to 2025.
fn area(municipalities: usize) -> Site {
    let mut site = Site::empty().write("site.toml", "title = \"Arkivet\"\n");
    let mut members = String::new();
    for (n, (name, code)) in MUNICIPALITIES.iter().enumerate().take(municipalities) {
        let folder = format!("content/kommuner/ort-{n}");
        site = site.write(
            &format!("{folder}/index.md"),
            format!(
                "+++\nkind = \"municipality\"\ntitle = \"{name} kommun\"\ncode = \"{code}\"\n+++\n"
            ),
        );
        for year in 2010..=2025 {
            site = site.write(
                &format!("{folder}/{year}/lofte.md"),
                format!(
                    "+++\nkind = \"pledge\"\ntitle = \"Löfte {n} för {year}\"\nperiod = {year}\n+++\n\nText.\n"
                ),
            );
        }
        write!(members, "[[members]]\nmunicipality = \"ort-{n}\"\n").unwrap();
    }
    site.write(
        "content/lokalpolisomraden/dalen/lofte.md",
        "+++\nkind = \"pledge\"\ntitle = \"Ett löfte utan dag\"\nperiod = \"unknown\"\n+++\n\nText.\n",
    )
    .write(
        "content/lokalpolisomraden/dalen/index.md",
        format!("+++\nkind = \"police-area\"\ntitle = \"Dalen\"\n{members}+++\n"),
    )
    .today("2026-01-10")
}

#[test]
fn the_latest_years_are_whole_and_the_others_have_pages() {
    let page = "lokalpolisomraden/dalen/index.html";
    let site = area(9).build();
    let text = site.text(page);
    for year in [2023, 2024, 2025] {
        assert!(text.contains(&format!("Löfte 8 för {year}")), "{year}: {text}");
    }
    assert!(text.contains("De tre senaste åren med dokument visas i sin helhet."), "{text}");
    assert!(text.contains("Ett löfte utan dag"), "{text}");
    assert!(text.contains("9 händelser 2022"), "{text}");
    let list = site.html(page);
    let list = list.split_once("id=\"sida-lista\"").expect("a list").1;
    assert!(!list.contains("Löfte 8 för 2022"), "{list}");
    for year in 2010..=2022 {
        let of_year = format!("{year}/index.html");
        assert!(attributes(list, "href").contains(&of_year), "{year}");
        assert!(list.contains(&format!("id=\"sida-{year}\"")), "an address of {year} is kept");
        let own = site.text(&format!("lokalpolisomraden/dalen/{of_year}"));
        for n in 0..9 {
            assert!(own.contains(&format!("Löfte {n} för {year}")), "{n}, {year}: {own}");
        }
    }
}

#[test]
fn a_timeline_that_is_not_long_is_whole_and_so_is_a_municipality_s() {
    let site = area(7).build();
    site.has("lokalpolisomraden/dalen/index.html", "Löfte 6 för 2010")
        .lacks("lokalpolisomraden/dalen/index.html", "De tre senaste åren")
        .has("kommuner/ort-0/index.html", "Löfte 0 för 2010");
}
