//! What is reported when nothing could be published.

use std::fs;
use std::io;
use std::path::PathBuf;

use loftesarkiv::diagnostic::Code;
use loftesarkiv::publish::{FileOperation, PublishError};

use crate::site::{Page, Site};

fn failed(doing: FileOperation, kind: io::ErrorKind) -> PublishError {
    PublishError::Io { doing, path: PathBuf::from("public/a.html"), error: kind.into() }
}

/// A message with the paths of Windows written as everywhere else.
fn plain(message: &str) -> String {
    message.replace(std::path::MAIN_SEPARATOR, "/")
}

#[test]
fn a_disk_that_says_no_is_told_with_path_and_cause() {
    let full = failed(FileOperation::Writing, io::ErrorKind::StorageFull);
    assert_eq!(plain(&full.message().sv), "”public/a.html” kunde inte skrivas: disken är full.");
    assert_eq!(
        plain(&full.message().en),
        "“public/a.html” could not be written: the disk is full."
    );
    assert_eq!(full.help().sv, "Frigör plats och bygg igen; det som fanns på plats är helt.");
    let read_only = failed(FileOperation::MakingFolder, io::ErrorKind::ReadOnlyFilesystem);
    assert_eq!(
        plain(&read_only.message().sv),
        "”public/a.html” kunde inte skapas: disken kan bara läsas."
    );
    let forbidden = failed(FileOperation::Moving, io::ErrorKind::PermissionDenied);
    assert_eq!(
        plain(&forbidden.message().sv),
        "”public/a.html” kunde inte läggas på plats: behörighet saknas."
    );
}

#[test]
fn a_source_that_cannot_be_copied_is_the_one_named() {
    // A folder can be opened, but then not read.
    let mut site = Site::of(&["a.html"]);
    fs::create_dir(site.folder.join("content/a.pdf")).unwrap();
    site.pages.insert("a.pdf".into(), Page::Copy("content/a.pdf".into()));

    let error = site.publish().unwrap_err();

    assert_eq!(error.path().unwrap(), site.folder.join("content/a.pdf"));
    assert!(matches!(error, PublishError::Io { doing: FileOperation::Reading, .. }), "{error:?}");
}

#[test]
fn occupied_addresses_are_told_one_by_one() {
    let mut site = Site::of(&["a.html"]);
    site.publish().unwrap();
    site.put("b.html", "mine");
    site.put("c/d.html", "mine");
    site.set("b.html", "b");
    site.set("c/d.html", "d");
    let error = site.publish().unwrap_err();
    let output = site.output().display().to_string();
    // Windows' own form of a path, which messages do not show.
    let output = output.trim_start_matches(r"\\?\");

    assert_eq!(
        error.message().sv,
        format!(
            "I ”{output}” står något som programmet inte har skrivit, eller som någon har ändrat, \
             där det ska skriva:\n  b.html\n  c/d.html"
        )
    );
    let problems = error.problems("public");
    let paths: Vec<&str> = problems.iter().map(|problem| &*problem.source.path).collect();
    assert_eq!(paths, ["public/b.html", "public/c/d.html"]);
    assert!(problems.iter().all(|problem| problem.code == Code::AddressOccupied));
}
