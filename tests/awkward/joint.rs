//! Those who make a pledge: several municipalities together or at one ceremony, a city with several
//! police areas, and police areas made of districts.

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
      "places": [
        { "kind": "municipality", "id": "orust" },
        { "kind": "municipality", "id": "stenungsund" },
        { "kind": "municipality", "id": "tjorn" },
        { "kind": "police-area", "id": "stenungsund" }
      ],
      "commitments": [
        {
          "id": "trygghetsvandringar",
          "text": "Vi vandrar tillsammans på platser som känns otrygga.",
          "by": ["Polismyndigheten", "Orust kommun", "Stenungsunds kommun", "Tjörns kommun"],
          "status": null, "standing": "none", "history": []
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
      "places": [
        { "kind": "municipality", "id": "orust" },
        { "kind": "municipality", "id": "stenungsund" },
        { "kind": "municipality", "id": "tjorn" },
        { "kind": "police-area", "id": "stenungsund" }
      ],
      "commitments": [
        {
          "id": "trygghetsvandringar",
          "text": "Vi vandrar tillsammans på platser som känns otrygga.",
          "by": ["Polismyndigheten", "Orust kommun", "Stenungsunds kommun", "Tjörns kommun"],
          "status": null, "standing": "none", "history": []
        }
      ]
    }
  ]
}
"#]],
        )
        .timeline(
            "lokalpolisomraden/stenungsund",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "police-area", "id": "stenungsund", "title": "Lokalpolisområde Stenungsund" },
  "entries": [
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Stenungsund, Orust och Tjörn 2022",
      "address": "../../gemensamt/2022/medborgarlofte.html",
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended",
      "joint_with": ["orust", "stenungsund", "tjorn"],
      "places": [
        { "kind": "municipality", "id": "orust" },
        { "kind": "municipality", "id": "stenungsund" },
        { "kind": "municipality", "id": "tjorn" },
        { "kind": "police-area", "id": "stenungsund" }
      ],
      "commitments": [
        {
          "id": "trygghetsvandringar",
          "text": "Vi vandrar tillsammans på platser som känns otrygga.",
          "by": ["Polismyndigheten", "Orust kommun", "Stenungsunds kommun", "Tjörns kommun"],
          "status": null, "standing": "none", "history": []
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
      "joint_with": ["bjurholm", "nordmaling", "robertsfors", "vannas", "vindeln"],
      "places": [
        { "kind": "municipality", "id": "bjurholm" },
        { "kind": "municipality", "id": "nordmaling" },
        { "kind": "municipality", "id": "robertsfors" },
        { "kind": "municipality", "id": "umea" },
        { "kind": "municipality", "id": "vannas" },
        { "kind": "municipality", "id": "vindeln" }
      ]
    },
    {
      "type": "pledge", "date": "2023-03", "year": 2023, "dated_by": "signed",
      "title": "Medborgarlöfte Umeå 2023–2024", "address": "2023/medborgarlofte.html",
      "period": { "from": "2023-01-01", "until": "2024-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "umea" }]
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
      "joint_with": ["bjurholm", "nordmaling", "robertsfors", "umea", "vindeln"],
      "places": [
        { "kind": "municipality", "id": "bjurholm" },
        { "kind": "municipality", "id": "nordmaling" },
        { "kind": "municipality", "id": "robertsfors" },
        { "kind": "municipality", "id": "umea" },
        { "kind": "municipality", "id": "vannas" },
        { "kind": "municipality", "id": "vindeln" }
      ]
    },
    {
      "type": "pledge", "date": "2023-03", "year": 2023, "dated_by": "signed",
      "title": "Medborgarlöfte Vännäs 2023–2025", "address": "2023/medborgarlofte.html",
      "period": { "from": "2023-01-01", "until": "2025-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "vannas" }]
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
