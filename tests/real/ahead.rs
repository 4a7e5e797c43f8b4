//! Years that are still to come, and years of which the archive has neither pledge nor agreement:
//! the overview and the pages of years say what there is, in the right tense. Also how what was said afterwards, and by
//! whom, is told.

use crate::small::{says, site};
use crate::support::Site;

const FILES: [(&str, &str); 3] = [
    (
        "kommuner/tyreso/index.md",
        "kind = \"municipality\"\ntitle = \"Tyresö kommun\"\ncode = \"0138\"",
    ),
    (
        "kommuner/tyreso/2027/avtal.md",
        "kind = \"agreement\"\ntitle = \"Avtal 2027–2028\"\nperiod = { from = 2027, until = 2028 }\nsigned = 2026-11-10",
    ),
    (
        "kommuner/tyreso/2024/plan.md",
        "kind = \"action-plan\"\ntitle = \"Plan 2024\"\ndate = 2024-06-03",
    ),
];

#[test]
fn what_is_to_come_is_not_told_as_what_was() {
    let site = site("2026-11-29", &FILES)
        .has("oversikt/index.html", "■ överenskommelse ska gälla")
        .lacks("oversikt/index.html", "överenskommelse gällde")
        .has("kommuner/tyreso/2027/index.html", "Ska gälla under 2027")
        .has("kommuner/tyreso/2028/index.html", "Ska gälla under 2028")
        .lacks("kommuner/tyreso/2028/index.html", "Gällde under")
        .has("kommuner/tyreso/2024/index.html", "Gällde under 2024");
    let after = site.today("2029-02-01").build();
    after
        .has("oversikt/index.html", "■ överenskommelse gällde")
        .has("kommuner/tyreso/2028/index.html", "Gällde under 2028");
}

#[test]
fn a_year_of_which_the_archive_has_a_plan_is_not_one_of_which_it_has_nothing() {
    let site = site("2026-11-29", &FILES);
    let overview = site.html("oversikt/index.html");
    let cell = overview.split("data-year=\"2024\"").nth(1).expect("the cell of 2024");
    let cell = cell.split("</td>").next().expect("its end");
    assert!(cell.contains("▼\u{a0}åtgärdsplan"), "{cell}");
    assert!(cell.contains("href=\"../kommuner/tyreso/2024/index.html\""), "{cell}");
    assert!(!cell.contains("inget i arkivet"), "{cell}");
}

#[test]
fn a_translation_is_dated_no_more_precisely_than_its_original() {
    let files = [
        FILES[0],
        (
            "kommuner/tyreso/2025/lofte-fi.md",
            "kind = \"pledge\"\ntitle = \"Lupaus\"\nlanguage = \"fi\"\nperiod = { from = \"2025-03\", until = 2026 }",
        ),
        (
            "kommuner/tyreso/2025/lofte.md",
            "kind = \"pledge\"\ntitle = \"Medborgarlöfte\"\ntranslation_of = \"lofte-fi.md\"",
        ),
    ];
    let site = site("2026-11-29", &files);
    for page in ["index.html", "handlingar/index.html"] {
        assert!(site.text(page).contains("mars 2025"), "{page}");
        assert!(!site.text(page).contains("1 mars 2025"), "{page}: {}", site.text(page));
    }
}

/// What a cell of the overview says, as a reader sees it.
#[track_caller]
fn cell(site: &Site, place: &str, year: &str) -> String {
    let html = site.html("oversikt/index.html");
    let row = html.split(&format!("data-place=\"{place}\"")).nth(1).expect("the place's row");
    let cell = row.split(&format!("data-year=\"{year}\"")).nth(1).expect("the year's cell");
    let cell = cell.split("</td>").next().expect("its end");
    let texts = cell.split('>').skip(1).filter_map(|piece| piece.split('<').next());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ").replace('\u{ad}', "")
}

#[test]
fn what_holds_until_further_notice_is_not_denied_of_a_year_to_come() {
    let mut files = FILES.to_vec();
    files.push((
        "kommuner/tyreso/2024/lofte.md",
        "kind = \"pledge\"\ntitle = \"Löfte tills vidare\"\nperiod = { from = 2024, until = \"further-notice\" }",
    ));
    let site = site("2026-11-29", &files);
    let told = cell(&site, "tyreso", "2028");
    assert_eq!(told, "●\u{a0}medborgarlöfte tills vidare, ■\u{a0}överenskommelse ska gälla");
    assert_eq!(cell(&site, "tyreso", "2025"), "●\u{a0}medborgarlöfte gällde");
    site.has("kommuner/tyreso/2028/index.html", "Gäller tills vidare Medborgarlöfte")
        .lacks("kommuner/tyreso/2025/index.html", "Gäller tills vidare Medborgarlöfte");
}

#[test]
fn what_is_dated_in_a_year_is_told_although_nobody_knows_whether_it_held() {
    let files = [
        FILES[0],
        (
            "kommuner/tyreso/2026/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte\"\nperiod = { until = 2027 }\npublished = 2026-02-01",
        ),
    ];
    let site = site("2026-11-29", &files);
    assert_eq!(cell(&site, "tyreso", "2026"), "○\u{a0}medborgarlöfte från det året");
    assert_eq!(cell(&site, "tyreso", "2027"), "●\u{a0}medborgarlöfte ska gälla");
}

#[test]
fn a_follow_up_that_came_in_another_year_is_told_in_its_own() {
    let follow_up = |date: &str| {
        format!(
            "kind = \"follow-up\"\ntitle = \"Uppföljning {date}\"\ndate = {date}\nfollows_up = \"lofte.md\"\nassessed_by = \"Polismyndigheten\""
        )
    };
    let (late, early) = (follow_up("2020-02-03"), follow_up("2019-12-20"));
    let mut files = vec![
        FILES[0],
        (
            "kommuner/tyreso/2019/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte 2019\"\nperiod = 2019\nfollow_ups_planned = [\"2019-12\"]",
        ),
        ("kommuner/tyreso/2019/uppfoljning.md", late.as_str()),
    ];
    let site_of_late = site("2026-11-29", &files);
    let told = cell(&site_of_late, "tyreso", "2019");
    assert_eq!(told, "●\u{a0}medborgarlöfte gällde, ◆\u{a0}utlovad uppföljning finns, från 2020");
    assert_eq!(cell(&site_of_late, "tyreso", "2020"), "◆\u{a0}uppföljt");
    files.push(("kommuner/tyreso/2019/tidig.md", early.as_str()));
    let told = cell(&site("2026-11-29", &files), "tyreso", "2019");
    assert_eq!(told, "●\u{a0}medborgarlöfte gällde, ◆\u{a0}uppföljt");
}

/// What somebody outside says stands beside the parties' own words, and is not their follow-up.
#[test]
fn an_outsider_does_not_follow_up_for_the_parties() {
    let files = [
        FILES[0],
        (
            "kommuner/tyreso/2019/lofte.md",
            "kind = \"pledge\"\ntitle = \"Löfte 2019\"\nperiod = 2019\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"",
        ),
        (
            "kommuner/tyreso/2020/granskning.md",
            "kind = \"follow-up\"\ntitle = \"Tidningen granskar\"\ndate = 2020-02-03\nfollows_up = \"../2019/lofte.md\"\nassessed_by = \"Mitt i Tyresö\"\nthird_party = true\n[[outcomes]]\ncommitment = \"a\"\nstatus = \"not-kept\"",
        ),
        (
            "kommuner/tyreso/2024/plan.md",
            "kind = \"action-plan\"\ntitle = \"Plan 2024\"\nperiod = 2024",
        ),
        (
            "kommuner/tyreso/2025/granskning.md",
            "kind = \"follow-up\"\ntitle = \"Tidningen granskar planen\"\ndate = 2025-02-03\nfollows_up = \"../2024/plan.md\"\nassessed_by = \"Mitt i Tyresö\"\nthird_party = true",
        ),
    ];
    let site = site("2026-11-29", &files);
    says(
        &site,
        "kommuner/tyreso",
        &[
            "Medborgarlöfte",
            "Inget gällande medborgarlöfte finns i arkivet; det senaste gällde 2019: Löfte 2019",
            "Samverkansöverenskommelse",
            "Arkivet har inga samverkansöverenskommelser här.",
            "Uppföljning",
            "Det enda åtagandet saknar uppföljning i arkivet.",
            "Räknat på Löfte 2019",
            "En utomstående har bedömt det: Tidningen granskar",
            "Lägesbild och åtgärdsplan",
            "Arkivet har ingen lägesbild här.",
            "Ingen gällande åtgärdsplan finns i arkivet; den senaste gällde 2024: Plan 2024",
            "Arkivet har ingen uppföljning av åtgärdsplanen från parterna.",
            "En utomstående har bedömt den: Tidningen granskar planen",
            "Sedan den 1 juli 2023 ska kommunen enligt lagen (2023:196) minst vartannat år uppdatera lägesbilden och följa upp åtgärdsplanen.",
        ],
    );
    assert_eq!(cell(&site, "tyreso", "2020"), "▬\u{a0}en utomståendes bedömning");
    site.lacks("oversikt/index.html", "uppföljt");
}

/// What was ongoing when a pledge was last followed up is not ongoing once the pledge is over; in one
/// year there may be pledges of both sorts.
#[test]
fn what_was_ongoing_is_not_told_as_if_it_were_on_every_page() {
    let pledge = |title: &str, period: &str| {
        format!(
            "kind = \"pledge\"\ntitle = \"{title}\"\nperiod = {period}\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\""
        )
    };
    let follow_up = |of: &str| {
        format!(
            "kind = \"follow-up\"\ntitle = \"Uppföljning av {of}\"\ndate = 2024-02-01\nfollows_up = \"../2023/{of}.md\"\nassessed_by = \"Tyresö kommun\"\n[[outcomes]]\ncommitment = \"a\"\nstatus = \"ongoing\""
        )
    };
    let (over, open) =
        (pledge("Löfte 2023", "2023"), pledge("Långt löfte", "{ from = 2023, until = 2026 }"));
    let (of_over, of_open) = (follow_up("lofte"), follow_up("langt"));
    let mut files = vec![
        FILES[0],
        ("kommuner/tyreso/2023/lofte.md", over.as_str()),
        ("kommuner/tyreso/2024/lofte.md", of_over.as_str()),
    ];
    let page = "oversikt/uppfoljning/index.html";
    site("2026-11-29", &files)
        .has(page, "Det enda åtagandet pågick vid den senaste uppföljningen. Enligt Tyresö kommun.")
        .lacks(page, "pågår");
    files.push(("kommuner/tyreso/2023/langt.md", open.as_str()));
    files.push(("kommuner/tyreso/2024/langt.md", of_open.as_str()));
    site("2026-11-29", &files).has(
        page,
        "2 åtaganden: 1 pågår, 1 pågick vid den senaste uppföljningen. Enligt Tyresö kommun.",
    );
}

/// A police district and a police region are not called local police areas.
#[test]
fn the_levels_of_the_police_are_told_in_their_own_words() {
    let area = |level: &str, title: &str, member: &str| {
        format!(
            "kind = \"police-area\"\nlevel = \"{level}\"\ntitle = \"{title}\"\n[[members]]\n{member}"
        )
    };
    let (local, district, region) = (
        area("local", "Lokalpolisområde Nacka", "municipality = \"tyreso\""),
        area("district", "Polisområde Syd", "area = \"nacka\""),
        area("region", "Polisregion Stockholm", "area = \"syd\""),
    );
    let (of_region, index) =
        ("lokalpolisomraden/stockholm/index.html", "lokalpolisomraden/index.html");
    let mut files = vec![
        FILES[0],
        ("lokalpolisomraden/nacka/index.md", local.as_str()),
        ("kommuner/tyreso/2024/lofte.md", "kind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2024"),
    ];
    site("2026-11-29", &files)
        .has(index, "1 lokalpolisområde")
        .has("index.html", "Lokalpolisområden Lokalpolisområde Nacka")
        .has("kommuner/tyreso/2024/lofte.html", "Lokalpolisområde Nacka");
    files.extend([
        ("lokalpolisomraden/syd/index.md", district.as_str()),
        ("lokalpolisomraden/stockholm/index.md", region.as_str()),
        (
            "lokalpolisomraden/bergslagen/index.md",
            "kind = \"police-area\"\nlevel = \"region\"\ntitle = \"Polisregion Bergslagen\"",
        ),
        (
            "lokalpolisomraden/bergslagen/2025/bild.md",
            "kind = \"situation-report\"\ntitle = \"Lägesbild\"\ndate = 2025-02-01",
        ),
        (
            "lokalpolisomraden/syd/2025/plan.md",
            "kind = \"situation-report\"\ntitle = \"Lägesbild Syd\"\ndate = 2025-02-01",
        ),
    ]);
    site("2026-11-29", &files)
        .has(index, "Polisens områden 4 av polisens områden")
        .has(index, "Polisregion Stockholm inga egna dokument i arkivet")
        .has("index.html", "Polisens områden Lokalpolisområde Nacka")
        .lacks("index.html", "Lokalpolisområden ")
        .has(of_region, "Om polisregionen")
        .has("lokalpolisomraden/syd/index.html", "Om polisområdet")
        .has(
            "lokalpolisomraden/syd/2025/plan.html",
            "Polisens områden Lokalpolisområde Nacka, Polisområde Syd",
        )
        .has("lokalpolisomraden/bergslagen/2025/bild.html", "Polisregion Polisregion Bergslagen");
}
