//! How the desk opens a site, and where what it builds goes.

use crate::client::Desk;
use crate::editing::site;

#[test]
fn a_move_that_was_cut_off_is_finished_before_the_site_is_read() {
    let site = site()
        .write("content/om.md", "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n")
        .write(
            ".loftesarkiv/moving/plan.json",
            "{\"from\":\"content/om.md\",\"to\":\"content/info.md\",\"old\":\"content/om.md\",\"new\":\"content/info.md\",\"changed\":[]}",
        );
    let desk = Desk::open(&site);
    assert!(site.path("content/info.md").exists() && !site.path("content/om.md").exists());
    desk.get("/dokument/info.html").is(200);
}

#[test]
fn a_build_goes_where_the_settings_say_now() {
    let site = site();
    let desk = Desk::open(&site);
    desk.change("site.toml", &[("output", "ut")]).is(303);
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    assert!(site.path("ut/index.html").exists() && !site.path("public").exists());
    let listed = desk.get("/publicera").is(200).body;
    assert!(listed.contains("Inget dokument har ändrats"), "{listed}");
}

#[test]
fn a_folder_that_cannot_be_written_in_is_not_a_desk_that_is_open() {
    let site = site().write(".loftesarkiv", "en fil");
    let told = site.run(&["edit", "--port", "0", "--no-open"]).ends(2, &["kunde inte skrivas"]);
    assert!(!told.stderr.contains("redan öppen"), "{}", told.stderr);
}
