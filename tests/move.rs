//! `move`: nothing that was published loses its address, and no reference is left behind.

mod support;

use snapbox::{assert_data_eq, str};
use support::{Outcome, Site};

/// A site about which nothing is reported.
const SITE: &str = "\
title = \"Arkivet\"
publisher = \"Arkivet\"

[accessibility]
status = \"full\"
assessed = 2026-10-01
updated = 2026-10-01
method = \"self\"
contact = \"tillganglighet@example.se\"
supervisor = \"Digg\"
supervisor_url = \"https://www.digg.se/tdosanmalan\"
";

const MUNICIPALITY: &str =
    "+++\nkind = \"municipality\"\ntitle = \"Eskilstuna kommun\"\ncode = \"0484\"\n+++\n";

const AGREEMENT: &str = "\
+++
kind = \"agreement\"
title = \"Överenskommelse 2016\"  # som på omslaget
period = { from = 2016, until = 2019 }

[[signatories]]
name = \"Kommunen\"

[[sources]]
publisher = \"Eskilstuna kommun\"

[[attachments]]
file = \"avtal.pdf\"
title = \"Avtalet\"
text = \"searchable\"
+++

## Fokus

Se [löftet](../2018/medborgarlofte.md#lofte-synlighet).
";

const PLEDGE: &str = "\
+++
kind = \"pledge\"
title = \"Medborgarlöfte 2018\"
period = 2018
agreement = '../2016/overenskommelse.md' # avtalet

[[signatories]]
name = \"Kommunen\"

[[sources]]
publisher = \"Eskilstuna kommun\"

[[commitments]]
id = \"synlighet\"
text = \"Fler patruller.\"
+++

Ur [överenskommelsen](../2016/overenskommelse.md#fokus), [igen](</kommuner/eskilstuna/2016/overenskommelse.md>)
och [en gång till][avtal].

[avtal]: ../2016/overenskommelse.md \"Avtalet\"
";

const FOLLOW_UP: &str = "\
+++
kind = \"follow-up\"
title = \"Uppföljning 2018\"
date = 2018-12-01
follows_up = [\"medborgarlofte.md\"]
assessed_by = \"Kommunen\"

[[sources]]
publisher = \"Eskilstuna kommun\"

[[outcomes]]
commitment = \"medborgarlofte.md#synlighet\"
status = \"kept\"
+++
";

const JOINT: &str = "\
+++
kind = \"notice\"
title = \"Nyhet\"
date = 2020
municipalities = [\"eskilstuna\"]
about = \"/kommuner/eskilstuna/2018/medborgarlofte.md\"

[[sources]]
publisher = \"Polisen\"
+++
";

const AREA: &str = "\
+++
kind = \"police-area\"
title = \"Lokalpolisområde Eskilstuna\"

[[members]]
municipality = \"eskilstuna\"
+++
";

const HOME: &str = "content/kommuner/eskilstuna";

/// Built once, so that its addresses are published.
fn site() -> Site {
    unbuilt().build()
}

fn unbuilt() -> Site {
    Site::empty()
        .write("site.toml", SITE)
        .write("content/kommuner/eskilstuna/index.md", MUNICIPALITY)
        .write("content/kommuner/eskilstuna/2016/overenskommelse.md", AGREEMENT)
        .write("content/kommuner/eskilstuna/2016/avtal.pdf", "%PDF-1.7")
        .write("content/kommuner/eskilstuna/2018/medborgarlofte.md", PLEDGE)
        .write("content/kommuner/eskilstuna/2018/uppfoljning.md", FOLLOW_UP)
        .write("content/gemensamt/2020/nyhet.md", JOINT)
        .write("content/lokalpolisomraden/eskilstuna/index.md", AREA)
}

#[track_caller]
fn moves(site: &Site, from: &str, to: &str) -> Outcome {
    site.run(&["move", from, to])
}

fn document(name: &str) -> String {
    format!("{HOME}/{name}")
}

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
fn a_place_moves_with_one_alias_for_its_whole_folder_and_its_id() {
    let site = site();
    let before = site.published();
    let outcome = moves(&site, "kommuner/eskilstuna", "kommuner/eskilstuna-stad").succeeds();
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
content/kommuner/eskilstuna → content/kommuner/eskilstuna-stad
  content/gemensamt/2020/nyhet.md:5: "eskilstuna" → "eskilstuna-stad"
  content/gemensamt/2020/nyhet.md:6: "/kommuner/eskilstuna/2018/medborgarlofte.md" → "/kommuner/eskilstuna-stad/2018/medborgarlofte.md"
  content/kommuner/eskilstuna-stad/2018/medborgarlofte.md:18: /kommuner/eskilstuna/2016/overenskommelse.md → /kommuner/eskilstuna-stad/2016/overenskommelse.md
  content/lokalpolisomraden/eskilstuna/index.md:6: "eskilstuna" → "eskilstuna-stad"
  Den gamla adressen kommuner/eskilstuna/ leder vidare.
Klart. Nästa ”loftesarkiv build” publicerar ändringen.

"#]]
    );
    let home = "content/kommuner/eskilstuna-stad";
    let index = site.read(&format!("{home}/index.md"));
    assert!(index.contains("\naliases = [\"kommuner/eskilstuna/\"]\n"), "{index}");
    assert_eq!(site.read(&format!("{home}/2016/overenskommelse.md")), AGREEMENT);
    let area = site.read("content/lokalpolisomraden/eskilstuna/index.md");
    assert!(area.contains("municipality = \"eskilstuna-stad\""), "{area}");
    let notice = site.read("content/gemensamt/2020/nyhet.md");
    assert!(notice.contains("municipalities = [\"eskilstuna-stad\"]"), "{notice}");
    let site = site.reports(str![""]).build();
    let after = site.published();
    // The parts of the search's index are named after places, and belong to no interface.
    let kept = before.keys().filter(|path| !path.starts_with("sok/d-"));
    assert!(after.contains_key("sok/rot.js"), "the search finds the new parts");
    let lost: Vec<&String> = kept.filter(|path| !after.contains_key(*path)).collect();
    assert_eq!(lost, [""; 0], "every address still answers");
    let promised = before.keys().filter(|path| support::promised::is_promised(path));
    assert!(promised.clone().count() > 10 && promised.clone().all(|it| after.contains_key(it)));
}

#[test]
fn what_a_moved_place_gets_is_kept_at_both_its_addresses() {
    let site = site();
    moves(&site, "kommuner/eskilstuna", "kommuner/eskilstuna-stad").succeeds();
    let pledge = "content/kommuner/eskilstuna-stad/2018/medborgarlofte.md";
    let table =
        "[[attachments]]\nfile = \"ny.pdf\"\ntitle = \"Ny\"\ntext = \"searchable\"\n\n[[sources]]";
    let site = site
        .change(pledge, "[[sources]]", table)
        .write("content/kommuner/eskilstuna-stad/2018/ny.pdf", "%PDF-1.7")
        .build()
        .publishes("kommuner/eskilstuna/2018/ny.pdf");
    let ledger = site.read("addresses.toml");
    for address in ["kommuner/eskilstuna-stad/2018/ny.pdf", "kommuner/eskilstuna/2018/ny.pdf"] {
        assert!(ledger.contains(&format!("  \"{address}\",\n")), "{address}:\n{ledger}");
    }
    site.change(pledge, table, "[[sources]]")
        .remove("content/kommuner/eskilstuna-stad/2018/ny.pdf")
        .run(&["build"])
        .ends(1, &["eskilstuna-stad/2018/ny.pdf", "eskilstuna/2018/ny.pdf"]);
}

#[test]
fn a_document_that_moved_in_a_place_is_found_from_all_the_place_s_names() {
    let first = "kommuner/eskilstuna/2018/medborgarlofte.html";
    let site = site();
    moves(&site, "kommuner/eskilstuna", "kommuner/staden").succeeds();
    let site = site.build();
    moves(&site, "kommuner/staden/2018/medborgarlofte.md", "kommuner/staden/2018/lofte.md")
        .succeeds();
    let site = site.build().links_to(first, "../../staden/2018/lofte.html");
    moves(&site, "kommuner/staden", "kommuner/kommunen").succeeds();
    site.build().links_to(first, "../../kommunen/2018/lofte.html");
}

#[test]
fn the_last_place_of_a_folder_leaves_a_list_that_sends_on() {
    let site = site();
    moves(&site, "content/kommuner/eskilstuna", "content/lokalt/eskilstuna").succeeds();
    let site = site
        .build()
        .publishes("lokalt/index.html")
        .has("kommuner/index.html", "Sidan har inget innehåll längre")
        .links_to("kommuner/index.html", "../index.html");
    // The redirect remains while the folder is empty, and is a list again when there is something
    // to list.
    let ledger = site.read("addresses.toml");
    let site = site.build();
    assert_eq!(site.read("addresses.toml"), ledger);
    site.write(
        "content/kommuner/strangnas/index.md",
        MUNICIPALITY.replace("Eskilstuna", "Strängnäs").replace("0484", "0486"),
    )
    .build()
    .has("kommuner/index.html", "Strängnäs");
}

#[test]
fn a_year_s_folder_moves_with_an_alias_for_each_document() {
    let site = site();
    moves(&site, &document("2018"), &document("arkiv/2018")).succeeds();
    let pledge = site.read(&document("arkiv/2018/medborgarlofte.md"));
    assert!(pledge.contains("aliases = [\"kommuner/eskilstuna/2018/medborgarlofte.html\"]"));
    assert!(pledge.contains("agreement = '../../2016/overenskommelse.md' # avtalet"), "{pledge}");
    assert_eq!(
        site.read(&document("arkiv/2018/uppfoljning.md"))
            .replace("aliases = [\"kommuner/eskilstuna/2018/uppfoljning.html\"]\n", ""),
        FOLLOW_UP
    );
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
fn a_dry_run_tells_all_and_touches_nothing() {
    let site = site();
    let before = site.files("");
    let (from, to) = (document("2018/medborgarlofte.md"), document("2018/lofte.md"));
    let outcome = site.run(&["move", &from, &to, "--dry-run"]).succeeds();
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
content/kommuner/eskilstuna/2018/medborgarlofte.md → content/kommuner/eskilstuna/2018/lofte.md
  content/gemensamt/2020/nyhet.md:6: "/kommuner/eskilstuna/2018/medborgarlofte.md" → "/kommuner/eskilstuna/2018/lofte.md"
  content/kommuner/eskilstuna/2016/overenskommelse.md:20: ../2018/medborgarlofte.md#lofte-synlighet → ../2018/lofte.md#lofte-synlighet
  content/kommuner/eskilstuna/2018/uppfoljning.md:5: "medborgarlofte.md" → "lofte.md"
  content/kommuner/eskilstuna/2018/uppfoljning.md:12: "medborgarlofte.md#synlighet" → "lofte.md#synlighet"
  Den gamla adressen kommuner/eskilstuna/2018/medborgarlofte.html leder vidare.
Inget är ändrat: det här är vad som skulle göras.

"#]]
    );
    assert_eq!(before, site.files(""));
}

#[test]
fn paths_count_from_where_the_editor_stands() {
    let site = unbuilt();
    let mut command = site.command(&["move", "medborgarlofte.md", "../2018/lofte.md"]);
    command.current_dir(site.path(&document("2018")));
    site.finish(command).succeeds();
    assert!(site.path(&document("2018/lofte.md")).exists());
    moves(&site, "kommuner/eskilstuna/2018/lofte.md", "content/kommuner/eskilstuna/2016/")
        .succeeds();
    assert!(site.path(&document("2016/lofte.md")).exists());
    // The pledge of 2018 is now in the folder of another year.
    site.reports(str!["warning year-folder content/kommuner/eskilstuna/2016/lofte.md:5"]);
}

#[test]
fn nothing_is_overwritten() {
    let site = unbuilt();
    let before = site.files("");
    let agreement = document("2016/overenskommelse.md");
    for (from, to, words) in [
        (
            agreement.as_str(),
            document("2018/medborgarlofte.md"),
            "finns redan och skrivs inte över",
        ),
        (&agreement, agreement.clone(), "står redan där"),
        (&agreement, "../ute.md".to_owned(), "ligger utanför content"),
        (&agreement, document("2016/overenskommelse"), "annan filändelse"),
        ("content/ingenting.md", document("x.md"), "Det finns ingen fil eller mapp"),
        ("site.toml", document("x.md"), "Det finns ingen fil eller mapp"),
        (HOME, document("inuti"), "kan inte flyttas in i sig själv"),
        (HOME, "content/lokalpolisomraden".to_owned(), "finns redan och skrivs inte över"),
        (&document("index.md"), "content/x.md".to_owned(), "som flyttas med hela sin mapp"),
        ("content", "content/x".to_owned(), "Det finns ingen fil eller mapp"),
    ] {
        moves(&site, from, &to).ends(2, &[words]);
    }
    assert_eq!(before, site.files(""));
}

#[test]
fn a_published_attachment_stays_where_it_is() {
    let site = site();
    let before = site.files("");
    moves(&site, &document("2016/avtal.pdf"), &document("2016/avtalet.pdf"))
        .ends(2, &["är publicerad, och en bilaga eller bild kan inte flyttas"]);
    moves(&site, &document("2016"), &document("2015")).ends(2, &["avtal.pdf är publicerad"]);
    assert_eq!(before, site.files(""));

    let site = unbuilt();
    moves(&site, &document("2016/avtal.pdf"), &document("2016/avtalet.pdf")).succeeds();
    assert!(site.read(&document("2016/overenskommelse.md")).contains("file = \"avtalet.pdf\""));
    site.reports(str![""]);
}

#[test]
fn what_would_give_an_error_is_not_done() {
    let site = site().write("content/kommuner/eskilstuna/2018/avtal 2.md", PLEDGE);
    let before = site.files("");
    moves(&site, &document("2016/overenskommelse.md"), &document("2018/avtal-2.md"))
        .ends(1, &["address-collision", "Inget flyttades"]);
    moves(&site, &document("2016/overenskommelse.md"), &document("2018/§.md"))
        .ends(1, &["invalid-address", "Inget flyttades"]);
    assert_eq!(before, site.files(""));
}

#[test]
fn errors_that_were_there_before_do_not_hinder() {
    let site = site().write(
        &document("2018/nyhet.md"),
        "+++\nkind = \"notice\"\ntitle = \"\"\nabout = \"medborgarlofte.md\"\n+++\n",
    );
    moves(&site, &document("2018/medborgarlofte.md"), &document("2018/lofte.md")).succeeds();
    assert!(site.read(&document("2018/nyhet.md")).contains("about = \"lofte.md\""));
}

#[test]
fn a_file_that_cannot_be_read_and_may_refer_to_it_stops_the_move() {
    let site = site().write(
        &document("2018/nyhet.md"),
        "+++\ntitle = ”N”\nabout = \"medborgarlofte.md\"\n+++\n",
    );
    let before = site.files("");
    moves(&site, &document("2018/medborgarlofte.md"), &document("2018/lofte.md"))
        .ends(2, &["2018/nyhet.md går inte att läsa helt", "Rätta filen först"]);
    assert_eq!(before, site.files(""));
    moves(&site, &document("2016/overenskommelse.md"), &document("2016/avtal.md")).succeeds();
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
