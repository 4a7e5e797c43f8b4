//! One mistake in a whole archive is reported as that mistake only: its consequences are not
//! reported as well, since nobody can mend those.

use crate::support::Site;

const PLEDGE: &str = "content/kommuner/eskilstuna/2018/medborgarlofte.md";
const PLACE: &str = "content/kommuner/strangnas/index.md";
const FOLLOW_UP: &str = "content/kommuner/strangnas/2020/uppfoljning-medborgarlofte-2019.md";

/// Changes the archive that comes with the program, and compares what is reported: `code file`,
/// each once.
#[track_caller]
fn told(site: Site, expected: &[(&str, &str)]) {
    let outcome = site.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&outcome.stdout).expect("a report");
    let word = |told: &serde_json::Value, key: &str| told[key].as_str().unwrap_or("").to_owned();
    let told = report["diagnostics"].as_array().expect("a list");
    let mut told: Vec<(String, String)> =
        told.iter().map(|told| (word(told, "code"), word(told, "path"))).collect();
    told.dedup();
    let told: Vec<(&str, &str)> = told.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(told, expected, "{}", outcome.stdout);
}

fn changed(file: &str, from: &str, to: &str) -> Site {
    Site::repository().change(file, from, to)
}

#[test]
fn in_the_front_matter_of_a_document() {
    let title = "title = \"Medborgarlöfte Eskilstuna 2018\"";
    for (from, to, code) in [
        ("\"2018-05\"", "\"2018-13\"", "invalid-date"),
        (title, &title[..title.len() - 1], "toml-syntax"),
        ("summary =", "sum\tmary =", "toml-syntax"),
        ("period = 2018", "period 2018", "toml-syntax"),
        ("period = 2018", "period: 2018", "toml-syntax"),
        ("period = 2018", "period = \"hela året\"", "invalid-date"),
        ("period = 2018", "", "missing-key"),
        ("\"unga\", \"narkotika\"", "”unga”, ”narkotika”", "toml-syntax"),
        ("\"unga\", \"narkotika\"", "\"unga\" \"narkotika\"", "toml-syntax"),
        ("id = \"lagforing\"\n", "", "missing-key"),
        ("id = \"lagforing\"", "id = \"synlighet\"", "commitment-duplicate"),
        ("[[commitments]]\nid = \"unga\"", "[commitments]]\nid = \"unga\"", "toml-syntax"),
        ("kind = \"pledge\"", "kind = \"plegde\"", "unknown-kind"),
        ("kind = \"pledge\"", "knid = \"pledge\"", "unknown-key"),
        ("kind = \"pledge\"", "kind = \"löfte\"", "unknown-kind"),
        ("../2016/overenskommelse.md\"", "../2016/avtal.md\"", "reference-missing"),
        ("+++\n\nSammanfattat", "\nSammanfattat", "front-matter-unclosed"),
        ("\n+++\n", "\nsigned = 2018-02-01\n+++\n", "unknown-key"),
    ] {
        told(changed(PLEDGE, from, to), &[(code, PLEDGE)]);
    }
}

#[test]
fn in_the_file_of_a_place() {
    for (from, to, code) in [
        ("\"0486\"", "\"0488\"", "unknown-municipality-code"),
        ("\"0486\"", "0486", "toml-syntax"),
        ("\"0486\"", "486", "wrong-type"),
        ("title =", "titel =", "unknown-key"),
        ("+++\nkind", "Strängnäs!\n+++\nkind", "front-matter-missing"),
        ("+++\nkind", "---\nkind", "front-matter-missing"),
        ("kind = \"municipality\"", "kind = \"kommun\"", "unknown-kind"),
        ("kind = \"municipality\"", "", "missing-key"),
    ] {
        told(changed(PLACE, from, to), &[(code, PLACE)]);
    }
    // The code of another place in the archive is also a second one of that place.
    let taken = changed(PLACE, "\"0486\"", "\"0484\"");
    told(taken, &[("duplicate-place", PLACE), ("unknown-municipality-code", PLACE)]);
}

#[test]
fn in_a_follow_up() {
    for (from, to, code) in [
        ("date = 2020-01-28", "date = 28 januari 2020", "invalid-date"),
        ("status = \"kept\"", "status = \"uppfyllt\"", "unknown-value"),
        ("follows_up = \"../2019/medborgarlofte.md\"", "", "missing-key"),
        ("../2019/medborgarlofte.md\"", "../2017/medborgarlofte.md\"", "commitment-missing"),
    ] {
        told(changed(FOLLOW_UP, from, to), &[(code, FOLLOW_UP)]);
    }
}

#[test]
fn in_how_a_file_is_saved() {
    let site = Site::repository();
    let latin: Vec<u8> =
        site.read(PLEDGE).chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    told(site.write(PLEDGE, latin), &[("not-utf8", PLEDGE)]);
}

/// Its page is not lost, and references to it lead somewhere.
#[test]
fn in_a_file_that_cannot_be_read() {
    let site = Site::repository().build();
    let file = std::fs::File::options().write(true).open(site.path(PLEDGE)).expect("the pledge");
    file.set_len(17 << 20).expect("a file too large for a text");
    told(site, &[("unreadable", PLEDGE)]);
}

#[test]
fn in_the_name_of_a_place_folder() {
    let area = "content/lokalpolisomraden/eskilstuna/index.md";
    let renamed = "content/kommuner/Strängnäs kommun";
    told(
        Site::repository().rename("content/kommuner/strangnas", renamed),
        &[("address-lost", "addresses.toml"), ("unknown-place", area)],
    );
}

#[test]
fn a_published_document_that_becomes_a_broken_draft_is_still_missed() {
    // A draft's own mistakes are warnings, so nothing else would stop the build.
    let site = Site::repository().build();
    let site = site.change(PLEDGE, "period = 2018", "draft = true\nperiod = \"hela året\"");
    let build = site.run(&["build"]);
    assert_eq!(build.status, 1, "{}", build.stderr);
    assert!(site.path("public/kommuner/eskilstuna/2018/medborgarlofte.html").exists());
    told(site, &[("address-lost", "addresses.toml"), ("invalid-date", PLEDGE)]);
}
