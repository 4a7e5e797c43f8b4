//! One document in several languages: pages of their own, and otherwise one document.

use crate::support::Site;
use snapbox::str;

/// A pledge in Swedish with a Finnish translation, and an agreement in Finnish with a Swedish one.
fn haparanda() -> Site {
    Site::from("real/translations")
}

const FOLDER: &str = "content/kommuner/haparanda/2024";

fn follow_up(of: &str) -> String {
    format!(
        "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning 2024\"\ndate = 2024-05-01\n\
         follows_up = \"{of}\"\nassessed_by = \"Polismyndigheten\"\n\n[[outcomes]]\n\
         commitment = \"unga\"\nstatus = \"kept\"\n+++\n"
    )
}

#[test]
fn a_translation_shows_what_is_its_originals() {
    let page = "kommuner/haparanda/2024/medborgarlofte-fi.html";
    let site = haparanda()
        .today("2024-06-01")
        .write(&format!("{FOLDER}/uppfoljning.md"), follow_up("medborgarlofte.md"))
        .build()
        .has(page, "Haaparannan kansalaislupaus 2024")
        .has(page, "Tid 2024")
        .has(page, "Möta unga på båda sidor om älven. Uppfyllt")
        .has(page, "2 åtaganden: 1 uppfyllt, 1 saknar uppföljning i arkivet.")
        .links_to(page, "medborgarlofte.html")
        .links_to("kommuner/haparanda/2024/medborgarlofte.html", "medborgarlofte-fi.html")
        .links_to("kommuner/haparanda/2024/overenskommelse.html", "overenskommelse-fi.html");
    // The commitments are in Swedish, the site's language, on the Finnish page too.
    assert!(site.html(page).contains("<h1 lang=\"fi\">"));
    assert!(site.html(page).contains("<p class=\"promise\">Möta unga"));
    // On the Swedish page of what was written in Finnish, the period is that of the original.
    let agreement = "kommuner/haparanda/2024/overenskommelse.html";
    site.has(agreement, "2024–2027").has(agreement, "5 februari 2024");
}

#[test]
fn a_document_in_two_languages_is_counted_and_listed_once() {
    let site = haparanda().today("2024-06-01").build();
    let site = site
        .has("index.html", "1 medborgarlöfte")
        .has("index.html", "1 samverkansöverenskommelse")
        .has("handlingar/index.html", "2 dokument")
        .lacks("handlingar/index.html", "Haaparannan")
        .has("ar/2024/index.html", "Samverkansöverenskommelse Haparanda 2024–2027")
        .lacks("ar/2024/index.html", "Haaparannan")
        .lacks("kommuner/haparanda/2024/index.html", "Haaparannan");
    site.reports(str![[r#"
advice no-source content/kommuner/haparanda/2024/medborgarlofte-fi.md:3
advice pledge-without-agreement content/kommuner/haparanda/2024/medborgarlofte.md:3
advice no-signatories content/kommuner/haparanda/2024/medborgarlofte.md:3
advice no-source content/kommuner/haparanda/2024/medborgarlofte.md:3
advice no-signatories content/kommuner/haparanda/2024/overenskommelse-fi.md:3
advice no-source content/kommuner/haparanda/2024/overenskommelse-fi.md:3
advice no-source content/kommuner/haparanda/2024/overenskommelse.md:3
"#]]);
}

#[test]
fn without_a_version_in_the_sites_language_the_original_is_shown() {
    let site = haparanda()
        .today("2024-06-01")
        .write("site.toml", "title = \"Arkivet\"\nlanguage = \"en\"\n")
        .change(&format!("{FOLDER}/medborgarlofte.md"), "period", "language = \"sv\"\nperiod")
        .change(
            &format!("{FOLDER}/overenskommelse.md"),
            "translation_of",
            "language = \"sv\"\ntranslation_of",
        )
        .build();
    let timeline = site.json("kommuner/haparanda/timeline.json");
    let titles = [0, 1].map(|n| timeline["entries"][n]["title"].as_str().unwrap_or_default());
    assert_eq!(titles, ["Medborgarlöfte Haparanda 2024", "Haaparannan yhteistyösopimus 2024–2027"]);
}

#[test]
fn a_reference_to_a_translation_means_its_original() {
    let site = haparanda()
        .today("2024-06-01")
        .change(
            &format!("{FOLDER}/medborgarlofte.md"),
            "period",
            "agreement = \"overenskommelse.md\"\nperiod",
        )
        .write(
            &format!("{FOLDER}/forlangning.md"),
            "+++\nkind = \"agreement\"\ntitle = \"Ny överenskommelse\"\nsigned = 2024-05-01\n\
             period = 2024\nreplaces = \"overenskommelse.md\"\n+++\n",
        )
        .build();
    let timeline = site.json("kommuner/haparanda/timeline.json");
    let states: Vec<&str> = timeline["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| entry["state"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(states, ["in-force", "replaced", "in-force"]);
    site.has("kommuner/haparanda/2024/overenskommelse-fi.html", "Ersattes av Ny överenskommelse")
        .has("kommuner/haparanda/2024/overenskommelse.html", "Medborgarlöfte Haparanda 2024");
}

#[test]
fn a_translation_is_neither_followed_up_nor_translated() {
    let site = haparanda()
        .write(&format!("{FOLDER}/uppfoljning.md"), follow_up("medborgarlofte-fi.md"))
        .write(
            &format!("{FOLDER}/medborgarlofte-en.md"),
            "+++\nkind = \"pledge\"\ntitle = \"Pledge\"\nlanguage = \"en\"\n\
             translation_of = \"medborgarlofte-fi.md\"\n+++\n",
        )
        .write(
            &format!("{FOLDER}/sig-sjalv.md"),
            "+++\nkind = \"pledge\"\ntitle = \"Löfte\"\ntranslation_of = \"sig-sjalv.md\"\n+++\n",
        );
    let told = site.run(&["check", "--quiet"]).stderr;
    for words in [
        "är själv en översättning",
        "translation_of = \"/kommuner/haparanda/2024/medborgarlofte.md\"",
        "det är originalet som följs upp",
        "follows_up = \"/kommuner/haparanda/2024/medborgarlofte.md\"",
        "leder tillbaka till sig självt genom ”translation_of”",
    ] {
        assert!(told.contains(words), "{words}:\n{told}");
    }
    assert_eq!(told.matches("reference-kind").count(), 2, "{told}");
    assert_eq!(told.matches("reference-cycle").count(), 1, "{told}");
}
