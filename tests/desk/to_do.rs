//! What needs doing, on the start of the desk and above a form.

use crate::client::Desk;
use crate::editing::site;

#[test]
fn a_statement_that_is_missing_and_a_file_that_nothing_names_are_to_be_done() {
    let site = site().write("content/kommuner/habo/2025/rest.docx", "Word");
    let desk = Desk::open(&site);
    let page = desk.get("/").is(200).body;
    let statement = "href=\"/dokument/site.toml#f-accessibility\"";
    assert!(page.contains(statement) && page.contains("Lagen kräver den"), "{page}");
    assert!(page.contains("Filer som inget dokument nämner (1)"), "{page}");
    assert!(page.contains("<li>content/kommuner/habo/2025/rest.docx Filen publiceras"), "{page}");
    assert!(desk.get("/dokument/site.toml").is(200).body.contains("id=\"f-accessibility\""));
    let told = site.run(&["status", "--format", "json"]).succeeds().stdout;
    for kind in ["file-unused", "no-accessibility-statement"] {
        assert!(told.contains(&format!("\"kind\":\"{kind}\"")), "{told}");
    }
    let whole = "title = \"Arkivet\"\n\n[accessibility]\nstatus = \"full\"\n";
    let site = site.write("site.toml", whole).remove("content/kommuner/habo/2025/rest.docx");
    drop(desk);
    let page = Desk::open(&site).get("/").is(200).body;
    assert!(!page.contains(statement) && !page.contains("Filer som inget"), "{page}");
}

#[test]
fn what_the_accessibility_statement_lacks_stands_at_its_field() {
    let settings =
        "title = \"Arkivet\"\n\n[accessibility]\nstatus = \"partial\"\nassessed = 2024-01-01\n";
    let site = site().write("site.toml", settings);
    let desk = Desk::open(&site);
    let page = desk.get("/dokument/site.toml").is(200).body;
    for (field, label) in [
        ("publisher", "Ansvarig"),
        ("accessibility-updated", "Uppdaterad"),
        ("accessibility-method", "Hur den bedömdes"),
        ("accessibility-contact", "Kontakt"),
        ("accessibility-supervisor", "Tillsynsmyndighet"),
        ("accessibility-faults", "Kända brister"),
    ] {
        let words = format!("Tillgänglighetsredogörelsen saknar ”{label}”.");
        assert!(page.contains(&format!("<a href=\"#f-{field}\">{words}</a>")), "{field}: {page}");
        let there = format!("id=\"f-{field}-mistake-0\"><strong>Fel: </strong>{words}");
        assert!(page.contains(&there), "{field}: {page}");
    }
    assert!(page.contains("id=\"f-accessibility-assessed-mistake-0\""), "{page}");
    assert!(!page.contains("id=\"f-accessibility-mistake-0\""), "{page}");
    assert!(!page.contains("full, partial") && !page.contains("[[accessibility"), "{page}");
}

#[test]
fn what_a_document_lacks_is_told_at_the_field_that_it_belongs_in() {
    let lacking = "+++\nkind = \"pledge\"\ntitle = \"Löfte\"\nperiod = 2026\ndraft = true\n+++\n";
    let site = site().write("content/kommuner/habo/2026/medborgarlofte.md", lacking);
    let desk = Desk::open(&site);
    let page = desk.get("/dokument/kommuner/habo/2026/medborgarlofte.html").is(200).body;
    for field in ["f-sources", "f-signatories", "f-agreement"] {
        assert!(page.contains(&format!("<a href=\"#{field}\">")), "{field}: {page}");
        assert!(
            page.contains(&format!("id=\"{field}-mistake-0\"><strong>Påpekande")),
            "{field}: {page}"
        );
    }
    assert!(!page.contains("id=\"f-title-mistake-0\""), "{page}");
    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut own = ids.clone();
    own.sort_unstable();
    own.dedup();
    assert_eq!(own.len(), ids.len(), "each id stands once: {ids:?}");
}

#[test]
fn a_form_tells_of_every_missing_follow_up_that_the_list_has() {
    let file = "content/kommuner/habo/2024/medborgarlofte.md";
    let at = "/dokument/kommuner/habo/2024/medborgarlofte.html";
    let pledge = "+++\nkind = \"pledge\"\ntitle = \"Löftet\"\nperiod = 2024\nfollow_ups_planned = [\"2024-06\", \"2026-01\"]\n+++\n";
    let site = site().write(file, pledge);
    let desk = Desk::open(&site);
    let (form, list) = (desk.get(at).is(200).body, desk.get("/").is(200).body);
    for month in ["juni 2024", "januari 2026"] {
        assert!(form.contains(&format!("En uppföljning var utlovad till {month}")), "{form}");
        assert!(list.contains(month), "{month}: {list}");
    }
    drop(desk);
    let accepted =
        "+++\naccept = [{ code = \"follow-up-overdue\", reason = \"Ingen gjordes.\" }]\n";
    let site = site.change(file, "+++\nkind", &format!("{accepted}kind"));
    let form = Desk::open(&site).get(at).is(200).body;
    assert!(!form.contains("En uppföljning var utlovad"), "{form}");
}
