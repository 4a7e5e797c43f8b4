//! What is not moved, and what is only told.

use crate::{HOME, PLEDGE, document, moves, site, unbuilt};
use snapbox::{assert_data_eq, str};

#[test]
fn a_dry_run_tells_all_and_touches_nothing() {
    let site = site();
    let before = site.files("");
    let (from, to) = (document("2018/medborgarlofte.md"), document("2018/lofte.md"));
    let outcome = site.run(&["move", &from, &to, "--dry-run"]).succeeds();
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
content/kommuner/eskilstuna/2018/medborgarlofte.md → content/kommuner/eskilstuna/2018/lofte.md
  content/gemensamt/2020/nyhet.md:6: "/kommuner/eskilstuna/2018/medborgarlofte.md" → "/kommuner/eskilstuna/2018/lofte.md"
  content/kommuner/eskilstuna/2016/overenskommelse.md:20: ../2018/medborgarlofte.md#lofte-synlighet → ../2018/lofte.md#lofte-synlighet
  content/kommuner/eskilstuna/2018/uppfoljning.md:5: "medborgarlofte.md" → "lofte.md"
  content/kommuner/eskilstuna/2018/uppfoljning.md:12: "medborgarlofte.md#synlighet" → "lofte.md#synlighet"
  Den gamla adressen kommuner/eskilstuna/2018/medborgarlofte.html leder vidare.
Inget är ändrat: det här är vad som skulle göras.

"#]]
    );
    assert_eq!(before, site.files(""));
}

#[test]
fn paths_count_from_where_the_editor_stands() {
    let site = unbuilt();
    let mut command = site.command(&["move", "medborgarlofte.md", "../2018/lofte.md"]);
    command.current_dir(site.path(&document("2018")));
    site.finish(command).succeeds();
    assert!(site.path(&document("2018/lofte.md")).exists());
    moves(&site, "kommuner/eskilstuna/2018/lofte.md", "content/kommuner/eskilstuna/2016/")
        .succeeds();
    assert!(site.path(&document("2016/lofte.md")).exists());
    // The pledge of 2018 is now in the folder of another year.
    site.reports(str!["warning year-folder content/kommuner/eskilstuna/2016/lofte.md:5"]);
}

#[test]
fn nothing_is_overwritten() {
    let site = unbuilt();
    let before = site.files("");
    let agreement = document("2016/overenskommelse.md");
    for (from, to, words) in [
        (
            agreement.as_str(),
            document("2018/medborgarlofte.md"),
            "finns redan och skrivs inte över",
        ),
        (&agreement, agreement.clone(), "står redan där"),
        (&agreement, "../ute.md".to_owned(), "ligger utanför content"),
        (&agreement, document("2016/overenskommelse"), "annan filändelse"),
        ("content/ingenting.md", document("x.md"), "Det finns ingen fil eller mapp"),
        ("site.toml", document("x.md"), "Det finns ingen fil eller mapp"),
        (HOME, document("inuti"), "kan inte flyttas in i sig själv"),
        (HOME, "content/lokalpolisomraden".to_owned(), "finns redan och skrivs inte över"),
        (&document("index.md"), "content/x.md".to_owned(), "som flyttas med hela sin mapp"),
        ("content", "content/x".to_owned(), "Det finns ingen fil eller mapp"),
    ] {
        moves(&site, from, &to).ends(2, &[words]);
    }
    assert_eq!(before, site.files(""));
}

#[test]
fn a_published_attachment_stays_where_it_is() {
    let site = site();
    let before = site.files("");
    moves(&site, &document("2016/avtal.pdf"), &document("2016/avtalet.pdf"))
        .ends(2, &["är publicerad, och en bilaga eller bild kan inte flyttas"]);
    moves(&site, &document("2016"), &document("2015")).ends(2, &["avtal.pdf är publicerad"]);
    assert_eq!(before, site.files(""));

    let site = unbuilt();
    moves(&site, &document("2016/avtal.pdf"), &document("2016/avtalet.pdf")).succeeds();
    assert!(site.read(&document("2016/overenskommelse.md")).contains("file = \"avtalet.pdf\""));
    site.reports(str![""]);
}

#[test]
fn what_would_give_an_error_is_not_done() {
    let site = site().write("content/kommuner/eskilstuna/2018/avtal 2.md", PLEDGE);
    let before = site.files("");
    moves(&site, &document("2016/overenskommelse.md"), &document("2018/avtal-2.md"))
        .ends(1, &["address-collision", "Inget flyttades"]);
    moves(&site, &document("2016/overenskommelse.md"), &document("2018/§.md"))
        .ends(1, &["invalid-address", "Inget flyttades"]);
    assert_eq!(before, site.files(""));
}

#[test]
fn errors_that_were_there_before_do_not_hinder() {
    let site = site().write(
        &document("2018/nyhet.md"),
        "+++\nkind = \"notice\"\ntitle = \"\"\nabout = \"medborgarlofte.md\"\n+++\n",
    );
    moves(&site, &document("2018/medborgarlofte.md"), &document("2018/lofte.md")).succeeds();
    assert!(site.read(&document("2018/nyhet.md")).contains("about = \"lofte.md\""));
}

#[test]
fn a_file_that_cannot_be_read_and_may_refer_to_it_stops_the_move() {
    let site = site().write(
        &document("2018/nyhet.md"),
        "+++\ntitle = ”N”\nabout = \"medborgarlofte.md\"\n+++\n",
    );
    let before = site.files("");
    moves(&site, &document("2018/medborgarlofte.md"), &document("2018/lofte.md"))
        .ends(2, &["2018/nyhet.md går inte att läsa helt", "Rätta filen först"]);
    assert_eq!(before, site.files(""));
    moves(&site, &document("2016/overenskommelse.md"), &document("2016/avtal.md")).succeeds();
}
