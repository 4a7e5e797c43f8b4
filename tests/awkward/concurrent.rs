//! Several pledges at once or in a year, and pledges that are extended.

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
      "places": [{ "kind": "municipality", "id": "uppsala" }],
      "commitments": [
        {
          "id": "bemanning", "text": "Platsen är bemannad på kvällar och helger.",
          "by": ["Uppsala kommun"], "status": null, "standing": "none", "history": []
        }
      ]
    },
    {
      "type": "pledge", "date": "2019-01-01", "year": 2019, "dated_by": "period",
      "title": "Medborgarlöfte för Gottsunda och Valsätra 2019–2020",
      "address": "2019/medborgarlofte-gottsunda.html",
      "period": { "from": "2019-01-01", "until": "2020-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "uppsala" }],
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på plats varje dag.", "by": ["Polismyndigheten"],
          "status": null, "standing": "none", "history": []
        }
      ]
    }
  ]
}
"#]],
        )
        .reports(str![""]);
}

/// The pledge of 2022 has the commitments of the one that it extends. Their outcomes in 2021 say
/// nothing about 2022.
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
      "places": [{ "kind": "municipality", "id": "orust" }],
      "commitments": [
        {
          "id": "trafikkontroller", "text": "Polisen gör trafikkontroller vid skolorna.",
          "by": ["Polismyndigheten"], "status": "kept", "standing": "kept",
          "history": [
            {
              "date": "2022-02-15", "status": "kept", "address": "2022/uppfoljning.html",
              "assessed_by": "Orust kommun och polisen", "third_party": false
            }
          ]
        },
        {
          "id": "faltgrupp", "text": "Kommunens fältgrupp är ute på fredagskvällarna.",
          "by": ["Orust kommun"], "status": "ongoing", "standing": "ongoing",
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
      "places": [{ "kind": "municipality", "id": "orust" }],
      "commitments": [
        {
          "id": "trafikkontroller", "text": "Polisen gör trafikkontroller vid skolorna.",
          "by": ["Polismyndigheten"], "status": null, "standing": "none", "history": []
        },
        {
          "id": "faltgrupp", "text": "Kommunens fältgrupp är ute på fredagskvällarna.",
          "by": ["Orust kommun"], "status": "partly-kept", "standing": "partly-kept",
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
      "title": "Uppföljning av medborgarlöftet 2021", "address": "2022/uppfoljning.html",
      "places": [{ "kind": "municipality", "id": "orust" }]
    },
    {
      "type": "follow-up", "date": "2023-01-20", "year": 2023, "dated_by": "date",
      "title": "Uppföljning av medborgarlöftet 2022", "address": "2023/uppfoljning.html",
      "places": [{ "kind": "municipality", "id": "orust" }]
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
      "places": [{ "kind": "municipality", "id": "umea" }],
      "commitments": [
        {
          "id": "synlighet", "text": "Polisen är synlig i centrum på kvällar och nätter.",
          "by": ["Polismyndigheten"], "status": "kept", "standing": "kept",
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
          "standing": "not-assessable",
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
      "title": "Uppföljning 2022", "address": "2022/uppfoljning.html",
      "places": [{ "kind": "municipality", "id": "umea" }]
    },
    {
      "type": "pledge", "date": "2023-01-01", "year": 2023, "dated_by": "period",
      "title": "Medborgarlöfte Umeå 2023–2024", "address": "2023/medborgarlofte.html",
      "period": { "from": "2023-01-01", "until": "2024-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "umea" }],
      "commitments": [
        {
          "id": "synlighet", "text": "Polisen är synlig i centrum på kvällar och nätter.",
          "by": ["Polismyndigheten"], "status": null, "standing": "none", "history": []
        },
        {
          "id": "droger", "text": "Vi arbetar tillsammans mot droger i skolan.",
          "by": ["Polismyndigheten", "Umeå kommun"], "status": null, "standing": "none",
          "history": []
        },
        {
          "id": "vald-i-nara-relation", "text": "Vi upptäcker våld i nära relation tidigare.",
          "by": ["Polismyndigheten", "Umeå kommun"], "status": null, "standing": "none",
          "history": []
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
      "period": { "from": "2022-01-01", "until": "2022-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "fagersta" }]
    },
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta, kvartal 1 2022",
      "address": "2022/medborgarlofte-kvartal-1.html",
      "period": { "from": "2022-01-01", "until": "2022-03-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "fagersta" }],
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept", "standing": "kept",
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
      "places": [{ "kind": "municipality", "id": "fagersta" }],
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept", "standing": "kept",
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
      "title": "Uppföljning kvartal 1 2022", "address": "2022/uppfoljning-kvartal-1.html",
      "places": [{ "kind": "municipality", "id": "fagersta" }]
    },
    {
      "type": "pledge", "date": "2022-07-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta, kvartal 3 2022",
      "address": "2022/medborgarlofte-kvartal-3.html",
      "period": { "from": "2022-07-01", "until": "2022-09-30" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "fagersta" }],
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept", "standing": "kept",
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
      "title": "Uppföljning kvartal 2 2022", "address": "2022/uppfoljning-kvartal-2.html",
      "places": [{ "kind": "municipality", "id": "fagersta" }]
    },
    {
      "type": "pledge", "date": "2022-10-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta, kvartal 4 2022",
      "address": "2022/medborgarlofte-kvartal-4.html",
      "period": { "from": "2022-10-01", "until": "2022-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "fagersta" }],
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget.", "by": ["Polismyndigheten"],
          "status": "kept", "standing": "kept",
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
      "title": "Uppföljning kvartal 3 2022", "address": "2022/uppfoljning-kvartal-3.html",
      "places": [{ "kind": "municipality", "id": "fagersta" }]
    },
    {
      "type": "follow-up", "date": "2023-01-12", "year": 2023, "dated_by": "date",
      "title": "Uppföljning kvartal 4 2022", "address": "2022/uppfoljning-kvartal-4.html",
      "places": [{ "kind": "municipality", "id": "fagersta" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/fagersta/2022/index.html", "Medborgarlöfte Fagersta, kvartal 4 2022")
        .reports(str![""]);
}
