//! Sending the built site to a web server: what is sent while there are errors, and what is said when it
//! fails.

use std::os::unix::fs::PermissionsExt;

use crate::client::Desk;
use crate::editing::site;
use crate::support::Site;

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";

/// Waits until nothing is being sent, and returns the first page that says so.
fn after_sending(desk: &Desk) -> String {
    for _ in 0..1200 {
        let page = desk.get("/publicera").is(200).body;
        if !page.contains("data-sending") {
            return page;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the site is still being sent")
}

#[test]
fn with_an_error_it_is_said_which_build_is_sent_and_that_nothing_new_is() {
    let host = Site::empty();
    let folder = host.path("").canonicalize().expect("a folder").display().to_string();
    let settings = format!("title = \"Arkivet\"\n\n[publish]\nto = \"{folder}\"\n");
    let site = site().write("site.toml", &settings);
    let desk = Desk::open(&site);
    let lacking = "Det som har ändrats sedan dess följer inte med";
    let built = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
    assert!(built.contains("som den senast byggdes, den ") && !built.contains(lacking), "{built}");
    assert!(desk.get("/publicera").is(200).body.contains("name=\"_confirm\""));
    let site = site.write("site.toml", settings.replace("title", "titel"));
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Tills dess publiceras ingenting nytt."), "{page}");
    assert!(page.contains("som den senast byggdes, den ") && page.contains(lacking), "{page}");
    assert!(!page.contains("name=\"_confirm\""), "nothing can be built: {page}");
    assert!(page.contains(">Inställningar</a>") && !page.contains(">site.toml<"), "{page}");
    let told = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
    assert!(told.contains("Inget publicerades") && told.contains(lacking), "{told}");
    desk.send("/publicera", &[("_send", "0")]).is(303);
    assert!(after_sending(&desk).contains("Publicerat i "));
    assert_eq!(host.read("index.html"), site.read("public/index.html"));
}

/// The page after a sending by an `sftp` that says this, and the next one.
fn failing(said: &str) -> (String, String) {
    let settings =
        "title = \"Arkivet\"\n\n[publish]\nto = \"sftp://redaktion@webb.example:2222/www\"\n";
    let script = format!("#!/bin/sh\nprintf '%s\\n' '{said}' >&2\nexit 255\n");
    let site = site().write("site.toml", settings).write("bin/sftp", script);
    let program = site.path("bin/sftp");
    let executable = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&program, executable).expect("a program");
    let path = format!("{}:/usr/bin:/bin", site.path("bin").display());
    let desk = Desk::open_where(&site, &[("PATH", &path)]);
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    desk.send("/publicera", &[("_send", "0")]).is(303);
    let first = after_sending(&desk);
    desk.change(PLEDGE, &[("title", "Ett annat löfte")]).is(303);
    (first, desk.get("/publicera").is(200).body)
}

#[test]
fn a_sending_that_failed_is_an_error_with_what_to_do_and_can_be_tried_again() {
    for (said, message, help) in [
        (
            "ssh: connect to host webb.example port 2222: Connection refused",
            "Det gick inte att nå servern för redaktion@webb.example.",
            "ansluten till nätet",
        ),
        (
            "ssh: Could not resolve hostname webb.example: Name or service not known",
            "Det gick inte att nå servern för redaktion@webb.example.",
            "serverns namn och port",
        ),
        (
            "Host key verification failed. Connection closed",
            "känner inte igen servern för redaktion@webb.example",
            "Logga in för hand en gång i ett kommandofönster: sftp -P 2222 redaktion@webb.example.",
        ),
        (
            "redaktion@webb.example: Permission denied (publickey).",
            "Det gick inte att logga in på redaktion@webb.example.",
            "det behövs en nyckel",
        ),
    ] {
        let (page, later) = failing(said);
        let (top, rest) = page.split_once("<h2>").expect("a heading");
        assert!(
            top.contains("class=\"mistake error\"") && top.contains("Webbplatsen är inte skickad."),
            "{page}"
        );
        assert!(top.contains(message) && top.contains(help) && top.contains(said), "{page}");
        assert!(top.contains("</strong>Den ") && rest.contains("Skicka till"), "{page}");
        // Afterwards it stands where it can be tried again.
        let (top, rest) = later.split_once("<h2>Till webbservern</h2>").expect("a heading");
        assert!(!top.contains(message) && rest.contains(message), "{later}");
    }
}
