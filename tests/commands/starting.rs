//! `init` and `new`: from an empty folder to a site that builds, and from an empty file to a page.

use crate::support::Site;

/// Gives a key its value by replacing the line of the new file that mentions it, commented out or
/// not.
#[track_caller]
fn fill(site: Site, file: &str, key: &str, value: &str) -> Site {
    let text = site.read(file);
    let is_key = |line: &str| {
        let line = line.trim_start_matches(['#', ' ']);
        line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let line = text.lines().find(|line| is_key(line)).map(str::to_owned);
    let line = line.unwrap_or_else(|| panic!("{file} has no {key}:\n{text}"));
    site.change(file, &format!("\n{line}\n"), &format!("\n{key} = {value}\n"))
}

/// A site with the municipality and the police area of Eskilstuna.
fn eskilstuna() -> Site {
    Site::from("cases/06-alternative-name")
}

#[test]
fn init_makes_a_site_that_builds() {
    let site = Site::empty();
    site.run(&["init", "arkivet"]).succeeds();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_loftesarkiv"));
    command.args(["build", "--quiet"]).current_dir(site.path("arkivet"));
    site.finish(command).succeeds();
    assert!(site.path("arkivet/public/index.html").is_file());
}

#[test]
fn init_writes_over_nothing() {
    let site = eskilstuna();
    let before = site.files("");
    site.run(&["init", &site.path("").display().to_string()]).ends(2, &["är inte tom"]);
    assert_eq!(before, site.files(""));
}

#[test]
fn new_pledge_writes_a_draft_that_builds_once_filled_in() {
    let site = eskilstuna();
    let file = "content/kommuner/eskilstuna/2021/medborgarlofte.md";
    let page = "kommuner/eskilstuna/2021/medborgarlofte.html";
    site.run(&["new", "pledge", "eskilstuna", "2021"]).ends(0, &[file]);

    let site = site.build().omits(page);
    let site = fill(site, file, "title", "\"Medborgarlöfte Eskilstuna 2021\"");
    let site = fill(site, file, "period", "2021");
    let site = fill(site, file, "draft", "false");
    let site = site.build().publishes(page).has(page, "Medborgarlöfte Eskilstuna 2021");
    let timeline = site.json("kommuner/eskilstuna/timeline.json");
    assert_eq!(timeline["entries"][0]["period"]["from"], "2021-01-01");
}

#[test]
fn new_invents_nothing() {
    let site = eskilstuna();
    site.run(&["new", "pledge", "eskilstuna", "2021"]).succeeds();
    let text = site.read("content/kommuner/eskilstuna/2021/medborgarlofte.md");
    let said: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#') && line.contains('='))
        .map(str::trim)
        .collect();
    for line in &said {
        let (key, value) = line.split_once('=').expect("a key and a value");
        let value = value.split('#').next().unwrap_or_default().trim();
        let known = ["kind", "draft", "archived", "period", "title"].contains(&key.trim());
        assert!(known || ["\"\"", "[]"].contains(&value), "{line} in:\n{text}");
    }
    assert!(said.contains(&"kind = \"pledge\""), "{text}");
    assert!(text.contains("archived = 2026-11-22"), "{text}");
    assert!(!text.contains("Sjöq") && !text.contains("Andersson"), "{text}");
}

#[test]
fn new_never_writes_over_a_file() {
    let site = eskilstuna();
    let file = "content/kommuner/eskilstuna/2021/medborgarlofte.md";
    let site = site.write(file, "Påbörjad.");
    site.run(&["new", "pledge", "eskilstuna", "2021"])
        .ends(0, &["content/kommuner/eskilstuna/2021/medborgarlofte-2.md"]);
    assert_eq!(site.read(file), "Påbörjad.");
}

#[test]
fn new_shows_every_key_of_its_kind() {
    const EVERY: [&str; 9] = [
        "title",
        "summary",
        "language",
        "aliases",
        "archived",
        "wording",
        "sources",
        "corrections",
        "conflicts",
    ];
    const FILES: [&str; 3] = ["attachments", "images", "accept"];
    const ARCHIVE: [&str; 6] =
        ["municipalities", "districts", "police_areas", "focus", "decisions", "contact"];
    const SIGNED: [&str; 11] = [
        "period",
        "period_as_printed",
        "signed",
        "announced",
        "signatories",
        "parties",
        "replaces",
        "extends",
        "builds_on",
        "follow_ups_planned",
        "ended",
    ];
    let kinds: [(&str, &[&[&str]]); 6] = [
        ("agreement", &[&SIGNED]),
        ("pledge", &[&SIGNED, &["agreement", "commitments"]]),
        (
            "follow-up",
            &[&["date", "follows_up", "assessed_by", "third_party", "answers", "outcomes"]],
        ),
        ("situation-report", &[&["date", "period"]]),
        ("action-plan", &[&["date", "period", "builds_on"]]),
        ("notice", &[&["date", "type", "about"]]),
    ];
    for (kind, own) in kinds {
        let site = eskilstuna();
        let before = site.files("content");
        site.run(&["new", kind, "eskilstuna", "2021"]).succeeds();
        let after = site.files("content");
        let new: Vec<&String> = after.keys().filter(|path| !before.contains_key(*path)).collect();
        let [file] = new.as_slice() else { panic!("{kind}: {new:?}") };
        let text = site.read(&format!("content/{file}"));
        for key in [&EVERY[..], &FILES, &ARCHIVE].iter().chain(own).copied().flatten() {
            let shown = text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == *key);
            assert!(shown, "{kind} does not show {key}:\n{text}");
        }
        site.build();
    }
}

/// An id alone means the municipality, otherwise the police area, otherwise the district.
#[test]
fn new_finds_the_place_by_its_id() {
    let site = Site::from("cases/04-police-areas-of-districts");
    site.run(&["new", "notice", "lidingo", "2021"]).ends(0, &["content/kommuner/lidingo/2021/"]);
    site.run(&["new", "notice", "norrmalm", "2021"])
        .ends(0, &["content/lokalpolisomraden/norrmalm/2021/"]);
    site.run(&["new", "notice", "gamla-stan", "2021"])
        .ends(0, &["content/kommuner/stockholm/gamla-stan/2021/"]);
}

#[test]
fn new_in_an_unknown_place_writes_nothing() {
    let site = eskilstuna();
    let before = site.files("");
    site.run(&["new", "pledge", "eskilstna", "2021"]).ends(2, &["eskilstna", "eskilstuna"]);
    site.run(&["new", "promise", "eskilstuna", "2021"]).ends(2, &["promise"]);
    assert_eq!(before, site.files(""));
}

#[test]
fn new_municipality_takes_code_and_title_from_the_register() {
    let site = Site::from("cases/06-alternative-name");
    site.run(&["new", "municipality", "Västerås"]).succeeds();
    let site = site.build();
    let place = &site.json("kommuner/vasteras/timeline.json")["place"];
    assert_eq!((&place["code"], &place["id"]), (&"1980".into(), &"vasteras".into()));
    assert!(place["title"].as_str().is_some_and(|title| title.contains("Västerås")), "{place}");
}

#[test]
fn new_municipality_tells_namesakes_apart_by_code() {
    let site = eskilstuna();
    site.run(&["new", "municipality", "Håbo"]).ends(0, &["kommuner/habo-0305/index.md"]);
    site.run(&["new", "municipality", "Habo"]).ends(0, &["kommuner/habo-0643/index.md"]);
    let site = site.build();
    let title =
        |id: &str| site.json(&format!("kommuner/{id}/timeline.json"))["place"]["title"].clone();
    assert_eq!(title("habo-0305"), "Håbo kommun");
    assert_eq!(title("habo-0643"), "Habo kommun");
}

#[test]
fn new_municipality_of_no_known_name_writes_nothing() {
    let site = eskilstuna();
    let before = site.files("");
    site.run(&["new", "municipality", "Eskilstun"]).ends(2, &["Eskilstuna"]);
    assert_eq!(before, site.files(""));
}
