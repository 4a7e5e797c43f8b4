//! What is around a command: the folder that it is run in, the limits of the system, who reads what
//! it prints, and what others have put beside the files.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Outcome, Site};

const PLACE: &str = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
const PAGE: &str = "+++\nkind = \"page\"\ntitle = \"Sida\"\n+++\n\nText.\n";

fn site() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", PLACE)
        .write("content/sida.md", PAGE)
}

/// Runs the program in a folder, without saying where the site is.
fn run_in(site: &Site, folder: &Path, arguments: &[&str]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loftesarkiv"));
    command.args(arguments).current_dir(folder).env("NO_COLOR", "1");
    command.env_remove("SOURCE_DATE_EPOCH");
    site.finish(command)
}

/// The program, run by a shell in a folder of a site.
#[cfg(unix)]
fn shell(site: &Site, folder: &str, script: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script]).current_dir(site.path(folder));
    command.env("LA", env!("CARGO_BIN_EXE_loftesarkiv")).env("NO_COLOR", "1");
    command.env_remove("SOURCE_DATE_EPOCH");
    command
}

#[test]
fn a_command_finds_the_site_that_it_is_run_in() {
    let site = site();
    for folder in ["", "content", "content/kommuner/habo"] {
        run_in(&site, &site.path(folder), &["check"]).ends(0, &["Inga fel"]);
    }
    let municipalities = site.path("content/kommuner");
    run_in(&site, &municipalities, &["build", "-q"]).succeeds();
    assert!(site.path("public/sida.html").is_file());
    run_in(&site, &municipalities, &["new", "pledge", "habo", "2020", "-q"]).succeeds();
    assert!(site.path("content/kommuner/habo/2020/medborgarlofte.md").is_file());
    run_in(&site, Path::new("/"), &["check"]).ends(2, &["site.toml"]);
}

#[cfg(unix)]
#[test]
fn too_few_files_are_told_and_a_reader_that_has_gone_is_none_s_fault() {
    let site = site();
    for limit in [6, 8, 12] {
        let script = format!("ulimit -n {limit}; $LA build");
        let said = site.finish(shell(&site, "", &script)).ends(2, &["för få filer öppna"]);
        assert!(!said.stderr.contains("panicked"), "{}", said.stderr);
    }
    let many = "+++\nkind = \"page\"\ntitle = \"S\"\nfel = 1\n+++\n";
    let site = (0..300).fold(site, |site, n| site.write(&format!("content/p{n}.md"), many));
    // The status of the program, not that of the reader.
    let piped = |command: &str| format!("{{ $LA {command}; echo $? >&3; }} 3>status | head -c 1");
    for (command, status) in
        [("check --format json", "1"), ("schema", "0"), ("man", "0"), ("completions bash", "0")]
    {
        let said = site.finish(shell(&site, "", &piped(command)));
        assert!(!said.stderr.contains("skriva ut"), "{command}: {}", said.stderr);
        assert_eq!(site.read("status").trim(), status, "{command}: {}", said.stderr);
    }
    site.finish(shell(&site, "", "$LA nonsens 2>&-; echo status $?")).ends(0, &["status 2"]);
}

#[cfg(unix)]
#[test]
fn a_closed_terminal_ends_a_watch_as_asked_unless_it_is_to_outlive_it() {
    let site = site();
    let script = |start: &str| {
        format!(
            "{start} & p=$!; i=0; while [ ! -e public/sida.html ] && [ $i -lt 600 ]; do sleep 0.1; \
             i=$((i+1)); done; sleep 1; kill -HUP $p; sleep 2; kill -TERM $p; wait $p; echo status $?"
        )
    };
    site.finish(shell(&site, "", &script("$LA watch -q"))).ends(0, &["status 0"]);

    // What `nohup` does: the signal is ignored by what is started, and stays so.
    let outlives = |start: &str, page: &str| {
        format!(
            "(trap '' HUP; exec $LA {start}) >out 2>&1 & p=$!; i=0; \
             until {page} || [ $i -ge 600 ]; do sleep 0.1; i=$((i+1)); done; sleep 1; \
             kill -HUP $p; sleep 1; kill -HUP $p; sleep 1; kill -0 $p && echo alive; \
             kill -TERM $p; wait $p; echo status $?"
        )
    };
    let said = [
        ("watch -q", "[ -e public/sida.html ]"),
        ("serve --port 0", "grep -q http: out"),
        ("edit --no-open", "grep -q http: out"),
    ];
    for (start, page) in said {
        let site = self::site();
        let outcome = site.finish(shell(&site, "", &outlives(start, page)));
        assert!(
            outcome.stdout.contains("alive\nstatus 0"),
            "{start}: {}{}",
            outcome.stdout,
            outcome.stderr
        );
    }
}

#[test]
fn what_systems_put_beside_files_is_nobody_s() {
    for name in [".DS_Store", "Thumbs.db", "desktop.ini", "._sida.html"] {
        let site = site().build();
        fs::write(site.path("public").join(name), "x").expect("a file");
        fs::write(site.path("public/kommuner/habo").join(name), "x").expect("a file");
        let said = site.run(&["build"]).succeeds();
        assert!(!said.stderr.contains("file-foreign"), "{name}: {}", said.stderr);
        let public = site.path("public").display().to_string();
        let verified = site.run(&["verify", &public]).succeeds();
        assert!(!verified.stderr.contains(name), "{}", verified.stderr);
        assert!(site.path("public").join(name).exists());

        let empty = Site::empty().write(&format!("ny/{name}"), "x").write("ny/.git/config", "");
        empty.run(&["init", "ny"]).succeeds();
        let alone = Site::empty().write("site.toml", "title = \"A\"\n").write("content/a.md", PAGE);
        alone.write(&format!("public/{name}"), "x").build().publishes("a.html");
    }
    let site = site().build().write("public/.htaccess", "x");
    site.run(&["build"]).ends(0, &["file-foreign"]);
}

#[cfg(unix)]
#[test]
fn a_ledger_that_is_protected_stays_and_one_that_is_shared_stays_shared() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |site: &Site, mode: u32| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(site.path("addresses.toml"), permissions).expect("its mode");
    };
    let site = site().build();
    mode(&site, 0o444);
    let before = (site.read("addresses.toml"), site.published());
    let site = site.write("content/ny.md", PAGE);
    site.run(&["build"]).ends(2, &["addresses.toml", "är skrivskyddad"]);
    assert!(before == (site.read("addresses.toml"), site.published()));
    let site = site.remove("content/ny.md");
    site.run(&["build"]).succeeds();

    mode(&site, 0o664);
    let site = site.write("content/ny.md", PAGE).build();
    let now = fs::metadata(site.path("addresses.toml")).expect("a ledger").permissions().mode();
    assert_eq!(now & 0o777, 0o664);
}

#[cfg(unix)]
#[test]
fn a_new_file_is_never_written_through_a_link() {
    let elsewhere = Site::empty();
    let site = site();
    std::os::unix::fs::symlink(elsewhere.path(""), site.path("content/kommuner/habo/2020"))
        .expect("a link");
    site.run(&["new", "pledge", "habo", "2020"]).ends(2, &["är en länk"]);
    assert!(elsewhere.files("").is_empty());
}

#[test]
fn a_new_place_keeps_its_whole_name_and_a_folder_that_is_none_says_what_it_lacks() {
    let site = site();
    site.run(&["new", "police-area", "Uppsala/Knivsta"]).succeeds();
    let file = site.read("content/lokalpolisomraden/uppsala-knivsta/index.md");
    assert!(file.contains("title = \"Lokalpolisområde Uppsala/Knivsta\""), "{file}");
    site.run(&["new", "police-area", "lokalpolisomraden/Enköping"]).succeeds();
    assert!(site.path("content/lokalpolisomraden/enkoping/index.md").is_file());

    let site = site.write("content/kommuner/orust/2018/bild.png", "x");
    let said = site.run(&["new", "pledge", "kommuner/orust", "2018"]);
    said.ends(2, &["har ingen index.md", "new municipality \"Orust\""]);
    site.run(&["new", "municipality", "Orust"]).succeeds();
    site.run(&["new", "pledge", "kommuner/orust", "2018"]).succeeds();
}

#[test]
fn a_name_alone_is_a_new_name_in_the_same_folder_and_no_name_hides_a_file() {
    let site = site().write("content/kommuner/habo/2018/nyhet.md", PAGE);
    site.run(&["move", "content/kommuner/habo", "haabo"]).succeeds();
    assert!(site.path("content/kommuner/haabo/index.md").is_file());
    let file = "content/kommuner/haabo/2018/nyhet.md";
    site.run(&["move", file, "ny.md"]).succeeds();
    let file = "content/kommuner/haabo/2018/ny.md";
    assert!(site.path(file).is_file());
    let before = site.files("content");
    for hidden in [".ny.md", "ny.md~", "~$ny.md", ".gomd/ny.md", "#ny.md#", "content/.x/ny.md"] {
        let said = site.run(&["move", file, hidden]);
        assert_eq!(said.status, 2, "{hidden}: {}", said.stderr);
    }
    site.run(&["move", "content/kommuner/haabo", ".haabo"]).ends(2, &["läser programmet aldrig"]);
    assert!(before == site.files("content"));
    let help = site.run(&["move", "--help"]).succeeds().stdout;
    assert!(help.find("  <GAMMAL>\n") < help.find("  <NY>\n"), "{help}");
}

#[test]
fn a_move_that_would_change_a_protected_file_is_refused_at_once() {
    let linked = PAGE.replace("Text.", "[Sidan](sida.md)");
    let site = site().write("content/b.md", linked);
    let mut permissions = fs::metadata(site.path("content/b.md")).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(site.path("content/b.md"), permissions).expect("protected");
    let before = site.files("");
    site.run(&["move", "content/sida.md", "ny.md"]).ends(2, &["content/b.md är skrivskyddad"]);
    assert!(before == site.files(""));
}

#[test]
fn what_follows_the_sign_on_an_old_address_is_kept_by_a_script_of_the_site_s_own() {
    let page = PAGE.replace("title", "aliases = [\"gammal.html\"]\ntitle");
    let site = site().write("content/sida.md", page).build().publishes("assets/redirect.js");
    let html = site.html("gammal.html");
    let script = "<script src=\"assets/redirect.js\" data-to=\"sida.html\"></script>";
    assert!(html.contains(script), "{html}");
    assert!(html.contains("script-src 'self'"), "{html}");
    // Without scripts.
    let refresh = "<noscript><meta http-equiv=\"refresh\" content=\"0; url=sida.html\"></noscript>";
    assert!(html.contains(refresh), "{html}");
}

#[test]
fn only_a_document_with_commitments_has_the_script_that_copies_their_links() {
    let pledge = "+++\nkind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2018\n";
    let commitment = "[[commitments]]\nid = \"synlighet\"\ntext = \"Fler patruller.\"\n";
    let site = site()
        .write("content/kommuner/habo/med.md", format!("{pledge}{commitment}+++\n"))
        .write("content/kommuner/habo/utan.md", format!("{pledge}+++\n\nFler patruller.\n"))
        .build()
        .publishes("assets/kopiera.js");
    let script = "<script src=\"../../assets/kopiera.js\" \
                  data-say=\"Kopiera länk|Länken är kopierad\"></script>";
    for (page, has) in [("kommuner/habo/med.html", true), ("kommuner/habo/utan.html", false)] {
        let html = site.html(page);
        assert_eq!(html.contains(script), has, "{html}");
        assert_eq!(html.contains("script-src 'self'"), has, "{html}");
        assert_eq!(html.contains("kopiera"), has, "{html}");
    }
}

#[test]
fn an_empty_template_is_told() {
    for (file, code) in [
        ("templates/page.html", "theme-template"),
        ("templates/partials/footer.html", "theme-template"),
        ("strings/sv.toml", "theme-string"),
    ] {
        for text in ["", "\n \n"] {
            let path = format!("themes/default/{file}");
            site().write(&path, text).run(&["check"]).ends(1, &[code, &path, "Filen är tom"]);
        }
    }
    let comment = site().write("themes/default/templates/partials/footer.html", "{# inget #}");
    comment.run(&["check"]).ends(0, &[]);
}

/// A pledge of a place and year.
fn pledge(site: Site, place: &str, year: u16, keys: &str) -> Site {
    let text = format!(
        "+++\nkind = \"pledge\"\ntitle = \"Löfte {place} {year}\"\nperiod = {year}\n{keys}+++\n\nText.\n"
    );
    site.write(&format!("content/kommuner/{place}/{year}/medborgarlofte.md"), text)
}

#[test]
fn what_is_withdrawn_though_others_refer_to_it_says_what_to_do_in_which_order() {
    let site = pledge(site(), "habo", 2018, "");
    let site = pledge(site, "habo", 2019, "extends = \"../2018/medborgarlofte.md\"\n").build();
    let ledger = site.read("addresses.toml");
    let withdrawn = "[[withdrawn]]\naddress = \"kommuner/habo/2018/medborgarlofte.html\"\n\
                     date = 2026-11-01\ndecision = \"KS 2026:1\"\nreason = \"Beslut.\"\n";
    let site = site
        .remove("content/kommuner/habo/2018/medborgarlofte.md")
        .write("addresses.toml", format!("{ledger}\n{withdrawn}"));
    site.run(&["check"]).ends(
        1,
        &[
            "reference-missing",
            "Det som låg här är tillbakadraget",
            "Ta bort hänvisningen ur den här filen, och ur varje annan fil som nämns, och bygg sedan.",
        ],
    );
    pledge(site, "habo", 2019, "").run(&["build"]).succeeds();
}

/// What a check says of lost addresses, in lines.
fn lost(site: &Site) -> Vec<String> {
    let said = site.run(&["check"]);
    assert_eq!(said.status, 1, "{}", said.stderr);
    let lines = said
        .stderr
        .lines()
        .filter(|line| line.contains("[address-lost]") || line.contains("= hjälp: Har mappen"));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_folder_moved_by_hand_is_one_problem_that_says_to_move_it_back() {
    let habo = "+++\nkind = \"municipality\"\ntitle = \"Orusts kommun\"\ncode = \"1421\"\n+++\n";
    let site = site().write("content/kommuner/orust/index.md", habo);
    let second = PAGE.replace("kind = \"page\"", "kind = \"notice\"\ndate = 2018-05-01");
    let site = pledge(pledge(site, "habo", 2018, ""), "orust", 2018, "");
    let site = site.write("content/kommuner/habo/2018/nyhet.md", second).build();
    let moved = |from: &str, to: &str| {
        fs::rename(site.path(from), site.path(to)).expect("a folder that is moved");
    };
    let year = ("content/kommuner/habo/2018", "content/kommuner/habo/tjugoarton");
    moved(year.0, year.1);
    let [said, help] = &lost(&site)[..] else { panic!("{:?}", lost(&site)) };
    assert!(said.contains("I mappen kommuner/habo/2018/ har 2 sidor och filer"), "{said}");
    assert!(help.contains("flytta tillbaka den, och använd sedan ”loftesarkiv move”"), "{help}");
    moved(year.1, year.0);
    site.run(&["check"]).succeeds();

    // The folder of all municipalities.
    moved("content/kommuner", "content/kommun");
    let [said, help] = &lost(&site)[..] else { panic!("{:?}", lost(&site)) };
    assert!(said.contains("I mappen kommuner/ har 2 kommuner eller områden"), "{said}");
    assert!(help.contains("låt den heta och ligga som förut"), "{help}");
    moved("content/kommun", "content/kommuner");
    site.run(&["check"]).succeeds();
    // One of two that is left makes it a matter of the other.
    moved("content/kommuner/orust", "content/orust");
    let said = site.run(&["check"]).ends(1, &["Mappen kommuner/orust/ har varit publicerad"]);
    assert_eq!(said.stderr.matches("[address-lost]").count(), 1, "{}", said.stderr);
}
