//! Dates: signed late or early, announced, undated, impossible, or given differently by two
//! sources.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_13_signed_months_into_the_period_is_shown_and_never_reported() {
    let late = "efter periodens början";
    Site::from("cases/13-signed-into-the-period")
        .build()
        .timeline(
            "kommuner/laxa",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "laxa", "title": "Laxå kommun", "code": "1860" },
  "entries": [
    {
      "type": "pledge", "date": "2018-10-26", "year": 2018, "dated_by": "signed",
      "title": "Medborgarlöfte Laxå 2018–2020", "address": "2018/medborgarlofte.html",
      "period": { "from": "2018-07-01", "until": "2020-06-30" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "laxa" }]
    }
  ]
}
"#]],
        )
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
      "type": "pledge", "date": "2020-05-07", "year": 2020, "dated_by": "signed",
      "title": "Medborgarlöfte Eskilstuna 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/norberg",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "norberg", "title": "Norbergs kommun", "code": "1962" },
  "entries": [
    {
      "type": "pledge", "date": "2015-11-27", "year": 2015, "dated_by": "signed",
      "title": "Medborgarlöfte Norberg 2015–2016", "address": "2015/medborgarlofte.html",
      "period": { "from": "2015-01-01", "until": "2016-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "norberg" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/laxa/index.html", late)
        .has("kommuner/laxa/2018/medborgarlofte.html", late)
        .has("kommuner/eskilstuna/2020/medborgarlofte.html", late)
        .has("kommuner/eskilstuna/2020/medborgarlofte.html", "Dagen enligt polisens inbjudan")
        .has("kommuner/norberg/2015/medborgarlofte.html", late)
        .has("kommuner/norberg/2015/medborgarlofte.html", "27 november 2015")
        .reports(str![""]);
}

#[test]
fn case_14_signed_before_the_period_is_still_to_come() {
    Site::from("cases/14-signed-before-the-period")
        .today("2019-12-31")
        .build()
        .timeline(
            "kommuner/kungsor",
            str![[r#"
{
  "as_of": "2019-12-31",
  "place": { "kind": "municipality", "id": "kungsor", "title": "Kungsörs kommun", "code": "1960" },
  "entries": [
    {
      "type": "pledge", "date": "2019-12-20", "year": 2019, "dated_by": "signed",
      "title": "Medborgarlöfte Kungsör 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "upcoming",
      "places": [{ "kind": "municipality", "id": "kungsor" }]
    }
  ]
}
"#]],
        )
        .lacks("kommuner/kungsor/2020/medborgarlofte.html", "efter periodens början")
        .publishes("kommuner/kungsor/2019/index.html")
        .publishes("kommuner/kungsor/2020/index.html")
        .reports(str![""])
        .today("2020-01-01")
        .build()
        .timeline(
            "kommuner/kungsor",
            str![[r#"
{
  "as_of": "2020-01-01",
  "place": { "kind": "municipality", "id": "kungsor", "title": "Kungsörs kommun", "code": "1960" },
  "entries": [
    {
      "type": "pledge", "date": "2019-12-20", "year": 2019, "dated_by": "signed",
      "title": "Medborgarlöfte Kungsör 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "kungsor" }]
    }
  ]
}
"#]],
        );
}

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

/// The announced date is used only if nothing else dates the document.
#[test]
fn case_18_an_announced_signing_is_told_as_announced() {
    Site::from("cases/18-announced-signing")
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
      "type": "agreement", "date": "2016-01-01", "year": 2016, "dated_by": "period",
      "title": "Samverkansöverenskommelse Eskilstuna 2016–2019",
      "address": "2016/overenskommelse.html", "wording": "mentioned",
      "period": { "from": "2016-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "notice", "date": "2016-02-11", "year": 2016, "dated_by": "date",
      "title": "Pressinbjudan: överenskommelsen förnyas", "address": "2016/pressinbjudan.html",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "pledge", "date": "2016-02-12", "year": 2016, "dated_by": "announced",
      "title": "Medborgarlöfte Eskilstuna 2016", "address": "2016/medborgarlofte.html",
      "wording": "mentioned", "state": "unknown",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/eskilstuna/2016/overenskommelse.html", "aviser")
        .has("kommuner/eskilstuna/2016/overenskommelse.html", "den 12 februari 2016")
        .has("kommuner/eskilstuna/2016/overenskommelse.html", "originalet finns inte här")
        .lacks(
            "kommuner/eskilstuna/2016/overenskommelse.html",
            "undertecknades den 12 februari 2016",
        );
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
