//! What counts as a change: every way in which editors save, and what they leave behind.

use std::fs;
use std::process::Command;

use crate::scratch::{PLACE, SITE, Scratch, notice, until};
use crate::server::Server;

const FILE: &str = "content/kommuner/habo/2018/nyhet.md";
const PAGE: &str = "/kommuner/habo/2018/nyhet.html";

#[test]
fn a_file_written_in_place_is_seen() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    scratch.write(FILE, &notice("Nyhet", "Skriven på plats."));
    server.shows(PAGE, "Skriven på plats.");
}

#[test]
fn a_file_written_beside_and_renamed_over_is_seen() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    for (temporary, text) in [("nyhet.md.tmp", "Som VS Code."), (".nyhet.md.kate", "Som Kate.")] {
        let beside = format!("content/kommuner/habo/2018/{temporary}");
        scratch.write(&beside, &notice("Nyhet", text));
        scratch.rename(&beside, FILE);
        server.shows(PAGE, text);
    }
    // The incomplete file may have been seen, but is gone.
    server.shows_no(PAGE, "class=\"overlay\"");
}

#[test]
fn a_file_moved_away_as_a_backup_and_written_anew_is_seen() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    scratch.write("content/kommuner/habo/2018/4913", "");
    scratch.remove("content/kommuner/habo/2018/4913");
    scratch.rename(FILE, &format!("{FILE}~"));
    scratch.write(FILE, &notice("Nyhet", "Som vim."));
    scratch.remove(&format!("{FILE}~"));
    server.shows(PAGE, "Som vim.");
}

#[test]
fn what_editors_leave_behind_is_no_change() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let folder = "content/kommuner/habo/2018";
    for name in ["nyhet.md~", ".nyhet.md.swp", "#nyhet.md#", "~$nyhet.docx", ".DS_Store"] {
        scratch.write(&format!("{folder}/{name}"), "skräp");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("kim@dator.4711:1", scratch.path(&format!("{folder}/.#nyhet.md")))
        .expect("the lock of Emacs");
    scratch.write(FILE, &notice("Nyhet", "Den riktiga."));
    server.shows(PAGE, "Den riktiga.");
    server.program.wait_for("Uppdaterad.");
    assert_eq!(server.program.times("Uppdaterad."), 1, "{}", server.program.told());
}

#[test]
fn a_new_file_in_a_new_folder_is_seen_and_so_is_that_it_goes() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let file = "content/kommuner/habo/2019/ny.md";
    server.answers("/kommuner/habo/2019/ny.html", 404);
    scratch.write(file, &notice("Ny", "Helt ny."));
    server.shows("/kommuner/habo/2019/ny.html", "Helt ny.");
    scratch.remove(file);
    server.answers("/kommuner/habo/2019/ny.html", 404);
}

#[test]
fn the_last_file_of_a_folder_can_go() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    scratch.remove(FILE);
    scratch.remove("content/kommuner/habo/2018/till.md");
    server.answers(PAGE, 404);
    scratch.write(FILE, &notice("Nyhet", "Tillbaka."));
    server.shows(PAGE, "Tillbaka.");
}

#[test]
fn a_renamed_file_takes_its_readers_along() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    scratch.rename(FILE, "content/kommuner/habo/2018/beslut.md");
    server.answers(PAGE, 302);
    assert!(server.get(PAGE).head.contains("location: /kommuner/habo/2018/beslut.html"));
    server.shows("/kommuner/habo/2018/beslut.html", "Först.");
    // And so on, as often as it is renamed.
    scratch.rename("content/kommuner/habo/2018/beslut.md", "content/kommuner/habo/2017/brev.md");
    until("the second name", || {
        server.get(PAGE).head.contains("location: /kommuner/habo/2017/brev.html")
    });
    scratch.rename("content/kommuner/habo/2017/brev.md", FILE);
    server.shows(PAGE, "Först.");
}

#[test]
fn a_moved_folder_takes_everything_along() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    scratch.rename("content/kommuner/habo", "content/uppland/habo");
    server.shows("/uppland/habo/2018/nyhet.html", "Först.");
    for (from, to) in [
        ("/kommuner/habo/", "/uppland/habo/index.html"),
        (PAGE, "/uppland/habo/2018/nyhet.html"),
        ("/kommuner/habo/2018/", "/uppland/habo/2018/index.html"),
    ] {
        let answer = server.get(from);
        assert_eq!(answer.status, 302, "{from}");
        assert!(answer.head.contains(&format!("location: {to}")), "{}", answer.head);
    }
}

#[test]
fn a_checkout_of_two_hundred_files_is_seen_as_one() {
    let scratch = Scratch::new();
    let git = |arguments: &[&str]| {
        let folder = scratch.site();
        let run = Command::new("git").current_dir(folder).args(arguments).output().expect("git");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    };
    let all = |text: &str| {
        for n in 0..200 {
            let file = format!("content/kommuner/habo/20{:02}/nyhet-{n}.md", n % 20);
            scratch.write(&file, &notice(&format!("Nyhet {n}"), text));
        }
    };
    git(&["init", "--quiet", "--initial-branch=gren"]);
    git(&["config", "user.email", "prov@example.org"]);
    git(&["config", "user.name", "Prov"]);
    all("På den gamla grenen.");
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message=gammal"]);
    git(&["checkout", "--quiet", "-b", "ny"]);
    all("På den nya grenen.");
    git(&["commit", "--quiet", "--all", "--message=ny"]);
    let server = Server::start(&scratch);
    for branch in ["gamla", "nya"] {
        let to = if branch == "nya" { "ny" } else { "gren" };
        server.program.paused(|| git(&["checkout", "--quiet", to]));
        for n in 0..200 {
            let page = format!("/kommuner/habo/20{:02}/nyhet-{n}.html", n % 20);
            server.shows(&page, &format!("På den {branch} grenen."));
        }
    }
    assert!(server.program.times("Uppdaterad.") < 20, "{}", server.program.told());
}

#[test]
fn theme_files_that_come_and_go_are_seen() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let style = server.get("/assets/style.css").body;
    scratch.write("themes/default/assets/style.css", "body { color: red }");
    server.shows("/assets/style.css", "color:red");
    let template = "themes/default/templates/document.html";
    scratch.write(
        template,
        "{% extends \"default/document.html\" %}{% block as_of %}Egen.{% endblock %}",
    );
    server.shows(PAGE, "Egen.");
    scratch.remove(template);
    server.shows_no(PAGE, "Egen.");
    fs::remove_dir_all(scratch.path("themes")).expect("removed");
    until("the built-in style", || server.get("/assets/style.css").body == style);
    scratch.write("themes/default/assets/style.css", "body { color: blue }");
    server.shows("/assets/style.css", "color:blue");
}

#[test]
fn a_half_written_file_heals_with_the_next_save() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let whole = notice("Nyhet", "Hela texten.");
    scratch.write(FILE, &whole[..40]);
    server.shows(PAGE, "class=\"overlay\"");
    server.shows(PAGE, "Först.");
    scratch.write(FILE, &whole);
    server.shows(PAGE, "Hela texten.");
    server.shows_no(PAGE, "class=\"overlay\"");
}

#[test]
fn the_last_of_many_quick_saves_is_what_stays() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    for n in 0..60 {
        scratch.write(FILE, &notice("Nyhet", &format!("Sparad gång {n}.")));
    }
    server.shows(PAGE, "Sparad gång 59.");
}

#[test]
fn what_is_written_in_the_output_folder_is_no_change() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    for n in 0..10 {
        scratch.write(&format!("public/sida-{n}.html"), "byggd");
    }
    scratch.write(FILE, &notice("Nyhet", "Skriven."));
    server.shows(PAGE, "Skriven.");
    server.program.wait_for("Uppdaterad.");
    assert_eq!(server.program.times("Uppdaterad."), 1, "{}", server.program.told());
}

#[test]
fn reading_is_no_change() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    for _ in 0..20 {
        assert!(scratch.files().len() > 3);
    }
    // Nor is a file with the same contents as before.
    scratch.write(FILE, &notice("Nyhet", "Först."));
    scratch.write("content/kommuner/habo/2018/till.md", &notice("Till", "Ändrad."));
    server.shows("/kommuner/habo/2018/till.html", "Ändrad.");
    server.program.wait_for("Uppdaterad.");
    assert_eq!(server.program.times("Uppdaterad."), 1, "{}", server.program.told());
}

#[test]
fn settings_and_ledger_are_part_of_the_site() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    scratch.write("site.toml", &SITE.replace("Prov", "Ett annat namn"));
    server.shows(PAGE, "Ett annat namn");
    scratch.write("addresses.toml", "published = [\"borta.html\"]\n");
    server.shows(PAGE, "address-lost");
    scratch.remove("addresses.toml");
    server.shows_no(PAGE, "address-lost");
}

#[test]
fn a_site_that_is_gone_for_a_while_comes_back() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    scratch.rename("content", "undan");
    server.shows(PAGE, "ingen mapp content");
    server.shows(PAGE, "Först.");
    scratch.rename("undan", "content");
    server.shows_no(PAGE, "class=\"overlay\"");
    scratch.write(FILE, &notice("Nyhet", "Efteråt."));
    server.shows(PAGE, "Efteråt.");
    scratch.write("content/kommuner/habo/index.md", &PLACE.replace("Håbo kommun", "Kommunen Håbo"));
    server.shows("/kommuner/habo/", "Kommunen Håbo");
}

#[test]
fn where_the_system_tells_nothing_changes_are_found_by_looking() {
    let scratch = Scratch::new();
    let server = Server::with(&scratch, &["--poll"]);
    scratch.write(FILE, &notice("Nyhet", "Funnen."));
    server.shows(PAGE, "Funnen.");
    // The same length, within one tick of a coarse clock.
    scratch.write(FILE, &notice("Nyhet", "Sparad."));
    scratch.write(FILE, &notice("Nyhet", "Hittad."));
    server.shows(PAGE, "Hittad.");
}
