//! What is typed is saved, and what stops it from being published is told where it stands.

use crate::client::Desk;
use crate::editing::site;

const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";
const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";

/// Saves the form of the pledge, whose period is written like this in its file, with some of the
/// period's fields changed, and shows what is written then.
fn saved(written: &str, changed: &[(&str, &str)]) -> String {
    let site = site();
    let text = site.read(FILE);
    assert!(text.contains("period = 2025\n"));
    let site = site.write(FILE, text.replace("period = 2025\n", written));
    let desk = Desk::open(&site);
    // As a browser sends it: every field.
    let mut sent = desk.form(PLEDGE).sent();
    for (name, value) in changed {
        sent.retain(|(other, _)| other != name);
        sent.push(((*name).to_owned(), (*value).to_owned()));
    }
    desk.post(&format!("/dokument/{PLEDGE}"), &sent).is(303);
    let after = site.read(FILE);
    after.lines().find(|line| line.starts_with("period")).unwrap_or("none").to_owned()
}

#[test]
fn dates_that_are_typed_are_kept_whichever_choice_is_marked() {
    let (from, until, whole) = ("period.from", "period.until", "period.whole");
    for (written, changed, expected) in [
        (
            "period = 2025\n",
            &[(from, "2024"), (until, "2027")][..],
            "{ from = 2024, until = 2027 }",
        ),
        ("period = 2025\n", &[(until, "2027")], "{ until = 2027 }"),
        ("period = \"unknown\"\n", &[(from, "2024")], "{ from = 2024 }"),
        ("period = \"unknown\"\n", &[(whole, "2026")], "2026"),
        ("", &[(whole, "2026")], "2026"),
        ("", &[(from, "2024"), (until, "2027")], "{ from = 2024, until = 2027 }"),
        ("period = { from = 2024, until = 2027 }\n", &[(whole, "2026")], "2026"),
        (
            "period = { from = 2024, until = \"further-notice\" }\n",
            &[(until, "2027")],
            "{ from = 2024, until = 2027 }",
        ),
        (
            "period = { from = 2024, until = \"further-notice\" }\n",
            &[(from, "2023")],
            "{ from = 2023, until = \"further-notice\" }",
        ),
        // What is chosen holds when it was chosen, and has what it needs.
        ("period = 2025\n", &[("period._form", "span"), (from, "2024")], "{ from = 2024 }"),
        ("period = 2025\n", &[("period._form", "unknown")], "\"unknown\""),
        (
            "period = 2025\n",
            &[("period._form", "further-notice")],
            "{ until = \"further-notice\" }",
        ),
        ("period = 2025\n", &[(whole, "2026")], "2026"),
        ("period = { from = 2024, until = 2027 }\n", &[(until, "")], "{ from = 2024 }"),
    ] {
        let line = saved(written, changed);
        assert_eq!(line, format!("period = {expected}"), "{written:?} {changed:?}");
    }
}

#[test]
fn a_reference_of_a_published_document_to_a_draft_is_told_at_its_field() {
    let stops = "Till dess publiceras ingenting.";
    let as_drafts = |kinds: &[&str]| {
        let mut site = site();
        for (kind, path) in
            [("agreement", "content/kommuner/habo/2024/overenskommelse.md"), ("pledge", FILE)]
        {
            if kinds.contains(&kind) {
                let line = format!("kind = \"{kind}\"\n");
                let text = site.read(path);
                assert!(text.contains(&line));
                site = site.write(path, text.replace(&line, &format!("{line}draft = true\n")));
            }
        }
        let desk = Desk::open(&site);
        // What is told as one types is told of the saved document too.
        let typed = desk.post(&format!("/visa/{PLEDGE}"), &desk.form(PLEDGE).sent()).is(200).body;
        let form = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
        assert_eq!(typed.contains("leder till ett utkast"), form.contains(stops), "{typed}");
        form
    };
    let form = as_drafts(&["agreement"]);
    assert!(form.contains("leder till ett utkast") && form.contains(stops), "{form}");
    for kinds in [&[][..], &["pledge"], &["agreement", "pledge"]] {
        assert!(!as_drafts(kinds).contains(stops), "{kinds:?}");
    }
}

#[test]
fn a_published_document_that_becomes_a_draft_is_told_as_what_it_is() {
    let site = site().build();
    let text = site.read(FILE);
    let draft = text.replace("kind = \"pledge\"\n", "kind = \"pledge\"\ndraft = true\n");
    let site = site.write(FILE, draft);
    let desk = Desk::open(&site);
    let form = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(form.contains("sidan ligger kvar på webben"), "{form}");
    assert!(!form.contains("visas bara här"), "{form}");
    let start = desk.get("/").is(200).body;
    assert!(start.contains("har varit publicerat. Webbplatsen kan inte byggas så."), "{start}");
    for page in [
        desk.get("/publicera").is(200).body,
        desk.send("/publicera", &[("_confirm", "1")]).is(200).body,
    ] {
        assert!(page.contains("välj Nej under Utkast, eller dra tillbaka det"), "{page}");
    }
}
