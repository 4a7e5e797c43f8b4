//! Bad input gives a plain message with the path and the right exit status, and nothing is written.

use crate::support::{Outcome, Site};

const FIXTURE: &str = "cases/11-prolonged-unchanged";
const PLEDGE: &str = "content/kommuner/orust/2021/medborgarlofte.md";

/// Builds and returns the outcome; whatever the program said, the site's folder must be unchanged.
#[track_caller]
fn build_in_vain(site: &Site) -> Outcome {
    let before = site.files("");
    let outcome = site.run(&["build"]);
    assert_eq!(before, site.files(""), "{}", outcome.stderr);
    assert!(!site.path("public/index.html").exists());
    outcome
}

#[test]
fn a_folder_without_site_toml_is_no_site() {
    let site = Site::from(FIXTURE).remove("site.toml");
    build_in_vain(&site).ends(2, &["site.toml", "[SITE]", "loftesarkiv init"]);
}

#[test]
fn a_site_folder_that_does_not_exist_is_named() {
    let site = Site::empty();
    let missing = site.path("nowhere").display().to_string();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_loftesarkiv"));
    command.args(["--site", &missing, "build"]);
    site.finish(command).ends(2, &["[SITE]/nowhere"]);
    assert!(!site.path("nowhere").exists());
}

#[test]
fn a_site_without_a_content_folder_is_no_site() {
    let site = Site::from(FIXTURE).remove("content");
    build_in_vain(&site).ends(2, &["content"]);
}

#[test]
fn an_empty_content_folder_is_an_error_in_the_site() {
    let site = Site::from(FIXTURE).remove("content");
    std::fs::create_dir(site.path("content")).expect("a folder");
    build_in_vain(&site).ends(1, &["content-empty", "content"]);
}

#[test]
fn an_unknown_municipality_is_pointed_out_with_the_nearest() {
    let site = Site::from(FIXTURE).change(PLEDGE, "period", "municipalities = [\"orus\"]\nperiod");
    build_in_vain(&site)
        .ends(1, &["unknown-place", &format!("{PLEDGE}:4:19"), "”orus”", "Menade du ”orust”?"]);
}

#[test]
fn a_municipality_code_that_is_not_in_the_register_is_an_error() {
    let place = "content/kommuner/orust/index.md";
    let site = Site::from(FIXTURE).change(place, "1421", "1499");
    build_in_vain(&site).ends(1, &["unknown-municipality-code", &format!("{place}:4")]);
}

#[test]
fn a_file_that_is_not_utf_8_is_an_error() {
    let text = "+++\nkind = \"notice\"\ntitle = \"Löfte\"\ndate = 2021\n+++\n";
    let latin_1: Vec<u8> =
        text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin 1")).collect();
    let file = "content/kommuner/orust/2021/nyhet.md";
    let site = Site::from(FIXTURE).write(file, latin_1);
    build_in_vain(&site).ends(1, &["not-utf8", &format!("{file}:3"), "UTF-8"]);
}

/// Root may read everything, so the program is then run as nobody.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let site = Site::from(FIXTURE);
    let forbid = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(site.path(PLEDGE), forbid).expect("permissions");
    let mut command = site.command(&["build"]);
    if std::fs::read(site.path(PLEDGE)).is_ok() {
        command.uid(65534);
        if command.output().is_err() {
            return; // nobody may not even run the program here
        }
    }
    site.finish(command).ends(1, &["unreadable", PLEDGE]);
    assert!(!site.path("public/index.html").exists());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_elsewhere_is_not_followed() {
    let site = Site::from(FIXTURE);
    let link = "content/kommuner/orust/2021/lank.md";
    std::os::unix::fs::symlink("/etc/hostname", site.path(link)).expect("a link");
    build_in_vain(&site).ends(1, &["symlink", link]);
}

#[test]
fn every_error_is_told_at_once() {
    let site = Site::from(FIXTURE)
        .change(PLEDGE, "period = 2021", "periodd = 2021")
        .change("content/kommuner/orust/2022/medborgarlofte.md", "2021/", "2020/")
        .change("content/kommuner/orust/2023/uppfoljning.md", "partly-kept", "half-kept");
    build_in_vain(&site).ends(
        1,
        &[
            "unknown-key",
            "reference-missing",
            "unknown-value",
            PLEDGE,
            "content/kommuner/orust/2022/medborgarlofte.md:5",
            "content/kommuner/orust/2023/uppfoljning.md:10",
        ],
    );
}

#[test]
fn a_failed_build_leaves_the_old_site_as_it_was() {
    let site = Site::from(FIXTURE).build();
    let site = site.change(PLEDGE, "period = 2021", "period = 20211");
    let before = site.files("");
    site.run(&["build"]).ends(1, &["invalid-date", PLEDGE]);
    assert_eq!(before, site.files(""));
}

#[test]
fn a_command_that_does_not_exist_is_a_misuse() {
    let site = Site::from(FIXTURE);
    for arguments in [&["bygg"][..], &["build", "--today", "2026-02-30"], &["build", "--nope"], &[]]
    {
        let outcome = site.run(arguments);
        assert_eq!(outcome.status, 2, "{arguments:?}: {}", outcome.stderr);
    }
}

#[test]
fn one_word_too_many_is_told_with_how_the_command_is_written() {
    let site = Site::empty();
    site.run(&["verify", "public", "kopia"]).ends(
        2,
        &[
            "”kopia” är ett ord för mycket.",
            "“kopia” is one word too many.",
            "Skrivs (is written): loftesarkiv verify [OPTIONS] <MAPP>",
        ],
    );
    site.run(&["verify"]).ends(2, &["Det saknas: <MAPP>.", "loftesarkiv verify <MAPP>"]);
    // An option that is unknown is no word.
    site.run(&["verify", "public", "--snabbt"]).ends(2, &["Det finns inget ”--snabbt” här."]);
    site.run(&["seal", "tjugotjugo"]).ends(2, &["Skriv året med fyra siffror"]);
}
