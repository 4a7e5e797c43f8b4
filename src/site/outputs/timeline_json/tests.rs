//! The whole expected output.

use super::*;
use crate::model::{DatedBy, Kind, PlannedState, Standing, State, Status, Wording};

#[test]
fn a_timeline_is_json_without_the_keys_that_do_not_apply() {
    let day = PartialDate::parse("2018-02-01").unwrap();
    let month = PartialDate::parse("2019-01").unwrap();
    let entry = |entry_type, date: Option<PartialDate>, own| EntryJson {
        entry_type,
        date,
        year: date.map(PartialDate::calendar_year),
        own,
    };
    let by = ["Polismyndigheten".to_owned()];
    let document = DocumentJson {
        dated_by: Some(DatedBy::Signed),
        title: "Medborgarlöfte 2018",
        address: "2018/lofte.html".to_owned(),
        period: Some(PeriodJson { from: Some(day), until: None, further_notice: false }),
        state: Some(State::Ended),
        wording: Some(Wording::Mentioned),
        joint_with: vec!["strangnas"],
        joint_count: None,
        includes_pledge: false,
        places: vec![PlaceIdJson { kind: Kind::Municipality, id: "eskilstuna" }],
        places_count: None,
        commitments: vec![CommitmentJson {
            id: "synlighet",
            text: "Fler patruller",
            by: &by,
            status: Some(Status::PartlyKept),
            standing: Standing::Judged(Status::PartlyKept),
            history: vec![OutcomeJson {
                date: month,
                status: Some(Status::PartlyKept),
                assessed_by: "Brå",
                third_party: false,
                address: "2019/uppfoljning.html".to_owned(),
            }],
        }],
    };
    let notice = DocumentJson {
        dated_by: None,
        title: "Nyhet",
        address: "nyhet.html".to_owned(),
        period: None,
        state: None,
        wording: None,
        joint_with: Vec::new(),
        joint_count: None,
        includes_pledge: false,
        places: Vec::new(),
        places_count: None,
        commitments: Vec::new(),
    };
    let view = TimelineJson {
        as_of: PartialDate::parse("2026-11-22").unwrap(),
        place: PlaceJson {
            kind: Kind::Municipality,
            id: "eskilstuna",
            title: "Eskilstuna kommun",
            code: Some("0484"),
        },
        entries: vec![
            entry(
                EntryType::Document(Kind::Pledge),
                Some(day),
                EntryKeys::Document(Box::new(document)),
            ),
            entry(
                EntryType::PlannedFollowUp,
                Some(month),
                EntryKeys::Planned {
                    state: PlannedState::Missing,
                    of: "2018/lofte.html".to_owned(),
                    answered_by: None,
                },
            ),
            entry(
                EntryType::Gap,
                Some(month),
                EntryKeys::Gap { of: Kind::Pledge, from: month, until: month },
            ),
            entry(EntryType::Document(Kind::Notice), None, EntryKeys::Document(Box::new(notice))),
        ],
    };
    assert_eq!(
        String::from_utf8(TimelineFile::bytes(&view)).unwrap(),
        r#"{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality",
    "id": "eskilstuna",
    "title": "Eskilstuna kommun",
    "code": "0484"
  },
  "entries": [
    {"type":"pledge","date":"2018-02-01","year":2018,"dated_by":"signed","title":"Medborgarlöfte 2018","address":"2018/lofte.html","period":{"from":"2018-02-01","until":null},"state":"ended","wording":"mentioned","joint_with":["strangnas"],"places":[{"kind":"municipality","id":"eskilstuna"}],"commitments":[{"id":"synlighet","text":"Fler patruller","by":["Polismyndigheten"],"status":"partly-kept","standing":"partly-kept","history":[{"date":"2019-01","status":"partly-kept","assessed_by":"Brå","third_party":false,"address":"2019/uppfoljning.html"}]}]},
    {"type":"planned-follow-up","date":"2019-01","year":2019,"state":"missing","of":"2018/lofte.html","answered_by":null},
    {"type":"gap","date":"2019-01","year":2019,"of":"pledge","from":"2019-01","until":"2019-01"},
    {"type":"notice","date":null,"year":null,"title":"Nyhet","address":"nyhet.html"}
  ]
}
"#
    );
}
