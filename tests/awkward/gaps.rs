//! Agreements and pledges that stand alone, and times of which the archive has nothing.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_26_an_agreement_without_pledges_is_normal() {
    Site::from("cases/26-agreement-without-pledges")
        .today("2016-06-01")
        .build()
        .timeline(
            "kommuner/orust",
            str![[r#"
{
  "as_of": "2016-06-01",
  "place": { "kind": "municipality", "id": "orust", "title": "Orust kommun", "code": "1421" },
  "entries": [
    {
      "type": "agreement", "date": "2016-01-01", "year": 2016, "dated_by": "period",
      "title": "Samverkansöverenskommelse Orust 2016–2018", "address": "2016/overenskommelse.html",
      "period": { "from": "2016-01-01", "until": "2018-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "orust" }]
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/sala",
            str![[r#"
{
  "as_of": "2016-06-01",
  "place": { "kind": "municipality", "id": "sala", "title": "Sala kommun", "code": "1981" },
  "entries": [
    {
      "type": "agreement", "date": "2023-05-22", "year": 2023, "dated_by": "period",
      "title": "Samverkansöverenskommelse Sala", "address": "2023/overenskommelse.html",
      "period": { "from": "2023-05-22", "until": null }, "state": "upcoming",
      "places": [{ "kind": "municipality", "id": "sala" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/orust/index.html", "inga medborgarlöften")
        .reports(str![""]);
}

#[test]
fn case_26_an_end_that_is_not_known_is_said_to_be_unknown() {
    Site::from("cases/26-agreement-without-pledges")
        .build()
        .timeline(
            "kommuner/sala",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "sala", "title": "Sala kommun", "code": "1981" },
  "entries": [
    {
      "type": "agreement", "date": "2023-05-22", "year": 2023, "dated_by": "period",
      "title": "Samverkansöverenskommelse Sala", "address": "2023/overenskommelse.html",
      "period": { "from": "2023-05-22", "until": null }, "state": "unknown",
      "places": [{ "kind": "municipality", "id": "sala" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/sala/index.html", "Källan säger inte hur länge")
        .has("kommuner/sala/2023/overenskommelse.html", "Källan anger inget slut");
}

#[test]
fn case_27_a_pledge_without_a_known_agreement_is_told_as_advice() {
    let pledge = "content/kommuner/stockholm/kungsholmen/2020/medborgarlofte.md";
    let site = Site::from("cases/27-pledge-without-agreement")
        .build()
        .timeline("kommuner/stockholm/kungsholmen", str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "district", "id": "kungsholmen", "title": "Kungsholmen" },
  "entries": [
    {
      "type": "pledge", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Medborgarlöfte Kungsholmen 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "ended",
      "places": [
        { "kind": "municipality", "id": "stockholm" },
        { "kind": "district", "id": "kungsholmen" }
      ]
    }
  ]
}
"#]])
        .reports(str!["advice pledge-without-agreement content/kommuner/stockholm/kungsholmen/2020/medborgarlofte.md:3"]);
    site.run(&["build", "--strict"]).ends(0, &["pledge-without-agreement"]);
    site.change(
        pledge,
        "period = 2020\n",
        "period = 2020\naccept = [{ code = \"pledge-without-agreement\", reason = \"bara polisens löfte\" }]\n",
    )
    .reports(str![""]);
}

#[test]
fn case_28_a_hole_in_the_chain_is_told_of_the_archive_not_of_the_agreement() {
    let timeline = "kommuner/strangnas/index.html";
    Site::from("cases/28-hole-in-the-chain")
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
      "type": "agreement", "date": "2016-01-01", "year": 2016, "dated_by": "period",
      "title": "Samverkansöverenskommelse Strängnäs 2016–2018",
      "address": "2016/overenskommelse.html",
      "period": { "from": "2016-01-01", "until": "2018-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "strangnas" }]
    },
    {
      "type": "gap", "date": "2019-01", "year": 2019, "from": "2019-01", "until": "2022-12",
      "of": "agreement"
    },
    {
      "type": "agreement", "date": "2023-01-01", "year": 2023, "dated_by": "period",
      "title": "Samverkansöverenskommelse Strängnäs 2023–2026",
      "address": "2023/overenskommelse.html",
      "period": { "from": "2023-01-01", "until": "2026-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "strangnas" }]
    }
  ]
}
"#]],
        )
        .has(timeline, "inga samverkansöverenskommelser i arkivet")
        .lacks(timeline, "inget avtal")
        .publishes("kommuner/strangnas/2021/index.html")
        .omits("kommuner/strangnas/2015/index.html")
        .omits("kommuner/strangnas/2027/index.html");
}

/// December 2018 and March 2019 are covered on some of their days.
#[test]
fn case_29_uncovered_months_are_a_gap_of_whole_months() {
    Site::from("cases/29-uncovered-months")
        .build()
        .timeline(
            "kommuner/lysekil",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "lysekil", "title": "Lysekils kommun", "code": "1484" },
  "entries": [
    {
      "type": "pledge", "date": "2017-12-11", "year": 2017, "dated_by": "period",
      "title": "Medborgarlöfte Lysekil december 2017–december 2018",
      "address": "2017/medborgarlofte.html",
      "period": { "from": "2017-12-11", "until": "2018-12-10" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "lysekil" }]
    },
    {
      "type": "gap", "date": "2019-01", "year": 2019, "from": "2019-01", "until": "2019-02",
      "of": "pledge"
    },
    {
      "type": "pledge", "date": "2019-03-27", "year": 2019, "dated_by": "signed",
      "title": "Medborgarlöfte Lysekil mars 2019–februari 2020",
      "address": "2019/medborgarlofte.html",
      "period": { "from": "2019-03-27", "until": "2020-02-29" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "lysekil" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/lysekil/index.html", "inga medborgarlöften i arkivet");
}
