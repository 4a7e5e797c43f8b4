//! Publishing over SFTP, to OpenSSH's own server on this computer.

use crate::extent;
use crate::server::server;

/// A number of commands that a run which is to be cut short certainly sends.
const LAST_COMMAND: usize = 60;

#[test]
fn a_server_gets_the_built_site() {
    let Some(server) = server("") else { return };
    let published = server.site();
    let first = server.publish(&published, &[]).succeeds();
    published.is_published("first");
    assert!(first.stderr.contains("Nytt: Medborgarlöfte 2018"), "{}", first.stderr);
    let again = server.publish(&published, &["--verify"]).succeeds();
    assert!(again.stderr.contains("har redan allt"), "{}", again.stderr);

    // Without reading, only the list is known; what reading shows is sent again.
    std::fs::remove_file(published.www().join("ar/index.html")).expect("a removal");
    let listed = server.publish(&published, &[]).succeeds();
    assert!(listed.stderr.contains("Enligt listan i sftp://"), "{}", listed.stderr);
    assert!(!listed.stderr.contains("har redan allt"), "{}", listed.stderr);
    let mended = server.publish(&published, &["--verify"]).succeeds();
    assert!(mended.stderr.contains("skickas igen: ar/index.html"), "{}", mended.stderr);
    published.is_published("mended");

    let published = published.with_strangers().changed();
    server.publish(&published, &["--verify"]).succeeds();
    published.is_published("after a change");
    published.strangers_are_untouched("after a change");
}

#[test]
fn a_dry_run_makes_nothing_on_a_server() {
    let Some(server) = server("") else { return };
    let published = server.site();
    let folder = published.host.path("");
    let lists = published.site.path("listor").display().to_string();
    for arguments in [&["--dry-run"][..], &["--plan", &lists]] {
        let said = server.publish(&published, arguments).succeeds();
        assert!(said.stderr.contains("Inget skickades"), "{}", said.stderr);
        let there = std::fs::read_dir(&folder).expect("the host").count();
        assert_eq!(there, 0, "{arguments:?} made something");
    }
    std::fs::remove_dir(&folder).expect("a removal");
    let words = ["finns inte", "inte heller mappen ovanför"];
    server.publish(&published, &["--dry-run"]).ends(2, &words);
    server.publish(&published, &[]).ends(2, &words);
    std::fs::create_dir(&folder).expect("a folder");
    server.publish(&published, &[]).succeeds();
    published.is_published("made when it was sent");
}

#[test]
fn a_strangers_file_is_never_replaced_on_a_server() {
    let Some(server) = server("") else { return };
    let published = server.site();
    server.publish(&published, &[]).succeeds();
    let published = published.changed();
    let page = published.www().join("kommuner/eskilstuna/2020/medborgarlofte.html");
    std::fs::create_dir_all(page.parent().expect("a folder")).expect("a folder");
    std::fs::write(&page, "Någon annans.").expect("a file");
    let list = std::fs::read(published.www().join("SHA256SUMS")).expect("a list");
    server.publish(&published, &[]).ends(2, &["medborgarlofte.html", "Flytta det"]);
    assert_eq!(std::fs::read_to_string(&page).expect("the file"), "Någon annans.");
    assert_eq!(std::fs::read(published.www().join("SHA256SUMS")).expect("a list"), list);
    std::fs::remove_file(&page).expect("a removal");
    server.publish(&published, &[]).succeeds();
    published.is_published("once it was moved");
}

#[test]
fn a_server_that_refuses_or_drops_is_explained_and_the_next_run_finishes() {
    // The server refuses renames that replace a file, as some do.
    let Some(old) = server("-P posix-rename") else { return };
    let published = old.site();
    old.publish(&published, &[]).succeeds();
    let published = published.changed();
    old.publish(&published, &["--verify"]).succeeds();
    published.is_published("without renaming onto files");

    // It refuses to delete anything: what was withdrawn is still there, and that is told.
    let Some(keeping) = server("-P remove") else { return };
    let published = keeping.site();
    keeping.publish(&published, &[]).ends(2, &["SHA256SUMS.next"]);

    // It may only be read.
    let Some(server) = server("-R") else { return };
    let published = server.site();
    std::fs::create_dir(published.www()).expect("a folder");
    server.publish(&published, &[]).ends(2, &["tog inte emot", "rättigheter"]);
    assert!(published.there().is_empty());
}

#[test]
fn a_server_that_lets_nobody_in_is_explained() {
    let Some(server) = server("") else { return };
    let published = server.site();
    let folder = server.folder.path("user_key.pub");
    std::fs::remove_file(folder).expect("a removal");
    server.publish(&published, &[]).ends(2, &["Permission denied", "logga in", "nyckel", "WinSCP"]);
    // The lists that it speaks of are made without it.
    let lists = published.site.path("listor").display().to_string();
    let said = server.publish(&published, &["--plan", &lists]);
    said.ends(0, &["Permission denied", "jämfördes med ingenting", "--against SHA256SUMS"]);
    let new = published.site.read("listor/1-nya.txt");
    assert_eq!(new.lines().count() + 1, published.site.published().len(), "all but the list");
}

#[test]
fn interrupted_at_any_command_the_next_run_finishes() {
    let Some(server) = server("") else { return };
    for after in extent(vec![3, 9, 17, 26, 40], (1..LAST_COMMAND).collect()) {
        let published = server.site();
        server.publish(&published, &[]).succeeds();
        let published = published.with_strangers().changed();
        // An sftp that is killed in the middle of its commands.
        let path = |name: &str| server.folder.path(name).display().to_string();
        let killed = format!(
            "#!/bin/sh\nif grep -q '^put' \"$2\"; then\n  head -n {after} \"$2\" > \"$2.cut\"\n\
             cut=\"$2.cut\"; shift 2\n  /usr/bin/sftp -F '{0}' -b \"$cut\" \"$@\"\n\
             echo 'Connection closed' >&2; exit 255\nfi\nexec /usr/bin/sftp -F '{0}' \"$@\"\n",
            path("ssh_config")
        );
        let own = server.folder.path("bin/sftp");
        let whole = std::fs::read(&own).expect("the script");
        std::fs::write(&own, killed).expect("a script");
        server.publish(&published, &[]).ends(2, &["tog inte emot"]);
        published.strangers_are_untouched("interrupted");
        std::fs::write(&own, whole).expect("the script");
        server.publish(&published, &[]).succeeds();
        published.is_published(&format!("interrupted after {after} commands"));
        published.strangers_are_untouched("finished");
    }
}
