//! People who sign: one person in two spellings, captions that confuse roles, and roles that
//! change.

use crate::support::Site;
use snapbox::str;

#[test]
fn case_20_one_person_in_two_spellings_keeps_both() {
    let agreement = "kommuner/eskilstuna/2016/overenskommelse.html";
    let pledge = "kommuner/eskilstuna/2018/medborgarlofte.html";
    Site::from("cases/20-one-person-two-spellings")
        .build()
        .has(agreement, "Christer Sjöqvist")
        .has(agreement, "skrivs även Christer Sjökvist")
        .has(pledge, "Christer Sjökvist")
        .has(pledge, "skrivs även Christer Sjöqvist")
        .lacks(pledge, "skrivs även Annelie");
}

#[test]
fn case_21_a_caption_is_text_and_makes_no_signatory() {
    let pledge = "kommuner/strangnas/2017/medborgarlofte.html";
    let site = Site::from("cases/21-scrambled-caption")
        .build()
        .has(pledge, "Jacob Högfeldt, kommunstyrelsens ordförande (M) och säkerhetschef Christer Sjökvist, lokalpolisområdeschef")
        .has(pledge, "Bild i källan, saknas i arkivet");
    let text = site.text(pledge);
    assert_eq!(text.matches("säkerhetschef").count(), 1, "{text}");
    assert_eq!(text.matches("Per Bäckström").count(), 2, "{text}");
}

#[test]
fn case_22_a_role_belongs_to_a_signature_not_to_a_person() {
    let older = "kommuner/eskilstuna/2020/overenskommelse.html";
    let newer = "kommuner/eskilstuna/2024/overenskommelse.html";
    let pledge = "kommuner/eskilstuna/2025/medborgarlofte.html";
    Site::from("cases/22-role-of-each-signature")
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
      "type": "agreement", "date": "2020-01-01", "year": 2020, "dated_by": "period",
      "title": "Samverkansöverenskommelse Eskilstuna 2020–2023",
      "address": "2020/overenskommelse.html",
      "period": { "from": "2020-01-01", "until": "2023-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "agreement", "date": "2024-01-01", "year": 2024, "dated_by": "period",
      "title": "Samverkansöverenskommelse Eskilstuna 2024–2027",
      "address": "2024/overenskommelse.html",
      "period": { "from": "2024-01-01", "until": "2027-12-31" }, "state": "in-force",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    },
    {
      "type": "pledge", "date": "2025-01-01", "year": 2025, "dated_by": "period",
      "title": "Medborgarlöfte Eskilstuna 2025", "address": "2025/medborgarlofte.html",
      "period": { "from": "2025-01-01", "until": "2025-12-31" }, "state": "ended",
      "places": [{ "kind": "municipality", "id": "eskilstuna" }]
    }
  ]
}
"#]],
        )
        .has(older, "Christer Sjöqvist")
        .has(older, "biträdande lokalpolisområdeschef")
        .lacks(older, "tillförordnad")
        .has(newer, "Oscar Nissfolk")
        .lacks(newer, "biträdande")
        .has(pledge, "Robert Åkerström")
        .has(pledge, "tillförordnad")
        .lacks(pledge, "biträdande");
}
