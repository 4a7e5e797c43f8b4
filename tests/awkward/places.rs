//! Who gives a pledge, and where it holds: joint documents, cities of several police areas, areas
//! that change name, shape or are called something else.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_01_one_pledge_of_three_municipalities_stands_in_every_timeline() {
    Site::from("cases/01-one-pledge-three-municipalities")
        .build()
        .timeline(
            "kommuner/orust",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "orust", "title": "Orust kommun", "code": "1421" },
  "entries": [
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Stenungsund, Orust och Tjörn 2022",
      "address": "../../gemensamt/2022/medborgarlofte.html",
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended",
      "joint_with": ["stenungsund", "tjorn"],
      "commitments": [
        {
          "id": "trygghetsvandringar",
          "text": "Vi vandrar tillsammans på platser som känns otrygga.",
          "by": ["Polismyndigheten", "Orust kommun", "Stenungsunds kommun", "Tjörns kommun"],
          "status": null, "history": []
        }
      ]
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/stenungsund",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality", "id": "stenungsund", "title": "Stenungsunds kommun", "code": "1415"
  },
  "entries": [
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Stenungsund, Orust och Tjörn 2022",
      "address": "../../gemensamt/2022/medborgarlofte.html",
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended",
      "joint_with": ["orust", "tjorn"],
      "commitments": [
        {
          "id": "trygghetsvandringar",
          "text": "Vi vandrar tillsammans på platser som känns otrygga.",
          "by": ["Polismyndigheten", "Orust kommun", "Stenungsunds kommun", "Tjörns kommun"],
          "status": null, "history": []
        }
      ]
    }
  ]
}
"#]],
        )
        .has("kommuner/orust/index.html", "gemensamt med Stenungsund")
        .has("kommuner/tjorn/index.html", "gemensamt med Orust")
        .links_to("kommuner/tjorn/index.html", "../../gemensamt/2022/medborgarlofte.html")
        .links_to(
            "lokalpolisomraden/stenungsund/index.html",
            "../../gemensamt/2022/medborgarlofte.html",
        )
        .has("gemensamt/2022/medborgarlofte.html", "Lokalpolisområde Stenungsund");
}

#[test]
fn case_02_one_ceremony_and_six_pledges_each_with_a_period_of_its_own() {
    let site = Site::from("cases/02-six-pledges-one-ceremony")
        .today("2025-06-01")
        .build()
        .timeline(
            "kommuner/umea",
            str![[r#"
{
  "as_of": "2025-06-01",
  "place": { "kind": "municipality", "id": "umea", "title": "Umeå kommun", "code": "2480" },
  "entries": [
    {
      "type": "notice", "date": "2023-03-06", "year": 2023, "dated_by": "date",
      "title": "Flera kommuner tecknade nya medborgarlöften",
      "address": "../../gemensamt/2023/nyhet.html",
      "joint_with": ["bjurholm", "nordmaling", "robertsfors", "vannas", "vindeln"]
    },
    {
      "type": "pledge", "date": "2023-03", "year": 2023, "dated_by": "signed",
      "title": "Medborgarlöfte Umeå 2023–2024", "address": "2023/medborgarlofte.html",
      "period": { "from": "2023-01-01", "until": "2024-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/vannas",
            str![[r#"
{
  "as_of": "2025-06-01",
  "place": { "kind": "municipality", "id": "vannas", "title": "Vännäs kommun", "code": "2460" },
  "entries": [
    {
      "type": "notice", "date": "2023-03-06", "year": 2023, "dated_by": "date",
      "title": "Flera kommuner tecknade nya medborgarlöften",
      "address": "../../gemensamt/2023/nyhet.html",
      "joint_with": ["bjurholm", "nordmaling", "robertsfors", "umea", "vindeln"]
    },
    {
      "type": "pledge", "date": "2023-03", "year": 2023, "dated_by": "signed",
      "title": "Medborgarlöfte Vännäs 2023–2025", "address": "2023/medborgarlofte.html",
      "period": { "from": "2023-01-01", "until": "2025-12-31" }, "state": "in-force"
    }
  ]
}
"#]],
        );
    let about = "gemensamt/2023/nyhet.html";
    site.links_to(about, "../../kommuner/bjurholm/2023/medborgarlofte.html")
        .links_to(about, "../../kommuner/nordmaling/2023/medborgarlofte.html")
        .links_to(about, "../../kommuner/robertsfors/2023/medborgarlofte.html")
        .links_to(about, "../../kommuner/umea/2023/medborgarlofte.html")
        .links_to(about, "../../kommuner/vannas/2023/medborgarlofte.html")
        .links_to(about, "../../kommuner/vindeln/2023/medborgarlofte.html")
        .has(
            "kommuner/umea/2023/medborgarlofte.html",
            "Flera kommuner tecknade nya medborgarlöften",
        );
}

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
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "in-force"
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
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "in-force"
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Södermalm 2021",
      "address": "../../kommuner/stockholm/2021/medborgarlofte-sodermalm.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "in-force"
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
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "in-force"
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Södermalm 2021", "address": "2021/medborgarlofte-sodermalm.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "in-force"
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
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended"
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
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .omits("kommuner/stockholm/skarholmen/timeline.json");
}

/// The area's pledges are Lidingö's as a whole, so Lidingö lacks one for 2020; of Stockholm they
/// concern districts only, which neither open nor close a gap there.
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
      "joint_with": ["stockholm"]
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
      "joint_with": ["stockholm"]
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
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended"
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Norrmalm 2019",
      "address": "../../lokalpolisomraden/norrmalm/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "joint_with": ["lidingo"]
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Norrmalm 2021",
      "address": "../../lokalpolisomraden/norrmalm/2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended",
      "joint_with": ["lidingo"]
    }
  ]
}
"#]],
        );
}

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
      "period": { "from": "2019-06-01", "until": "2021-12-31" }, "state": "ended"
    },
    {
      "type": "renamed", "date": "2020", "year": 2020, "from_name": "Lokalpolisområde Täby",
      "to_name": "Lokalpolisområde Södra Roslagen"
    },
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Danderyd 2021–2022",
      "address": "../../kommuner/danderyd/2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2022-12-31" }, "state": "ended"
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
      "period": { "from": "2017-01-01", "until": "2017-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .has("lokalpolisomraden/eskilstuna/index.html", "Lokalpolisområde Eskilstuna/Strängnäs")
        .has(document, "Lokalpolisområde Eskilstuna")
        .lacks(document, "Lokalpolisområde Eskilstuna/Strängnäs");
}

/// What is known only to its year belongs to both areas of that year.
#[test]
fn case_07_documents_follow_a_municipality_into_its_new_police_area() {
    Site::from("cases/07-police-areas-redrawn")
        .build()
        .timeline(
            "lokalpolisomraden/malmo-city",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "police-area", "id": "malmo-city", "title": "Lokalpolisområde Malmö City" },
  "entries": [
    {
      "type": "pledge", "date": "2018-01-01", "year": 2018, "dated_by": "period",
      "title": "Medborgarlöfte Malmö 2018",
      "address": "../../kommuner/malmo/2018/medborgarlofte.html",
      "period": { "from": "2018-01-01", "until": "2018-12-31" }, "state": "ended"
    },
    {
      "type": "notice", "date": "2018", "year": 2018, "dated_by": "date",
      "title": "Polisen i Malmö ritar om sina områden",
      "address": "../../kommuner/malmo/2018/nyhet.html"
    }
  ]
}
"#]],
        )
        .timeline(
            "lokalpolisomraden/malmo-norr",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "police-area", "id": "malmo-norr", "title": "Lokalpolisområde Malmö Norr" },
  "entries": [
    {
      "type": "notice", "date": "2018", "year": 2018, "dated_by": "date",
      "title": "Polisen i Malmö ritar om sina områden",
      "address": "../../kommuner/malmo/2018/nyhet.html"
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Malmö 2019",
      "address": "../../kommuner/malmo/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .timeline(
            "lokalpolisomraden/malmo-soder",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "police-area", "id": "malmo-soder", "title": "Lokalpolisområde Malmö Söder" },
  "entries": [
    {
      "type": "pledge", "date": "2018-01-01", "year": 2018, "dated_by": "period",
      "title": "Medborgarlöfte Malmö 2018",
      "address": "../../kommuner/malmo/2018/medborgarlofte.html",
      "period": { "from": "2018-01-01", "until": "2018-12-31" }, "state": "ended"
    },
    {
      "type": "notice", "date": "2018", "year": 2018, "dated_by": "date",
      "title": "Polisen i Malmö ritar om sina områden",
      "address": "../../kommuner/malmo/2018/nyhet.html"
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Malmö 2019",
      "address": "../../kommuner/malmo/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .links_to("lokalpolisomraden/malmo-city/index.html", "../malmo-norr/index.html")
        .links_to("lokalpolisomraden/malmo-norr/index.html", "../malmo-city/index.html");
}

#[test]
fn case_08_a_district_need_not_be_called_like_its_police_area() {
    Site::from("cases/08-district-of-another-name")
        .today("2020-06-01")
        .build()
        .timeline(
            "lokalpolisomraden/malmo-soder",
            str![[r#"
{
  "as_of": "2020-06-01",
  "place": { "kind": "police-area", "id": "malmo-soder", "title": "Lokalpolisområde Malmö Söder" },
  "entries": [
    {
      "type": "pledge", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Medborgarlöfte Malmö, Väster 2020",
      "address": "../../kommuner/malmo/vaster/2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "in-force",
      "commitments": [
        {
          "id": "buskorning", "text": "Polisen anmäler dem som buskör med moped.",
          "by": ["Polismyndigheten"], "status": null, "history": []
        }
      ]
    }
  ]
}
"#]],
        )
        .timeline(
            "lokalpolisomraden/malmo-norr",
            str![[r#"
{
  "as_of": "2020-06-01",
  "place": { "kind": "police-area", "id": "malmo-norr", "title": "Lokalpolisområde Malmö Norr" },
  "entries": []
}
"#]],
        )
        .has("kommuner/malmo/vaster/2020/medborgarlofte.html", "Lokalpolisområde Malmö Söder")
        .has("kommuner/malmo/vaster/2020/medborgarlofte.html", "minst 50 SOL-14-anmälningar")
        .has("kommuner/malmo/index.html", "Malmö, Väster");
}

#[test]
fn case_09_districts_and_organisations_end_and_their_documents_stay() {
    Site::from("cases/09-districts-that-end")
        .build()
        .timeline(
            "kommuner/goteborg",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "goteborg", "title": "Göteborgs Stad", "code": "1480" },
  "entries": [
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Västra Hisingen 2019",
      "address": "vastra-hisingen/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended"
    },
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Hisingen 2022", "address": "hisingen/2022/medborgarlofte.html",
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/goteborg/vastra-hisingen",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "district", "id": "vastra-hisingen", "title": "Västra Hisingen" },
  "entries": [
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Västra Hisingen 2019", "address": "2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .has("kommuner/goteborg/vastra-hisingen/index.html", "2020")
        .has(
            "kommuner/goteborg/vastra-hisingen/2019/medborgarlofte.html",
            "Stadsdelsförvaltningen Västra Hisingen",
        )
        .has("kommuner/goteborg/hisingen/2022/medborgarlofte.html", "Socialförvaltningen Hisingen");
}

#[test]
fn case_36_a_region_may_be_a_municipality() {
    Site::from("cases/36-region-gotland")
        .build()
        .timeline(
            "kommuner/gotland",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "gotland", "title": "Region Gotland", "code": "0980" },
  "entries": [
    {
      "type": "agreement", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Samverkansöverenskommelse Gotland 2020–2022",
      "address": "2020/overenskommelse.html",
      "period": { "from": "2020-01-01", "until": "2022-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .has("kommuner/gotland/index.html", "Region Gotland")
        .lacks("kommuner/gotland/index.html", "Gotland kommun")
        .lacks("kommuner/gotland/index.html", "Gotlands kommun");
}

#[test]
fn case_37_two_municipalities_of_one_address_are_told_apart_by_code() {
    Site::from("cases/37-habo-and-habo")
        .build()
        .timeline(
            "kommuner/habo-0305",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "habo-0305", "title": "Håbo kommun", "code": "0305" },
  "entries": [
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte 2021", "address": "2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/habo-0643",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "habo-0643", "title": "Habo kommun", "code": "0643" },
  "entries": [
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte 2021", "address": "2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended"
    }
  ]
}
"#]],
        );
}

#[test]
fn case_37_two_folders_for_one_address_are_an_error_that_names_both() {
    let site = Site::from("cases/37-habo-and-habo")
        .rename("content/kommuner/habo-0305", "content/kommuner/håbo")
        .rename("content/kommuner/habo-0643", "content/kommuner/habo");
    site.run(&["build", "--quiet"]).ends(1, &["kommuner/håbo/index.md", "kommuner/habo/index.md"]);
    site.omits("index.html");
}
