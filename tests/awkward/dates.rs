//! Dates: signed late or early, announced, undated, impossible, or given differently by two
//! sources.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_15_an_impossible_date_is_kept_as_printed() {
    Site::from("cases/15-impossible-date")
        .build()
        .timeline(
            "kommuner/karlstad",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality", "id": "karlstad", "title": "Karlstads kommun", "code": "1780"
  },
  "entries": [
    {
      "type": "pledge", "date": "2023-07-01", "year": 2023, "dated_by": "period",
      "title": "Medborgarlöfte Karlstad 2023–2027", "address": "2023/medborgarlofte.html",
      "period": { "from": "2023-07-01", "until": "2027-06-30" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "karlstad" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/karlstad/2023/medborgarlofte.html", "31 juni 2023 – 31 juni 2027")
        .has("kommuner/karlstad/2023/medborgarlofte.html", "Juni har 30 dagar.");
}

#[test]
fn case_15_an_impossible_date_is_not_taken_for_a_date() {
    let file = "content/kommuner/karlstad/2023/medborgarlofte.md";
    for impossible in ["2023-06-31", "\"2023-06-31\""] {
        let site = Site::from("cases/15-impossible-date").change(
            file,
            "2023-07-01,",
            &format!("{impossible},"),
        );
        site.run(&["build", "--quiet"]).ends(1, &["invalid-date", &format!("{file}:4")]);
        site.omits("index.html");
    }
}

#[test]
fn case_16_conflicting_dates_are_both_shown() {
    let pledge = "kommuner/strangnas/2020/medborgarlofte.html";
    Site::from("cases/16-conflicting-dates")
        .build()
        .timeline(
            "kommuner/strangnas",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality", "id": "strangnas", "title": "Strängnäs kommun", "code": "0486"
  },
  "entries": [
    {
      "type": "pledge", "date": "2020-02", "year": 2020, "dated_by": "signed",
      "title": "Medborgarlöfte Strängnäs 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "strangnas" }]
    }
  ]
}
"#]],
        )
        .has(pledge, "februari 2020")
        .has(pledge, "16 mars 2020")
        .has(pledge, "polisens pressinbjudan");
}

#[test]
fn case_17_conflicting_facts_are_both_shown() {
    let timeline = "kommuner/eskilstuna/index.html";
    Site::from("cases/17-conflicting-facts")
        .build()
        .has(timeline, "har samarbetat sedan 2007")
        .has(timeline, "2009")
        .has(timeline, "polisens pressmeddelande i maj 2020");
}

/// "Idag" in a source from May 2020, and "nyligen" in one from 2023; the end of the year is the
/// last day that "2023" can mean.
#[test]
fn case_19_undated_sources_stand_at_the_end_of_what_is_known() {
    Site::from("cases/19-undated-sources")
        .build()
        .timeline(
            "kommuner/eskilstuna",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality", "id": "eskilstuna", "title": "Eskilstuna kommun", "code": "0484"
  },
  "entries": [
    {
      "type": "notice", "date": "2020-05", "year": 2020, "dated_by": "date",
      "title": "Ny överenskommelse undertecknad i dag", "address": "2020/nyhet.html",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "notice", "date": "2023-11-30", "year": 2023, "dated_by": "date",
      "title": "Rådet möts", "address": "2023/pressmeddelande.html",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "notice", "date": "2023", "year": 2023, "dated_by": "date",
      "title": "Fördjupade lägesbilder", "address": "2023/nyhet.html",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "agreement", "date": null, "year": null, "title": "Samarbetsavtal",
      "address": "samarbetsavtal.html", "wording": "mentioned", "state": "unknown",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/eskilstuna/index.html", "Utan datum")
        .has("kommuner/eskilstuna/2020/nyhet.html", "maj 2020")
        .has("kommuner/eskilstuna/2020/nyhet.html", "Källan säger ”idag”.")
        .has("kommuner/eskilstuna/2023/nyhet.html", "Källan säger ”nyligen”.");
}

/// A date that nobody can know is reported wherever it stands.
#[test]
fn a_date_far_ahead_is_reported_of_places_decisions_and_corrections_too() {
    let (place, area) =
        ("content/kommuner/habo/index.md", "content/lokalpolisomraden/uppland/index.md");
    let pledge = "content/kommuner/habo/2026/medborgarlofte.md";
    let site = |ahead: &str, end: &str| {
        Site::empty()
            .write("site.toml", "title = \"Arkivet\"\n")
            .write(
                place,
                format!(
                    "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n\
                     archived = {ahead}\n\n[[bodies]]\nname = \"Rådet\"\nuntil = {end}\n+++\n"
                ),
            )
            .write(
                area,
                format!(
                    "+++\nkind = \"police-area\"\ntitle = \"LPO Uppland\"\n\n[[members]]\n\
                     municipality = \"habo\"\nuntil = {end}\n\n[[names]]\nname = \"Uppland\"\n\
                     until = {end}\n+++\n"
                ),
            )
            .write(
                pledge,
                format!(
                    "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte 2026\"\nperiod = 2026\n\
                     archived = {ahead}\n\n[[decisions]]\nbody = \"Nämnden\"\ndate = {ahead}\n\n\
                     [[corrections]]\ndate = {ahead}\ntext = \"Rättat.\"\n+++\n\nText.\n"
                ),
            )
    };
    let told = |site: Site| -> Vec<String> {
        let outcome = site.run(&["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        let all = report["diagnostics"].as_array().expect("diagnostics").iter();
        all.filter(|it| it["code"] == "date-far")
            .map(|it| {
                let word = |key: &str| it[key].as_str().unwrap_or_default();
                format!("{} {}:{}", word("severity"), word("path"), it["line"])
            })
            .collect()
    };
    assert!(told(site("2027-11-22", "2036")).is_empty());
    let ten: Vec<String> =
        [(pledge, 5), (pledge, 9), (pledge, 12), (place, 5), (place, 9), (area, 7), (area, 11)]
            .iter()
            .map(|(path, line)| format!("warning {path}:{line}"))
            .collect();
    assert_eq!(told(site("2027-11-23", "2037")), ten);
    let twenty = told(site("2026-11-22", "2047"));
    let errors =
        [(place, 9), (area, 7), (area, 11)].map(|(path, line)| format!("error {path}:{line}"));
    assert_eq!(twenty, errors);
}
