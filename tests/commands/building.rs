//! `build` and `check` on sites without errors, and the options that all commands have in common.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::support::Site;

/// One warning, `phone-number`.
const WARNED: &str = "errors/phone-number";
const NOTICE: &str = "content/kommuner/habo/2026/nyhet.md";

#[test]
fn build_ends_with_one_line_of_what_was_built() {
    let site = Site::repository();
    let said = site.run(&["build"]).succeeds();
    let last = said.stderr.lines().last().unwrap_or_default();
    for word in ["dokument", "kommuner och områden", "sidor", " s"] {
        assert!(last.contains(word), "no “{word}” in: {last}");
    }
    assert_eq!(said.stdout, "");
    site.publishes("index.html").publishes("kommuner/eskilstuna/index.html");
}

#[test]
fn quiet_says_nothing_when_there_is_nothing_to_say() {
    let site = Site::from("cases/10-concurrent-pledges");
    let said = site.run(&["build", "--quiet"]).succeeds();
    assert_eq!((said.stdout.as_str(), said.stderr.as_str()), ("", ""));
}

#[test]
fn the_same_build_again_changes_nothing() {
    let site = Site::from("browser/site").build();
    let before = (site.published(), site.read("addresses.toml"));
    let site = site.build();
    assert!(before == (site.published(), site.read("addresses.toml")));
}

#[test]
fn what_is_noted_in_the_ledger_stays_when_addresses_are_added() {
    let site = Site::from("cases/10-concurrent-pledges").build();
    let noted = site.read("addresses.toml").replace(
        "published = [\n",
        "published = [ # se diariet\n  # Startsidan bytte ägare 2024.\n",
    );
    let site = site
        .write("addresses.toml", &noted)
        .write("content/aaa.md", "+++\nkind = \"page\"\ntitle = \"Ny\"\n+++\n\nText.\n")
        .build();
    let opening = "published = [ # se diariet\n";
    let after = noted.replace(opening, &format!("{opening}  \"aaa.html\",\n"));
    assert_eq!(site.read("addresses.toml"), after);
    let said = site.run(&["build"]).succeeds();
    assert!(said.stderr.contains("inget hade ändrats"), "{}", said.stderr);
    assert_eq!(site.read("addresses.toml"), after);
}

#[test]
fn check_does_everything_but_the_writing() {
    let site = Site::from(WARNED);
    let before = site.files("");
    site.run(&["check"]).ends(0, &["phone-number"]);
    assert_eq!(before, site.files(""));
}

#[test]
fn strict_makes_errors_of_warnings() {
    let site = Site::from(WARNED);
    let before = site.files("");
    site.run(&["check", "--strict"]).ends(1, &["phone-number"]);
    site.run(&["build", "--strict"]).ends(1, &["phone-number"]);
    assert_eq!(before, site.files(""));
    site.run(&["build"]).ends(0, &["phone-number"]);
}

#[test]
fn diagnostics_as_json_are_one_object_on_stdout() {
    let site = Site::from(WARNED);
    let said = site.run(&["build", "--format", "json"]).succeeds();
    let mut report: serde_json::Value = serde_json::from_str(&said.stdout).expect("one object");
    assert_eq!(said.stderr, "");
    for key in ["message", "help"] {
        assert!(!report["diagnostics"][0][key].as_str().unwrap_or_default().is_empty());
        report["diagnostics"][0][key] = "…".into();
    }
    assert_eq!(
        report,
        serde_json::json!({
            "errors": 0,
            "warnings": 1,
            "advice": 0,
            "diagnostics": [{
                "code": "phone-number",
                "severity": "warning",
                "path": NOTICE,
                "line": 11,
                "column": 23,
                "message": "…",
                "help": "…",
            }],
        })
    );
}

#[test]
fn messages_follow_the_site_unless_told_otherwise() {
    let site = Site::from(WARNED);
    site.run(&["check"]).ends(0, &["Här står ett mobilnummer"]);
    site.run(&["check", "--language", "en"]).ends(0, &["This is a mobile number"]);
    let english = site.change("site.toml", "language = \"sv\"", "language = \"en\"");
    english.run(&["check"]).ends(0, &["This is a mobile number"]);
    english.run(&["check", "--language", "sv"]).ends(0, &["ett mobilnummer"]);
}

#[test]
fn the_output_may_stand_elsewhere() {
    let site = Site::from(WARNED);
    let elsewhere = Site::empty();
    let output = elsewhere.path("loften").display().to_string();
    site.run(&["build", "--output", &output]).succeeds();
    site.omits("index.html");
    assert!(elsewhere.path("loften/index.html").is_file());
}

#[test]
fn the_day_is_source_date_epoch_s_when_nobody_names_one() {
    let site = Site::from(WARNED);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_loftesarkiv"));
    // Noon in Greenwich on 1 January 2020.
    command.arg("--site").arg(site.path("")).arg("build").env("SOURCE_DATE_EPOCH", "1577880000");
    site.finish(command).succeeds();
    assert_eq!(site.json("kommuner/habo/timeline.json")["as_of"], "2020-01-01");
}

#[test]
fn drafts_count_for_nothing_and_their_problems_are_warnings() {
    let site = Site::from(WARNED).change(NOTICE, "date = ", "draft = true\ndatee = ");
    let site = site.build().omits("kommuner/habo/2026/nyhet.html");
    site.run(&["check", "--strict"]).ends(0, &["unknown-key"]);
}

#[test]
fn checksums_name_every_published_file() {
    let site = Site::from("browser/site").build();
    let mut files = site.published();
    let sums = String::from_utf8(files.remove("SHA256SUMS").expect("SHA256SUMS")).expect("text");
    let listed: BTreeMap<String, String> = sums
        .lines()
        .skip(1)
        .map(|line| line.split_once("  ").expect("a sum and a path"))
        .map(|(sum, path)| (path.to_owned(), sum.to_owned()))
        .collect();
    let found: BTreeMap<String, String> = files
        .into_iter()
        .map(|(path, bytes)| {
            let sum = Sha256::digest(&bytes);
            (path, sum.iter().map(|byte| format!("{byte:02x}")).collect())
        })
        .collect();
    assert_eq!(listed, found);
}

#[test]
fn completions_and_a_man_page_come_with_the_program() {
    let site = Site::empty();
    for shell in ["bash", "fish", "zsh"] {
        site.run(&["completions", shell]).ends(0, &["loftesarkiv", "build"]);
    }
    site.run(&["man"]).ends(0, &["loftesarkiv"]);
}

#[test]
fn a_swedish_site_says_nothing_in_english() {
    let site = Site::from("cases/35-verdict-of-the-press").build();
    for path in site.published().keys().filter(|path| path.ends_with(".html")) {
        let text = format!(" {} ", site.text(path));
        for word in [" the ", " and ", " of ", " with ", " pledge ", " not ", " in force "] {
            assert!(!text.contains(word), "{path} says “{word}”: {text}");
        }
        assert!(site.html(path).contains("lang=\"sv\""), "{path}");
    }
}

/// What a decision does not state leaves neither a comma nor a blank behind.
#[test]
fn a_decision_is_shown_with_whatever_it_states() {
    let parts = [
        ("body = \"Kommunstyrelsen\"", "Kommunstyrelsen"),
        ("paragraph = \"§ 12\"", "§ 12"),
        ("date = 2018-02-03", "3 februari 2018"),
        ("case_number = \"KS 2018/4\"", "dnr KS 2018/4"),
    ];
    let stated = |n: usize| parts.iter().enumerate().filter(move |(at, _)| n >> at & 1 == 1);
    let mut keys = String::new();
    let mut expected = Vec::new();
    for n in 1..16 {
        keys.push_str("\n[[decisions]]\n");
        stated(n).for_each(|(_, (key, _))| keys.push_str(&format!("{key}\n")));
        expected.push(stated(n).map(|(_, (_, shown))| *shown).collect::<Vec<_>>().join(", "));
    }
    let site = Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/habo/avtal.md",
            format!("+++\nkind = \"agreement\"\ntitle = \"Avtal\"\nperiod = 2018\n{keys}+++\n"),
        )
        .build();
    let html = site.html("kommuner/habo/avtal.html");
    let (_, list) = html.split_once("<dt>Beslut</dt>").expect("decisions");
    let (list, _) = list.split_once("</ul>").expect("the end of the list");
    let without_tags = |item: &str| {
        let words = item.split('<').map(|part| part.split_once('>').map_or(part, |it| it.1));
        words.collect::<String>().replace('\u{a0}', " ").trim().to_owned()
    };
    let shown: Vec<String> = list.split("<li>").skip(1).map(without_tags).collect();
    assert_eq!(shown, expected);
}
