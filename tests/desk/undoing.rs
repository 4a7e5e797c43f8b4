//! Earlier versions: they follow a document that moves, outlive one that is removed, and can be
//! brought back or removed for good.

use crate::client::{Desk, withdrawal};
use crate::editing::site;

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";
const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";

#[test]
fn the_versions_of_a_document_follow_it_when_it_is_moved() {
    // Another file had the new path once.
    let kept = ".loftesarkiv/versions/content/kommuner/habo/2025/nytt-namn.md";
    let site =
        site().write(&format!("{kept}/0001"), "+++\nkind = \"page\"\ntitle = \"Annan\"\n+++\n");
    let desk = Desk::open(&site);
    let first = site.read(FILE);
    desk.change(PLEDGE, &[("summary", "Ett")]).is(303);
    desk.change(PLEDGE, &[("summary", "Två")]).is(303);
    let mut fields = desk.form(PLEDGE).hidden();
    for (name, value) in
        [("_home", "kommuner/habo"), ("_year", "2025"), ("_name", "Nytt namn"), ("_move", "1")]
    {
        fields.push((name.to_owned(), value.to_owned()));
    }
    desk.post(&format!("/flytta/{PLEDGE}"), &fields).is(303);
    assert_eq!(site.read(&format!("{kept}/0002")), first);
    assert!(site.read(&format!("{kept}/0003")).contains("Ett"));
    let at = "/versioner/kommuner/habo/2025/nytt-namn.html";
    let page = desk.get(at).is(200).body;
    assert!(page.contains("Hämta tillbaka version 3"), "{page}");
    let version = desk.form("kommuner/habo/2025/nytt-namn.html");
    let version = version.value("_version").expect("a version").to_owned();
    desk.send(at, &[("_version", &version), ("_restore", "3")]).is(303);
    assert!(site.read("content/kommuner/habo/2025/nytt-namn.md").contains("Ett"));
}

#[test]
fn what_was_removed_is_listed_brought_back_and_removed_for_good() {
    let draft = "+++\nkind = \"page\"\ntitle = \"Utkastet\"\ndraft = true\n\n[[attachments]]\nfile = \"u.docx\"\ntitle = \"U\"\n+++\n";
    let site = site().write("content/utkast.md", draft).write("content/u.docx", "Word");
    let desk = Desk::open(&site);
    let page = desk.get("/dokument/utkast.html").is(200).body;
    assert!(page.contains("Ta också bort filerna bredvid: u.docx"), "{page}");
    desk.change("utkast.html", &[("_delete", "1")]).is(303);
    assert!(site.path("content/u.docx").exists(), "not asked for");
    let list = desk.get("/borttagna").is(200).body;
    assert!(list.contains("href=\"/versioner/utkast.html\">Utkastet</a>"), "{list}");
    assert!(list.contains("action=\"/versioner/utkast.html\""), "{list}");
    let at = "/versioner/utkast.html";
    assert!(desk.get(at).is(200).body.contains("Hämta tillbaka version 1"));
    desk.send(at, &[("_restore", "1")]).is(303);
    assert_eq!(site.read("content/utkast.md"), draft);
    desk.change("utkast.html", &[("_delete", "1"), ("_delete_files", "true")]).is(303);
    assert!(!site.path("content/u.docx").exists());
    // Why must be told, and the page says so.
    let told = desk.send(at, &[("_purge", "1"), ("_reason", " ")]).is(303);
    let to = told.header("location").expect("an address").to_owned();
    assert!(desk.get(&to).is(200).body.contains("Skriv varför"), "{to}");
    desk.send(at, &[("_purge", "1"), ("_reason", "personuppgift")]).is(303);
    desk.get(at).is(404);
    assert!(!desk.get("/borttagna").is(200).body.contains("Utkastet"));
}

#[test]
fn a_file_that_no_document_names_is_removed_and_brought_back() {
    let named = "+++\nkind = \"page\"\ntitle = \"Om\"\ndraft = true\n\n[[attachments]]\nfile = \"u.docx\"\ntitle = \"U\"\n+++\n";
    let site = site()
        .write("content/om.md", named)
        .write("content/u.docx", "Word")
        .write("content/kommuner/habo/2025/rest.docx", "Resten")
        .write("content/forr.pdf", "%PDF-1.7")
        .write("addresses.toml", "published = [\"forr.pdf\"]\n");
    let rest = "content/kommuner/habo/2025/rest.docx";
    let desk = Desk::open(&site);
    assert!(desk.get("/").is(200).body.contains("href=\"/borttagna\">Ta bort filer</a>"));
    let list = desk.get("/borttagna").is(200).body;
    assert!(list.contains(&format!("name=\"_path\" value=\"{rest}\"")), "{list}");
    // Neither what a draft names nor what has been published is for the desk to remove.
    for path in ["content/u.docx", "content/forr.pdf", FILE, "site.toml", "../utanför", ""] {
        assert!(!list.contains(&format!("value=\"{path}\"")), "{path}: {list}");
        desk.send("/borttagna", &[("_path", path)]).is(422);
    }
    assert!(site.path("content/u.docx").exists() && site.path("content/forr.pdf").exists());
    let gone = desk.send("/borttagna", &[("_path", rest)]).is(303);
    assert_eq!(gone.header("location"), Some("/borttagna?_gjort=borta"));
    assert!(!site.path(rest).exists());
    let list = desk.get("/borttagna?_gjort=borta").is(200).body;
    assert!(list.contains("Filen är borttagen") && !list.contains("_path"), "{list}");
    let at = "/versioner/kommuner/habo/2025/rest.docx";
    assert!(list.contains(&format!("action=\"{at}\"")), "{list}");
    let back = desk.send(at, &[("_restore", "1")]).is(303);
    assert_eq!(back.header("location"), Some("/borttagna?_gjort=tillbaka"));
    assert_eq!(site.read(rest), "Resten");
}

#[test]
fn what_was_withdrawn_can_be_removed_for_good_but_not_brought_back() {
    let site = site().build();
    let desk = Desk::open(&site);
    let fields = withdrawal("Personuppgifter.");
    desk.change(PLEDGE, &fields).is(303);
    // Its page says so from now on.
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    let at = format!("/versioner/{PLEDGE}");
    let page = desk.get(&at).is(200).body;
    assert!(page.contains("draget tillbaka") && !page.contains("_restore"), "{page}");
    let list = desk.get("/borttagna").is(200).body;
    assert!(list.contains("Draget tillbaka den 1 november 2026: Personuppgifter."), "{list}");
    assert!(!list.contains("_restore"), "{list}");
    desk.send(&at, &[("_restore", "1")]).is(409);
    assert!(!site.path(FILE).exists());
    desk.send(&at, &[("_purge", "1"), ("_reason", "Personuppgifter.")]).is(303);
    assert!(!site.path(&format!(".loftesarkiv/versions/{FILE}/0001")).exists());
}

#[test]
fn a_withdrawal_that_no_reader_has_seen_can_be_undone() {
    let site = site().build();
    let (document, ledger) = (site.read(FILE), site.read("addresses.toml"));
    let desk = Desk::open(&site);
    let fields = withdrawal("Fel dokument.");
    desk.change(PLEDGE, &fields).is(303);
    assert!(site.read("addresses.toml").contains("[[withdrawn]]") && !site.path(FILE).exists());
    let list = desk.get("/borttagna").is(200).body;
    assert!(list.contains("Fel dokument.") && list.contains("_restore"), "{list}");
    let at = format!("/versioner/{PLEDGE}");
    assert!(desk.get(&at).is(200).body.contains("stryks beslutet"));
    let back = desk.send(&at, &[("_restore", "1")]).is(303);
    assert_eq!(back.header("location"), Some(&*format!("/dokument/{PLEDGE}")));
    assert_eq!((site.read(FILE), site.read("addresses.toml")), (document, ledger));
    desk.get(&format!("/dokument/{PLEDGE}")).is(200);
    drop(desk);
    site.run(&["check"]).ends(0, &[]);
}

#[test]
fn whoever_withdraws_a_follow_up_is_told_what_the_pledge_says_then() {
    let follow_up = "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2025-11-01\nassessed_by = \"Håbo kommun\"\nfollows_up = \"medborgarlofte.md\"\n\n[[outcomes]]\ntext = \"Det gick bra.\"\n+++\n";
    let site = site().write("content/kommuner/habo/2025/uppfoljning.md", follow_up).build();
    let desk = Desk::open(&site);
    let page = |address: &str| desk.get(&format!("/dokument/{address}")).is(200).body;
    let told = "står sedan att en uppföljning drogs tillbaka";
    assert!(page("kommuner/habo/2025/uppfoljning.html").contains(told));
    let pledge = page(PLEDGE);
    assert!(pledge.contains("Dra tillbaka") && !pledge.contains(told), "{pledge}");
    // So it does, also once the pledge has another address; and its title stays if it may.
    let fields = [
        ("_withdraw", "1"),
        ("_date", "2026-11-01"),
        ("_decision", "KS § 12"),
        ("_reason", "Fel uppgifter."),
        ("_called", "Uppföljning 2025"),
    ];
    desk.change("kommuner/habo/2025/uppfoljning.html", &fields).is(303);
    drop(desk);
    site.run(&["move", FILE, "content/kommuner/habo/2025/lofte.md"]).ends(0, &[]);
    let site = site.build();
    let page = site.read("public/kommuner/habo/2025/lofte.html");
    assert!(
        page.contains("<a href=\"uppfoljning.html\">En uppföljning drogs tillbaka <time"),
        "{page}"
    );
    let place = site.read("public/kommuner/habo/index.html");
    assert!(place.contains("<a href=\"2025/uppfoljning.html\">Uppföljning 2025</a>"), "{place}");
    let notice = site.read("public/kommuner/habo/2025/uppfoljning.html");
    assert!(notice.contains("<dd>Uppföljning 2025</dd>"), "{notice}");
    // Its reader gets to what it followed up, wherever that is now, and to the place.
    let (top, _) = notice.split_once("<dt>Adress").expect("the address");
    for way in [
        "<dt>Följde upp</dt><dd><a href=\"lofte.html\">Medborgarlöfte 2025</a></dd>",
        "<dt>Kommun eller område</dt><dd><a href=\"../index.html\">Håbo kommun</a></dd>",
        "<li><a href=\"../index.html\">Håbo</a></li>",
    ] {
        assert!(top.contains(way), "no {way} in {top}");
    }
}

#[test]
fn the_same_words_again_give_the_same_bytes() {
    let site = site();
    let site = site.change(FILE, "+++\n\n## Text\n", "+++\n\n\n## Text\n\n\n");
    let desk = Desk::open(&site);
    let before = site.read(FILE);
    desk.change(PLEDGE, &[("body", "\r\n\r\n## Text\r\n\r\nMer.")]).is(303);
    assert!(site.read(FILE).contains("Mer."));
    desk.change(PLEDGE, &[("body", "\r\n\r\n## Text")]).is(303);
    assert_eq!(site.read(FILE), before);
}

#[test]
fn what_was_typed_can_be_saved_over_what_another_has_written() {
    let site = site();
    let desk = Desk::open(&site);
    let mut sent = desk.form(PLEDGE).sent();
    for (name, value) in &mut sent {
        match name.as_str() {
            "commitments.0.text" => "Mitt ljus.".clone_into(value),
            "body" => "Rad ett.\r\n\r\nRad två.".clone_into(value),
            _ => {}
        }
    }
    let site = site.change(FILE, "Bättre ljus.", "Deras ljus.");
    let page = desk.post(&format!("/dokument/{PLEDGE}"), &sent).is(409).body;
    assert!(page.contains("Åtaganden 1, ") && page.contains("Mitt ljus."), "{page}");
    assert!(!page.contains("[[commitments]]"), "words, not the file's text: {page}");
    let (_, again) = page.split_once("Det står nu: ").expect("what differs");
    let (_, again) = again.split_once("<form").expect("a form");
    let (again, _) = again.split_once("</form>").expect("its end");
    let form = crate::form::Form::of(&format!("<form id=\"formular\"{again}</form>"));
    let mut fields = form.fields.clone();
    fields.push(("_save".to_owned(), "1".to_owned()));
    desk.post(&format!("/dokument/{PLEDGE}"), &fields).is(303);
    let now = site.read(FILE);
    assert!(now.contains("Mitt ljus.") && now.contains("Rad ett.\n\nRad två."), "{now}");
    let versions = desk.get(&format!("/versioner/{PLEDGE}")).is(200).body;
    assert!(versions.contains("Deras ljus."), "{versions}");
}

#[test]
fn a_withdrawal_that_lacks_something_keeps_what_was_typed_and_versions_name_their_document() {
    let site = site().build();
    let desk = Desk::open(&site);
    let address = "kommuner/habo/2025/medborgarlofte.html";
    let fields = [("_withdraw", "1"), ("_date", "2026-11-01"), ("_reason", "Personuppgifter.")];
    let page = desk.change(address, &fields).is(422).body;
    assert!(page.contains("<details open><summary>Dra tillbaka"), "{page}");
    assert!(
        page.contains("value=\"2026-11-01\"") && page.contains("value=\"Personuppgifter.\""),
        "{page}"
    );
    let page = desk.get(&format!("/versioner/{address}")).is(200).body;
    assert!(page.contains("<h1>Tidigare versioner: Medborgarlöfte 2025</h1>"), "{page}");
}

#[test]
fn versions_are_told_apart_by_what_differs_in_the_words_of_the_form() {
    let site = site();
    let site = site.change(FILE, "+++\n\n## Text\n", "+++\n\nRad ett.\n\nRad två är lång.\n");
    let desk = Desk::open(&site);
    desk.change(PLEDGE, &[("draft", "true"), ("signed", "2 februari 2025")]).is(303);
    desk.change(PLEDGE, &[("commitments.1._up", "1"), ("commitments.1.text", "Fler patruller.")])
        .is(303);
    desk.change(
        PLEDGE,
        &[("commitments.0.text", "Ännu fler."), ("body", "Rad ett.\n\nRad två är kort.")],
    )
    .is(303);
    let page = desk.get(&format!("/versioner/{PLEDGE}")).is(200).body;
    let sections: Vec<&str> = page.split("<section").skip(1).collect();
    let [third, second, first] = &sections[..] else { panic!("three versions: {page}") };
    let has = |section: &str, label: &str, then: &str, now: &str| {
        let pair = format!(
            "<dt>{label}</dt>\n<dd><strong>Det stod då: </strong>{then}</dd>\n<dd><strong>Det står nu: </strong>{now}</dd>"
        );
        assert!(section.contains(&pair), "{pair}\n{section}");
    };
    has(first, "Utkast", "(tomt)", "Ja");
    has(first, "Undertecknat", "(tomt)", "2 februari 2025");
    assert!(!third.contains("Utkast</dt>") && !second.contains("Utkast</dt>"), "{page}");
    // A card that was moved is the same card.
    has(third, "Åtaganden 1, Åtagande", "Fler patruller.", "Ännu fler.");
    assert!(!third.contains("Åtaganden 2"), "{third}");
    has(third, "Löpande text", "Rad två är <mark>lång.</mark>", "Rad två är <mark>kort.</mark>");
    assert!(!third.contains("Rad ett.</dd>"), "only the lines that differ: {third}");
    // To the second.
    let time = third.split("Ersattes ").nth(1).and_then(|it| it.split('<').next()).expect("a time");
    assert_eq!(time.rsplit(' ').next().expect("a clock").split('.').count(), 3, "{time}");
}

#[test]
fn what_only_a_withdrawn_document_published_is_withdrawn_and_comes_back_with_it() {
    let pledge = site().read(FILE);
    let attached = pledge.replacen(
        "\n\n[[commitments]]",
        "\naliases = [\"kommuner/habo/2025/lofte.html\"]\n\n[[attachments]]\nfile = \"protokoll.txt\"\ntitle = \"Protokoll\"\n\n[[attachments]]\nfile = \"karta.txt\"\ntitle = \"Karta\"\n\n[[commitments]]",
        1,
    );
    let notice = "+++\nkind = \"notice\"\ntype = \"news\"\ntitle = \"Nyhet\"\ndate = 2025-03-01\n\n[[attachments]]\nfile = \"karta.txt\"\ntitle = \"Karta\"\n+++\n";
    let site = site()
        .write(FILE, &attached)
        .write("content/kommuner/habo/2025/nyhet.md", notice)
        .write("content/kommuner/habo/2025/protokoll.txt", "Protokoll.")
        .write("content/kommuner/habo/2025/karta.txt", "Karta.")
        .build();
    let ledger = site.read("addresses.toml");
    let desk = Desk::open(&site);
    let fields = withdrawal("Personuppgifter.");
    desk.change(PLEDGE, &fields).is(303);
    let withdrawn = site.read("addresses.toml");
    for (address, is_withdrawn) in [
        (PLEDGE, true),
        ("kommuner/habo/2025/lofte.html", true),
        ("kommuner/habo/2025/protokoll.txt", true),
        ("kommuner/habo/2025/karta.txt", false),
    ] {
        let row = format!("\n[[withdrawn]]\naddress = \"{address}\"\ndate = 2026-11-01\n");
        assert_eq!(withdrawn.contains(&row), is_withdrawn, "{address}: {withdrawn}");
    }
    // Undone before any reader has seen it, nothing of it is left.
    let at = format!("/versioner/{PLEDGE}");
    desk.send(&at, &[("_restore", "1")]).is(303);
    assert_eq!((site.read(FILE), site.read("addresses.toml")), (attached, ledger));
    // Else the site can be built, and every address says what became of it.
    desk.change(PLEDGE, &fields).is(303);
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    for page in ["medborgarlofte.html", "lofte.html", "protokoll.txt.html"] {
        let page = site.read(&format!("public/kommuner/habo/2025/{page}"));
        assert!(page.contains("KS § 12"), "{page}");
    }
    assert!(!site.path("public/kommuner/habo/2025/protokoll.txt").exists());
    assert!(site.path("public/kommuner/habo/2025/karta.txt").exists());
    // The file is of no use any more, and can be removed.
    let gone = desk.get("/borttagna").is(200).body;
    assert!(gone.contains("protokoll.txt"), "{gone}");
    drop(desk);
    let checked = site.run(&["check"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
}

#[test]
fn a_version_that_comes_back_keeps_the_addresses_that_readers_have() {
    let site = site().build();
    let desk = Desk::open(&site);
    let first = site.read(FILE);
    let mut fields = desk.form(PLEDGE).hidden();
    for (name, value) in
        [("_home", "kommuner/habo"), ("_year", "2025"), ("_name", "lofte"), ("_move", "1")]
    {
        fields.push((name.to_owned(), value.to_owned()));
    }
    desk.post(&format!("/flytta/{PLEDGE}"), &fields).is(303);
    let at = "kommuner/habo/2025/lofte.html";
    desk.change(at, &[("title", "Ny rubrik")]).is(303);
    let version = desk.form(at).value("_version").expect("a version").to_owned();
    let fields = [("_version", version.as_str()), ("_restore", "1")];
    desk.send(&format!("/versioner/{at}"), &fields).is(303);
    let now = site.read("content/kommuner/habo/2025/lofte.md");
    let alias = format!("aliases = [\"{PLEDGE}\"]\n");
    assert!(now.contains(&alias), "{now}");
    assert_eq!(now.replace(&alias, ""), first);
    drop(desk);
    site.run(&["build"]).succeeds();
}
