//! Places that change name, shape or existence, are called something other than their police area,
//! or share a name with another.

use crate::support::Site;
use snapbox::str;

/// A document of which only the year is known belongs to both areas of that year.
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
      "period": { "from": "2018-01-01", "until": "2018-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "police-area", "id": "malmo-city" },
        { "kind": "police-area", "id": "malmo-soder" }
      ]
    },
    {
      "type": "notice", "date": "2018", "year": 2018, "dated_by": "date",
      "title": "Polisen i Malmö ritar om sina områden",
      "address": "../../kommuner/malmo/2018/nyhet.html",
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "police-area", "id": "malmo-city" },
        { "kind": "police-area", "id": "malmo-norr" },
        { "kind": "police-area", "id": "malmo-soder" }
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
  "as_of": "2026-11-22",
  "place": { "kind": "police-area", "id": "malmo-norr", "title": "Lokalpolisområde Malmö Norr" },
  "entries": [
    {
      "type": "notice", "date": "2018", "year": 2018, "dated_by": "date",
      "title": "Polisen i Malmö ritar om sina områden",
      "address": "../../kommuner/malmo/2018/nyhet.html",
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "police-area", "id": "malmo-city" },
        { "kind": "police-area", "id": "malmo-norr" },
        { "kind": "police-area", "id": "malmo-soder" }
      ]
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Malmö 2019",
      "address": "../../kommuner/malmo/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "police-area", "id": "malmo-norr" },
        { "kind": "police-area", "id": "malmo-soder" }
      ]
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
      "period": { "from": "2018-01-01", "until": "2018-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "police-area", "id": "malmo-city" },
        { "kind": "police-area", "id": "malmo-soder" }
      ]
    },
    {
      "type": "notice", "date": "2018", "year": 2018, "dated_by": "date",
      "title": "Polisen i Malmö ritar om sina områden",
      "address": "../../kommuner/malmo/2018/nyhet.html",
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "police-area", "id": "malmo-city" },
        { "kind": "police-area", "id": "malmo-norr" },
        { "kind": "police-area", "id": "malmo-soder" }
      ]
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte Malmö 2019",
      "address": "../../kommuner/malmo/2019/medborgarlofte.html",
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "police-area", "id": "malmo-norr" },
        { "kind": "police-area", "id": "malmo-soder" }
      ]
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
      "places": [
        { "kind": "municipality", "id": "malmo" },
        { "kind": "district", "id": "vaster" },
        { "kind": "police-area", "id": "malmo-soder" }
      ],
      "commitments": [
        {
          "id": "buskorning", "text": "Polisen anmäler dem som buskör med moped.",
          "by": ["Polismyndigheten"], "status": null, "standing": "none", "history": []
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
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "goteborg" },
        { "kind": "district", "id": "vastra-hisingen" }
      ]
    },
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Hisingen 2022", "address": "hisingen/2022/medborgarlofte.html",
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "goteborg" },
        { "kind": "district", "id": "hisingen" }
      ]
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
      "period": { "from": "2019-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "goteborg" },
        { "kind": "district", "id": "vastra-hisingen" }
      ]
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

const REGION: &str = "+++\nkind = \"police-area\"\ntitle = \"Polisregion Mitt\"\nlevel = \"region\"\n\n\
    [[members]]\nmunicipality = \"habo\"\n\n[[bodies]]\nname = \"Regionens råd\"\ntype = \"council\"\n\
    from = 2018\nuntil = 2020\n+++\n";

/// A police region is called a region, and the bodies of a place are listed among its facts.
#[test]
fn a_region_has_its_own_label_and_bodies_their_times() {
    let page = "lokalpolisomraden/mitt/index.html";
    Site::from("errors/outcome-duplicate")
        .remove("content/kommuner/habo/2026/uppfoljning.md")
        .write("content/lokalpolisomraden/mitt/index.md", REGION)
        .change(
            "content/kommuner/habo/index.md",
            "code = \"0305\"\n",
            "code = \"0305\"\n\n[[bodies]]\nname = \"Trygg i Håbo\"\n",
        )
        .build()
        .has(page, "polisregion")
        .has(page, "Regionens råd (brottsförebyggande råd), 2018–2020")
        .has("kommuner/habo/index.html", "Råd och samordnare Trygg i Håbo");
}
