//! Places that are easily taken for each other: of one name, of one address, of one code.

use crate::support::Site;
use snapbox::str;

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
