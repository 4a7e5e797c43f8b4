//! What the archive is based on: wordings that change, several documents in one file, files that
//! exist only as scans, addresses that stop working.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_23_two_published_wordings_are_two_documents() {
    let first = "kommuner/laxa/2018/medborgarlofte-forsta-lydelsen.html";
    let later = "kommuner/laxa/2018/medborgarlofte.html";
    Site::from("cases/23-two-published-wordings")
        .today("2019-06-01")
        .build()
        .timeline(
            "kommuner/laxa",
            str![[r#"
{
  "as_of": "2019-06-01",
  "place": { "kind": "municipality", "id": "laxa", "title": "Laxå kommun", "code": "1860" },
  "entries": [
    {
      "type": "pledge", "date": "2018-07-01", "year": 2018, "dated_by": "period",
      "title": "Medborgarlöfte Laxå, i första lydelsen",
      "address": "2018/medborgarlofte-forsta-lydelsen.html", "wording": "verbatim",
      "period": { "from": "2018-07-01", "until": "2020-06-30" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "laxa" }]
    },
    {
      "type": "pledge", "date": "2018-07-01", "year": 2018, "dated_by": "period",
      "title": "Medborgarlöfte Laxå, i senare lydelse", "address": "2018/medborgarlofte.html",
      "wording": "verbatim", "period": { "from": "2018-07-01", "until": "2020-06-30" },
      "state": "in-force", "places": [{ "kind": "municipality", "id": "laxa" }]
    }
  ]
}
"#]],
        )
        .has(first, "Polisen syns mer.")
        .has(first, "2 november 2018")
        .has(later, "Polisen syns oftare i centrum.")
        .has(later, "15 januari 2020")
        .links_to(later, "https://polisen.se/om-polisen/medborgarloften/laxa/");
}

#[test]
fn case_24_a_compound_document_is_two_documents_that_share_a_file() {
    let site = Site::from("cases/24-compound-document")
        .build()
        .timeline(
            "kommuner/fagersta",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "fagersta", "title": "Fagersta kommun", "code": "1982" },
  "entries": [
    {
      "type": "pledge", "date": "2022-01-01", "year": 2022, "dated_by": "period",
      "title": "Medborgarlöfte Fagersta 2022–2023", "address": "2022/medborgarlofte.html",
      "period": { "from": "2022-01-01", "until": "2023-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "fagersta" }],
      "commitments": [
        {
          "id": "narvaro", "text": "Polisen finns på torget varje fredag.",
          "by": ["Polismyndigheten"], "status": "kept", "standing": "kept",
          "history": [
            {
              "date": "2023-01-17", "status": "kept", "address": "2022/uppfoljning.html",
              "assessed_by": "Fagersta kommun och polisen", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2023-01-17", "year": 2023, "dated_by": "date",
      "title": "Uppföljning 2022", "address": "2022/uppfoljning.html",
      "places": [{ "kind": "municipality", "id": "fagersta" }]
    }
  ]
}
"#]],
        )
        .links_to(
            "kommuner/fagersta/2022/medborgarlofte.html",
            "medborgarlofte-och-uppfoljning.pdf",
        )
        .links_to("kommuner/fagersta/2022/uppfoljning.html", "medborgarlofte-och-uppfoljning.pdf");
    let file = "kommuner/fagersta/2022/medborgarlofte-och-uppfoljning.pdf";
    assert_eq!(site.html(file), site.read(&format!("content/{file}")));
}

#[test]
fn case_25_an_agreement_and_a_pledge_signed_together_share_a_day_and_a_notice() {
    Site::from("cases/25-signed-together")
        .build()
        .timeline(
            "kommuner/hoor",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "hoor", "title": "Höörs kommun", "code": "1267" },
  "entries": [
    {
      "type": "agreement", "date": "2020-05-05", "year": 2020, "dated_by": "signed",
      "title": "Samverkansavtal Höör 2020–2023", "address": "2020/samverkansavtal.html",
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "hoor" }]
    },
    {
      "type": "pledge", "date": "2020-05-05", "year": 2020, "dated_by": "signed",
      "title": "Medborgarlöfte Höör 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "hoor" }]
    },
    {
      "type": "notice", "date": "2020-05-05", "year": 2020, "dated_by": "date",
      "title": "Nya samverkansdokument undertecknade i Höör", "address": "2020/nyhet.html",
      "places": [{ "kind": "municipality", "id": "hoor" }]
    }
  ]
}
"#]],
        )
        .links_to("kommuner/hoor/2020/nyhet.html", "samverkansavtal.html")
        .links_to("kommuner/hoor/2020/nyhet.html", "medborgarlofte.html")
        .links_to("kommuner/hoor/2020/samverkansavtal.html", "nyhet.html")
        .links_to("kommuner/hoor/2020/medborgarlofte.html", "nyhet.html");
}

/// The law requires a situation report every second year; four reports with the same date are one
/// set.
#[test]
fn case_33_four_situation_reports_are_one_set() {
    let plan = "kommuner/goteborg/2024/atgardsplan.html";
    Site::from("cases/33-four-situation-reports")
        .build()
        .timeline(
            "kommuner/goteborg",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "goteborg", "title": "Göteborgs Stad", "code": "1480" },
  "entries": [
    {
      "type": "situation-report", "date": "2024-05-20", "year": 2024, "dated_by": "date",
      "title": "Lägesbild Centrum 2024", "address": "2024/lagesbild-centrum.html",
      "places": [{ "kind": "municipality", "id": "goteborg" }]
    },
    {
      "type": "situation-report", "date": "2024-05-20", "year": 2024, "dated_by": "date",
      "title": "Lägesbild Hisingen 2024", "address": "2024/lagesbild-hisingen.html",
      "places": [{ "kind": "municipality", "id": "goteborg" }]
    },
    {
      "type": "situation-report", "date": "2024-05-20", "year": 2024, "dated_by": "date",
      "title": "Lägesbild Nordost 2024", "address": "2024/lagesbild-nordost.html",
      "places": [{ "kind": "municipality", "id": "goteborg" }]
    },
    {
      "type": "situation-report", "date": "2024-05-20", "year": 2024, "dated_by": "date",
      "title": "Lägesbild Sydväst 2024", "address": "2024/lagesbild-sydvast.html",
      "places": [{ "kind": "municipality", "id": "goteborg" }]
    },
    {
      "type": "action-plan", "date": "2024-07-01", "year": 2024, "dated_by": "period",
      "title": "Åtgärdsplan Göteborg 2024–2026", "address": "2024/atgardsplan.html",
      "period": { "from": "2024-07-01", "until": "2026-06-30" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "goteborg" }]
    }
  ]
}
"#]],
        )
        .links_to(plan, "lagesbild-nordost.html")
        .links_to("kommuner/goteborg/2024/lagesbild-nordost.html", "atgardsplan.html")
        .reports(str![
            "warning situation-report-old content/kommuner/goteborg/2024/lagesbild-sydvast.md:3"
        ])
        .change("content/kommuner/goteborg/2024/lagesbild-hisingen.md", "2024-05-20", "2025-05-20")
        .reports(str![
            "warning year-folder content/kommuner/goteborg/2024/lagesbild-hisingen.md:4"
        ]);
}

#[test]
fn case_38_a_document_that_is_only_a_scan_says_so() {
    let agreement = "content/kommuner/sundsvall/2016/overenskommelse.md";
    let site = Site::from("cases/38-scanned-only")
        .build()
        .publishes("kommuner/sundsvall/2016/overenskommelse.pdf")
        .has("kommuner/sundsvall/2016/overenskommelse.html", "bilder av text")
        .reports(str![
            "warning scanned-only content/kommuner/sundsvall/2016/overenskommelse.md:14"
        ]);
    let text = site.read(agreement);
    site.write(agreement, text + "\nPolisen och kommunen ska arbeta tillsammans.\n")
        .reports(str![""]);
}

#[test]
fn case_39_the_local_copy_is_the_record_when_addresses_rot() {
    let pledge = "kommuner/umea/2021/medborgarlofte.html";
    Site::from("cases/39-link-rot")
        .build()
        .publishes("kommuner/umea/2021/medborgarlofte-2021-2022.pdf")
        .links_to(pledge, "medborgarlofte-2021-2022.pdf")
        .links_to(pledge, "https://www.umea.se/medborgarloften.4.1748d19a1537eec874e242e6.html")
        .has(pledge, "1 mars 2021")
        .links_to(pledge, "https://www.umea.se/medborgarloften.4.27a2de8b172da059ace26fb.html")
        .has(pledge, "20 februari 2023");
}
