//! For how long: several pledges at once or a year, pledges prolonged, agreements alone, and times
//! of which the archive has nothing.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_10_several_pledges_at_once_are_normal() {
    Site::from("cases/10-concurrent-pledges")
        .today("2019-06-01")
        .build()
        .timeline(
            "kommuner/uppsala",
            str![[r#"
{
  "as_of": "2019-06-01",
  "place": { "kind": "municipality", "id": "uppsala", "title": "Uppsala kommun", "code": "0380" },
  "entries": [
    {
      "type": "pledge", "date": "2016-01-01", "year": 2016, "dated_by": "period",
      "title": "Medborgarlöfte för Uppsala resecentrum",
      "address": "2016/medborgarlofte-resecentrum.html",
      "period": { "from": "2016-01-01", "until": "2023-12-31" }, "state": "in-force",
      "commitments": [
        {
          "id": "bemanning", "text": "Platsen är bemannad på kvällar och helger.",
          "by": ["Uppsala kommun"], "status": null, "history": []
        }
      ]
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte för Gottsunda och Valsätra 2019–2020",
      "address": "2019/medborgarlofte-gottsunda.html",
      "period": { "from": "2019-01-01", "until": "2020-12-31" }, "state": "in-force",
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på plats varje dag.", "by": ["Polismyndigheten"],
          "status": null, "history": []
        }
      ]
    }
  ]
}
"#]],
        )
        .reports(str![""]);
}

/// The pledge of 2022 has the commitments of the one it extends; what came of them in 2021 is not
/// what came of them in 2022.
#[test]
fn case_11_a_pledge_prolonged_unchanged_leaves_no_gap_and_starts_afresh() {
    Site::from("cases/11-prolonged-unchanged")
        .build()
        .timeline(
            "kommuner/orust",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "orust", "title": "Orust kommun", "code": "1421" },
  "entries": [
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Orust 2021", "address": "2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2021-12-31" }, "state": "ended",
      "commitments": [
        {
          "id": "trafikkontroller", "text": "Polisen gör trafikkontroller vid skolorna.",
          "by": ["Polismyndigheten"], "status": "kept",
          "history": [
            {
              "date": "2022-02-15", "status": "kept", "address": "2022/uppfoljning.html",
              "assessed_by": "Orust kommun och polisen", "third_party": false
            }
          ]
        },
        {
          "id": "faltgrupp", "text": "Kommunens fältgrupp är ute på fredagskvällarna.",
          "by": ["Orust kommun"], "status": "ongoing",
          "history": [
            {
              "date": "2022-02-15", "status": "ongoing", "address": "2022/uppfoljning.html",
              "assessed_by": "Orust kommun och polisen", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Orust 2022", "address": "2022/medborgarlofte.html",
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended",
      "commitments": [
        {
          "id": "trafikkontroller", "text": "Polisen gör trafikkontroller vid skolorna.",
          "by": ["Polismyndigheten"], "status": null, "history": []
        },
        {
          "id": "faltgrupp", "text": "Kommunens fältgrupp är ute på fredagskvällarna.",
          "by": ["Orust kommun"], "status": "partly-kept",
          "history": [
            {
              "date": "2023-01-20", "status": "partly-kept", "address": "2023/uppfoljning.html",
              "assessed_by": "Orust kommun och polisen", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2022-02-15", "year": 2022, "dated_by": "date",
      "title": "Uppföljning av medborgarlöftet 2021", "address": "2022/uppfoljning.html"
    },
    {
      "type": "follow-up", "date": "2023-01-20", "year": 2023, "dated_by": "date",
      "title": "Uppföljning av medborgarlöftet 2022", "address": "2023/uppfoljning.html"
    }
  ]
}
"#]],
        )
        .has("kommuner/orust/2021/medborgarlofte.html", "Pågick vid senaste uppföljningen")
        .has(
            "kommuner/orust/2022/medborgarlofte.html",
            "Polisen gör trafikkontroller vid skolorna.",
        )
        .has("kommuner/orust/2022/medborgarlofte.html", "Ingen uppföljning i arkivet")
        .links_to("kommuner/orust/2022/medborgarlofte.html", "../2021/medborgarlofte.html");
}

#[test]
fn case_12_a_pledge_prolonged_with_an_addition_lists_all_of_its_own() {
    Site::from("cases/12-prolonged-with-an-addition")
        .today("2023-06-01")
        .build()
        .timeline(
            "kommuner/umea",
            str![[r#"
{
  "as_of": "2023-06-01",
  "place": { "kind": "municipality", "id": "umea", "title": "Umeå kommun", "code": "2480" },
  "entries": [
    {
      "type": "pledge", "date": "2021-01-01", "year": 2021, "dated_by": "period",
      "title": "Medborgarlöfte Umeå 2021–2022", "address": "2021/medborgarlofte.html",
      "period": { "from": "2021-01-01", "until": "2022-12-31" }, "state": "ended",
      "commitments": [
        {
          "id": "synlighet", "text": "Polisen är synlig i centrum på kvällar och nätter.",
          "by": ["Polismyndigheten"], "status": "kept",
          "history": [
            {
              "date": "2022-12", "status": "kept", "address": "2022/uppfoljning.html",
              "assessed_by": "Umeå kommun och polisen", "third_party": false
            }
          ]
        },
        {
          "id": "droger", "text": "Vi arbetar tillsammans mot droger i skolan.",
          "by": ["Polismyndigheten", "Umeå kommun"], "status": "not-assessable",
          "history": [
            {
              "date": "2022-12", "status": "not-assessable", "address": "2022/uppfoljning.html",
              "assessed_by": "Umeå kommun och polisen", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2022-12", "year": 2022, "dated_by": "date",
      "title": "Uppföljning 2022", "address": "2022/uppfoljning.html"
    },
    {
      "type": "pledge", "date": "2023-01-01", "year": 2023, "dated_by": "period",
      "title": "Medborgarlöfte Umeå 2023–2024", "address": "2023/medborgarlofte.html",
      "period": { "from": "2023-01-01", "until": "2024-12-31" }, "state": "in-force",
      "commitments": [
        {
          "id": "synlighet", "text": "Polisen är synlig i centrum på kvällar och nätter.",
          "by": ["Polismyndigheten"], "status": null, "history": []
        },
        {
          "id": "droger", "text": "Vi arbetar tillsammans mot droger i skolan.",
          "by": ["Polismyndigheten", "Umeå kommun"], "status": null, "history": []
        },
        {
          "id": "vald-i-nara-relation", "text": "Vi upptäcker våld i nära relation tidigare.",
          "by": ["Polismyndigheten", "Umeå kommun"], "status": null, "history": []
        }
      ]
    }
  ]
}
"#]],
        )
        .links_to(
            "kommuner/umea/2023/medborgarlofte.html",
            "../2021/medborgarlofte.html#lofte-droger",
        )
        .links_to("kommuner/umea/2021/medborgarlofte.html", "../2023/medborgarlofte.html");
}

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
      "period": { "from": "2016-01-01", "until": "2018-12-31" }, "state": "in-force"
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
      "period": { "from": "2023-05-22", "until": null }, "state": "upcoming"
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
      "period": { "from": "2023-05-22", "until": null }, "state": "unknown"
    }
  ]
}
"#]],
        )
        .has("kommuner/sala/index.html", "slutdatum framgår inte")
        .has("kommuner/sala/2023/overenskommelse.html", "slutdatum framgår inte");
}

#[test]
fn case_27_a_pledge_without_a_known_agreement_is_a_warning() {
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
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "ended"
    }
  ]
}
"#]])
        .reports(str!["warning pledge-without-agreement content/kommuner/stockholm/kungsholmen/2020/medborgarlofte.md:3"]);
    site.run(&["build", "--quiet", "--strict"]).ends(1, &["pledge-without-agreement"]);
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
      "period": { "from": "2016-01-01", "until": "2018-12-31" }, "state": "ended"
    },
    {
      "type": "gap", "date": "2019-01", "year": 2019, "from": "2019-01", "until": "2022-12",
      "of": "agreement"
    },
    {
      "type": "agreement", "date": "2023-01-01", "year": 2023, "dated_by": "period",
      "title": "Samverkansöverenskommelse Strängnäs 2023–2026",
      "address": "2023/overenskommelse.html",
      "period": { "from": "2023-01-01", "until": "2026-12-31" }, "state": "in-force"
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
      "period": { "from": "2017-12-11", "until": "2018-12-10" }, "state": "ended"
    },
    {
      "type": "gap", "date": "2019-01", "year": 2019, "from": "2019-01", "until": "2019-02",
      "of": "pledge"
    },
    {
      "type": "pledge", "date": "2019-03-27", "year": 2019, "dated_by": "signed",
      "title": "Medborgarlöfte Lysekil mars 2019–februari 2020",
      "address": "2019/medborgarlofte.html",
      "period": { "from": "2019-03-27", "until": "2020-02-29" }, "state": "ended"
    }
  ]
}
"#]],
        )
        .has("kommuner/lysekil/index.html", "inga medborgarlöften i arkivet");
}

#[test]
fn case_30_four_pledges_a_year_with_a_follow_up_each_are_normal() {
    Site::from("cases/30-quarterly-pledges")
        .today("2023-02-01")
        .build()
        .timeline(
            "kommuner/fagersta",
            str![[r#"
{
  "as_of": "2023-02-01",
  "place": { "kind": "municipality", "id": "fagersta", "title": "Fagersta kommun", "code": "1982" },
  "entries": [
    {
      "type": "agreement", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Samverkansöverenskommelse Fagersta 2022", "address": "2022/overenskommelse.html",
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended"
    },
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta, kvartal 1 2022",
      "address": "2022/medborgarlofte-kvartal-1.html",
      "period": { "from": "2022-01-01", "until": "2022-03-31" }, "state": "ended",
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept",
          "history": [
            {
              "date": "2022-04-07", "status": "kept", "address": "2022/uppfoljning-kvartal-1.html",
              "assessed_by": "Fagersta kommun", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "pledge", "date": "2022-04-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta, kvartal 2 2022",
      "address": "2022/medborgarlofte-kvartal-2.html",
      "period": { "from": "2022-04-01", "until": "2022-06-30" }, "state": "ended",
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept",
          "history": [
            {
              "date": "2022-07-07", "status": "kept", "address": "2022/uppfoljning-kvartal-2.html",
              "assessed_by": "Fagersta kommun", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2022-04-07", "year": 2022, "dated_by": "date",
      "title": "Uppföljning kvartal 1 2022", "address": "2022/uppfoljning-kvartal-1.html"
    },
    {
      "type": "pledge", "date": "2022-07-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta, kvartal 3 2022",
      "address": "2022/medborgarlofte-kvartal-3.html",
      "period": { "from": "2022-07-01", "until": "2022-09-30" }, "state": "ended",
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept",
          "history": [
            {
              "date": "2022-10-06", "status": "kept", "address": "2022/uppfoljning-kvartal-3.html",
              "assessed_by": "Fagersta kommun", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2022-07-07", "year": 2022, "dated_by": "date",
      "title": "Uppföljning kvartal 2 2022", "address": "2022/uppfoljning-kvartal-2.html"
    },
    {
      "type": "pledge", "date": "2022-10-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta, kvartal 4 2022",
      "address": "2022/medborgarlofte-kvartal-4.html",
      "period": { "from": "2022-10-01", "until": "2022-12-31" }, "state": "ended",
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept",
          "history": [
            {
              "date": "2023-01-12", "status": "kept", "address": "2022/uppfoljning-kvartal-4.html",
              "assessed_by": "Fagersta kommun", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2022-10-06", "year": 2022, "dated_by": "date",
      "title": "Uppföljning kvartal 3 2022", "address": "2022/uppfoljning-kvartal-3.html"
    },
    {
      "type": "follow-up", "date": "2023-01-12", "year": 2023, "dated_by": "date",
      "title": "Uppföljning kvartal 4 2022", "address": "2022/uppfoljning-kvartal-4.html"
    }
  ]
}
"#]],
        )
        .has("kommuner/fagersta/2022/index.html", "Medborgarlöfte Fagersta, kvartal 4 2022")
        .reports(str![""]);
}
