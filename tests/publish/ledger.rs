//! The ledger of addresses: its text, and when it is written.

use std::collections::BTreeSet;
use std::fs;

use loftesarkiv::diagnostic::Spanned;
use loftesarkiv::digest::Digest;
use loftesarkiv::ledger::{self, Withdrawal};
use loftesarkiv::model::Address;
use loftesarkiv::publish::PublishError;

use crate::site::Site;

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

fn withdrawal(text: &str, reason: &str) -> Withdrawal {
    Withdrawal {
        address: Spanned::new(address(text), 0..0),
        date: jiff::civil::date(2026, 11, 22),
        decision: "KS 2026-11-20, § 123".to_owned(),
        reason: reason.to_owned(),
        title: None,
        follows_up: Vec::new(),
    }
}

#[test]
fn the_text_is_sorted_with_an_address_a_line() {
    let published = BTreeSet::from(["b.html", "a/b.html"].map(address));
    let called = Withdrawal {
        title: Some("Uppföljning".to_owned()),
        follows_up: vec![address("c.html")],
        ..withdrawal("b.html", "Dubbel.")
    };
    let withdrawn = [withdrawal("z.html", "Fel."), called];
    let text = ledger::text(&published.iter().collect(), &BTreeSet::new(), &withdrawn);
    let (preface, rest) = text.split_once("\n\n").unwrap();
    assert!(preface.lines().all(|line| line.starts_with('#')));
    assert_eq!(
        rest,
        r#"published = [
  "a/b.html",
  "b.html",
]

[[withdrawn]]
address = "b.html"
date = 2026-11-22
decision = "KS 2026-11-20, § 123"
reason = "Dubbel."
title = "Uppföljning"
follows_up = ["c.html"]

[[withdrawn]]
address = "z.html"
date = 2026-11-22
decision = "KS 2026-11-20, § 123"
reason = "Fel."
"#
    );
}

#[test]
fn the_text_is_toml_whatever_a_reason_holds() {
    let reason = "\"citat\" \\ ny\nrad\ttabb \u{7f}\u{1}å";
    let text = ledger::text(&BTreeSet::new(), &BTreeSet::new(), &[withdrawal("a.html", reason)]);
    let table: toml::Table = text.parse().unwrap();
    assert_eq!(table["published"], toml::Value::Array(vec![]));
    assert_eq!(table["withdrawn"][0]["reason"].as_str(), Some(reason));
    assert_eq!(table["withdrawn"][0]["date"].as_datetime().unwrap().to_string(), "2026-11-22");
}

#[test]
fn it_is_written_with_the_site_and_only_when_it_differs() {
    let mut site = Site::of(&["a.html"]);
    let path = site.folder.join("addresses.toml");
    site.publish().unwrap();
    assert!(!path.exists());

    site.ledger = Some("one\n".into());
    site.publish().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "one\n");
    let written = fs::metadata(&path).unwrap().modified().unwrap();

    site.set("a.html", "new");
    site.publish().unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), written);
}

#[test]
fn a_ledger_that_was_changed_meanwhile_is_not_overwritten() {
    let mut site = Site::of(&["a.html"]);
    let path = site.folder.join("addresses.toml");
    let read_as = |text: &str| Some(Some(Digest::of(text.as_bytes())));
    site.ledger = Some("old\n".into());
    site.publish().unwrap();
    let standing = site.tree();

    // Changed, written when there was none, and taken away.
    for (read, now) in [
        (read_as("old\n"), Some("old\n[[withdrawn]]\n")),
        (Some(None), Some("somebody's\n")),
        (read_as("old\n"), None),
    ] {
        match now {
            Some(text) => fs::write(&path, text).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        site.ledger = Some("new\n".into());
        site.ledger_read = read;
        site.set("a.html", "new");
        let refused = site.publish();
        assert!(matches!(refused, Err(PublishError::LedgerChanged { .. })), "{refused:?}");
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), now);
        assert_eq!(site.tree(), standing);
    }

    // The next build has read what is there.
    site.ledger_read = None;
    site.publish().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
}

#[cfg(unix)]
#[test]
fn a_ledger_that_is_a_link_stays_one() {
    let mut site = Site::of(&["a.html"]);
    let (link, target) = (site.folder.join("addresses.toml"), site.folder.join("kept.toml"));
    fs::write(&target, "old\n").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    site.ledger = Some("new\n".into());
    site.publish().unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&target).unwrap(), "new\n");
}
