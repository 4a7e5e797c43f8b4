//! Two years of a place side by side, and the table of all its promises: only what follows one
//! another is compared, and measures are told in their own words.

use crate::small::site;

const DISTRICT: &str = "kind = \"district\"\nmunicipality = \"boras\"\ntitle = ";
const CITY: (&str, &str) =
    ("kommuner/boras/index.md", "kind = \"municipality\"\ntitle = \"Borås stad\"\ncode = \"1490\"");
const PAGE: &str = "kommuner/boras/ataganden/index.html";

fn pledge(title: &str, period: &str, rest: &str, text: &str) -> String {
    format!(
        "kind = \"pledge\"\ntitle = \"{title}\"\nperiod = {period}\n{rest}\n[[commitments]]\nid = \"narvaro\"\ntext = \"{text}\""
    )
}

#[test]
fn the_pledges_of_two_districts_do_not_follow_one_another() {
    let (norrby, other) = (format!("{DISTRICT}\"Norrby\""), format!("{DISTRICT}\"Hässleholmen\""));
    let (first, second, third) = (
        pledge("Norrby 2024", "2024", "", "Vi patrullerar."),
        pledge("Hässleholmen 2025", "2025", "", "Vi patrullerar."),
        pledge("Norrby 2025", "2025", "", "Vi patrullerar."),
    );
    let files = [
        CITY,
        ("kommuner/boras/norrby/index.md", norrby.as_str()),
        ("kommuner/boras/hassleholmen/index.md", other.as_str()),
        ("kommuner/boras/norrby/2024/lofte.md", first.as_str()),
        ("kommuner/boras/hassleholmen/2025/lofte.md", second.as_str()),
    ];
    site("2026-11-29", &files).lacks(PAGE, "→").lacks(PAGE, "Finns kvar");
    let mut more = files.to_vec();
    more.push(("kommuner/boras/norrby/2025/lofte.md", third.as_str()));
    site("2026-11-29", &more)
        .has(PAGE, "Norrby 2024 → Norrby 2025 Finns kvar Vi patrullerar.")
        .lacks(PAGE, "→ Hässleholmen 2025");
}

#[test]
fn pledges_that_hold_at_the_same_time_do_not_follow_one_another() {
    for first in ["{ from = 2024, until = \"further-notice\" }", "{ from = 2024, until = 2025 }"] {
        let first = pledge("Löfte A", first, "", "Vi patrullerar.");
        let second = pledge("Löfte B", "{ from = 2025, until = 2026 }", "", "Vi patrullerar.");
        let files = [
            CITY,
            ("kommuner/boras/2024/lofte.md", first.as_str()),
            ("kommuner/boras/2025/lofte.md", second.as_str()),
        ];
        site("2026-11-29", &files).lacks(PAGE, "→");
    }
}

#[test]
fn a_commitment_in_other_words_is_told_in_both() {
    for (rest, wanted) in [
        ("", "Samma beteckning, nya ord Vi svarar på mejl. Tidigare: Vi patrullerar."),
        (
            "extends = \"../2024/lofte.md\"",
            "Finns kvar med nya ord Vi svarar på mejl. Tidigare: Vi patrullerar.",
        ),
    ] {
        let (first, second) = (
            pledge("Löfte A", "2024", "", "Vi patrullerar."),
            pledge("Löfte B", "2025", rest, "Vi svarar på mejl."),
        );
        let files = [
            CITY,
            ("kommuner/boras/2024/lofte.md", first.as_str()),
            ("kommuner/boras/2025/lofte.md", second.as_str()),
        ];
        site("2026-11-29", &files).has(PAGE, &format!("Löfte A → Löfte B {wanted}"));
    }
}

#[test]
fn measures_are_carried_out_and_not_fulfilled() {
    let plan = "kind = \"action-plan\"\ntitle = \"Plan 2025\"\nperiod = 2025\n[[commitments]]\nid = \"a\"\ntext = \"Vi gör a.\"";
    let follow_up = "kind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2026-01-20\nfollows_up = \"../2025/plan.md\"\nassessed_by = \"Borås stad\"\n[[outcomes]]\ncommitment = \"a\"\nstatus = \"kept\"";
    let files =
        [CITY, ("kommuner/boras/2025/plan.md", plan), ("kommuner/boras/2026/uppf.md", follow_up)];
    let alone = site("2026-11-29", &files)
        .has(PAGE, "Åtgärder i arkivet: Borås stad")
        .has(PAGE, "Genomförd")
        .lacks(PAGE, "Uppfyllt")
        .lacks(PAGE, "Åtagande")
        .has("kommuner/boras/index.html", "Åtgärderna i en tabell");
    assert!(alone.html(PAGE).contains("<title>Borås stad: åtgärder i arkivet"));
    let promise = pledge("Löfte", "2025", "", "Vi patrullerar.");
    let mut both = files.to_vec();
    both.push(("kommuner/boras/2025/lofte.md", promise.as_str()));
    site("2026-11-29", &both)
        .has(PAGE, "Åtaganden och åtgärder i arkivet: Borås stad")
        .has(PAGE, "Åtagande eller åtgärd")
        .has("kommuner/boras/index.html", "Åtagandena och åtgärderna i en tabell");
}
