//! Every file of the repository's archive and of the tests' fixtures, opened and saved: without a
//! change nothing changes, and with one field changed one line does.

use std::collections::BTreeMap;
use std::path::Path;

use crate::client::Desk;
use crate::support::{Site, manifest_folder};

/// Every Markdown file below a folder, and its `site.toml`, with its text.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(inner).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "md") || path.ends_with("site.toml") {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy();
                found.insert(name.replace('\\', "/"), std::fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// The address in the desk of each file that has a form.
fn addresses(files: &BTreeMap<String, Vec<u8>>) -> Vec<(String, String)> {
    let page = |path: &String| {
        let inside = path.strip_prefix("content/")?;
        Some((path.clone(), inside.to_owned()))
    };
    let mut all: Vec<(String, String)> = files.keys().filter_map(page).collect();
    all.push(("site.toml".to_owned(), "site.toml".to_owned()));
    all
}

fn address(path: &str) -> Option<String> {
    let path = loftesarkiv::model::ContentPath::new(path);
    loftesarkiv::model::Address::of_content(path).ok().map(|address| address.to_string())
}

/// Opens and saves every file of a site. Returns how many have a form.
fn round_trip(site: &Site) -> usize {
    let before = files(&site.path(""));
    let desk = Desk::open(site);
    let mut forms = 0;
    for (path, inside) in addresses(&before) {
        let Some(address) = (if path == "site.toml" { Some(inside) } else { address(&inside) })
        else {
            continue;
        };
        if !before.contains_key(&path) {
            continue;
        }
        let page = desk.get(&format!("/dokument/{address}"));
        if page.status != 200 {
            continue;
        }
        let form = crate::form::Form::of(&page.body);
        if form.fields.is_empty() {
            continue;
        }
        forms += 1;
        desk.post(&format!("/dokument/{address}"), &form.sent()).is(303);
        let after = std::fs::read(site.path(&path)).expect("a file");
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(shown(&after), shown(&before[&path]), "{path}");
    }
    assert_eq!(files(&site.path("")), before, "no other file changed");
    assert!(!site.path(".loftesarkiv/versions").exists(), "and no version was kept");
    forms
}

#[test]
fn every_file_of_the_archive_stays_as_it_is() {
    let forms = round_trip(&Site::repository());
    assert!(forms > 40, "{forms}");
}

#[test]
fn every_fixture_stays_as_it_is() {
    let mut forms = 0;
    for folder in ["cases", "browser"] {
        let folder = manifest_folder().join("tests").join(folder);
        let mut sites: Vec<_> = std::fs::read_dir(&folder)
            .expect("fixtures")
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.join("site.toml").exists())
            .collect();
        sites.sort();
        for site in sites {
            let name = site.strip_prefix(manifest_folder().join("tests")).expect("a fixture");
            forms += round_trip(&Site::from(&name.to_string_lossy()));
        }
    }
    assert!(forms > 150, "{forms}");
}

#[test]
fn a_changed_field_changes_one_line() {
    let site = Site::repository();
    let before = files(&site.path(""));
    let desk = Desk::open(&site);
    let mut changed = 0;
    for (path, inside) in addresses(&before) {
        let Some(address) = (if path == "site.toml" { Some(inside) } else { address(&inside) })
        else {
            continue;
        };
        desk.change(&address, &[("title", "En helt annan rubrik")]).is(303);
        let (old, new) = (&before[&path], std::fs::read(site.path(&path)).expect("a file"));
        let lines = |bytes: &[u8]| -> Vec<String> {
            String::from_utf8_lossy(bytes).split_inclusive('\n').map(str::to_owned).collect()
        };
        let (old, new) = (lines(old), lines(&new));
        assert_eq!(old.len(), new.len(), "{path}");
        let differing: Vec<_> = old.iter().zip(&new).filter(|(a, b)| a != b).collect();
        assert_eq!(differing.len(), 1, "{path}: {differing:?}");
        changed += 1;
    }
    assert!(changed > 40, "{changed}");
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    let text =
        "\u{feff}+++\r\nkind = \"page\"\r\ntitle = \"Om\" # rubriken\r\n+++\r\n\r\nEtt.\nTvå.\r\n";
    let site =
        Site::empty().write("site.toml", "title = \"Arkivet\"\r\n").write("content/om.md", text);
    let desk = Desk::open(&site);
    desk.post("/dokument/om.html", &desk.form("om.html").sent()).is(303);
    assert_eq!(site.read("content/om.md"), text);
    desk.change(
        "om.html",
        &[("title", "Om oss"), ("summary", "Kort."), ("body", "Ett.\r\nTvå.\r\nTre.\r\n")],
    )
    .is(303);
    assert_eq!(
        site.read("content/om.md"),
        "\u{feff}+++\r\nkind = \"page\"\r\ntitle = \"Om oss\" # rubriken\r\nsummary = \"Kort.\"\r\n+++\r\nEtt.\nTvå.\r\nTre.\r\n"
    );
    desk.change("site.toml", &[("publisher", "Håbo kommun")]).is(303);
    assert_eq!(site.read("site.toml"), "title = \"Arkivet\"\r\npublisher = \"Håbo kommun\"\r\n");
}
