//! What an editor does with a form: changes, cards, mistakes, conflicts, undoing.

use crate::client::{Desk, withdrawal};
use crate::support::Site;

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";
const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";

pub fn site() -> Site {
    Site::empty()
        .write("site.toml", "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n")
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/habo/2024/overenskommelse.md",
            "+++\nkind = \"agreement\"\ntitle = \"Överenskommelse 2024\"\nperiod = { from = 2024, until = 2027 }\n+++\n",
        )
        .write(
            FILE,
            "+++\nkind = \"pledge\"\ntitle = \"Medborgarlöfte 2025\"\nperiod = 2025\nagreement = \"../2024/overenskommelse.md\"\n\n\
             [[commitments]]\nid = \"ljus\"\ntext = \"Bättre ljus.\"\n\n\
             [[commitments]]\nid = \"patruller\"\ntext = \"Fler patruller.\"\n+++\n\n## Text\n",
        )
}

#[test]
fn absent_fields_are_left_alone_and_empty_ones_removed() {
    let site = site();
    let desk = Desk::open(&site);
    let before = site.read(FILE);
    desk.change(PLEDGE, &[("title", "Ny rubrik")]).is(303);
    assert_eq!(site.read(FILE), before.replace("Medborgarlöfte 2025", "Ny rubrik"));
    desk.change(PLEDGE, &[("agreement", "")]).is(303);
    let without = before
        .replace("Medborgarlöfte 2025", "Ny rubrik")
        .replace("agreement = \"../2024/overenskommelse.md\"\n", "");
    assert_eq!(site.read(FILE), without);
    desk.change(PLEDGE, &[("agreement", "kommuner/habo/2024/overenskommelse.html")]).is(303);
    assert!(site.read(FILE).contains("\nagreement = \"../2024/overenskommelse.md\"\n"));
}

#[test]
fn cards_are_added_moved_and_removed_with_buttons() {
    let site = site();
    let desk = Desk::open(&site);
    let answer = desk.change(PLEDGE, &[("commitments._add", "1")]).is(303);
    let to = answer.header("location").expect("an address").to_owned();
    assert!(desk.get(&to).body.contains("name=\"commitments.2.text\""), "{to}");
    desk.change(
        PLEDGE,
        &[("commitments.2.text", "Trygga skolvägar."), ("commitments.7.text", "Mer.")],
    )
    .is(303);
    let ids = |site: &Site| -> Vec<String> {
        let text = site.read(FILE);
        let lines = text.lines().filter_map(|line| line.strip_prefix("id = "));
        lines.map(|id| id.trim_matches('"').to_owned()).collect()
    };
    assert_eq!(ids(&site), ["ljus", "patruller", "trygga-skolvagar", "mer"]);
    desk.change(PLEDGE, &[("commitments.2._up", "1")]).is(303);
    assert_eq!(ids(&site), ["ljus", "trygga-skolvagar", "patruller", "mer"]);
    desk.change(PLEDGE, &[("commitments.0._down", "1")]).is(303);
    assert_eq!(ids(&site), ["trygga-skolvagar", "ljus", "patruller", "mer"]);
    desk.change(PLEDGE, &[("commitments.0._remove", "1")]).is(303);
    assert_eq!(ids(&site), ["ljus", "patruller", "mer"]);
}

#[test]
fn a_mistake_stands_at_its_field_and_does_not_stop_saving() {
    let site = site();
    let desk = Desk::open(&site);
    desk.change(PLEDGE, &[("signed", "våren 2025")]).is(303);
    assert!(site.read(FILE).contains("signed = \"våren 2025\""));
    let page = desk.get(&format!("/dokument/{PLEDGE}")).body;
    assert!(page.contains("aria-invalid=\"true\""), "{page}");
    assert!(page.contains("href=\"#f-signed\""), "{page}");
    let form = desk.form(PLEDGE);
    assert_eq!(form.value("signed"), Some("våren 2025"));
    desk.change(PLEDGE, &[("signed", "3 februari 2025")]).is(303);
    assert!(site.read(FILE).contains("\nsigned = 2025-02-03\n"));
    desk.change(PLEDGE, &[("commitments.0.text", "")]).is(303);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).body;
    assert!(page.contains("href=\"#f-commitments-0-text\""), "{page}");
}

#[test]
fn no_word_of_a_form_speaks_of_how_files_are_written() {
    let site = site().write("content/kommuner/habo/2025/uppfoljning.md",
        "+++\nkind = \"follow-up\"\ntitle = \"\"\nfollows_up = \"saknas.md\"\nx = 1\n[[outcomes]]\n+++\n\n[länk](borta.md)\n");
    let desk = Desk::open(&site);
    for address in
        [PLEDGE, "kommuner/habo/2025/uppfoljning.html", "kommuner/habo/index.html", "site.toml"]
    {
        let page = desk.get(&format!("/dokument/{address}")).is(200).body;
        let shown = crate::support::html::visible_text(
            &page.replace("<pre", "<script").replace("</pre", "</script"),
        );
        // What the editor has written is shown as it is.
        let shown = shown
            .replace("[länk](borta.md)", "")
            .replace("”borta.md”", "")
            .replace("saknas.md", "")
            .replace("../2024/overenskommelse.md", "");
        for sign in ["[[", " = \"", ".md"] {
            let at =
                shown.find(sign).map(|at| shown[..at].chars().rev().take(80).collect::<String>());
            let at = at.map(|at| at.chars().rev().collect::<String>());
            assert_eq!(at, None, "{address}: {sign}");
        }
    }
}

#[test]
fn nothing_is_written_over_a_file_that_has_changed() {
    let site = site();
    let desk = Desk::open(&site);
    let form = desk.form(PLEDGE);
    let site = site.change(FILE, "Bättre ljus.", "Mer ljus.");
    let other = site.read(FILE);
    let mut sent = form.sent();
    for (name, value) in &mut sent {
        if name == "title" {
            "Min rubrik".clone_into(value);
        }
    }
    let answer = desk.post(&format!("/dokument/{PLEDGE}"), &sent).is(409);
    assert_eq!(site.read(FILE), other);
    assert!(answer.body.contains("Min rubrik") && answer.body.contains("Mer ljus."));
    // Without the version that the form was made from, too.
    desk.send(&format!("/dokument/{PLEDGE}"), &[("title", "Min rubrik")]).is(409);
    assert_eq!(site.read(FILE), other);
    // Two tabs: the first to save wins.
    let (one, two) = (desk.form(PLEDGE).sent(), desk.form(PLEDGE).sent());
    let with = |mut fields: Vec<(String, String)>, title: &str| {
        fields
            .iter_mut()
            .filter(|(name, _)| name == "title")
            .for_each(|it| it.1 = title.to_owned());
        fields
    };
    desk.post(&format!("/dokument/{PLEDGE}"), &with(one, "Första")).is(303);
    desk.post(&format!("/dokument/{PLEDGE}"), &with(two, "Andra")).is(409);
    assert!(site.read(FILE).contains("Första"));
}

#[test]
fn what_was_replaced_can_be_brought_back_and_removed_for_good() {
    let site = site();
    let desk = Desk::open(&site);
    let before = site.read(FILE);
    desk.change(PLEDGE, &[("summary", "Hemligt 1")]).is(303);
    desk.change(PLEDGE, &[("summary", "Ofarligt")]).is(303);
    assert_eq!(site.read(".loftesarkiv/.gitignore"), "*\n");
    let versions = format!(".loftesarkiv/versions/{FILE}");
    assert_eq!(site.read(&format!("{versions}/0001")), before);
    assert!(site.read(&format!("{versions}/0002")).contains("Hemligt 1"));
    let page = desk.get(&format!("/versioner/{PLEDGE}")).is(200).body;
    assert!(page.contains("Hemligt 1"));
    let version = desk.form(PLEDGE).value("_version").expect("a version").to_owned();
    let at = format!("/versioner/{PLEDGE}");
    desk.send(&at, &[("_version", &version), ("_purge", "2"), ("_reason", "")]).is(303);
    assert!(site.path(&format!("{versions}/0002")).exists(), "not without a reason");
    desk.send(&at, &[("_version", &version), ("_purge", "2"), ("_reason", "personnummer")]).is(303);
    assert!(!site.path(&format!("{versions}/0002")).exists());
    assert!(site.read(&format!("{versions}/purged.toml")).contains("reason = \"personnummer\""));
    desk.send(&at, &[("_version", &version), ("_restore", "1")]).is(303);
    assert_eq!(site.read(FILE), before);
    assert!(site.path(&format!("{versions}/0003")).exists(), "numbers are not used twice");
}

#[test]
fn a_file_with_syntax_errors_is_edited_as_text() {
    let site = site().write("content/trasig.md", "+++\nkind = \"page\"\ntitle = \"\n+++\n\nText\n");
    let desk = Desk::open(&site);
    let form = desk.form("trasig.html");
    assert_eq!(form.value("_source"), Some("+++\nkind = \"page\"\ntitle = \"\n+++\n\nText\n"));
    desk.change(
        "trasig.html",
        &[("_source", "+++\r\nkind = \"page\"\r\ntitle = \"Hel\"\r\n+++\r\n\r\nText\r\n")],
    )
    .is(303);
    assert_eq!(
        site.read("content/trasig.md"),
        "+++\nkind = \"page\"\ntitle = \"Hel\"\n+++\n\nText\n"
    );
    assert_eq!(desk.form("trasig.html").value("title"), Some("Hel"));
}

#[test]
fn a_draft_can_be_removed_and_nothing_else() {
    let site = site()
        .write("content/utkast.md", "+++\nkind = \"page\"\ntitle = \"U\"\ndraft = true\n+++\n");
    let desk = Desk::open(&site);
    desk.change("utkast.html", &[("_delete", "1")]).is(303);
    assert!(!site.path("content/utkast.md").exists());
    assert!(site.path(".loftesarkiv/versions/content/utkast.md/0001").exists());
    desk.change(PLEDGE, &[("_delete", "1")]).is(422);
    assert!(site.path(FILE).exists());
}

#[test]
fn publishing_lists_first_and_builds_when_told_to() {
    let site = site();
    let desk = Desk::open(&site);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Medborgarlöfte 2025"), "{page}");
    desk.send("/publicera", &[]).is(200);
    assert!(!site.path("public").exists());
    let told = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
    assert!(told.contains("Webbplatsen är byggd"), "{told}");
    assert!(site.path("public/kommuner/habo/2025/medborgarlofte.html").exists());
    assert!(site.read("addresses.toml").contains(PLEDGE));
    let page = desk.get("/publicera").is(200).body;
    assert!(!page.contains("Medborgarlöfte 2025"), "{page}");
}

#[test]
fn what_is_typed_is_shown_in_its_own_tab_and_never_written() {
    let site = site();
    let desk = Desk::open(&site);
    let before = site.read(FILE);
    let mut fields = desk.form(PLEDGE).sent();
    for (name, value) in &mut fields {
        match name.as_str() {
            "title" => "Ej sparad".clone_into(value),
            "signed" => "våren".clone_into(value),
            _ => {}
        }
    }
    fields.push(("_tab".to_owned(), "flik-1".to_owned()));
    let told = desk.post(&format!("/visa/{PLEDGE}"), &fields).is(200).body;
    assert!(told.contains("\"id\":\"f-signed\""), "{told}");
    fields.retain(|(name, _)| name != "signed");
    desk.post(&format!("/visa/{PLEDGE}"), &fields).is(200);
    let shown = |tab: &str| desk.get(&format!("/visa/{PLEDGE}{tab}")).is(200).body;
    assert!(shown("?tab=flik-1").contains("Ej sparad"));
    assert!(!shown("?tab=flik-2").contains("Ej sparad"));
    assert!(!shown("").contains("Ej sparad"));
    assert_eq!(site.read(FILE), before);
    // Without the token nothing is even looked at.
    let bare: Vec<_> = fields.into_iter().filter(|(name, _)| name != "_token").collect();
    desk.post(&format!("/visa/{PLEDGE}"), &bare).is(403);
}

#[test]
fn words_that_are_typed_are_shown_and_their_mistakes_told() {
    let site = site();
    let desk = Desk::open(&site);
    let fields = desk.form(PLEDGE).sent();
    let typed = |more: &str| {
        let mut fields = fields.clone();
        for (name, value) in &mut fields {
            if name == "body" {
                value.push_str(more);
            }
        }
        fields.push(("_tab".to_owned(), "flik-1".to_owned()));
        let told = desk.post(&format!("/visa/{PLEDGE}"), &fields).is(200).body;
        (told, desk.get(&format!("/visa/{PLEDGE}?tab=flik-1")).is(200).body)
    };
    let (told, shown) = typed("\n\nNågra ord till.\n");
    assert!(!told.contains("f-body") && shown.contains("Några ord till."), "{told}");
    let (told, shown) = typed("\n\n##Rubriken\n");
    assert!(told.contains("f-body") && shown.contains("##Rubriken"), "{told}");
    let (told, _) = typed("\n\n[Dit](finns-inte.md)\n");
    assert!(told.contains("f-body"), "{told}");
}

#[test]
fn what_is_pasted_becomes_clean_markdown() {
    let site = site();
    let desk = Desk::open(&site);
    let html = "<p class=MsoListParagraph><span>\u{f0b7}<span>&nbsp;</span></span>Ljus</p><script>x</script>";
    assert_eq!(desk.send("/klistra", &[("html", html), ("text", "Ljus")]).is(200).body, "- Ljus\n");
    assert_eq!(desk.send("/klistra", &[("html", ""), ("text", "• Ljus")]).is(200).body, "- Ljus\n");
}

#[test]
fn a_published_document_is_withdrawn_with_a_decision_when_nothing_refers_to_it() {
    let site = site().build();
    let desk = Desk::open(&site);
    let fields = withdrawal("Innehöll ”personuppgifter”.");
    let agreement = "kommuner/habo/2024/overenskommelse.html";
    let refused = desk.change(agreement, &fields).is(422).body;
    assert!(refused.contains("Medborgarlöfte 2025"), "it says who refers to it");
    desk.change(PLEDGE, &[("_withdraw", "1"), ("_date", "2026")]).is(422);
    assert!(site.path(FILE).exists());
    desk.change(PLEDGE, &fields).is(303);
    assert!(!site.path(FILE).exists());
    assert!(site.path(&format!(".loftesarkiv/versions/{FILE}/0001")).exists());
    let ledger = site.read("addresses.toml");
    assert!(
        ledger.contains(&format!("[[withdrawn]]\naddress = \"{PLEDGE}\"\ndate = 2026-11-01\n")),
        "{ledger}"
    );
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    let page = site.read(&format!("public/{PLEDGE}"));
    assert!(page.contains("KS § 12"), "{page}");
}

#[test]
fn a_copy_with_drafts_is_marked_and_leaves_the_ledger_alone() {
    let site = site().write(
        "content/kommuner/habo/2026/medborgarlofte.md",
        "+++\nkind = \"pledge\"\ntitle = \"Nästa löfte\"\nperiod = 2026\ndraft = true\n+++\n",
    );
    assert_eq!(site.run(&["build", "--drafts"]).status, 2, "not among what is published");
    site.run(&["build", "--drafts", "--output", "granskning"]).succeeds();
    let page = site.read("granskning/kommuner/habo/2026/medborgarlofte.html");
    assert!(
        page.contains("UTKAST för granskning") && page.contains("content=\"noindex\""),
        "{page}"
    );
    assert!(site.read("granskning/index.html").contains("UTKAST för granskning"));
    assert!(!site.path("addresses.toml").exists());
    let site = site.build();
    assert!(!site.read("public/index.html").contains("UTKAST för granskning"));
    assert!(!site.path("public/kommuner/habo/2026/medborgarlofte.html").exists());
}

#[test]
fn a_remark_is_answered_when_the_source_does_not_say() {
    let site = site();
    let desk = Desk::open(&site);
    let form = desk.form(PLEDGE);
    assert!(form.buttons.contains(&"_accept".to_owned()));
    desk.change(PLEDGE, &[("_accept", "no-signatories")]).is(303);
    desk.change(PLEDGE, &[("_accept", "no-source")]).is(303);
    let text = site.read(FILE);
    let line = "\naccept = [{ code = \"no-signatories\", reason = \"Källan säger inte det.\" }, { code = \"no-source\", reason = \"Källan säger inte det.\" }]\n";
    assert!(text.contains(line), "{text}");
    let told = site.run(&["check", "--format", "json"]).stdout;
    assert!(!told.contains("2025/medborgarlofte.md"), "{told}");
}

#[test]
fn a_saved_form_says_so_and_an_added_card_is_where_one_goes_on_writing() {
    let site = site();
    let desk = Desk::open(&site);
    let to = |fields: &[(&str, &str)]| {
        let answer = desk.change(PLEDGE, fields).is(303);
        answer.header("location").expect("an address").to_owned()
    };
    let page = desk.get(&to(&[("title", "Ny")])).is(200).body;
    assert!(page.contains("role=\"status\">Sparat.</p>"), "{page}");
    let page = desk.get(&to(&[("commitments._add", "1")])).is(200).body;
    let fields: Vec<&str> = page.split('<').filter(|tag| tag.contains(" autofocus")).collect();
    assert_eq!(fields.len(), 1, "{fields:?}");
    assert!(fields[0].contains("name=\"commitments.2."), "{fields:?}");
    assert!(
        page.contains("Lägg till ett åtagande") && page.contains("<legend>Åtagande 3</legend>")
    );
}

#[test]
fn promised_dates_may_stand_on_one_line() {
    let site = site();
    let desk = Desk::open(&site);
    desk.change(PLEDGE, &[("follow_ups_planned", "2025-06, november 2025")]).is(303);
    let text = site.read(FILE);
    assert!(text.contains("follow_ups_planned = [\"2025-06\", \"2025-11\"]"), "{text}");
}

#[test]
fn an_agreement_is_offered_commitments_once_it_is_a_pledge_too() {
    let site = site();
    let desk = Desk::open(&site);
    let address = "kommuner/habo/2024/overenskommelse.html";
    let page = || desk.get(&format!("/dokument/{address}")).is(200).body;
    assert!(!page().contains("name=\"commitments._add\""), "{}", page());
    desk.change(address, &[("includes_pledge", "true")]).is(303);
    assert!(page().contains("name=\"commitments._add\""), "{}", page());
}

#[test]
fn an_area_is_no_member_of_itself() {
    let area = |name: &str| {
        format!(
            "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde {name}\"\n\n[[members]]\nmunicipality = \"habo\"\n+++\n"
        )
    };
    let site = site()
        .write("content/lokalpolisomraden/ena/index.md", area("Ena"))
        .write("content/lokalpolisomraden/andra/index.md", area("Andra"));
    let desk = Desk::open(&site);
    let page = desk.get("/dokument/lokalpolisomraden/ena/index.html").is(200).body;
    assert!(page.contains("<option value=\"andra\">Lokalpolisområde Andra</option>"), "{page}");
    assert!(!page.contains("<option value=\"ena\""), "{page}");
}

#[test]
fn what_was_written_about_a_file_stays_when_the_file_is_refused() {
    let site = site();
    let desk = Desk::open(&site);
    let fields = [("title", "Torget \"i\" kväll"), ("original", "true")];
    let page = desk.upload(PLEDGE, "torget.exe", b"MZ", &fields).is(422).body;
    assert!(page.contains("value=\"Torget &quot;i&quot; kväll\""), "{page}");
    assert!(page.contains("name=\"original\" value=\"true\" checked"), "{page}");
    let added = desk.upload(PLEDGE, "torget.txt", b"Text.", &[("title", "Torget")]).is(303);
    let to = added.header("location").expect("an address").to_owned();
    let page = desk.get(&to).is(200).body;
    assert!(page.contains("Filen är tillagd."), "{page}");
    assert!(
        page.contains("<a href=\"#f-attachments-0\">") && page.contains("id=\"f-attachments-0\""),
        "{page}"
    );
}
