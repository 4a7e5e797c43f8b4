//! The disk fails at each operation of a move in turn, once or for good. Afterwards the site is as it
//! was or as it is to be, or the next command that writes makes it so, and no litter stays.

mod support;

#[path = "publish/disk.rs"]
#[allow(dead_code)] // the part for pages
mod disk;

use std::collections::BTreeMap;
use std::path::Path;

use loftesarkiv::archive::Drafts;
use loftesarkiv::author::{self, Move, PlannedMove};
use loftesarkiv::pipeline::Options;
use loftesarkiv::scan::Scan;
use loftesarkiv::session::Session;

use disk::{Fails, FaultyDisk};
use support::Site;

type Tree = BTreeMap<String, Vec<u8>>;

/// What a move changes in it are the path and the address.
const RECORD: &str = "year = 2018
sealed = 2019-01-15
package = \"habo-2018\"
mets_sha256 = \"4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865\"
zip_sha256 = \"4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865\"

[[documents]]
path = \"content/kommuner/habo/2018/nyhet.md\"
address = \"kommuner/habo/2018/nyhet.html\"
sha256 = \"4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865\"
corrections = 0
";

/// More operations than a move takes.
const BOUND: usize = 500;

/// A place with a document, two pages that refer to both, and the record of a package that holds the
/// document.
fn sources() -> Tree {
    let link = "[Platsen](/kommuner/habo/index.md), [nyheten](/kommuner/habo/2018/nyhet.md).";
    let page = |title: &str| format!("+++\nkind = \"page\"\ntitle = \"{title}\"\n+++\n\n{link}\n");
    let files = [
        ("site.toml", "title = \"Arkivet\"\n".to_owned()),
        (
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n".to_owned(),
        ),
        (
            "content/kommuner/habo/2018/nyhet.md",
            "+++\nkind = \"notice\"\ntitle = \"Nyhet\"\ndate = 2018-03-01\n+++\n\n[Platsen](../index.md)\n".to_owned(),
        ),
        ("content/a.md", page("A")),
        ("content/b.md", page("B")),
        ("seals/2018.toml", RECORD.to_owned()),
    ];
    files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()
}

/// The site's files as they were at first.
fn restored(site: Site) -> Site {
    let site = site.remove("content");
    sources().into_iter().fold(site, |site, (path, bytes)| site.write(&path, bytes))
}

fn tree(site: &Site) -> Tree {
    let mut files = site.files("");
    files.retain(|path, _| !path.starts_with(".loftesarkiv/"));
    files
}

fn planned(site: &Site, old: &str, new: &str) -> Move {
    let scan = Scan::new(&site.path(""), Vec::new()).expect("a site");
    let options = Options {
        today: jiff::civil::date(2026, 11, 22),
        drafts: Drafts::Hidden,
        strict: false,
        language: None,
    };
    let session = Session::new(&scan, options);
    match author::plan(&session, &site.path(""), Path::new(old), Path::new(new)) {
        Ok(PlannedMove::Move(planned)) => planned,
        Ok(PlannedMove::Errors(errors)) => panic!("{errors:#?}"),
        Err(failure) => panic!("{}", failure.message.sv),
    }
}

#[track_caller]
fn sweep(old: &str, new: &str, fails: Fails) {
    let site = restored(Site::empty().write("content/x", ""));
    let before = tree(&site);
    let planned = planned(&site, old, new);
    planned.carry_out().unwrap_or_else(|failure| panic!("{}", failure.message.sv));
    let after = tree(&site);
    assert_ne!(before, after);
    assert_ne!(before["seals/2018.toml"], after["seals/2018.toml"], "the record follows");
    let mut site = restored(site);
    for at in 0..BOUND {
        let disk = FaultyDisk::new(at, fails);
        let outcome = planned.carry_out_on(&disk);
        if !disk.failed() {
            assert!(outcome.is_ok());
            assert!(at > 20, "only {at} operations: the sweep is worth little");
            return;
        }
        let now = tree(&site);
        match fails {
            Fails::Once if outcome.is_err() => assert!(now == before, "operation {at}: {now:#?}"),
            Fails::Once => assert!(now == after, "operation {at}"),
            Fails::FromThere => {
                // A half-made move is told.
                let half = now != before && now != after;
                let checked = site.run(&["check"]);
                let is_told = checked.stderr.contains("move-unfinished");
                assert!(!half || is_told, "operation {at}: {}", checked.stderr);
            }
        }
        let finished = author::finish_move(&site.path(""));
        let finished = finished.unwrap_or_else(|failure| panic!("{at}: {}", failure.message.sv));
        let now = tree(&site);
        assert!(now == after || now == before, "operation {at}: {now:#?}");
        assert!(finished.is_none() || now == after, "operation {at}");
        assert!(!site.path(".loftesarkiv/moving").exists(), "operation {at}: litter");
        site = restored(site);
    }
    panic!("more than {BOUND} operations");
}

#[test]
fn a_folder_that_cannot_be_moved_stays() {
    sweep("content/kommuner/habo", "content/kommuner/haabo", Fails::Once);
}

#[test]
fn a_folder_whose_move_is_cut_off_is_moved_by_the_next_command() {
    sweep("content/kommuner/habo", "content/kommuner/haabo", Fails::FromThere);
}

#[test]
fn a_document_that_cannot_be_moved_stays() {
    sweep("content/kommuner/habo/2018/nyhet.md", "content/kommuner/habo/2019/ny.md", Fails::Once);
}

#[test]
fn a_document_whose_move_is_cut_off_is_moved_by_the_next_command() {
    let (old, new) = ("content/kommuner/habo/2018/nyhet.md", "content/kommuner/habo/2019/ny.md");
    sweep(old, new, Fails::FromThere);
}

#[test]
fn what_was_changed_since_the_move_was_cut_off_keeps_the_change() {
    let site = restored(Site::empty().write("content/x", ""));
    let planned = planned(&site, "content/kommuner/habo", "content/kommuner/haabo");
    // Cut off after the folder has got its name, before the references are mended.
    let renamed = |at: &usize| {
        let _ = planned.carry_out_on(&FaultyDisk::new(*at, Fails::FromThere));
        site.path("content/kommuner/haabo").exists()
    };
    (0..BOUND).find(renamed).expect("an operation that moves");
    let mine = "+++\nkind = \"page\"\ntitle = \"Min\"\n+++\n\nMin egen text.\n";
    let site = site.write("content/a.md", mine);
    site.run(&["build"]).ends(0, &["En flytt som hade avbrutits är gjord färdig"]);
    assert_eq!(site.read("content/a.md"), mine);
    assert!(site.read("content/b.md").contains("/kommuner/haabo/index.md"));
    site.run(&["check"]).ends(0, &["Inga fel"]);
}
