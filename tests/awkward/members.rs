//! Police areas whose members are districts and municipalities, and documents of several areas.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_03_a_document_of_a_city_of_several_police_areas_may_name_its_own() {
    Site::from("cases/03-city-of-several-police-areas")
        .today("2021-06-01")
        .build()
        .timeline(
            "lokalpolisomraden/norrmalm",
            str![[r#"
{
  "as_of": "2021-06-01",
  "place": { "kind": "police-area", "id": "norrmalm", "title": "Lokalpolisområde Norrmalm" },
  "entries": [
    {
      "type": "agreement", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Samverkansöverenskommelse Stockholm 2020–2023",
      "address": "../../kommuner/stockholm/2020/overenskommelse.html",
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "in-force",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "police-area", "id": "norrmalm" },
        { "kind": "police-area", "id": "sodermalm" }
      ]
    }
  ]
}
"#]],
        )
        .timeline(
            "lokalpolisomraden/sodermalm",
            str![[r#"
{
  "as_of": "2021-06-01",
  "place": { "kind": "police-area", "id": "sodermalm", "title": "Lokalpolisområde Södermalm" },
  "entries": [
    {
      "type": "agreement", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Samverkansöverenskommelse Stockholm 2020–2023",
      "address": "../../kommuner/stockholm/2020/overenskommelse.html",
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "in-force",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "police-area", "id": "norrmalm" },
        { "kind": "police-area", "id": "sodermalm" }
      ]
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Södermalm 2021",
      "address": "../../kommuner/stockholm/2021/medborgarlofte-sodermalm.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "in-force",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "police-area", "id": "sodermalm" }
      ]
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/stockholm",
            str![[r#"
{
  "as_of": "2021-06-01",
  "place": {
    "kind": "municipality", "id": "stockholm", "title": "Stockholms stad", "code": "0180"
  },
  "entries": [
    {
      "type": "agreement", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Samverkansöverenskommelse Stockholm 2020–2023",
      "address": "2020/overenskommelse.html",
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "in-force",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "police-area", "id": "norrmalm" },
        { "kind": "police-area", "id": "sodermalm" }
      ]
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Södermalm 2021", "address": "2021/medborgarlofte-sodermalm.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "in-force",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "police-area", "id": "sodermalm" }
      ]
    }
  ]
}
"#]],
        )
        .has("kommuner/stockholm/2020/overenskommelse.html", "Lokalpolisområde Norrmalm")
        .has("kommuner/stockholm/2021/medborgarlofte-sodermalm.html", "Lokalpolisområde Södermalm")
        .lacks(
            "kommuner/stockholm/2021/medborgarlofte-sodermalm.html",
            "Lokalpolisområde Norrmalm",
        );
}

#[test]
fn case_04_a_police_area_may_have_districts_and_municipalities_as_members() {
    Site::from("cases/04-police-areas-of-districts")
        .build()
        .timeline(
            "lokalpolisomraden/skarholmen",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "police-area", "id": "skarholmen", "title": "Lokalpolisområde Skärholmen" },
  "entries": [
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Hägersten-Liljeholmen 2019",
      "address": "../../kommuner/stockholm/hagersten-liljeholmen/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "hagersten-liljeholmen" },
        { "kind": "police-area", "id": "skarholmen" }
      ]
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/stockholm/hagersten-liljeholmen",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "district", "id": "hagersten-liljeholmen", "title": "Hägersten-Liljeholmen" },
  "entries": [
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Hägersten-Liljeholmen 2019", "address": "2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "hagersten-liljeholmen" },
        { "kind": "police-area", "id": "skarholmen" }
      ]
    }
  ]
}
"#]],
        )
        .links_to(
            "kommuner/stockholm/index.html",
            "hagersten-liljeholmen/2019/medborgarlofte.html",
        );
}

/// The area's pledges concern all of Lidingö, so Lidingö lacks one for 2020. In Stockholm they
/// concern only districts, and so they neither begin nor end a gap there.
#[test]
fn case_04_a_gap_is_told_for_the_municipality_not_for_the_districts() {
    Site::from("cases/04-police-areas-of-districts")
        .build()
        .timeline(
            "kommuner/lidingo",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "lidingo", "title": "Lidingö stad", "code": "0186" },
  "entries": [
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Norrmalm 2019",
      "address": "../../lokalpolisomraden/norrmalm/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "joint_with": ["stockholm"],
      "places": [
        { "kind": "municipality", "id": "lidingo" },
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "gamla-stan" },
        { "kind": "district", "id": "norrmalm" },
        { "kind": "district", "id": "ostermalm" },
        { "kind": "police-area", "id": "norrmalm" }
      ]
    },
    {
      "type": "gap", "date": "2020-01", "year": 2020, "from": "2020-01", "until": "2020-12",
      "of": "pledge"
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Norrmalm 2021",
      "address": "../../lokalpolisomraden/norrmalm/2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended",
      "joint_with": ["stockholm"],
      "places": [
        { "kind": "municipality", "id": "lidingo" },
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "gamla-stan" },
        { "kind": "district", "id": "norrmalm" },
        { "kind": "district", "id": "ostermalm" },
        { "kind": "police-area", "id": "norrmalm" }
      ]
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/stockholm",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality", "id": "stockholm", "title": "Stockholms stad", "code": "0180"
  },
  "entries": [
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Hägersten-Liljeholmen 2019",
      "address": "hagersten-liljeholmen/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "hagersten-liljeholmen" },
        { "kind": "police-area", "id": "skarholmen" }
      ]
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Norrmalm 2019",
      "address": "../../lokalpolisomraden/norrmalm/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "joint_with": ["lidingo"],
      "places": [
        { "kind": "municipality", "id": "lidingo" },
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "gamla-stan" },
        { "kind": "district", "id": "norrmalm" },
        { "kind": "district", "id": "ostermalm" },
        { "kind": "police-area", "id": "norrmalm" }
      ]
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Norrmalm 2021",
      "address": "../../lokalpolisomraden/norrmalm/2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended",
      "joint_with": ["lidingo"],
      "places": [
        { "kind": "municipality", "id": "lidingo" },
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "gamla-stan" },
        { "kind": "district", "id": "norrmalm" },
        { "kind": "district", "id": "ostermalm" },
        { "kind": "police-area", "id": "norrmalm" }
      ]
    }
  ]
}
"#]],
        );
}
