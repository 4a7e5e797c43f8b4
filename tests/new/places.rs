//! New places, and where a new document belongs.

use crate::support::Site;
use crate::{new, site};
use snapbox::str;

#[test]
fn a_bare_name_is_the_municipality_else_the_police_area() {
    let site = site();
    for (called, folder) in [
        ("eskilstuna", "kommuner/eskilstuna"),
        ("Strängnäs", "kommuner/strangnas"),
        ("strängnäs kommun", "kommuner/strangnas"),
        ("0486", "kommuner/strangnas"),
        ("taby", "lokalpolisomraden/taby"),
        ("Täby", "lokalpolisomraden/taby"),
        ("lokalpolisomraden/eskilstuna", "lokalpolisomraden/eskilstuna"),
        ("content/kommuner/eskilstuna/", "kommuner/eskilstuna"),
        ("gemensamt", "gemensamt"),
    ] {
        new(&site, &["pledge", called, "2022"]).ends(0, &[&format!("content/{folder}/2022/")]);
    }
}

#[test]
fn an_unknown_place_is_answered_with_the_nearest_or_with_how_to_make_it() {
    let site = site();
    let before = site.files("");
    new(&site, &["pledge", "eskiltuna", "2021"]).ends(
        2,
        &[
            "Det finns ingen kommun, inget område och ingen mapp ”eskiltuna” i arkivet.",
            "Menade du eskilstuna?",
        ],
    );
    new(&site, &["pledge", "Håbo", "2021"]).ends(2, &["loftesarkiv new municipality \"Håbo\""]);
    assert_eq!(before, site.files(""));
}

#[test]
fn an_unknown_kind_is_answered_with_the_nearest() {
    let site = site();
    new(&site, &["pledg", "eskilstuna"])
        .ends(2, &["Det finns ingen typ ”pledg”.", "Menade du pledge?"]);
    new(&site, &["medborgarlöfte", "eskilstuna"]).ends(2, &["Menade du pledge?"]);
    new(&site, &["brev", "eskilstuna"]).ends(2, &["agreement (överenskommelse), pledge"]);
}

#[test]
fn a_municipality_takes_code_and_title_from_the_register() {
    let site = site().remove("content/lokalpolisomraden");
    new(&site, &["municipality", "Östersund"]).ends(0, &["content/kommuner/ostersund/index.md"]);
    let text = site.read("content/kommuner/ostersund/index.md");
    assert!(text.contains("\ntitle = \"Östersunds kommun\"\n"), "{text}");
    assert!(text.contains("\ncode = \"2380\"\n"), "{text}");
    assert!(text.contains("\narchived = 2026-11-22\n"), "{text}");
    assert!(!text.contains("draft"), "{text}");
    new(&site, &["municipality", "Region Gotland"]).succeeds();
    assert!(site.read("content/kommuner/gotland/index.md").contains("title = \"Region Gotland\""));
    site.reports(str!["warning file-ignored content/gemensamt/2020/karta.svg:1"])
        .build()
        .publishes("kommuner/ostersund/index.html");
}

#[test]
fn two_municipalities_of_one_address_get_their_codes() {
    let site = site();
    new(&site, &["municipality", "Håbo"]).ends(0, &["content/kommuner/habo-0305/index.md"]);
    new(&site, &["municipality", "Habo"]).ends(0, &["content/kommuner/habo-0643/index.md"]);
    new(&site, &["pledge", "Håbo", "2021"]).ends(0, &["kommuner/habo-0305/2021/"]);
    new(&site, &["pledge", "Habo kommun", "2021"]).ends(0, &["kommuner/habo-0643/2021/"]);
}

#[test]
fn a_municipality_that_is_there_is_not_overwritten() {
    let site = site();
    let before = site.files("");
    new(&site, &["municipality", "Eskilstuna"])
        .ends(2, &["Kommunen eller området finns redan: content/kommuner/eskilstuna/index.md."]);
    new(&site, &["municipality", "Eskiltuna"]).ends(2, &["Menade du Eskilstuna?"]);
    assert_eq!(before, site.files(""));
}

#[test]
fn police_areas_and_districts_are_made_from_their_names() {
    let site = site();
    new(&site, &["police-area", "Södra Roslagen"])
        .ends(0, &["content/lokalpolisomraden/sodra-roslagen/index.md"]);
    let area = site.read("content/lokalpolisomraden/sodra-roslagen/index.md");
    assert!(area.contains("\ntitle = \"Lokalpolisområde Södra Roslagen\"\n"), "{area}");
    new(&site, &["police-area", "Lokalpolisområde Eskilstuna"]).ends(2, &["finns redan"]);

    new(&site, &["district", "eskilstuna/Skiftinge"])
        .ends(0, &["content/kommuner/eskilstuna/skiftinge/index.md"]);
    let district = site.read("content/kommuner/eskilstuna/skiftinge/index.md");
    assert!(district.contains("\ntitle = \"Skiftinge\"\n"), "{district}");
    assert!(district.contains("\nmunicipality = \"eskilstuna\"\n"), "{district}");
    new(&site, &["district", "Skiftinge"]).ends(2, &["Vilken kommun hör ”Skiftinge” till?"]);
    site.reports(str!["warning file-ignored content/gemensamt/2020/karta.svg:1"]).build();
}

#[test]
fn districts_of_one_name_in_two_municipalities_are_told_apart() {
    let site = site();
    new(&site, &["district", "eskilstuna/Centrum"]).ends(0, &["eskilstuna/centrum/index.md"]);
    new(&site, &["district", "strangnas/Centrum"])
        .ends(0, &["content/kommuner/strangnas/strangnas-centrum/index.md"]);
    new(&site, &["district", "strangnas/Centrum"]).ends(2, &["finns redan"]);
}

#[test]
fn a_page_has_its_name_for_title() {
    let site = site();
    new(&site, &["page", "Vanliga frågor"]).ends(0, &["content/vanliga-fragor.md"]);
    assert!(site.read("content/vanliga-fragor.md").contains("\ntitle = \"Vanliga frågor\"\n"));
    new(&site, &["page", "vanliga fragor"]).ends(2, &["skrivs inte över"]);
    new(&site, &["page", "§§"]).ends(2, &["kan inte bli en adress"]);
    new(&site, &["page", "../ute"]).ends(2, &["kan inte bli en adress"]);
    new(&site, &["page", "om oss", "2021"]).ends(2, &["Utelämna året"]);
}

#[test]
fn on_an_english_site_the_comments_are_english() {
    let site = site().write("site.toml", "title = \"Archive\"\nlanguage = \"en\"\n");
    new(&site, &["pledge", "eskilstuna", "2021"]).ends(0, &["has been made.", "Next: fill it in"]);
    let text = site.read("content/kommuner/eskilstuna/2021/medborgarlofte.md");
    assert!(text.contains("# The agreement that the pledge belongs to."), "{text}");
    new(&site, &["pledge", "nowhere"])
        .ends(2, &["error: There is no municipality, area or folder"]);
}

#[test]
fn an_empty_site_can_be_begun() {
    let site = Site::empty().write("site.toml", "title = \"A\"\n").write("content/.keep", "");
    new(&site, &["pledge", "eskilstuna"]).ends(2, &["new municipality \"Eskilstuna\""]);
    new(&site, &["municipality", "Eskilstuna"]).succeeds();
    site.build().publishes("kommuner/eskilstuna/index.html");
}

#[test]
fn a_folder_whose_name_a_mac_wrote_is_found() {
    let folder = "content/kommuner/stra\u{308}ngna\u{308}s";
    let site = site().rename("content/kommuner/strangnas", folder);
    new(&site, &["pledge", "Strängnäs", "2021"]).succeeds();
    assert!(site.path(&format!("{folder}/2021/medborgarlofte.md")).exists());
}

#[test]
fn a_joint_document_is_stored_in_a_shared_folder_and_names_its_places() {
    let site = site();
    new(&site, &["pledge", "eskilstuna,strangnas", "2021"]).succeeds();
    let text = site.read("content/gemensamt/2021/medborgarlofte.md");
    assert!(text.contains("\nmunicipalities = [\"eskilstuna\", \"strangnas\"]\n"), "{text}");
    assert!(
        text.contains("\ntitle = \"Medborgarlöfte Eskilstuna och Strängnäs 2021\"\n"),
        "{text}"
    );
    assert_eq!(new(&site, &["pledge", "eskilstuna,saknas", "2021"]).status, 2);
}

#[test]
fn a_folder_that_is_there_without_an_index_is_told_as_that() {
    let site = site().write("content/kommuner/tomt/.DS_Store", "").write("content/x/.DS_Store", "");
    for (given, folder) in
        [("tomt", "kommuner/tomt"), ("kommuner/tomt", "kommuner/tomt"), ("content/x", "x")]
    {
        site.run(&["new", "pledge", given, "2024"])
            .ends(2, &[&format!("Mappen content/{folder} finns, men har ingen index.md")]);
    }
    let site = site.write("content/kommuner/sala/.DS_Store", "");
    site.run(&["new", "pledge", "sala", "2024"])
        .ends(2, &["har ingen index.md", "loftesarkiv new municipality \"Sala\""]);
    site.run(&["new", "pledge", "ingenstans", "2024"]).ends(2, &["och ingen mapp ”ingenstans”"]);
}
