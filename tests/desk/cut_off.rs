//! What takes two steps and fails, or is cut off, between them.

use crate::client::{Desk, withdrawal};
use crate::editing::site;

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";
const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";

/// The ledger's row of the same decision.
fn row() -> String {
    format!(
        "\n[[withdrawn]]\naddress = \"{PLEDGE}\"\ndate = 2026-11-01\ndecision = \"KS § 12\"\nreason = \"Fel dokument.\"\n"
    )
}

#[test]
fn a_withdrawal_that_was_cut_off_is_finished() {
    let site = site().build();
    let ledger = site.read("addresses.toml");
    let site = site.write("addresses.toml", format!("{ledger}{}", row()));
    assert_ne!(site.run(&["build"]).status, 0, "the page and the notice want one address");
    let desk = Desk::open(&site);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(page.contains("Slutför tillbakadragandet"), "{page}");
    desk.change(PLEDGE, &[("_withdraw", "1")]).is(303);
    assert!(!site.path(FILE).exists());
    let after = site.read("addresses.toml");
    assert_eq!(after.lines().filter(|line| *line == "[[withdrawn]]").count(), 1, "{after}");
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    assert!(site.read(&format!("public/{PLEDGE}")).contains("KS § 12"));
}

#[test]
fn what_the_ledger_says_now_counts_and_not_what_was_read_last() {
    let site = site().build();
    let desk = Desk::open(&site);
    let ledger = site.read("addresses.toml");
    let mut sent = desk.form(PLEDGE).sent();
    sent.extend(
        withdrawal("Fel dokument.").map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    // Noted and taken back, as by an attempt that failed: whatever the desk has seen of it.
    for _ in 0..20 {
        std::fs::write(site.path("addresses.toml"), format!("{ledger}{}", row())).expect("written");
        std::fs::write(site.path("addresses.toml"), &ledger).expect("written");
    }
    desk.post(&format!("/dokument/{PLEDGE}"), &sent).is(303);
    assert!(!site.path(FILE).exists());
    let after = site.read("addresses.toml");
    assert_eq!(after.matches("KS § 12").count(), 1, "{after}");
}

/// Makes the folder of the document one that nothing can be added to or taken from, if the file system
/// can do that; also for root.
#[cfg(target_os = "linux")]
fn closed(site: &crate::support::Site, is_closed: bool) -> bool {
    let sign = if is_closed { "+i" } else { "-i" };
    let mut command = std::process::Command::new("chattr");
    command.arg(sign).arg(site.path(FILE));
    command.stderr(std::process::Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

#[cfg(target_os = "linux")]
#[test]
fn a_withdrawal_that_fails_leaves_the_ledger_as_it_was() {
    let site = site().build();
    let desk = Desk::open(&site);
    let ledger = site.read("addresses.toml");
    if !closed(&site, true) {
        return;
    }
    let told = desk.change(PLEDGE, &withdrawal("Fel dokument."));
    let after = site.read("addresses.toml");
    assert!(closed(&site, false));
    assert_eq!(told.status, 500);
    assert!(told.body.contains("Inget sparades"), "{}", told.body);
    assert_eq!(after, ledger);
    desk.change(PLEDGE, &withdrawal("Fel dokument.")).is(303);
    assert!(!site.path(FILE).exists());
    assert!(site.read("addresses.toml").contains("KS § 12"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_document_cannot_be_written_is_not_left_behind() {
    let site = site();
    let desk = Desk::open(&site);
    let stored = "content/kommuner/habo/2025/bilaga.csv";
    if !closed(&site, true) {
        return;
    }
    let told = desk.upload(PLEDGE, "bilaga.csv", b"a;b\n", &[]);
    let left = site.path(stored).exists();
    assert!(closed(&site, false));
    assert!(told.body.contains("Inget sparades"), "{}", told.body);
    assert!(!left);
    desk.upload(PLEDGE, "bilaga.csv", b"a;b\n", &[("title", "Bilagan")]).is(303);
    assert_eq!(site.read(stored), "a;b\n");
    assert!(site.read(FILE).contains("file = \"bilaga.csv\""));
}

#[test]
fn an_image_that_cannot_be_freed_of_its_position_is_not_taken() {
    let site = site();
    let desk = Desk::open(&site);
    let mut image = b"\0\0\0\x1cftypavif....Exif".to_vec();
    // A directory with one entry, which leads to the position.
    image.extend_from_slice(b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\0\0\0\0\0");
    let told = desk.upload(PLEDGE, "bild.avif", &image, &[("_position", "remove")]).is(422);
    assert!(told.body.contains("kan inte ta bort"), "{}", told.body);
    let told = desk.upload(PLEDGE, "bild.avif", &image, &[]).is(422);
    assert!(told.body.contains("berättar var den är tagen"), "{}", told.body);
    assert!(!site.path("content/kommuner/habo/2025/bild.avif").exists());
}

#[test]
fn a_line_like_a_fence_stays_within_its_field() {
    let site = site();
    let desk = Desk::open(&site);
    let words = "Före\r\n+++\r\nefter";
    desk.change(PLEDGE, &[("summary", words), ("commitments.0.text", words)]).is(303);
    let form = desk.form(PLEDGE);
    assert_eq!(form.value("summary"), Some("Före\n+++\nefter"));
    assert_eq!(form.value("commitments.0.text"), Some("Före\n+++\nefter"));
    assert_eq!(form.value("body"), Some("\n## Text"));
    // Other texts of several lines are still written on several.
    desk.change(PLEDGE, &[("summary", "Ett\r\n+++ två")]).is(303);
    assert!(site.read(FILE).contains("\"\"\"\nEtt\n+++ två"), "{}", site.read(FILE));
}

#[test]
fn what_was_typed_is_kept_when_the_document_is_no_longer_there() {
    let site = site();
    let desk = Desk::open(&site);
    let address = "kommuner/habo/2026/utkast.html";
    let site = site.write(
        "content/kommuner/habo/2026/utkast.md",
        "+++\nkind = \"pledge\"\ntitle = \"Utkastet\"\ndraft = true\nperiod = 2026\n+++\n",
    );
    let mut sent = (0..100)
        .find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            let page = desk.get(&format!("/dokument/{address}"));
            (page.status == 200).then(|| crate::form::Form::of(&page.body).sent())
        })
        .expect("the form");
    for (name, value) in &mut sent {
        match name.as_str() {
            "summary" => "Min långa sammanfattning".clone_into(value),
            "body" => "Min text.".clone_into(value),
            _ => {}
        }
    }
    desk.change(address, &[("_delete", "1")]).is(303);
    let told = desk.post(&format!("/dokument/{address}"), &sent).is(404);
    assert!(told.head.contains("text/html"), "{}", told.head);
    assert!(told.body.contains("Min långa sammanfattning"), "{}", told.body);
    assert!(told.body.contains("Min text.") && told.body.contains("Sammanfattning"));
    // And it can be brought back.
    assert!(told.body.contains(&format!("href=\"/versioner/{address}\"")), "{}", told.body);
    assert!(!site.path("content/kommuner/habo/2026/utkast.md").exists());
}

#[test]
fn what_was_typed_in_a_document_that_was_moved_can_be_saved_where_it_is_now() {
    let site = site().build();
    let desk = Desk::open(&site);
    let mut sent = desk.form(PLEDGE).sent();
    for (name, value) in &mut sent {
        if name == "title" {
            "Min rubrik".clone_into(value);
        }
    }
    let to =
        [("_home", "kommuner/habo"), ("_year", "2025"), ("_name", "Nytt namn"), ("_move", "1")];
    let mut fields = desk.form(PLEDGE).hidden();
    fields.extend(to.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    desk.post(&format!("/flytta/{PLEDGE}"), &fields).is(303);
    let told = desk.post(&format!("/dokument/{PLEDGE}"), &sent).is(409).body;
    assert!(told.contains("Min rubrik"), "{told}");
    assert!(told.contains("action=\"/dokument/kommuner/habo/2025/nytt-namn.html\""), "{told}");
}
