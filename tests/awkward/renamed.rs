//! Police areas that have had other names.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_05_a_renamed_police_area_keeps_its_address_and_its_old_name_on_old_documents() {
    let old_document = "kommuner/osteraker/2019/medborgarlofte.html";
    let new_document = "kommuner/danderyd/2021/medborgarlofte.html";
    let area = "lokalpolisomraden/sodra-roslagen/index.html";
    Site::from("cases/05-police-area-renamed")
        .build()
        .timeline(
            "lokalpolisomraden/sodra-roslagen",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "police-area", "id": "sodra-roslagen", "title": "Lokalpolisområde Södra Roslagen"
  },
  "entries": [
    {
      "type": "pledge", "date": "2019-06-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Österåker 2019–2021",
      "address": "../../kommuner/osteraker/2019/medborgarlofte.html",
      "period": { "from": "2019-06-01", "until": "2021-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "osteraker" },
        { "kind": "police-area", "id": "sodra-roslagen" }
      ]
    },
    {
      "type": "renamed", "date": "2020", "year": 2020, "from_name": "Lokalpolisområde Täby",
      "to_name": "Lokalpolisområde Södra Roslagen"
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Danderyd 2021–2022",
      "address": "../../kommuner/danderyd/2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2022-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "danderyd" },
        { "kind": "police-area", "id": "sodra-roslagen" }
      ]
    }
  ]
}
"#]],
        )
        .has(old_document, "Lokalpolisområde Täby")
        .lacks(old_document, "Lokalpolisområde Södra Roslagen")
        .has(new_document, "Lokalpolisområde Södra Roslagen")
        .lacks(new_document, "Lokalpolisområde Täby")
        .has(area, "Lokalpolisområde Täby")
        .links_to("lokalpolisomraden/taby/index.html", "../sodra-roslagen/index.html");
}

/// An editor may leave out when the present name began.
#[test]
fn case_05_the_present_name_may_be_undated() {
    let area = "content/lokalpolisomraden/sodra-roslagen/index.md";
    let site = Site::from("cases/05-police-area-renamed")
        .change(area, "until = 2019", "from = 2015\nuntil = 2019")
        .change(area, "from = 2020\n", "")
        .build()
        .has("kommuner/osteraker/2019/medborgarlofte.html", "Lokalpolisområde Täby")
        .has("kommuner/danderyd/2021/medborgarlofte.html", "Lokalpolisområde Södra Roslagen");
    let timeline = site.json("lokalpolisomraden/sodra-roslagen/timeline.json");
    let entries = timeline["entries"].as_array().expect("entries");
    let renamed: Vec<_> = entries.iter().filter(|entry| entry["type"] == "renamed").collect();
    assert!(
        renamed.iter().all(|entry| entry["from_name"] == "Lokalpolisområde Täby"),
        "{renamed:#?}"
    );
}

#[test]
fn case_06_another_name_without_dates_is_no_renaming() {
    let document = "kommuner/strangnas/2017/medborgarlofte.html";
    Site::from("cases/06-alternative-name")
        .build()
        .timeline(
            "lokalpolisomraden/eskilstuna",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "police-area", "id": "eskilstuna", "title": "Lokalpolisområde Eskilstuna" },
  "entries": [
    {
      "type": "pledge", "date": "2017-01-01", "year": 2017, "dated_by": "period",
      "title": "Medborgarlöfte Strängnäs 2017",
      "address": "../../kommuner/strangnas/2017/medborgarlofte.html",
      "period": { "from": "2017-01-01", "until": "2017-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "strangnas" },
        { "kind": "police-area", "id": "eskilstuna" }
      ]
    }
  ]
}
"#]],
        )
        .has("lokalpolisomraden/eskilstuna/index.html", "Lokalpolisområde Eskilstuna/Strängnäs")
        .has(document, "Lokalpolisområde Eskilstuna")
        .lacks(document, "Lokalpolisområde Eskilstuna/Strängnäs");
}
