//! The same content gives the same bytes, whoever builds it, and wherever and however it is stored.

use std::process::Command;

use unicode_normalization::UnicodeNormalization;

use crate::support::{Site, TODAY};

/// Runs the program as a shell would with these settings. Windows has no mask.
fn build_under(site: &Site, umask: &str, environment: &[(&str, &str)]) {
    let program = env!("CARGO_BIN_EXE_loftesarkiv");
    let mut command = Command::new(if cfg!(unix) { "sh" } else { program });
    if cfg!(unix) {
        command.arg("-c").arg(format!("umask {umask}; exec \"$@\"")).args(["sh", program]);
    }
    command
        .args(["--site", ".", "--today", TODAY])
        .args(["build", "--quiet"])
        .current_dir(site.path(""))
        .env_remove("SOURCE_DATE_EPOCH")
        .envs(environment.iter().copied());
    site.finish(command).succeeds();
}

#[test]
fn folder_time_zone_locale_and_umask_make_no_difference() {
    let one = Site::repository();
    let two = Site::repository();
    build_under(&one, "022", &[("TZ", "Pacific/Kiritimati"), ("LANG", "sv_SE.UTF-8")]);
    build_under(&two, "077", &[("TZ", "America/Los_Angeles"), ("LC_ALL", "C")]);
    same(&one, &two);
    assert_eq!(one.read("addresses.toml"), two.read("addresses.toml"));
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let one = Site::from("browser/site");
    let two = Site::from("browser/site");
    build_under(&one, "022", &[("RAYON_NUM_THREADS", "1")]);
    build_under(&two, "022", &[("RAYON_NUM_THREADS", "8")]);
    same(&one, &two);
}

/// As from Windows (CRLF, a byte order mark) and from a Mac (names and text in NFD).
#[test]
fn line_ends_byte_order_marks_and_composition_make_no_difference() {
    let one = Site::from("browser/site");
    let mut two = Site::empty();
    for (path, bytes) in one.files("") {
        let elsewhere: String = path.nfd().collect();
        let bytes = match String::from_utf8(bytes) {
            Ok(text) if path.ends_with(".md") => {
                let decomposed: String = text.replace('\n', "\r\n").nfd().collect();
                format!("\u{feff}{decomposed}").into_bytes()
            }
            Ok(text) => text.into_bytes(),
            Err(error) => error.into_bytes(),
        };
        two = two.write(&elsewhere, bytes);
    }
    let (one, two) = (one.build(), two.build());
    same(&one, &two);
}

/// A page that would be different on another date says which date it is for: it may be read in
/// fifty years' time.
#[test]
fn a_page_that_depends_on_the_day_names_it() {
    let now = Site::from("browser/site").build();
    let later = Site::from("browser/site").today("2027-02-28").build().published();
    let unsaid: Vec<String> = now
        .published()
        .into_iter()
        .filter(|(path, bytes)| path.ends_with(".html") && later.get(path) != Some(bytes))
        .map(|(path, _)| path)
        .filter(|path| !now.text(path).contains("den 22 november 2026"))
        .collect();
    assert_eq!(unsaid, Vec::<String>::new());
}

#[track_caller]
fn same(one: &Site, two: &Site) {
    let (one, two) = (one.published(), two.published());
    assert!(one.len() > 20, "too few files");
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    let differing: Vec<&String> = one.keys().filter(|path| one[*path] != two[*path]).collect();
    assert_eq!(differing, Vec::<&String>::new());
}
