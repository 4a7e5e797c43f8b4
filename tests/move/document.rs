//! A document that moves.

use crate::{AGREEMENT, FOLLOW_UP, PLEDGE, document, moves, site, unbuilt};
use snapbox::{assert_data_eq, str};

#[test]
fn a_document_moves_with_all_that_refers_to_it() {
    let site = site();
    let outcome = moves(
        &site,
        &document("2016/overenskommelse.md"),
        &document("2016/samverkan/overenskommelse 2016.md"),
    )
    .succeeds();
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
content/kommuner/eskilstuna/2016/overenskommelse.md → content/kommuner/eskilstuna/2016/samverkan/overenskommelse 2016.md
  content/kommuner/eskilstuna/2016/samverkan/overenskommelse 2016.md:13: "avtal.pdf" → "../avtal.pdf"
  content/kommuner/eskilstuna/2016/samverkan/overenskommelse 2016.md:20: ../2018/medborgarlofte.md#lofte-synlighet → ../../2018/medborgarlofte.md#lofte-synlighet
  content/kommuner/eskilstuna/2018/medborgarlofte.md:5: '../2016/overenskommelse.md' → '../2016/samverkan/overenskommelse 2016.md'
  content/kommuner/eskilstuna/2018/medborgarlofte.md:18: ../2016/overenskommelse.md#fokus → ../2016/samverkan/overenskommelse%202016.md#fokus
  content/kommuner/eskilstuna/2018/medborgarlofte.md:18: /kommuner/eskilstuna/2016/overenskommelse.md → /kommuner/eskilstuna/2016/samverkan/overenskommelse 2016.md
  content/kommuner/eskilstuna/2018/medborgarlofte.md:21: ../2016/overenskommelse.md → ../2016/samverkan/overenskommelse%202016.md
  Den gamla adressen kommuner/eskilstuna/2016/overenskommelse.html leder vidare.
Klart. Nästa ”loftesarkiv build” publicerar ändringen.

"#]]
    );
    assert_data_eq!(
        site.read(&document("2016/samverkan/overenskommelse 2016.md")),
        str![[r#"
+++
kind = "agreement"
title = "Överenskommelse 2016"  # som på omslaget
aliases = ["kommuner/eskilstuna/2016/overenskommelse.html"]
period = { from = 2016, until = 2019 }

[[signatories]]
name = "Kommunen"

[[sources]]
publisher = "Eskilstuna kommun"

[[attachments]]
file = "../avtal.pdf"
title = "Avtalet"
text = "searchable"
+++

## Fokus

Se [löftet](../../2018/medborgarlofte.md#lofte-synlighet).

"#]]
    );
    assert_data_eq!(
        site.read(&document("2018/medborgarlofte.md")),
        str![[r#"
+++
kind = "pledge"
title = "Medborgarlöfte 2018"
period = 2018
agreement = '../2016/samverkan/overenskommelse 2016.md' # avtalet

[[signatories]]
name = "Kommunen"

[[sources]]
publisher = "Eskilstuna kommun"

[[commitments]]
id = "synlighet"
text = "Fler patruller."
+++

Ur [överenskommelsen](../2016/samverkan/overenskommelse%202016.md#fokus), [igen](</kommuner/eskilstuna/2016/samverkan/overenskommelse 2016.md>)
och [en gång till][avtal].

[avtal]: ../2016/samverkan/overenskommelse%202016.md "Avtalet"

"#]]
    );
    assert!(!site.path(&document("2016/overenskommelse.md")).exists());
    let old = "kommuner/eskilstuna/2016/overenskommelse.html";
    let site = site
        .reports(str![""])
        .build()
        .publishes(old)
        .links_to(old, "samverkan/overenskommelse-2016.html");
    assert!(!site.files("content").keys().any(|path| path.contains("flyttas")));
}

#[test]
fn a_pledge_moves_with_its_follow_ups_outcomes_and_news() {
    let site = site();
    moves(&site, &document("2018/medborgarlofte.md"), &document("2018/lofte.md")).succeeds();
    let follow_up = site.read(&document("2018/uppfoljning.md"));
    assert!(follow_up.contains("follows_up = [\"lofte.md\"]"), "{follow_up}");
    assert!(follow_up.contains("commitment = \"lofte.md#synlighet\""), "{follow_up}");
    let notice = site.read("content/gemensamt/2020/nyhet.md");
    assert!(notice.contains("about = \"/kommuner/eskilstuna/2018/lofte.md\""), "{notice}");
    let agreement = site.read(&document("2016/overenskommelse.md"));
    assert!(agreement.contains("(../2018/lofte.md#lofte-synlighet)"), "{agreement}");
    site.reports(str![""]).build();
}

#[test]
fn moved_there_and_back_the_site_is_the_same_but_for_the_alias() {
    let site = site();
    let (here, there) = (document("2018/medborgarlofte.md"), document("2018/lofte.md"));
    moves(&site, &here, &there).succeeds();
    let site = site.build();
    moves(&site, &there, &here).succeeds();
    let pledge = site.read(&here);
    assert!(pledge.contains("aliases = [\"kommuner/eskilstuna/2018/lofte.html\"]\n"), "{pledge}");
    assert_eq!(pledge.replace("aliases = [\"kommuner/eskilstuna/2018/lofte.html\"]\n", ""), PLEDGE);
    site.reports(str![""]).build().publishes("kommuner/eskilstuna/2018/lofte.html");

    let site = unbuilt();
    moves(&site, "kommuner/eskilstuna", "kommuner/stad").succeeds();
    moves(&site, "kommuner/stad", "kommuner/eskilstuna").succeeds();
    let index = site.read(&document("index.md"));
    assert!(index.contains("aliases = [\"kommuner/stad/\"]"), "{index}");
    site.reports(str![""]);
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let site = unbuilt()
        .write("content/kommuner/eskilstuna/2018/medborgarlofte.md", windows(PLEDGE))
        .write("content/kommuner/eskilstuna/2016/overenskommelse.md", windows(AGREEMENT));
    moves(&site, &document("2016/overenskommelse.md"), &document("2016/avtal.md")).succeeds();
    let expected = PLEDGE.replace("2016/overenskommelse.md", "2016/avtal.md");
    assert_eq!(site.read(&document("2018/medborgarlofte.md")), windows(&expected));
    let moved = site.read(&document("2016/avtal.md"));
    assert_eq!(moved.matches('\n').count(), moved.matches("\r\n").count());
    assert!(moved.contains("omslaget\r\naliases = ["), "{moved}");
}

#[test]
fn a_draft_that_was_published_once_leaves_its_address_behind_however_it_is_written() {
    let draft = "+++\nkind = \"page\"\ntitle = \"Utkast\"\ndraft = true\n+++\n";
    let moved = |ledger: &str| {
        let site = site().write("content/utkast.md", draft).write("addresses.toml", ledger);
        moves(&site, "content/utkast.md", "content/sida.md").succeeds();
        site.read("content/sida.md")
    };
    let with_alias = draft.replace("draft", "aliases = [\"utkast.html\"]\ndraft");
    assert_eq!(moved("published = ['utkast.html']\n"), with_alias);
    assert_eq!(moved("published = [\"utkas\\u0074.html\"]\n"), with_alias);
    // An address in a comment was not published.
    assert_eq!(moved("# \"utkast.html\"\npublished = []\n"), draft);
}

#[test]
fn a_draft_that_was_never_published_leaves_no_address_behind() {
    let draft = "+++\nkind = \"page\"\ntitle = \"Utkast\"\ndraft = true\n+++\n";
    let site = site().write("content/utkast.md", draft);
    moves(&site, "content/utkast.md", "content/sida.md").succeeds();
    assert_eq!(site.read("content/sida.md"), draft);
}

#[test]
fn the_same_address_needs_no_alias() {
    let site =
        unbuilt().rename(&document("2018/medborgarlofte.md"), &document("2018/Medborgarlöfte.md"));
    let follow_up = FOLLOW_UP.replace("medborgarlofte.md", "Medborgarlöfte.md");
    let site = site.write(&document("2018/uppfoljning.md"), follow_up);
    moves(&site, &document("2018/Medborgarlöfte.md"), &document("2018/medborgarlofte.md"))
        .succeeds();
    assert_eq!(site.read(&document("2018/medborgarlofte.md")), PLEDGE);
    assert_eq!(site.read(&document("2018/uppfoljning.md")), FOLLOW_UP);
}

#[test]
fn a_name_that_differs_in_case_alone_is_another_name() {
    let site = unbuilt();
    let (old, new) = (document("2018/medborgarlofte.md"), document("2018/Medborgarlofte.md"));
    let text = site.read(&old);
    moves(&site, &old, &new).succeeds();
    let folder = site.path(&document("2018"));
    let names =
        std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("a file").file_name());
    let names: Vec<_> =
        names.filter(|name| name.eq_ignore_ascii_case("medborgarlofte.md")).collect();
    assert_eq!(names, ["Medborgarlofte.md"]);
    assert_eq!(site.read(&new), text);
    moves(&site, &new, &new).ends(2, &["står redan där"]);
}
