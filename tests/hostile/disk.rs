//! Things on disk that are not files, or files with impossible names.

use std::os::unix::fs::symlink;
use std::process::Command;

use crate::bounded::{check, notice, plain_site, run, with};

const FOLDER: &str = "content/kommuner/orust";

#[test]
fn what_is_no_file_is_told_by_its_name() {
    let site = plain_site();
    let at = |name: &str| site.path(FOLDER).join(name);
    std::fs::create_dir(at("mapp.md")).expect("a folder");
    symlink("slinga.md", at("slinga.md")).expect("a link to itself");
    symlink("b.md", at("a.md")).expect("a loop of two");
    symlink("a.md", at("b.md")).expect("a loop of two");
    symlink(".", at("runt")).expect("a link to its own folder");
    symlink("/dev/zero", at("noll.md")).expect("a link to a device");
    symlink("/dev/zero", at("noll.csv")).expect("a link to a device");
    symlink("/etc/hostname", at("ut.md")).expect("a link out");
    symlink("../../../..", at("upp")).expect("a link out");
    symlink("finns-inte.md", at("hangande.md")).expect("a dangling link");
    let _socket = std::os::unix::net::UnixListener::bind(short(&site, "s.md"));
    let fifo = Command::new("mkfifo").arg(at("ror.md")).status().is_ok_and(|it| it.success());
    let report = check(&site);
    let mut names = vec![
        "mapp.md",
        "slinga.md",
        "a.md",
        "b.md",
        "runt",
        "noll.md",
        "noll.csv",
        "ut.md",
        "upp",
        "hangande.md",
    ];
    if fifo {
        names.push("ror.md");
    }
    if at("s.md").exists() {
        names.push("s.md");
    }
    for name in names {
        let path = format!("{FOLDER}/{name}");
        assert!(!report.of(&path).is_empty(), "nothing of {path}: {:#?}", report.told);
    }
    assert_eq!(report.status, 1);
}

/// The path of a socket may have at most 107 bytes, so it is bound by a path relative to its
/// folder.
fn short(site: &crate::support::Site, name: &str) -> std::path::PathBuf {
    let full = site.path(FOLDER).join(name);
    let relative = full.strip_prefix(crate::support::manifest_folder());
    relative.map_or(full.clone(), std::path::Path::to_path_buf)
}

#[test]
fn settings_and_ledger_that_are_no_files_are_told() {
    for name in ["site.toml", "addresses.toml"] {
        let site = plain_site();
        let _ = std::fs::remove_file(site.path(name));
        std::fs::create_dir(site.path(name)).expect("a folder");
        let outcome = site.run(&["check"]);
        assert!(matches!(outcome.status, 1 | 2), "{name}: {}", outcome.stdout);
        outcome_names(&outcome, name);

        let site = plain_site();
        let _ = std::fs::remove_file(site.path(name));
        symlink("/dev/zero", site.path(name)).expect("a link");
        let (status, out, err) = settled(&site);
        assert!(matches!(status, 1 | 2), "{name}: {out}{err}");
        assert!(format!("{out}{err}").contains(name), "{out}{err}");

        let site = plain_site();
        let _ = std::fs::remove_file(site.path(name));
        let made = Command::new("mkfifo").arg(site.path(name)).status();
        if made.is_ok_and(|it| it.success()) {
            let (status, out, err) = settled(&site);
            assert!(matches!(status, 1 | 2), "{name}: {out}{err}");
            assert!(format!("{out}{err}").contains(name), "{out}{err}");
        }
    }
}

fn outcome_names(outcome: &crate::support::Outcome, name: &str) {
    let said = format!("{}{}", outcome.stdout, outcome.stderr);
    assert!(said.contains(name) && !said.contains("panicked"), "{said}");
}

/// Like [`run`], except that a status of 2 comes from an inner shell.
fn settled(site: &crate::support::Site) -> (i32, String, String) {
    let program = site.command(&["check"]);
    let mut shell = Command::new("sh");
    shell.args(["-c", "\"$@\"; s=$?; echo status $s; [ $s -le 2 ]", "sh"]);
    shell.arg(program.get_program()).args(program.get_args()).current_dir(site.path(""));
    let (_, out, err) = run(site, shell);
    let status = out.lines().rev().find_map(|line| line.strip_prefix("status ")?.parse().ok());
    (status.expect("a status"), out, err)
}

#[test]
fn names_that_are_hard_to_hold_are_addresses_or_told() {
    let long = "å".repeat(126);
    let names = [
        "Å.md",
        "a\u{30a}.md",
        "a.md",
        "A.md",
        "ä.md",
        "STRASSE.md",
        "straße.md",
        "ｆｕｌｌ.md",
        "con.md",
        "aux.md",
        "COM1.md",
        "§§§.md",
        "  .md",
        ". .md",
        "-.md",
        "a..md",
        "b.md.md",
        "c.md.txt",
        "..md",
        "å ä ö.md",
        "x\ny.md",
        "x\ty.md",
        "x\u{202e}dm.md",
        "x\u{200b}y.md",
        "\u{feff}bom.md",
        "😀.md",
        "שלום.md",
        "а.md",
        "i\u{307}.md",
        "İ.md",
        "ı.md",
        "%2e%2e.md",
        "..%2f.md",
        "a\\b.md",
        "a:b.md",
        "<script>.md",
        "\"'&.md",
        "?x=y.md",
        "#x.md",
        "index.MD",
        "INDEX.md",
        "404.md",
        "=cmd.md",
        "${x}.md",
        "{{ x }}.md",
        "*.md",
        "~.md",
        "robots.txt",
        "sitemap.xml",
        "\u{7f}.md",
        "\u{1b}[31m.md",
    ];
    let mut site = plain_site();
    for name in names.iter().copied().chain([format!("{long}.md").as_str()]) {
        site = site.write(&format!("{FOLDER}/{name}"), notice("Text."));
    }
    let report = check(&site);
    for pair in [["Å.md", "a.md"], ["A.md", "a.md"], ["STRASSE.md", "straße.md"]] {
        let told = |name: &str| !report.of(&format!("{FOLDER}/{name}")).is_empty();
        assert!(pair.into_iter().any(told), "no collision of {pair:?}");
    }
    for name in ["con.md", "§§§.md"] {
        report.tells(&format!("{FOLDER}/{name}"), "invalid-address");
    }
    let (_, out, err) = run(&site, site.command(&["check"]));
    let raw = |c: char| c.is_control() && c != '\t' || matches!(c, '\u{202e}' | '\u{feff}');
    let loose = out.lines().chain(err.lines()).find(|line| line.contains(raw));
    assert_eq!(loose, None, "a name reaches the terminal as it is");
}

#[test]
fn a_name_that_is_not_text_is_told() {
    use std::os::unix::ffi::OsStrExt;
    let site = plain_site();
    let name = std::ffi::OsStr::from_bytes(b"l\xf6fte.md");
    std::fs::write(site.path(FOLDER).join(name), notice("Text.")).expect("a file");
    assert_eq!(check(&site).status, 1);
}

#[test]
fn a_link_within_the_site_publishes_nothing_that_the_site_is_made_of() {
    let draft = notice("Hemligt utkast.").replace("date =", "draft = true\ndate =");
    for (target, name) in [
        ("utkast.md", "a.txt"),
        ("utkast.md", "a.pdf"),
        ("UTKAST.MD", "a.txt"),
        ("../../../site.toml", "a.txt"),
        ("../../../addresses.toml", "a.txt"),
        ("../../../seals/2020.toml", "a.txt"),
        ("../../../themes/mitt/templates/base.html", "a.html"),
        ("../../../packages/2020.zip", "a.zip"),
        ("../../../public/index.html", "a.html"),
        ("../../../utanfor.md", "a.txt"),
        ("../../../site.toml", "a.md"),
        ("vidare.csv", "a.csv"),
    ] {
        let attached = "[[attachments]]\nfile = \"NAME\"\ntitle = \"Bilaga\"\n\n\
                        [[accept]]\ncode = \"attachment-type\"\nreason = \"Prov.\"";
        let text = match name.ends_with(".md") {
            true => notice("Text."),
            false => with(&attached.replace("NAME", name)),
        };
        let site = plain_site()
            .write(&format!("{FOLDER}/prov.md"), text)
            .write(&format!("{FOLDER}/utkast.md"), &draft)
            .write(&format!("{FOLDER}/UTKAST.MD"), &draft)
            .write("addresses.toml", "")
            .write("utanfor.md", "Anteckning.\n")
            .write("seals/2020.toml", "year = 2020\n")
            .write("packages/2020.zip", "PK\x03\x04")
            .write("public/.loftesarkiv/build.json", "{}")
            .write("public/index.html", "<p>Ut.</p>")
            .write("themes/mitt/templates/base.html", "<p>{{ page.title }}</p>");
        symlink("utkast.md", site.path(FOLDER).join("vidare.csv")).expect("a link");
        symlink(target, site.path(FOLDER).join(name)).expect("a link");
        check(&site).tells(&format!("{FOLDER}/{name}"), "symlink");
    }
    // What is only a file for others to read may be linked to.
    for target in ["../../../bilagor/karta.txt", "annan.txt", "../karta.txt"] {
        let text = with("[[attachments]]\nfile = \"a.txt\"\ntitle = \"Bilaga\"");
        let site = plain_site()
            .write(&format!("{FOLDER}/prov.md"), text)
            .write(&format!("{FOLDER}/annan.txt"), "Bilagan.")
            .write("content/kommuner/karta.txt", "Bilagan.")
            .write("bilagor/karta.txt", "Bilagan.");
        symlink(target, site.path(FOLDER).join("a.txt")).expect("a link");
        let report = check(&site);
        let told = report.of(&format!("{FOLDER}/a.txt"));
        assert!(told.is_empty(), "{target}: {told:?}");
    }
}

#[test]
fn a_folder_of_the_site_that_is_a_link_leads_nowhere_else() {
    let elsewhere = crate::support::Site::empty()
        .write("mitt/assets/egen.css", "a{}")
        .write("mitt/assets/hemlig.txt", "Hemligt.");
    for theme in ["mitt", "default"] {
        let site =
            plain_site().write("site.toml", format!("title = \"Prov\"\ntheme = \"{theme}\"\n"));
        let themes = match theme {
            "default" => {
                std::fs::rename(elsewhere.path("mitt"), elsewhere.path("default"))
                    .expect("renamed");
                elsewhere.path("")
            }
            _ => elsewhere.path(""),
        };
        symlink(themes, site.path("themes")).expect("a link");
        check(&site).tells("themes", "symlink");
    }
    for target in [".", ".git", "themes"] {
        let site = plain_site();
        std::fs::create_dir_all(site.path(".git")).expect("a folder");
        std::fs::create_dir_all(site.path("themes")).expect("a folder");
        std::fs::rename(site.path("content"), site.path("texter")).expect("renamed");
        std::fs::write(site.path(".git/a.md"), notice("Text.")).expect("a file");
        std::fs::write(site.path("themes/a.md"), notice("Text.")).expect("a file");
        symlink(target, site.path("content")).expect("a link");
        check(&site).tells("content", "symlink");
    }
    // A folder of the site's own may be called something else.
    let site = plain_site();
    std::fs::rename(site.path("content"), site.path("texter")).expect("renamed");
    symlink("texter", site.path("content")).expect("a link");
    let report = check(&site);
    assert!(report.told.iter().all(|told| told.code != "symlink"), "{:?}", report.told);
}
