//! A place or a folder that moves.

use crate::{AGREEMENT, FOLLOW_UP, MUNICIPALITY, document, moves, site};
use snapbox::{assert_data_eq, str};

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
    let promised = before.keys().filter(|path| crate::support::promised::is_promised(path));
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
