//! When something was signed, beside the time that it holds for.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_13_signed_months_into_the_period_is_shown_and_never_reported() {
    let late = "efter periodens början";
    Site::from("cases/13-signed-into-the-period")
        .build()
        .timeline(
            "kommuner/laxa",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "laxa", "title": "Laxå kommun", "code": "1860" },
  "entries": [
    {
      "type": "pledge", "date": "2018-10-26", "year": 2018, "dated_by": "signed",
      "title": "Medborgarlöfte Laxå 2018–2020", "address": "2018/medborgarlofte.html",
      "period": { "from": "2018-07-01", "until": "2020-06-30" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "laxa" }]
    }
  ]
}
"#]],
        )
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
      "type": "pledge", "date": "2020-05-07", "year": 2020, "dated_by": "signed",
      "title": "Medborgarlöfte Eskilstuna 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    }
  ]
}
"#]],
        )
        .timeline(
            "kommuner/norberg",
            str![[r#"
{
  "as_of": "2026-11-22",
  "place": { "kind": "municipality", "id": "norberg", "title": "Norbergs kommun", "code": "1962" },
  "entries": [
    {
      "type": "pledge", "date": "2015-11-27", "year": 2015, "dated_by": "signed",
      "title": "Medborgarlöfte Norberg 2015–2016", "address": "2015/medborgarlofte.html",
      "period": { "from": "2015-01-01", "until": "2016-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "norberg" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/laxa/index.html", late)
        .has("kommuner/laxa/2018/medborgarlofte.html", late)
        .has("kommuner/eskilstuna/2020/medborgarlofte.html", late)
        .has("kommuner/eskilstuna/2020/medborgarlofte.html", "Dagen enligt polisens inbjudan")
        .has("kommuner/norberg/2015/medborgarlofte.html", late)
        .has("kommuner/norberg/2015/medborgarlofte.html", "27 november 2015")
        .reports(str![""]);
}

#[test]
fn case_14_signed_before_the_period_is_still_to_come() {
    Site::from("cases/14-signed-before-the-period")
        .today("2019-12-31")
        .build()
        .timeline(
            "kommuner/kungsor",
            str![[r#"
{
  "as_of": "2019-12-31",
  "place": { "kind": "municipality", "id": "kungsor", "title": "Kungsörs kommun", "code": "1960" },
  "entries": [
    {
      "type": "pledge", "date": "2019-12-20", "year": 2019, "dated_by": "signed",
      "title": "Medborgarlöfte Kungsör 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "upcoming",
      "places": [{ "kind": "municipality", "id": "kungsor" }]
    }
  ]
}
"#]],
        )
        .lacks("kommuner/kungsor/2020/medborgarlofte.html", "efter periodens början")
        .publishes("kommuner/kungsor/2019/index.html")
        .publishes("kommuner/kungsor/2020/index.html")
        .reports(str![""])
        .today("2020-01-01")
        .build()
        .timeline(
            "kommuner/kungsor",
            str![[r#"
{
  "as_of": "2020-01-01",
  "place": { "kind": "municipality", "id": "kungsor", "title": "Kungsörs kommun", "code": "1960" },
  "entries": [
    {
      "type": "pledge", "date": "2019-12-20", "year": 2019, "dated_by": "signed",
      "title": "Medborgarlöfte Kungsör 2020", "address": "2020/medborgarlofte.html",
      "period": { "from": "2020-01-01", "until": "2020-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "kungsor" }]
    }
  ]
}
"#]],
        );
}

/// The announced date is used only if nothing else dates the document.
#[test]
fn case_18_an_announced_signing_is_told_as_announced() {
    Site::from("cases/18-announced-signing")
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
      "type": "agreement", "date": "2016-01-01", "year": 2016, "dated_by": "period",
      "title": "Samverkansöverenskommelse Eskilstuna 2016–2019",
      "address": "2016/overenskommelse.html", "wording": "mentioned",
      "period": { "from": "2016-01-01", "until": "2019-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "notice", "date": "2016-02-11", "year": 2016, "dated_by": "date",
      "title": "Pressinbjudan: överenskommelsen förnyas", "address": "2016/pressinbjudan.html",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "pledge", "date": "2016-02-12", "year": 2016, "dated_by": "announced",
      "title": "Medborgarlöfte Eskilstuna 2016", "address": "2016/medborgarlofte.html",
      "wording": "mentioned", "state": "unknown",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    }
  ]
}
"#]],
        )
        .has("kommuner/eskilstuna/2016/overenskommelse.html", "aviser")
        .has("kommuner/eskilstuna/2016/overenskommelse.html", "den 12 februari 2016")
        .has("kommuner/eskilstuna/2016/overenskommelse.html", "originalet finns inte här")
        .lacks(
            "kommuner/eskilstuna/2016/overenskommelse.html",
            "undertecknades den 12 februari 2016",
        );
}
