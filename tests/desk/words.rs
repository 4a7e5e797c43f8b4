//! What is wrong is told in words that somebody can act on, in the form and wherever else it stands.

use crate::client::Desk;
use crate::editing::site;

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";
const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";

/// The form of the pledge with these fields saved.
fn saved(fields: &[(&str, &str)]) -> String {
    let site = site();
    let desk = Desk::open(&site);
    desk.change(PLEDGE, fields).is(303);
    desk.get(&format!("/dokument/{PLEDGE}")).is(200).body
}

#[test]
fn a_heading_of_the_highest_kind_and_a_note_without_text_are_told() {
    let page = saved(&[("body", "Text.\n\n# Vi lovar detta.\n\nLjus.\n\nBelyst[^1].")]);
    assert!(
        page.contains("”# Vi lovar detta.” visas som en rubrik för alla som läser sidan."),
        "{page}"
    );
    assert!(page.contains("Är det en rubrik i texten: skriv ## framför."), "{page}");
    assert!(page.contains("Skriv fotnoten på en egen rad, [^1]: …"), "{page}");
    assert!(!page.contains("Något här stämmer inte") && !page.contains("Rätta länken"), "{page}");
}

#[test]
fn a_remedy_is_of_the_field_that_it_stands_at() {
    let page = saved(&[("sources.0.title", "Protokoll"), ("sources.0.url", "orust.se")]);
    assert!(page.contains("Skriv hela adressen, från https://"), "{page}");
    assert!(!page.contains("Rätta länken i texten"), "{page}");
    let page = saved(&[("follow_ups_planned", "varje kvartal")]);
    assert!(page.contains("Uppföljningen som källan skriver den"), "{page}");
    let page = saved(&[("body", "Ring 070-174 06 05.")]);
    assert!(page.contains("Skriv växelns nummer i stället"), "{page}");
}

#[test]
fn a_day_that_does_not_exist_is_said_not_to() {
    let page = saved(&[("signed", "31 februari 2026")]);
    assert!(
        page.contains("”31 februari 2026” finns inte i almanackan: februari 2026 har 28 dagar."),
        "{page}"
    );
    let page = saved(&[("signed", "våren 2026")]);
    assert!(page.contains("”våren 2026” är inte skrivet som ett datum."), "{page}");
}

#[test]
fn a_file_whose_facts_cannot_be_read_says_so_on_the_start() {
    let site = site().write(FILE, "Bara text.\n");
    let page = Desk::open(&site).get("/").is(200).body;
    assert!(page.contains("Filens uppgifter går inte att läsa."), "{page}");
    assert!(!page.contains("Något här stämmer inte"), "{page}");
}

#[test]
fn what_is_pasted_has_its_headings_below_the_title_of_the_page() {
    let site = site();
    let desk = Desk::open(&site);
    let html = "<p>Förord.</p><h1>Vad vi lovar</h1><p>Ljus.</p><h2>Mål</h2>";
    let answer = desk.send("/klistra", &[("html", html), ("text", "x")]).is(200).body;
    assert!(answer.contains("\n## Vad vi lovar\n") && answer.contains("\n### Mål"), "{answer}");
}

#[test]
fn a_group_of_rare_fields_is_opened_by_its_heading() {
    let site = site();
    let page = Desk::open(&site).get("/dokument/site.toml").is(200).body;
    for heading in ["Publicering", "Årspaket och öppna data", "Kommuner, områden och ämnen"] {
        assert!(page.contains(&format!("<summary><h2>{heading}</h2>")), "{heading}: {page}");
    }
    assert!(!page.contains("[publish"), "{page}");
}

#[test]
fn the_measures_of_a_plan_are_called_measures() {
    let plan = "+++\nkind = \"action-plan\"\ntitle = \"Plan\"\nperiod = 2025\n+++\n";
    let site = site().write("content/kommuner/habo/2025/atgardsplan.md", plan);
    let page = Desk::open(&site).get("/dokument/kommuner/habo/2025/atgardsplan.html").is(200).body;
    assert!(page.contains("<legend>Åtgärd 1</legend>"), "{page}");
    assert!(page.contains("Lägg till en åtgärd"), "{page}");
    assert!(!page.contains("ett åtagande") && !page.contains("Vad som utlovas"), "{page}");
}

/// Whether a list is whole is asked beside it: an editor who enters one of four commitments must see it.
#[test]
fn whether_all_commitments_are_there_is_asked_beside_them() {
    let plan = "+++\nkind = \"action-plan\"\ntitle = \"Plan\"\nperiod = 2025\n+++\n";
    let both =
        "+++\nkind = \"agreement\"\ntitle = \"Båda\"\nperiod = 2025\nincludes_pledge = true\n+++\n";
    let site = site()
        .write("content/kommuner/habo/2025/atgardsplan.md", plan)
        .write("content/kommuner/habo/2025/bada.md", both);
    let desk = Desk::open(&site);
    for (name, label) in [
        ("medborgarlofte", "Alla åtaganden är med"),
        ("atgardsplan", "Alla åtgärder är med"),
        ("bada", "Alla åtaganden är med"),
    ] {
        let page = desk.get(&format!("/dokument/kommuner/habo/2025/{name}.html")).is(200).body;
        let (before, after) = page.split_once(&format!(">{label}</label>")).expect(name);
        let (_, cards) =
            before.rsplit_once("id=\"f-commitments\"").expect("the cards are before it");
        assert_eq!(
            cards.matches("<details").count(),
            cards.matches("</details>").count(),
            "{name}"
        );
        assert!(!cards.contains("<section"), "{name}: in the same group");
        let (help, _) = after.split_once("</p>").expect("its help");
        assert!(help.contains("Välj Nej när källan innehåller fler"), "{help}");
    }
}
