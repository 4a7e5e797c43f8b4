//! Places that change name, shape or existence, are called something other than their police area,
//! or share a name with another.

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
      "period": { "from": "2020-01-01", "until": "2022-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "gotland" }]
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
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "habo-0305" }]
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
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "habo-0643" }]
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

#[test]
fn the_code_of_one_municipality_in_two_files_is_an_error() {
    Site::from("errors/outcome-duplicate")
        .remove("content/kommuner/habo/2026/uppfoljning.md")
        .write(
            "content/kommuner/hobo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/enkoping/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Enköpings kommun\"\ncode = \"0381\"\n+++\n",
        )
        .reports("error duplicate-place content/kommuner/hobo/index.md:1");
}
