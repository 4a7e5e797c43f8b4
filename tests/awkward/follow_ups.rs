//! Results: follow-ups that were promised, made, missing or made by others, and commitments that
//! were cancelled.

use crate::support::Site;
use snapbox::str;

/// The first is answered because the follow-up says so, the last because the follow-up came after
/// it was due.
#[test]
fn case_31_a_follow_up_may_be_promised_for_after_the_period() {
    Site::from("cases/31-follow-up-after-the-period")
        .build()
        .timeline(
            "kommuner/eskilstuna",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality", "id": "eskilstuna", "title": "Eskilstuna kommun", "code": "0484"
  },
  "entries": [
    {
      "type": "pledge", "date": "2018-01-01", "year": 2018, "dated_by": "period",
      "title": "Medborgarlöfte Eskilstuna 2018", "address": "2018/medborgarlofte.html",
      "period": { "from": "2018-01-01", "until": "2018-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "planned-follow-up", "date": "2018-05", "year": 2018, "state": "published",
      "of": "2018/medborgarlofte.html", "answered_by": "2018/uppfoljning-maj.html"
    },
    {
      "type": "follow-up", "date": "2018-06-04", "year": 2018, "dated_by": "date",
      "title": "Uppföljning i maj 2018", "address": "2018/uppfoljning-maj.html",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "planned-follow-up", "date": "2018-09", "year": 2018, "state": "missing",
      "of": "2018/medborgarlofte.html", "answered_by": null
    },
    {
      "type": "planned-follow-up", "date": "2019-01", "year": 2019, "state": "published",
      "of": "2018/medborgarlofte.html", "answered_by": "2019/uppfoljning.html"
    },
    {
      "type": "follow-up", "date": "2019-02-12", "year": 2019, "dated_by": "date",
      "title": "Slutlig uppföljning", "address": "2019/uppfoljning.html",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    }
  ]
}
"#]],
        )
        .publishes("kommuner/eskilstuna/2019/index.html");
}

#[test]
fn case_32_a_promised_follow_up_that_is_not_there_is_missing_from_the_archive() {
    let pledge = "kommuner/eskilstuna/2018/medborgarlofte.html";
    let timeline = "kommuner/eskilstuna/index.html";
    Site::from("cases/32-promised-follow-up-missing")
        .build()
        .timeline(
            "kommuner/eskilstuna",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality", "id": "eskilstuna", "title": "Eskilstuna kommun", "code": "0484"
  },
  "entries": [
    {
      "type": "pledge", "date": "2018-01-01", "year": 2018, "dated_by": "period",
      "title": "Medborgarlöfte Eskilstuna 2018", "address": "2018/medborgarlofte.html",
      "period": { "from": "2018-01-01", "until": "2018-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "planned-follow-up", "date": "2018-05", "year": 2018, "state": "missing",
      "of": "2018/medborgarlofte.html", "answered_by": null
    },
    {
      "type": "planned-follow-up", "date": "2018-09", "year": 2018, "state": "missing",
      "of": "2018/medborgarlofte.html", "answered_by": null
    },
    {
      "type": "planned-follow-up", "date": "2019-01", "year": 2019, "state": "missing",
      "of": "2018/medborgarlofte.html", "answered_by": null
    }
  ]
}
"#]],
        )
        .has(timeline, "saknas i arkivet")
        .has(timeline, "september 2018")
        .has(timeline, "Inget gällande medborgarlöfte finns i arkivet; det senaste gällde 2018")
        .has(pledge, "saknas i arkivet")
        .has(pledge, "januari 2019")
        .reports(str![""]);
}

#[test]
fn case_31_a_promised_follow_up_that_came_is_one_entry_which_says_what_it_was_promised_for() {
    let timeline = "kommuner/eskilstuna/index.html";
    Site::from("cases/31-follow-up-after-the-period")
        .build()
        .has(timeline, "Uppföljning i maj 2018 Följer upp Medborgarlöfte Eskilstuna 2018 Utlovad till maj 2018")
        .lacks(timeline, "utlovad och publicerad")
        .has("kommuner/eskilstuna/2018/index.html", "Utlovad till maj 2018")
        .has(timeline, "september 2018: utlovad – saknas i arkivet");
}

#[test]
fn case_31_a_promised_follow_up_that_came_in_another_year_is_told_in_both() {
    let answer = "content/kommuner/eskilstuna/2019/uppfoljning.md";
    Site::from("cases/31-follow-up-after-the-period")
        .change(answer, "follows_up", "answers = \"2018-09\"\nfollows_up")
        .build()
        .has("kommuner/eskilstuna/2018/index.html", "september 2018: utlovad och publicerad")
        .has("kommuner/eskilstuna/2019/index.html", "Slutlig uppföljning");
}

/// A month is not over before its last day is.
#[test]
fn case_32_a_follow_up_is_missing_only_when_its_last_day_has_passed() {
    let states = |today: &str| -> Vec<String> {
        let site = Site::from("cases/32-promised-follow-up-missing").today(today).build();
        let timeline = site.json("kommuner/eskilstuna/timeline.json");
        let entries = timeline["entries"].as_array().expect("entries");
        let planned = entries.iter().filter(|entry| entry["type"] == "planned-follow-up");
        planned.map(|entry| entry["state"].as_str().expect("a state").to_owned()).collect()
    };
    assert_eq!(states("2018-05-31"), ["upcoming", "upcoming", "upcoming"]);
    assert_eq!(states("2018-06-01"), ["missing", "upcoming", "upcoming"]);
    assert_eq!(states("2019-01-31"), ["missing", "missing", "upcoming"]);
    assert_eq!(states("2019-02-01"), ["missing", "missing", "missing"]);
}

#[test]
fn case_34_a_cancelled_commitment_gives_its_reason() {
    let pledge = "kommuner/strangnas/2020/medborgarlofte.html";
    Site::from("cases/34-cancelled")
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
      "type": "pledge", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Medborgarlöfte Strängnäs 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "strangnas" }],
      "commitments": [
        {
          "id": "trygghetsvandringar", "text": "Vi vandrar i alla orter.",
          "by": ["Strängnäs kommun", "Polismyndigheten"], "status": "cancelled",
          "standing": "cancelled",
          "history": [
            {
              "date": "2021-02-24", "status": "cancelled", "address": "2021/resultat.html",
              "assessed_by": "Strängnäs kommun", "third_party": false
            }
          ]
        },
        {
          "id": "trafik", "text": "Polisen kontrollerar farten vid skolorna.",
          "by": ["Polismyndigheten"], "status": "kept", "standing": "kept",
          "history": [
            {
              "date": "2021-02-24", "status": "kept", "address": "2021/resultat.html",
              "assessed_by": "Strängnäs kommun", "third_party": false
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2021-02-24", "year": 2021, "dated_by": "date",
      "title": "Resultat av medborgarlöftet 2020", "address": "2021/resultat.html",
      "places": [{ "kind": "municipality", "id": "strangnas" }]
    }
  ]
}
"#]],
        )
        .has(pledge, "Inställt")
        .has(pledge, "på grund av pandemin")
        .has(pledge, "2 åtaganden: 1 uppfyllt, 1 inställt.");
    let site = Site::from("cases/34-cancelled").change(
        "content/kommuner/strangnas/2021/resultat.md",
        "text = \"Vandringarna ställdes in på grund av pandemin.\"\n",
        "",
    );
    site.run(&["build", "--quiet"])
        .ends(1, &["reason-missing", "content/kommuner/strangnas/2021/resultat.md:10"]);
}

/// The verdicts of others are shown beside the parties' own and never become the status, even if
/// they are later.
#[test]
fn case_35_the_press_has_its_say_but_does_not_set_the_status() {
    let pledge = "kommuner/lulea/2017/medborgarlofte.html";
    Site::from("cases/35-verdict-of-the-press")
        .build()
        .timeline(
            "kommuner/lulea",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "lulea", "title": "Luleå kommun", "code": "2580" },
  "entries": [
    {
      "type": "pledge", "date": "2017-01-01", "year": 2017, "dated_by": "period",
      "title": "Medborgarlöfte Luleå 2017", "address": "2017/medborgarlofte.html",
      "period": { "from": "2017-01-01", "until": "2017-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "lulea" }],
      "commitments": [
        {
          "id": "trafik", "text": "Polisen gör fler nykterhetskontroller.",
          "by": ["Polismyndigheten"], "status": "kept", "standing": "kept",
          "history": [
            {
              "date": "2018-01-10", "status": "kept", "address": "2018/uppfoljning.html",
              "assessed_by": "Polismyndigheten", "third_party": false
            },
            {
              "date": "2018-02-03", "status": "kept", "address": "2018/granskning.html",
              "assessed_by": "Norrländska Socialdemokraten", "third_party": true
            }
          ]
        },
        {
          "id": "stolder", "text": "Vi minskar stölderna i centrum.",
          "by": ["Polismyndigheten", "Luleå kommun"], "status": "partly-kept",
          "standing": "partly-kept",
          "history": [
            {
              "date": "2018-01-10", "status": "partly-kept", "address": "2018/uppfoljning.html",
              "assessed_by": "Luleå kommun", "third_party": false
            },
            {
              "date": "2018-02-03", "status": "not-kept", "address": "2018/granskning.html",
              "assessed_by": "Norrländska Socialdemokraten", "third_party": true
            }
          ]
        },
        {
          "id": "svar", "text": "Den som anmäler får svar inom en vecka.",
          "by": ["Polismyndigheten"], "status": null, "standing": "none",
          "history": [
            {
              "date": "2018-02-03", "status": "not-assessable", "address": "2018/granskning.html",
              "assessed_by": "Norrländska Socialdemokraten", "third_party": true
            }
          ]
        }
      ]
    },
    {
      "type": "follow-up", "date": "2018-01-10", "year": 2018, "dated_by": "date",
      "title": "Uppföljning av medborgarlöftet 2017", "address": "2018/uppfoljning.html",
      "places": [{ "kind": "municipality", "id": "lulea" }]
    },
    {
      "type": "follow-up", "date": "2018-02-03", "year": 2018, "dated_by": "date",
      "title": "Så har det gått med polisens medborgarlöften", "address": "2018/granskning.html",
      "places": [{ "kind": "municipality", "id": "lulea" }]
    }
  ]
}
"#]],
        )
        .has(pledge, "Norrländska Socialdemokraten")
        .has(pledge, "Ja, men inte enligt statistiken.")
        .has(pledge, "3 åtaganden: 1 uppfyllt, 1 delvis");
}
