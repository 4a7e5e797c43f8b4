//! Slips that would make false history if nothing reported them: last year's file is overwritten, a
//! date is in the wrong century, or there is a copy beside its original. Each is tested together
//! with similar cases that are right, and with the remedies that its message suggests.

use snapbox::str;

use crate::support::Site;

const HABO: &str = "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";
const BESIDE: &str = "[[sources]]\npublisher = \"Håbo kommun\"\ntitle = \"Protokoll\"\n";
const SIGNED_BY: &str = "[[signatories]]\nname = \"Kim Exempel\"\n";

fn habo() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\n")
        .write("content/kommuner/habo/index.md", HABO)
}

/// A document of Håbo: its path there without `.md`, its kind, its title and its other keys.
fn with(site: Site, path: &str, kind: &str, title: &str, keys: &str) -> Site {
    let signed_by = if matches!(kind, "agreement" | "pledge") { SIGNED_BY } else { "" };
    site.write(
        &format!("content/kommuner/habo/{path}.md"),
        format!(
            "+++\nkind = \"{kind}\"\ntitle = \"{title}\"\n{keys}\n\n{BESIDE}\n{signed_by}+++\n\nText.\n"
        ),
    )
}

/// A pledge under an agreement of 2020–2030, which lies outside the folders of years.
fn pledge(site: Site, path: &str, title: &str, keys: &str) -> Site {
    let agreement = "period = { from = 2020, until = 2030 }\nsigned = 2020-01-15";
    let site = with(site, "overenskommelse", "agreement", "Samverkan 2020–2030", agreement);
    let keys = format!("agreement = \"/kommuner/habo/overenskommelse.md\"\n{keys}");
    with(site, path, "pledge", title, &keys)
}

const OVERWRITTEN: &str = "warning year-folder content/kommuner/habo/2025/lofte.md:5";

#[test]
fn a_file_overwritten_with_another_year_s_words_is_told() {
    pledge(habo(), "2025/lofte", "Löfte", "period = 2026\nsigned = 2026-02-03")
        .reports(OVERWRITTEN);
    pledge(habo(), "2025/lofte", "Löfte", "period = { from = 2026, until = 2027 }")
        .reports(OVERWRITTEN);
    pledge(habo(), "2025/lofte", "Löfte", "period = { until = 2024 }").reports(OVERWRITTEN);
    with(habo(), "2025/nyhet", "notice", "Nyhet", "date = 2026-02-03")
        .reports("warning year-folder content/kommuner/habo/2025/nyhet.md:4");
}

#[test]
fn a_folder_s_year_may_be_that_of_the_period_or_of_any_date() {
    for keys in [
        "period = 2025",
        "period = { from = 2024, until = 2026 }",
        "period = { from = 2021 }",
        "period = { from = 2021, until = \"further-notice\" }",
        "period = { until = 2026 }",
        "period = \"unknown\"",
        "period = 2026\nsigned = 2025-12-10",
        "period = 2026\nannounced = \"2025-12\"",
        "period = 2026\npublished = 2025-12-10",
        "period = 2024\nfollow_ups_planned = [2025-02-01]",
        "period = 2026\ndecisions = [{ body = \"Kommunstyrelsen\", date = 2025-11-03 }]",
    ] {
        let site = pledge(habo(), "2025/lofte", "Löfte", keys);
        let said = site.run(&["check"]).ends(0, &[]).stderr;
        assert!(!said.contains("year-folder"), "{keys}: {said}");
    }
    // Folders whose names are not years, and a place's own folder.
    for path in ["lofte", "25/lofte", "2025-26/lofte", "20255/lofte"] {
        pledge(habo(), path, "Löfte", "period = 2026").reports("");
    }
    // If one year's folder is inside another's, the inner one counts.
    pledge(habo(), "2020/2026/lofte", "Löfte", "period = 2026").reports("");
}

#[test]
fn a_follow_up_may_lie_with_what_it_follows_up() {
    let site = pledge(habo(), "2025/lofte", "Löfte", "period = 2025");
    let keys = |of: &str| {
        format!("date = 2026-02-03\nfollows_up = \"{of}\"\nassessed_by = \"Håbo kommun\"")
    };
    let of = |of: &str| format!("/kommuner/habo/{of}.md");
    let site = with(site, "2025/uppfoljning", "follow-up", "Uppföljning", &keys(&of("2025/lofte")));
    let site =
        with(site, "2025/nyhet", "notice", "Nyhet", "date = 2026-03-01\nabout = \"lofte.md\"");
    let site = site.reports("");
    with(site, "2019/uppfoljning", "follow-up", "En annan", &keys(&of("2025/lofte")))
        .reports("warning year-folder content/kommuner/habo/2019/uppfoljning.md:4");
}

#[test]
fn both_remedies_for_a_wrong_folder_help() {
    let site = || pledge(habo(), "2025/lofte", "Löfte", "period = 2026");
    let (from, to) = ("content/kommuner/habo/2025/lofte.md", "content/kommuner/habo/2026/lofte.md");
    site().run(&["check"]).ends(0, &[&format!("loftesarkiv move {from} {to}")]);
    let moved = site();
    moved.run(&["move", from, to]).succeeds();
    moved.reports("");
    site().change(from, "period = 2026", "period = 2025").reports("");
}

#[test]
fn a_follow_up_comes_after_what_it_follows_up_has_begun() {
    let dated = |date: &str, pledge_keys: &str| {
        let site = pledge(habo(), "lofte", "Löfte", pledge_keys);
        let keys = format!("{date}\nfollows_up = \"lofte.md\"\nassessed_by = \"Håbo kommun\"");
        with(site, "uppfoljning", "follow-up", "Uppföljning", &keys)
    };
    let early = "warning follow-up-early content/kommuner/habo/uppfoljning.md:4";
    dated("date = 2025-12-31", "period = 2026").reports(early);
    dated("date = \"2025-12\"", "period = 2026").reports(early);
    dated("published = 2025-12-31", "period = 2026").reports(early);
    dated("date = 2026-02-28", "period = \"2026-03\"\nsigned = 2026-03-01").reports(early);
    // Nothing that may be right is reported.
    dated("date = 2026-01-01", "period = 2026").reports("");
    dated("date = 2026", "period = \"2026-06\"").reports("");
    dated("date = 2025-12-31", "period = 2026\nsigned = 2025-12-01").reports("");
    dated("date = 2025-12-31", "period = { until = 2026 }").reports("");
    dated("date = 2025-12-31", "period = \"unknown\"").reports("");
    // The remedy.
    dated("date = 2025-12-31", "period = 2026")
        .change("content/kommuner/habo/uppfoljning.md", "2025-12-31", "2026-12-31")
        .reports("");
}

const LOFTE: &str = "content/kommuner/habo/lofte.md";

#[test]
fn what_has_happened_is_not_more_than_a_year_ahead() {
    let signed =
        |date: &str| pledge(habo(), "lofte", "Löfte", &format!("period = 2026\nsigned = {date}"));
    let far = format!("warning date-far {LOFTE}:6");
    // The date of the tests is 22 November 2026.
    signed("2027-11-22").reports("");
    signed("2027").reports("");
    signed("2027-11-23").reports(far.as_str());
    signed("2062-02-03").reports(far.as_str());
    signed("\"2062-02\"").reports(far.as_str()).change(LOFTE, "2062", "2026").reports("");
    let notice = |keys: &str| with(habo(), "nyhet", "notice", "Nyhet", keys);
    notice("date = 2062-02-03").reports("warning date-far content/kommuner/habo/nyhet.md:4");
    notice("published = 2062-02-03").reports("warning date-far content/kommuner/habo/nyhet.md:4");
}

#[test]
fn an_end_ten_years_ahead_is_a_warning_and_twenty_an_error() {
    let until = |until: &str| {
        with(
            habo(),
            "lofte",
            "agreement",
            "Avtal",
            &format!("period = {{ from = 2020, until = {until} }}"),
        )
    };
    until("2036-11-22").reports("");
    until("2036").reports("");
    until("2037").reports(format!("warning date-far {LOFTE}:4"));
    until("2046-11-22").reports(format!("warning date-far {LOFTE}:4"));
    until("2098").reports(format!("error date-far {LOFTE}:4"));
    // Other keys, and other forms of the period, with a date that is checked as an end.
    let with_key =
        |key: &str| with(habo(), "lofte", "agreement", "Avtal", &format!("period = 2026\n{key}"));
    with_key("follow_ups_planned = [\"2098-05\"]").reports(format!("error date-far {LOFTE}:5"));
    with_key("ended = { date = 2040, reason = \"uppsagt\" }")
        .reports(format!("warning date-far {LOFTE}:5"));
    with(habo(), "lofte", "agreement", "Avtal", "period = 2098")
        .reports(format!("error date-far {LOFTE}:4"));
    with(habo(), "lofte", "agreement", "Avtal", "period = { from = 2098 }")
        .reports(format!("error date-far {LOFTE}:4"));
}

#[test]
fn an_end_in_another_century_cannot_be_accepted_and_one_after_ten_years_can() {
    let accept = "accept = [{ code = \"date-far\", reason = \"står så\" }]";
    let until = |year: u16| {
        let keys = format!("period = {{ from = 2020, until = {year} }}\n{accept}");
        with(habo(), "lofte", "agreement", "Avtal", &keys)
    };
    until(2040).reports("");
    until(2098).reports(str![[r#"
error date-far content/kommuner/habo/lofte.md:4
warning accept-unused content/kommuner/habo/lofte.md:5
"#]]);
    let site = until(2098).change(LOFTE, accept, "");
    let settings = "title = \"Arkivet\"\n[[accept]]\ncode = \"date-far\"\nreason = \"står så\"\n";
    site.write("site.toml", settings).reports(str![[r#"
error date-far content/kommuner/habo/lofte.md:4
warning accept-unused site.toml:3
"#]]);
}

#[test]
fn a_code_that_is_accepted_again_is_told_once_as_repeated() {
    let accept = "{ code = \"date-far\", reason = \"står så\" }";
    let until = |accepts: &str| {
        let period = "period = { from = 2020, until = 2040 }";
        with(habo(), "lofte", "agreement", "Avtal", &format!("{period}\naccept = [{accepts}]"))
    };
    let told_once = |site: &Site, words: &str| {
        let told = site.run(&["check"]).stderr;
        assert_eq!(told.matches("accept-unused").count(), 1, "{told}");
        assert!(told.contains(words), "{told}");
    };
    let again = until(&format!("{accept}, {accept}, {accept}"));
    told_once(&again, "godtar ”date-far” mer än en gång");
    // Nothing to accept: the first is told as such, and the rest are no news.
    told_once(&again.change(LOFTE, "until = 2040", "until = 2025"), "men har inget sådant");
    // The same of the whole site.
    let whole = "[[accept]]\ncode = \"date-far\"\nreason = \"står så\"\n";
    let settings = format!("title = \"Arkivet\"\n{whole}{whole}{whole}");
    told_once(&until("").write("site.toml", settings), "hela webbplatsen mer än en gång");
}

#[test]
fn the_remedies_for_a_far_end_help() {
    let site =
        || with(habo(), "lofte", "agreement", "Avtal", "period = { from = 2020, until = 2098 }");
    let told = site().run(&["check"]).ends(1, &[]).stderr;
    for remedy in ["{ from = …, until = \"further-notice\" }", "{ from = … }"] {
        assert!(told.contains(remedy), "{told}");
        let written = remedy.replace('…', "2020");
        site().change(LOFTE, "{ from = 2020, until = 2098 }", &written).reports("");
    }
}

#[test]
fn copies_are_told_at_the_copy() {
    for copy in [
        "lofte - Kopia",
        "lofte - Kopia (2)",
        "lofte - Copy",
        "Kopia av lofte",
        "lofte (1)",
        "lofte-DESKTOP-AB12",
        "lofte.sync-conflict-20260203-101112-ABCDEFG",
        "lofte (Annas konflikterande kopia 2026-02-03)",
        "lofte (conflicted copy 2026-02-03 101112)",
    ] {
        let site = pledge(habo(), "2026/lofte", "Löfte", "period = 2026");
        let site = pledge(site, &format!("2026/{copy}"), "Löfte 2026", "period = 2026");
        site.reports(format!("warning document-twice content/kommuner/habo/2026/{copy}.md:1"));
    }
}

#[test]
fn a_copy_without_its_original_is_none() {
    for name in ["lofte - Kopia", "Kopia av lofte", "lofte (1)", "lofte 2"] {
        let site = pledge(habo(), "2026/overenskommelse", "Löfte", "period = 2026");
        pledge(site, &format!("2026/{name}"), "Löfte 2026", "period = \"2026-03\"").reports("");
    }
}

#[test]
fn a_number_is_a_copy_s_only_of_the_same_kind_place_and_time() {
    let two =
        |second: fn(Site) -> Site| second(pledge(habo(), "2026/lofte", "Löfte", "period = 2026"));
    two(|site| pledge(site, "2026/lofte 2", "Löfte i Bålsta", "period = 2026"))
        .reports("warning document-twice content/kommuner/habo/2026/lofte 2.md:1");
    two(|site| pledge(site, "2026/lofte 2", "Löfte i Bålsta", "period = \"2026-06\"")).reports("");
    two(|site| with(site, "2026/lofte 2", "notice", "Löfte", "date = 2026-02-03")).reports("");
    two(|site| pledge(site, "2026/lofte-2", "Löfte i Bålsta", "period = 2026")).reports("");
}

#[test]
fn one_kind_place_time_and_title_is_one_document() {
    let two = |title: &str, keys: &str| {
        let site = pledge(habo(), "2026/a", "Medborgarlöfte Håbo", "period = 2026");
        pledge(site, "2026/b", title, keys)
    };
    let twice = "warning document-twice content/kommuner/habo/2026/b.md:3";
    two("Medborgarlöfte Håbo", "period = 2026").reports(twice);
    two("medborgarlöfte  håbo", "period = 2026\nsigned = 2026-02-03").reports(twice);
    // Similar cases that are right: another title, time or place, a draft, and a document that
    // states its relation to the other.
    two("Medborgarlöfte Bålsta", "period = 2026").reports("");
    two("Medborgarlöfte Håbo", "period = \"2026-03\"").reports("");
    two("Medborgarlöfte Håbo", "period = 2026\ndraft = true").reports("");
    two("Medborgarlöfte Håbo", "period = 2026\nreplaces = \"a.md\"").reports("");
    two("Medborgarlöfte Håbo", "period = 2026\nextends = \"a.md\"").reports("");
    // The remedy.
    two("Medborgarlöfte Håbo", "period = 2026")
        .change("content/kommuner/habo/2026/b.md", "Medborgarlöfte Håbo", "Medborgarlöfte Bålsta")
        .reports("");
}

#[test]
fn notices_are_told_apart_by_date() {
    let two = |date: &str| {
        let site = with(habo(), "2026/a", "notice", "Trygghetsdialog", "date = 2026-02-03");
        with(site, "2026/b", "notice", "Trygghetsdialog", &format!("date = {date}"))
    };
    two("2026-02-03").reports("warning document-twice content/kommuner/habo/2026/b.md:3");
    two("2026-03-03").reports("");
}

#[test]
fn both_remedies_for_a_copy_help() {
    let folder = "content/kommuner/habo/2026";
    let copy = "content/kommuner/habo/2026/lofte - Kopia.md";
    let site = || {
        let site = pledge(habo(), "2026/lofte", "Löfte", "period = 2026");
        pledge(site, "2026/lofte - Kopia", "Löfte i Bålsta", "period = 2026")
    };
    site()
        .run(&["check"])
        .ends(0, &[&format!("loftesarkiv move \"{copy}\" \"{folder}/NYTT-NAMN.md\"")]);
    site().remove(copy).reports("");
    let moved = site();
    moved.run(&["move", copy, &format!("{folder}/lofte-balsta.md")]).succeeds();
    moved.reports("");
}
