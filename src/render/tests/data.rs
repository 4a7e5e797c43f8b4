//! Atom, JSON, the sitemap: the whole expected output.

use crate::model::{DatedBy, Kind, PartialDate, PlannedState, State, Status};
use crate::render::{atom, json, sitemap};
use crate::site::view::{
    CommitmentJson, DocumentJson, EntryJson, EntryKeys, EntryType, FeedEntry, FeedView,
    OutcomeJson, PeriodJson, PlaceJson, SitemapPage, SitemapView, TimelineJson,
};

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_feed_is_atom_with_every_text_escaped() {
    let feed = FeedView {
        id: "https://www.exempel.se/a/feed.xml".to_owned(),
        title: "Eskilstuna & <Torshälla>".to_owned(),
        html_url: "https://www.exempel.se/a/index.html".to_owned(),
        self_url: "https://www.exempel.se/a/feed.xml".to_owned(),
        updated: "2018-02-01T00:00:00Z".to_owned(),
        author: "Eskilstuna kommun".to_owned(),
        language: "sv".to_owned(),
        entries: vec![FeedEntry {
            id: "https://www.exempel.se/a/2018/lofte.html".to_owned(),
            title: "Löfte\u{8} \"2018\"".to_owned(),
            url: "https://www.exempel.se/a/2018/lofte.html?a=1&b=2".to_owned(),
            updated: "2018-02-01T00:00:00Z".to_owned(),
            summary: Some("Kort & gott".to_owned()),
            categories: vec!["unga".to_owned()],
            language: Some("en".to_owned()),
        }],
    };
    assert_eq!(
        text(atom::feed(&feed)),
        r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
<id>https://www.exempel.se/a/feed.xml</id>
<title>Eskilstuna &amp; &lt;Torshälla&gt;</title>
<updated>2018-02-01T00:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://www.exempel.se/a/feed.xml"/>
<link rel="alternate" type="text/html" href="https://www.exempel.se/a/index.html"/>
<author>
<name>Eskilstuna kommun</name>
</author>
<entry xml:lang="en">
<id>https://www.exempel.se/a/2018/lofte.html</id>
<title>Löfte &quot;2018&quot;</title>
<updated>2018-02-01T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://www.exempel.se/a/2018/lofte.html?a=1&amp;b=2"/>
<summary>Kort &amp; gott</summary>
<category term="unga"/>
</entry>
</feed>
"#
    );
}

#[test]
fn a_sitemap_lists_addresses_with_the_day_they_changed() {
    let page = |url: &str, changed: Option<&str>| SitemapPage {
        url: url.to_owned(),
        changed: changed.map(str::to_owned),
    };
    let view = SitemapView {
        pages: vec![
            page("https://www.exempel.se/a.html?b&c", Some("2018-02-01")),
            page("https://www.exempel.se/b.html", None),
        ],
    };
    assert_eq!(
        text(sitemap::sitemap(&view)),
        r#"<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://www.exempel.se/a.html?b&amp;c</loc><lastmod>2018-02-01</lastmod></url>
<url><loc>https://www.exempel.se/b.html</loc></url>
</urlset>
"#
    );
}

#[test]
fn robots_may_read_everything_and_are_shown_the_sitemap() {
    assert_eq!(text(sitemap::robots(None)), "User-agent: *\nAllow: /\n");
    assert_eq!(
        text(sitemap::robots(Some("https://www.exempel.se/sitemap.xml"))),
        "User-agent: *\nAllow: /\nSitemap: https://www.exempel.se/sitemap.xml\n"
    );
}

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
        period: Some(PeriodJson { from: day, until: None }),
        state: Some(State::Ended),
        joint_with: vec!["strangnas"],
        commitments: vec![CommitmentJson {
            id: "synlighet",
            text: "Fler patruller",
            by: &by,
            status: Some(Status::PartlyKept),
            history: vec![OutcomeJson {
                date: month,
                status: Status::PartlyKept,
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
        joint_with: Vec::new(),
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
            entry(EntryType::Pledge, Some(day), EntryKeys::Document(Box::new(document))),
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
            entry(EntryType::Notice, None, EntryKeys::Document(Box::new(notice))),
        ],
    };
    assert_eq!(
        text(json::timeline(&view)),
        r#"{
  "as_of": "2026-11-22",
  "place": {
    "kind": "municipality",
    "id": "eskilstuna",
    "title": "Eskilstuna kommun",
    "code": "0484"
  },
  "entries": [
    {
      "type": "pledge",
      "date": "2018-02-01",
      "year": 2018,
      "dated_by": "signed",
      "title": "Medborgarlöfte 2018",
      "address": "2018/lofte.html",
      "period": {
        "from": "2018-02-01",
        "until": null
      },
      "state": "ended",
      "joint_with": [
        "strangnas"
      ],
      "commitments": [
        {
          "id": "synlighet",
          "text": "Fler patruller",
          "by": [
            "Polismyndigheten"
          ],
          "status": "partly-kept",
          "history": [
            {
              "date": "2019-01",
              "status": "partly-kept",
              "assessed_by": "Brå",
              "third_party": false,
              "address": "2019/uppfoljning.html"
            }
          ]
        }
      ]
    },
    {
      "type": "planned-follow-up",
      "date": "2019-01",
      "year": 2019,
      "state": "missing",
      "of": "2018/lofte.html",
      "answered_by": null
    },
    {
      "type": "gap",
      "date": "2019-01",
      "year": 2019,
      "of": "pledge",
      "from": "2019-01",
      "until": "2019-01"
    },
    {
      "type": "notice",
      "date": null,
      "year": null,
      "title": "Nyhet",
      "address": "nyhet.html"
    }
  ]
}
"#
    );
}
