//! Names and addresses that some file system or program refuses: reported by `check` where they are
//! written, never found by the disk during a build.

use crate::bounded::{Report, check, notice, plain_site, run, with};
use crate::support::Site;

const FILE: &str = "content/kommuner/orust/prov.md";

/// Checks that a site has an error with this code in this file, and that a build says the same and
/// writes nothing.
#[track_caller]
fn is_refused(site: &Site, path: &str, code: &str) -> Report {
    let report = check(site);
    report.tells(path, code);
    assert_eq!(run(site, site.command(&["build", "--quiet"])).0, 1);
    assert!(!site.path("public/index.html").exists());
    report
}

#[test]
fn a_file_whose_name_gives_no_address_is_reported_wherever_it_is_referred_to() {
    let long = format!("{}.pdf", "a".repeat(240));
    let devices = ["con.pdf", "NUL.pdf", "aux/b.pdf"];
    // Windows has no files of these names.
    let devices: &[&str] = if cfg!(windows) { &[] } else { &devices };
    for name in ["تعهد.pdf", "обещание.pdf", "!!!.pdf", "§/b.pdf", &long].iter().chain(devices)
    {
        for text in [
            with(&format!("[[attachments]]\nfile = \"{name}\"\ntitle = \"Bilaga\"")),
            with(&format!("[[images]]\nfile = \"{name}\"\nalt = \"Bild\"")),
            notice(&format!("[Bilagan](<{name}>)")),
            notice(&format!("![Bilden](<{name}>)")),
        ] {
            let file = format!("content/kommuner/orust/{name}");
            let site = plain_site().write(&file, "%PDF-1.4").write(FILE, &text);
            let report = is_refused(&site, FILE, "invalid-address");
            let told = report.of(FILE);
            assert!(told.iter().all(|told| told.line.is_some()), "{text}: {told:?}");
        }
    }
}

#[test]
fn an_alias_is_a_page_that_every_system_can_hold() {
    let long = format!("{}.html", "b".repeat(240));
    let deep = format!("{}x.html", "mapp/".repeat(90));
    for alias in [
        "con.html",
        "AUX.html",
        "nul/x.html",
        "kommuner/com1/x.html",
        "lpt9.tar.html",
        &long,
        &deep,
        // Only a page can send on.
        "bilaga.pdf",
        "bild.JPG",
        "data.json",
        "sida.htm",
        "SHA256SUMS",
    ] {
        let site = plain_site().write(FILE, with(&format!("aliases = [\"{alias}\"]")));
        is_refused(&site, FILE, "invalid-address");
    }
    let site = plain_site().write(FILE, with("aliases = [\"Gammal/SIDA.html\", \"console.html\"]"));
    assert_eq!(check(&site).faults(FILE), Vec::<&crate::bounded::Told>::new());
}

#[test]
fn addresses_that_one_system_takes_for_the_same_are_told_at_both() {
    let other = "content/kommuner/orust/annan.md";
    for (first, second) in [
        ("Gammal.html", "gammal.html"),
        ("mapp/A.html", "MAPP/a.html"),
        ("a.html/b.html", "A.html"),
        ("A.HTML.html", "a.html.html"),
    ] {
        let site = plain_site()
            .write(FILE, with(&format!("aliases = [\"{first}\"]")))
            .write(other, with(&format!("aliases = [\"{second}\"]")));
        let report = is_refused(&site, FILE, "address-collision");
        report.tells(other, "address-collision");
    }
    // A page, and an alias in a folder of its name.
    let site = plain_site()
        .write("content/x.md", "+++\nkind = \"page\"\ntitle = \"X\"\n+++\n")
        .write(FILE, with("aliases = [\"x.html/y.html\"]"));
    is_refused(&site, FILE, "address-collision").tells("content/x.md", "address-collision");
    // A file, and a folder of its name.
    let attached = "[[attachments]]\nfile = \"Mapp\"\ntitle = \"A\"\n\
                    [[attachments]]\nfile = \"mapp!/b.pdf\"\ntitle = \"B\"\n";
    let site = plain_site()
        .write("content/kommuner/orust/Mapp", "%PDF-1.4")
        .write("content/kommuner/orust/mapp!/b.pdf", "%PDF-1.4")
        .write(FILE, with(attached));
    is_refused(&site, "content/kommuner/orust/Mapp", "address-collision");
    // The program's own list of checksums.
    let attached = "[[attachments]]\nfile = \"/sha256sums\"\ntitle = \"A\"\n\n\
                    [[accept]]\ncode = \"attachment-type\"\nreason = \"Prov.\"\n";
    let site = plain_site().write("content/sha256sums", "x").write(FILE, with(attached));
    is_refused(&site, "content/sha256sums", "address-collision");
    for alias in ["SHA256SUMS/x.html", "sha256sums/index.html", "Sha256Sums/a/b.html"] {
        let site = plain_site().write(FILE, with(&format!("aliases = [\"{alias}\"]")));
        is_refused(&site, FILE, "address-collision");
    }
}

/// On Windows there can only be one of them.
#[cfg(unix)]
#[test]
fn files_of_a_theme_whose_names_differ_in_case_alone_are_told() {
    let site = plain_site()
        .write("themes/default/assets/Vapen.png", "x")
        .write("themes/default/assets/vapen.png", "x");
    is_refused(&site, "themes/default/assets/Vapen.png", "address-collision");
}

/// On Windows there can be no folder of that name.
#[cfg(unix)]
#[test]
fn a_place_cannot_have_the_name_of_a_device_as_its_id() {
    for name in ["aux", "Con", "nul", "PRN"] {
        let place = format!("content/kommuner/{name}/index.md");
        let text =
            "+++\nkind = \"municipality\"\ntitle = \"Tierps kommun\"\ncode = \"0360\"\n+++\n";
        is_refused(&plain_site().write(&place, text), &place, "invalid-address");
    }
}

#[test]
fn every_address_that_is_made_from_a_long_name_is_checked_first() {
    // Each name fits, but not all of them together.
    let folders = |n: usize| format!("{}/", "m".repeat(100)).repeat(n);
    let place = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
    for (path, text) in [
        (format!("content/{}a.md", folders(4)), notice("Text.")),
        // The page fits, but not its place's data.
        (format!("content/{}{}/index.md", folders(3), "p".repeat(84)), place.to_owned()),
    ] {
        let site = plain_site().write(&path, text);
        is_refused(&site, &path, "invalid-address");
    }
    let path = format!("content/{}a.md", folders(3));
    let fits = plain_site().write(&path, "+++\nkind = \"page\"\ntitle = \"Lång\"\n+++\nText.\n");
    assert_eq!(check(&fits).faults(&path), Vec::<&crate::bounded::Told>::new());
    // What was written can be read, again and again.
    for _ in 0..2 {
        let (status, _, err) = run(&fits, fits.command(&["build", "--quiet"]));
        assert_eq!(status, 0, "{err}");
    }
    for label in ["con", "Aux", "com7", &"lokalpolisområde ".repeat(20)] {
        let site = plain_site().write(FILE, with(&format!("focus = [\"{label}\"]")));
        is_refused(&site, FILE, "invalid-address");
    }
    // An alias of a place, below which all of its pages get addresses.
    let alias = format!("{}{}/", folders(3), "p".repeat(84));
    let index = "content/kommuner/orust/index.md";
    let site = plain_site().change(index, "code", &format!("aliases = [\"{alias}\"]\ncode"));
    is_refused(&site, index, "invalid-address");
}

#[test]
fn an_empty_address_in_a_list_is_told_once_with_what_to_write() {
    for (written, told) in [("[\"\"]", 1), ("[\" \"]", 1), ("[\"\", \"a.html\", \"\u{a0}\"]", 2)] {
        let site = plain_site().write(FILE, with(&format!("aliases = {written}")));
        let report = is_refused(&site, FILE, "invalid-address");
        assert_eq!(report.faults(FILE).len(), told, "{written}: {:?}", report.told);
        for key in ["published", "packages"] {
            let site = plain_site().write("addresses.toml", format!("{key} = {written}\n"));
            let report = check(&site);
            report.tells("addresses.toml", "invalid-address");
        }
    }
    // What `new` and editors leave empty is a key without a value, and the remedy works.
    for written in ["\"\"", "[]"] {
        let site = plain_site().write(FILE, with(&format!("aliases = {written}")));
        assert!(check(&site).faults(FILE).is_empty(), "{written}");
    }
    for address in ["", "  "] {
        let site = plain_site().write(
            "addresses.toml",
            format!("[[withdrawn]]\naddress = \"{address}\"\ndate = 2021-03-04\ndecision = \"§ 1\"\nreason = \"Prov.\"\n"),
        );
        let report = check(&site);
        let told = report.faults("addresses.toml");
        assert_eq!(told.len(), 1, "{:?}", report.told);
        assert_eq!(told[0].code, "missing-key");
    }
}

#[test]
fn an_address_that_was_never_published_cannot_be_withdrawn() {
    let withdrawn = |address: &str| {
        format!(
            "\n[[withdrawn]]\naddress = \"{address}\"\ndate = 2021-03-04\ndecision = \"§ 1\"\nreason = \"Prov.\"\n"
        )
    };
    let page = "+++\nkind = \"page\"\ntitle = \"Gammal\"\n+++\nText.\n";
    let built = || {
        let attached = "[[attachments]]\nfile = \"bilaga.txt\"\ntitle = \"Bilaga\"";
        let site = plain_site()
            .write("content/gammal.md", page)
            .write(FILE, with(attached))
            .write("content/kommuner/orust/bilaga.txt", "Text.");
        site.run(&["build", "--quiet"]).succeeds();
        site
    };
    for address in ["nej.html", "om.htm", "x/y.docx", "gammel.html"] {
        let site = built();
        let ledger = site.read("addresses.toml") + &withdrawn(address);
        let site = site.write("addresses.toml", ledger);
        check(&site).tells("addresses.toml", "invalid-address");
        let told = site.run(&["check"]);
        let near = told.stderr.contains("Skriv address = \"gammal.html\"");
        assert_eq!(near, address == "gammel.html", "{}", told.stderr);
    }
    // What was published can be, a page or a file, and stays withdrawn.
    let site = built();
    let decisions = withdrawn("gammal.html") + &withdrawn("kommuner/orust/bilaga.txt");
    let ledger = site.read("addresses.toml") + &decisions;
    let site = site
        .write("addresses.toml", ledger)
        .remove("content/gammal.md")
        .remove("content/kommuner/orust/bilaga.txt")
        .write(FILE, notice("Text."));
    for _ in 0..2 {
        site.run(&["build", "--quiet"]).succeeds();
    }
    assert!(site.read("public/kommuner/orust/bilaga.txt.html").contains("§ 1"));
}

#[test]
fn folders_two_hundred_deep_are_read() {
    let deep = "d/".repeat(200);
    let site = plain_site().write(&format!("content/kommuner/orust/{deep}x.md"), notice("Text."));
    let report = check(&site);
    let (status, ..) = run(&site, site.command(&["build", "--quiet"]));
    assert_eq!(status, report.status);
}
