//! The same document in two windows: what was only shown in a form is not what its editor wrote.

use crate::client::Desk;
use crate::editing::site;

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";
const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";

/// The fields of a form as a browser sends all of them, with some of them changed.
fn sent(form: &crate::form::Form, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut sent = form.sent();
    for (name, value) in changed {
        sent.retain(|(other, _)| other != name);
        sent.push(((*name).to_owned(), (*value).to_owned()));
    }
    sent
}

#[test]
fn what_another_window_saved_in_other_fields_stays() {
    let site = site();
    let desk = Desk::open(&site);
    let to = format!("/dokument/{PLEDGE}");
    let [first, second] = [desk.form(PLEDGE), desk.form(PLEDGE)];
    let one = [("signed", "2 februari 2025"), ("commitments.0.text", "Mer ljus.")];
    desk.post(&to, &sent(&first, &one)).is(303);
    let other = [("summary", "Kort."), ("commitments.1.text", "Flera patruller.")];
    let answer = desk.post(&to, &sent(&second, &other)).is(303);
    let page = desk.get(answer.header("location").expect("an address")).is(200).body;
    assert!(page.contains("Det som ändrades där står kvar"), "{page}");
    let text = site.read(FILE);
    for line in [
        "signed = 2025-02-02\n",
        "summary = \"Kort.\"\n",
        "text = \"Mer ljus.\"\n",
        "text = \"Flera patruller.\"\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn where_both_wrote_nothing_is_saved_and_only_that_is_shown() {
    let site = site();
    let desk = Desk::open(&site);
    let to = format!("/dokument/{PLEDGE}");
    let [first, second] = [desk.form(PLEDGE), desk.form(PLEDGE)];
    let one = [("signed", "2 februari 2025"), ("summary", "Den enas.")];
    desk.post(&to, &sent(&first, &one)).is(303);
    let before = site.read(FILE);
    let page = desk.post(&to, &sent(&second, &[("summary", "Den andras.")])).is(409).body;
    assert_eq!(site.read(FILE), before);
    let typed = page.split("class=\"typed\"").nth(1).and_then(|rest| rest.split("</dl>").next());
    let typed = typed.expect("what was typed");
    assert!(typed.contains("Den andras.") && typed.contains("Den enas."), "{typed}");
    assert!(!typed.contains("Undertecknat"), "{typed}");
    // Saved over it, what the other wrote elsewhere stays.
    let again = crate::form::Form::of(&page);
    let notice = page.split("</form>").next().expect("the notice");
    assert!(notice.contains("Den andras.") && !notice.contains("name=\"signed\""), "{notice}");
    let fields =
        [("_version", again.value("_version").expect("a version")), ("summary", "Den andras.")];
    desk.send(&to, &fields).is(303);
    let text = site.read(FILE);
    assert!(text.contains("signed = 2025-02-02\n") && text.contains("Den andras."), "{text}");
}

#[test]
fn cards_that_one_added_are_not_taken_for_the_others() {
    let site = site();
    let desk = Desk::open(&site);
    let to = format!("/dokument/{PLEDGE}");
    let [first, second, third] = [desk.form(PLEDGE), desk.form(PLEDGE), desk.form(PLEDGE)];
    desk.post(&to, &sent(&first, &[("commitments.2.text", "Trygga skolvägar.")])).is(303);
    let before = site.read(FILE);
    // Of cards that are no longer the same ones it cannot be said which is whose.
    desk.post(&to, &sent(&second, &[("commitments.0.text", "Annat ljus.")])).is(409);
    assert_eq!(site.read(FILE), before);
    // Whoever touched none of them has nothing against them.
    desk.post(&to, &sent(&third, &[("body", "Ny text.")])).is(303);
    let text = site.read(FILE);
    assert!(text.contains("Trygga skolvägar.") && text.contains("Ny text."), "{text}");
}

#[test]
fn a_form_of_a_version_that_nobody_kept_is_shown_whole() {
    let site = site();
    let desk = Desk::open(&site);
    let form = desk.form(PLEDGE);
    let site = site.change(FILE, "Bättre ljus.", "Mer ljus.");
    let answer = desk.post(&format!("/dokument/{PLEDGE}"), &sent(&form, &[("summary", "Kort.")]));
    assert_eq!(answer.status, 409, "{}", answer.body);
    assert!(site.read(FILE).contains("Mer ljus."));
}

#[test]
fn of_a_document_that_another_window_removed_only_what_was_typed_is_shown() {
    let draft = "+++\nkind = \"pledge\"\ntitle = \"Utkastet\"\ndraft = true\nperiod = 2026\n+++\n";
    let site = site().write("content/kommuner/habo/2026/medborgarlofte.md", draft);
    let desk = Desk::open(&site);
    let address = "kommuner/habo/2026/medborgarlofte.html";
    let form = desk.form(address);
    desk.change(address, &[("_delete", "1")]).is(303);
    let typed = [("summary", "Kort."), ("agreement", "../2024/overenskommelse.md")];
    let page = desk.post(&format!("/dokument/{address}"), &sent(&form, &typed)).is(404).body;
    let labels: Vec<&str> =
        page.split("<dt>").skip(1).filter_map(|it| it.split('<').next()).collect();
    assert_eq!(labels, ["Överenskommelse", "Sammanfattning"], "{page}");
    assert!(page.contains("</strong>Kort.</dd>"), "{page}");
    assert!(page.contains("</strong>Överenskommelse 2024 ("), "a title, not a path: {page}");
}
