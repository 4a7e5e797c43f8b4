//! A build after one change makes the pages that have changed, and touches no other file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::support::Site;

const PLEDGE: &str = "content/kommuner/eskilstuna/2018/medborgarlofte.md";

/// When each file of the output was written, except those in the program's own folder.
fn written(folder: &Path, below: &str, times: &mut BTreeMap<String, SystemTime>) {
    for entry in fs::read_dir(folder.join(below)).expect("a folder").flatten() {
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let path = format!("{below}{name}");
        match entry.file_type().expect("a type").is_dir() {
            true if name == ".loftesarkiv" => {}
            true => written(folder, &format!("{path}/"), times),
            false => {
                let time = entry.metadata().and_then(|metadata| metadata.modified());
                times.insert(path, time.expect("a time"));
            }
        }
    }
}

/// The files that a build after a change writes.
fn rewritten(from: &str, to: &str) -> Vec<String> {
    let times = |site: &Site| {
        let mut times = BTreeMap::new();
        written(&site.path("public"), "", &mut times);
        times
    };
    let site = Site::repository().today("2026-11-22").build();
    let before = times(&site);
    let site = site.change(PLEDGE, from, to).build();
    let after = times(&site);
    after
        .into_iter()
        .filter(|(path, time)| before.get(path) != Some(time))
        .map(|(p, _)| p)
        .collect()
}

#[test]
fn new_words_in_a_body_change_its_own_page() {
    assert_eq!(
        rewritten("## Mål", "Ett nytt stycke.\n\n## Mål"),
        [
            "SHA256SUMS",
            "kommuner/eskilstuna/2018/medborgarlofte.html",
            "sok/d-k-eskilstuna-0.js",
            "sok/rot.js"
        ]
    );
}

#[test]
fn a_new_title_changes_every_page_that_names_the_document_and_no_other() {
    // 2019 is among them: one of the follow-ups that it promises was due then.
    assert_eq!(
        rewritten("title = \"Medborgarlöfte", "title = \"Nytt medborgarlöfte"),
        [
            "SHA256SUMS",
            "ar/2018/index.html",
            "data/arkivet.json",
            "data/arkivet.xlsx",
            "data/dokument.csv",
            "fokus/narkotika/index.html",
            "fokus/otrygghet/index.html",
            "fokus/unga/index.html",
            "handlingar/index.html",
            "kommuner/eskilstuna/2016/overenskommelse.html",
            "kommuner/eskilstuna/2018/index.html",
            "kommuner/eskilstuna/2018/medborgarlofte.html",
            "kommuner/eskilstuna/2019/index.html",
            "kommuner/eskilstuna/embed.html",
            "kommuner/eskilstuna/index.html",
            "kommuner/eskilstuna/kalender.ics",
            "kommuner/eskilstuna/timeline.json",
            "lokalpolisomraden/eskilstuna/2018/index.html",
            "lokalpolisomraden/eskilstuna/2019/index.html",
            "lokalpolisomraden/eskilstuna/embed.html",
            "lokalpolisomraden/eskilstuna/index.html",
            "lokalpolisomraden/eskilstuna/kalender.ics",
            "lokalpolisomraden/eskilstuna/timeline.json",
            "oversikt/saknas/2018.html",
            "oversikt/saknas/2019.html",
            "sok/d-k-eskilstuna-0.js",
            "sok/rot.js",
        ]
    );
}

#[test]
fn what_no_page_shows_changes_nothing() {
    assert_eq!(rewritten("kind = \"pledge\"\n", "kind = \"pledge\" # löftet\n"), [""; 0]);
}

#[test]
fn a_new_version_of_an_attachment_takes_the_place_of_the_former() {
    let file = "kommuner/sundsvall/2016/overenskommelse.pdf";
    let site = Site::from("cases/38-scanned-only").build();
    let site = site.write(&format!("content/{file}"), b"%PDF-1.7 ny").build();
    assert_eq!(site.files("public")[file], b"%PDF-1.7 ny");
}
