//! Years that are still to come, and years of which the archive has neither pledge nor agreement:
//! the overview and the pages of years say what there is, in the right tense.

use crate::small::site;

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
    assert!(cell.contains("▼ åtgärdsplan"), "{cell}");
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
