//! Which builds record their addresses in `addresses.toml`, and what happens when that file loses
//! some.

use crate::support::Site;

const PLACE: &str = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
const PAGE: &str = "+++\nkind = \"page\"\ntitle = \"Sida\"\n+++\n\nText.\n";

fn site() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", PLACE)
        .write("content/a.md", PAGE)
        .write("content/b.md", PAGE)
}

#[test]
fn a_build_elsewhere_is_a_trial_and_says_so() {
    let site = site().build();
    let ledger = site.read("addresses.toml");
    let site = site.write("content/c.md", PAGE);
    for _ in 0..2 {
        let said = site.run(&["build", "--output", "prov"]).succeeds();
        assert!(said.stderr.contains("Det här var ett prov i [SITE]/prov"), "{}", said.stderr);
        assert!(said.stderr.contains("public"), "{}", said.stderr);
        assert!(site.path("prov/c.html").is_file());
        assert_eq!(site.read("addresses.toml"), ledger);
    }
    // The site's own output, however it is written, is no trial.
    for own in ["public", "./prov/../public/"] {
        let said = site.run(&["build", "--output", own]).succeeds();
        assert!(!said.stderr.contains("prov i"), "{}", said.stderr);
    }
    assert!(site.read("addresses.toml").contains("\"c.html\""));
    // What was only tried may go again.
    let site = site.write("content/d.md", PAGE);
    site.run(&["build", "--output", "prov"]).succeeds();
    let site = site.remove("content/d.md");
    site.run(&["build", "--output", "prov"]).succeeds();
    assert!(!site.path("prov/d.html").exists());
}

#[test]
fn the_site_s_own_output_is_named_in_its_settings() {
    let site = site().write("site.toml", "title = \"Arkivet\"\noutput = \"../{}/www\"\n");
    let folder = site.path("").file_name().expect("a name").to_string_lossy().into_owned();
    let settings = site.read("site.toml").replace("{}", &folder);
    let site = site.write("site.toml", settings);
    let said = site.run(&["build"]).succeeds();
    assert!(!said.stderr.contains("prov i"), "{}", said.stderr);
    assert!(site.path("www/a.html").is_file() && !site.path("public").exists());
    assert!(site.read("addresses.toml").contains("\"a.html\""));
    site.run(&["build", "--output", "public"]).ends(0, &["Det här var ett prov"]);
    site.run(&["build"]).ends(0, &["inget hade ändrats"]);
}

#[test]
fn an_output_that_cannot_be_is_told_where_it_is_written() {
    for (output, why) in [
        ("content/ut", "där dina källfiler finns"),
        (".", "webbplatsens egen mapp"),
        ("/", "roten av filsystemet"),
        ("site.toml", "är inte en mapp"),
        ("public/.loftesarkiv/staging", ".loftesarkiv"),
    ] {
        let site = site().write("site.toml", format!("title = \"A\"\noutput = \"{output}\"\n"));
        let before = site.files("");
        for command in ["check", "build"] {
            let said = site.run(&[command]);
            assert_eq!(said.status, 1, "{command} {output}: {}", said.stderr);
            assert!(said.stderr.contains("site.toml:2:"), "{command} {output}: {}", said.stderr);
            assert!(said.stderr.contains(why), "{command} {output}: {}", said.stderr);
        }
        assert_eq!(before, site.files(""));
    }
}

/// Checks that `check` and `build` say that addresses are lost, and that nothing is written.
#[track_caller]
fn lost(site: Site, words: &[&str]) -> Site {
    let before = site.published();
    for command in ["check", "build"] {
        site.run(&[command]).ends(1, &[words, &["address-lost", "addresses.toml"]].concat());
    }
    assert!(before == site.published());
    site
}

#[test]
fn a_ledger_that_is_gone_or_emptied_is_not_begun_anew() {
    let whole = site().build().read("addresses.toml");
    let emptied = whole.split("published").next().expect("a preface").to_owned();
    for now in [None, Some(String::new()), Some(emptied), Some("published = []\n".to_owned())] {
        for page_goes in [false, true] {
            let mut site = site().build();
            site = match &now {
                None => site.remove("addresses.toml"),
                Some(text) => site.write("addresses.toml", text),
            };
            if page_goes {
                site = site.remove("content/b.md");
            }
            site = lost(site, &["publicerade adresser", "säkerhetskopia"]);
            // The way back.
            let copy = site.read(".loftesarkiv/addresses.toml");
            assert_eq!(copy, whole);
            let site = site.write("addresses.toml", copy).write("content/b.md", PAGE);
            site.run(&["build"]).succeeds();
            assert_eq!(site.read("addresses.toml"), whole);
        }
    }
}

#[test]
fn a_ledger_that_has_lost_some_addresses_is_told_if_any_would_go() {
    let struck = |site: &Site, names: &[&str]| -> String {
        let line = |line: &&str| !names.iter().any(|name| line.contains(&format!("\"{name}\"")));
        site.read("addresses.toml").lines().filter(line).map(|line| format!("{line}\n")).collect()
    };
    // Cut, while a page that it named has gone.
    let site = site().build().remove("content/b.md");
    let cut = struck(&site, &["a.html", "b.html", "index.html"]);
    let whole = site.read("addresses.toml");
    let site = lost(site.write("addresses.toml", cut), &["b.html", "saknas 3 adresser"]);
    // An address that is struck by hand together with its page.
    let site = site.write("addresses.toml", whole);
    let by_hand = struck(&site, &["b.html"]);
    let site = site.write("addresses.toml", by_hand).build().omits("b.html");
    // Cut, while all pages are there: they are recorded again.
    let whole = site.read("addresses.toml");
    let cut = struck(&site, &["a.html", "kommuner/index.html"]);
    let site = site.write("addresses.toml", cut).build();
    assert_eq!(site.read("addresses.toml"), whole);
}

#[test]
fn what_an_attachment_s_address_needs_is_told_and_no_page_takes_it() {
    let linked = |file: &str| PAGE.replace("Text.", &format!("[Avtalet]({file})"));
    let site = site()
        .write("content/a.md", linked("avtal.pdf"))
        .write("content/avtal.pdf", "%PDF-1.4 x")
        .build()
        .publishes("avtal.pdf")
        .rename("content/avtal.pdf", "content/avtalet.pdf")
        .write("content/a.md", linked("avtalet.pdf"));
    let said = site.run(&["check"]).ends(1, &["address-lost", "avtal.pdf", "Lägg tillbaka filen"]);
    assert!(!said.stderr.contains("aliases"), "{}", said.stderr);
    for alias in ["avtal.pdf", "gammal.htm", "gammal.txt", "a.html.pdf", "utan/andelse"] {
        let page =
            linked("avtalet.pdf").replace("title", &format!("aliases = [\"{alias}\"]\ntitle"));
        site.run(&["check"]);
        let site = Site::empty()
            .write("site.toml", "title = \"Arkivet\"\n")
            .write("content/a.md", page)
            .write("content/avtalet.pdf", "%PDF-1.4 x");
        site.run(&["check"]).ends(1, &["invalid-address", "content/a.md:3"]);
    }
    // The page of an address as it was written is taken, whatever its case.
    let page = PAGE.replace("title", "aliases = [\"gammal.html\"]\ntitle");
    site.write("content/a.md", page)
        .rename("content/avtalet.pdf", "content/avtal.pdf")
        .write("content/b.md", linked("avtal.pdf"))
        .build()
        .publishes("gammal.html");
}
