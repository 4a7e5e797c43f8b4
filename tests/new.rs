//! `new`: a file to fill in, in its place, with nothing invented in it.

mod support;

use snapbox::{assert_data_eq, str};
use support::{Outcome, Site};

/// Without a thing to remark on.
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

fn site() -> Site {
    Site::empty()
        .write("site.toml", SITE)
        .write(
            "content/kommuner/eskilstuna/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Eskilstuna kommun\"\ncode = \"0484\"\n+++\n",
        )
        .write(
            "content/kommuner/strangnas/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Strängnäs kommun\"\ncode = \"0486\"\n+++\n",
        )
        .write(
            "content/lokalpolisomraden/eskilstuna/index.md",
            "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde Eskilstuna\"\n+++\n",
        )
        .write(
            "content/lokalpolisomraden/taby/index.md",
            "+++\nkind = \"police-area\"\ntitle = \"Lokalpolisområde Täby\"\n+++\n",
        )
        .write("content/gemensamt/2020/karta.svg", "<svg/>")
}

#[track_caller]
fn new(site: &Site, arguments: &[&str]) -> Outcome {
    let mut all = vec!["new"];
    all.extend(arguments);
    site.run(&all)
}

#[test]
fn a_pledge_is_written_where_it_belongs_and_builds_once_filled_in() {
    let site = site();
    let outcome = new(&site, &["pledge", "eskilstuna", "2021"]).succeeds();
    assert_data_eq!(
        outcome.stderr,
        str![[r#"
[SITE]/content/kommuner/eskilstuna/2021/medborgarlofte.md är skapad.
Nästa steg: fyll i den och kör ”loftesarkiv check”. Ta bort raden draft = true när den är klar att publicera.

"#]]
    );
    let path = "content/kommuner/eskilstuna/2021/medborgarlofte.md";
    let site = site.reports(str![[r#"
warning file-ignored content/gemensamt/2020/karta.svg:1
warning missing-key content/kommuner/eskilstuna/2021/medborgarlofte.md:11
warning missing-key content/kommuner/eskilstuna/2021/medborgarlofte.md:23
"#]]);
    site.change(path, "\ntitle = \"\"", "\ntitle = \"Medborgarlöfte 2021\"")
        .change(path, "\nperiod = \"\"", "\nperiod = 2021")
        .change(path, "\ndraft = true\n", "\n")
        .build()
        .has("kommuner/eskilstuna/2021/medborgarlofte.html", "Medborgarlöfte 2021");
}

#[test]
fn the_file_explains_every_key_and_invents_nothing() {
    let site = site();
    new(&site, &["notice", "strangnas", "2023"]).succeeds();
    assert_data_eq!(
        site.read("content/kommuner/strangnas/2023/nyhet.md"),
        str![[r#"
+++
# Fyll i det du vet och ta bort resten. Rader som börjar med # är bara för dig: ta bort #
# framför en nyckel för att använda den. Nycklar märkta (krävs) måste fyllas i. Datum skrivs
# som man vet dem: 2018-02-01, "2018-02" eller 2018.

# Vad filen är. (krävs)
kind = "notice"

# Rubriken. För en plats hela namnet, som "Eskilstuna kommun". (krävs) Exempel:
# "Medborgarlöfte Eskilstuna 2018"
title = ""

# En eller två meningar för listor och sökmotorer. Exempel: "Polisen och kommunen lovar att
# vara synliga i centrum."
#summary = ""

# Ett utkast visas i förhandsgranskningen men publiceras inte. Ta bort raden när filen är
# klar.
draft = true

# Nyhetens datum. (krävs) Exempel: 2020-05-07
date = ""

# Vilken sorts nyhet: "news" (nyhet), "press-release" (pressmeddelande), "press-invitation"
# (pressinbjudan) eller "dialogue" (dialog). Utan raden: nyhet.
#type = "news"

# Handlingarna som nyheten handlar om. Exempel: ["medborgarlofte.md"]
#about = []

# Ämnen, skrivna som i källan. Exempel: ["unga", "trafik"]
#focus = []

# Kommuner som handlingen gäller, med deras mappnamn. Behövs bara när mappen inte räcker.
# Exempel: ["eskilstuna", "strangnas"]
#municipalities = []

# Stadsdelar, på samma sätt. Exempel: ["fristaden"]
#districts = []

# Lokalpolisområden, på samma sätt. Exempel: ["eskilstuna"]
#police_areas = []

# Hur ett osäkert datum har fastställts. Exempel: "Datumet står i sidans adress."
#date_basis = ""

# Dagen då filen kom in i arkivet.
archived = 2026-11-22

# Vems ord den löpande texten är: "verbatim" (källans egna), "summary" (arkivets
# sammanfattning) eller "mentioned" (handlingen är bara omnämnd av andra).
#wording = ""

# Textens språk, om det inte är webbplatsens. Exempel: "en"
#language = ""

# Tidigare adresser som ska fortsätta fungera; en plats adress slutar med /. "loftesarkiv
# move" skriver dem åt dig. Exempel: ["kommuner/eskilstuna/2018/lofte.html"]
#aliases = []

# En varning som du har sett och godtar, och varför. Exempel:
# [{ code = "phone-number", reason = "växelns nummer" }]
#accept = [{ code = "", reason = "" }]

# Ett beslut om handlingen. Upprepa gruppen för varje beslut.
#[[decisions]]
#body = ""         # vem som beslutade: "Kommunstyrelsen"
#date = ""         # dagen: 2018-01-16
#paragraph = ""    # paragrafen: "§ 12"
#case_number = ""  # diarienumret: "KS/2017:107"

# En kontakt, helst en funktion och inte en person. Visas inte efter until.
#[contact]
#name = ""   # "Kommunpolisen i Eskilstuna"
#role = ""   # "kontakt för löftet"
#email = ""  # en gemensam brevlåda
#phone = ""  # en växel: "114 14"
#until = ""  # sista dagen: 2018-12-31

# Varifrån uppgifterna kommer. Upprepa gruppen för varje källa.
#[[sources]]
#publisher = ""  # "Polismyndigheten"
#title = ""      # "Medborgarlöfte 2018"
#url = ""        # hela webbadressen, från https://
#dated = ""      # källans datum: "2018-01"
#retrieved = ""  # dagen du hämtade den
#reference = ""  # var i källan: "sidan 3"

# En bilaga i samma mapp. Upprepa gruppen för varje bilaga.
#[[attachments]]
#file = ""   # "medborgarlofte-2018.pdf"
#title = ""  # "Medborgarlöfte 2018"
#text = ""   # "searchable" (riktig text), "ocr" (tolkad), "scanned" (bara bild)

# En bild. Utan file står det att källan hade en bild som saknas i arkivet.
#[[images]]
#file = ""          # "undertecknande.jpg"
#alt = ""           # bilden i ord, för den som inte ser den
#decorative = true  # i stället för alt, för ren utsmyckning
#caption = ""       # bildtexten, som i källan
#credit = ""        # "Foto: Polisen"

# En uppgift som en annan källa säger annorlunda. Båda visas.
#[[conflicts]]
#field = ""   # vad det gäller: "Undertecknat"
#value = ""   # den andra källans uppgift
#source = ""  # vilken källa det är

# Vad som har ändrats i sak efter publiceringen. Visas på sidan.
#[[corrections]]
#date = ""  # dagen: 2026-12-01
#text = ""  # "Antalet vandringar var 4, inte 5."

# Efter raden +++ skriver du den löpande texten. Börja rubriker med ## och stycken med en
# tom rad.
+++

"#]]
    );
}

#[test]
fn a_second_file_of_a_year_is_numbered_and_the_first_is_left_alone() {
    let site = site();
    new(&site, &["follow-up", "eskilstuna", "2018"]).succeeds();
    let first = "content/kommuner/eskilstuna/2018/uppfoljning.md";
    let site = site.write(first, "min text");
    new(&site, &["follow-up", "eskilstuna", "2018"]).ends(0, &["2018/uppfoljning-2.md är skapad"]);
    new(&site, &["follow-up", "eskilstuna", "2018"]).ends(0, &["2018/uppfoljning-3.md är skapad"]);
    assert_eq!(site.read(first), "min text");
}

#[test]
fn a_name_is_taken_when_its_address_is() {
    let site = site().write("content/kommuner/eskilstuna/2018/Medborgarlöfte.md", "");
    new(&site, &["pledge", "eskilstuna", "2018"]).ends(0, &["2018/medborgarlofte-2.md"]);
}

#[test]
fn every_kind_has_its_own_file_name() {
    let site = site();
    for (kind, name) in [
        ("agreement", "overenskommelse"),
        ("pledge", "medborgarlofte"),
        ("follow-up", "uppfoljning"),
        ("situation-report", "lagesbild"),
        ("action-plan", "atgardsplan"),
        ("notice", "nyhet"),
    ] {
        new(&site, &[kind, "eskilstuna", "2024"])
            .ends(0, &[&format!("content/kommuner/eskilstuna/2024/{name}.md")]);
    }
}

#[test]
fn without_a_year_it_is_the_day_s() {
    new(&site(), &["pledge", "eskilstuna"]).ends(0, &["eskilstuna/2026/medborgarlofte.md"]);
}

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
    assert!(text.contains("\ntitle = \"Östersund kommun\"\n"), "{text}");
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
