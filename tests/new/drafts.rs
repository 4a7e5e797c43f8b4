//! The file of a new document: its name, its keys, and what it is made from.

use crate::{new, site};
use snapbox::{assert_data_eq, str};

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
advice pledge-without-agreement content/kommuner/eskilstuna/2021/medborgarlofte.md:11
advice no-signatories content/kommuner/eskilstuna/2021/medborgarlofte.md:11
advice no-source content/kommuner/eskilstuna/2021/medborgarlofte.md:11
"#]]);
    let text = site.read(path);
    assert!(text.contains("\ntitle = \"Medborgarlöfte Eskilstuna 2021\"\n"), "{text}");
    assert!(text.contains("\nperiod = 2021\n"), "{text}");
    site.change(
        path,
        "\ntitle = \"Medborgarlöfte Eskilstuna 2021\"",
        "\ntitle = \"Medborgarlöfte 2021\"",
    )
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

# Rubriken. För en kommun eller ett område hela namnet, som "Eskilstuna kommun". (krävs)
# Exempel: "Medborgarlöfte Eskilstuna 2018"
title = "Nyhet Strängnäs 2023"

# Ett utkast visas i förhandsgranskningen men publiceras inte. Ta bort raden när filen är
# klar.
draft = true

# Nyhetens datum. Har källan inget: published. (date eller published krävs) Exempel:
# 2018-02-01
date = ""

# Dagen då filen kom in i arkivet. Exempel: 2026-11-22
archived = 2026-11-22

# En eller två meningar för listor och sökmotorer. Exempel: "Vad medborgarlöftet går ut på,
# i en eller två meningar."
#summary = ""

# Vilken typ av nyhet. "news" (nyhet), "press-release" (pressmeddelande), "press-invitation"
# (pressinbjudan), "dialogue" (dialog) eller "report" (rapport). Utan raden: "news".
#type = "news"

# Dokumenten som nyheten handlar om. Exempel: "medborgarlofte.md"
#about = []

# Ämnen, skrivna som i källan. Exempel: ["unga", "trafik"]
#focus = []

# Kommuner som dokumentet gäller, med deras mappnamn. Behövs bara när mappen inte räcker.
# Exempel: ["eskilstuna"]
#municipalities = []

# Stadsdelar, på samma sätt. Exempel: ["fristaden"]
#districts = []

# Lokalpolisområden, på samma sätt. Exempel: ["eskilstuna"]
#police_areas = []

# Vems ord den löpande texten är. "verbatim" (källans egna ord), "excerpt" (utdrag med
# källans egna ord), "summary" (arkivets sammanfattning) eller "mentioned" (bara omnämnt av
# andra).
#wording = ""

# Behövs sällan. Handboken förklarar dem.
#called = ""
#translation_of = ""
#published = ""
#date_basis = ""
#language = ""
#aliases = []
#accept = [{ code = "", reason = "" }]

# Ett beslut om dokumentet. Upprepa gruppen för fler.
#[[decisions]]
#body = ""         # Vem som beslutade. Exempel: "Kommunstyrelsen"
#date = ""         # Dagen för beslutet. Exempel: 2018-02-01
#paragraph = ""    # Paragrafen i protokollet. Exempel: "§ 189"
#case_number = ""  # Ärendets diarienummer. Exempel: "KS 2018/12"

# En kontakt, helst en funktion och inte en person. Visas inte efter sista dagen.
#[contact]
#name = ""   # Helst en funktion. Exempel: "Trygghetssamordnaren"
#role = ""   # Vad kontakten svarar för. Exempel: "kommunens trygghetssamordnare"
#email = ""  # En gemensam brevlåda. Exempel: "trygghet@eskilstuna.se"
#phone = ""  # Numret till en växel. Exempel: "016-710 10 00"
#until = ""  # Sista dagen som kontakten visas. Exempel: 2027-12-31

# Varifrån uppgifterna kommer. Upprepa gruppen för fler.
#[[sources]]
#publisher = ""  # Vem som gav ut källan. Exempel: "Eskilstuna kommun"
#title = ""      # Källans rubrik. Exempel: "Medborgarlöfte 2018"
#url = ""        # Hela webbadressen. Exempel: "https://www.eskilstuna.se/loften"
#dated = ""      # Datumet som källan har. Exempel: 2018-02-01
#retrieved = ""  # Dagen då du hämtade den. Exempel: 2026-11-22
#reference = ""  # Diarienummer eller sida. Exempel: "KS 2018/12"

# En bilaga i samma mapp. Upprepa gruppen för fler.
#[[attachments]]
#file = ""        # Filens namn. (krävs) Exempel: "lofte-2018.pdf"
#title = ""       # Vad bilagan är. (krävs) Exempel: "Medborgarlöfte 2018"
# Om texten kan sökas och läsas upp. "searchable" (riktig text), "ocr" (maskinläst text)
# eller "scanned" (bara bild).
#text = ""
#original = true  # Filen är originalet, eller en kopia av det. Då står den överst på sidan.

# En bild. Utan fil står det att källan hade en bild som saknas i arkivet. Upprepa gruppen
# för fler.
#[[images]]
#file = ""          # Filens namn. Exempel: "signering.jpg"
# Vad bilden visar, för den som inte ser den. (krävs med file) Exempel: "Två personer
# skriver under ett papper."
#alt = ""
#decorative = true  # Bilden säger inget som inte står i texten.
#caption = ""       # Bildtexten, som i källan. Exempel: "Undertecknandet i stadshuset."
#credit = ""        # Vem som tog bilden. Exempel: "Polisen"

# Vad som har ändrats i sak efter publiceringen. Visas på sidan. Upprepa gruppen för fler.
#[[corrections]]
#date = ""  # Dagen för rättelsen. (krävs) Exempel: 2026-11-22
#text = ""  # Vad som har ändrats. (krävs) Exempel: "Årtalet rättat."

# Behövs sällan. Handboken förklarar dem.
#[[conflicts]]
#field = ""
#value = ""
#source = ""

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
fn next_year_s_is_made_from_last_year_s_and_a_follow_up_from_its_pledge() {
    let site = site().write(
        "content/kommuner/eskilstuna/2020/medborgarlofte.md",
        "+++\nkind = \"pledge\"\ntitle = \"Löfte 2020\"\nperiod = 2020\nsigned = 2020-02-03\n\n\
         [[commitments]]\nid = \"ljus\"\ntext = \"Bättre ljus.\"\n+++\n",
    );
    let last = "content/kommuner/eskilstuna/2020/medborgarlofte.md";
    new(&site, &["pledge", "eskilstuna", "2021", "--from", last]).succeeds();
    let text = site.read("content/kommuner/eskilstuna/2021/medborgarlofte.md");
    assert_data_eq!(
        text,
        str![[r#"
+++
kind = "pledge"
title = "Löfte 2021"
draft = true
period = 2021
archived = 2026-11-22

[[commitments]]
id = "ljus"
text = "Bättre ljus."
+++


"#]]
    );
    // As `move` takes a file: from `content/` too.
    let of = "kommuner/eskilstuna/2020/medborgarlofte.md";
    new(&site, &["follow-up", "eskilstuna", "2021", "--of", of]).succeeds();
    let text = site.read("content/kommuner/eskilstuna/2021/uppfoljning.md");
    assert!(text.contains("follows_up = \"../2020/medborgarlofte.md\"\n"), "{text}");
    assert!(text.contains("[[outcomes]]\ncommitment = \"ljus\"\n"), "{text}");
    assert!(!text.contains("status"), "{text}");
    assert_eq!(new(&site, &["pledge", "eskilstuna", "--from", "saknas.md"]).status, 2);
    assert_eq!(new(&site, &["notice", "eskilstuna", "--from", last]).status, 2);
}

#[test]
fn a_follow_up_without_a_year_is_of_the_year_that_it_follows_up() {
    let site = site().write(
        "content/kommuner/eskilstuna/2020/medborgarlofte.md",
        "+++\nkind = \"pledge\"\ntitle = \"Löfte 2020\"\nperiod = 2020\n+++\n",
    );
    // Where the folder says nothing, the period does.
    let site = site.write(
        "content/kommuner/eskilstuna/langt.md",
        "+++\nkind = \"pledge\"\ntitle = \"Långt löfte\"\nperiod = { from = 2019, until = 2022 }\n+++\n",
    );
    for (of, year) in [("2020/medborgarlofte.md", "2020"), ("langt.md", "2019")] {
        let of = format!("kommuner/eskilstuna/{of}");
        let made = format!("eskilstuna/{year}/uppfoljning.md");
        new(&site, &["follow-up", "eskilstuna", "--of", &of]).ends(0, &[&made]);
    }
}

#[test]
fn years_are_the_period_of_a_kind_that_has_one() {
    let site = site();
    let folder = "content/kommuner/eskilstuna/2024";
    new(&site, &["agreement", "eskilstuna", "2024-2027"]).ends(0, &["2024/overenskommelse.md"]);
    let text = site.read(&format!("{folder}/overenskommelse.md"));
    assert!(text.contains("\nperiod = { from = 2024, until = 2027 }\n"), "{text}");
    assert!(text.contains("\ntitle = \"Överenskommelse Eskilstuna 2024\"\n"), "{text}");
    new(&site, &["situation-report", "eskilstuna", "2024-2025"]).ends(0, &["2024/lagesbild.md"]);
    let text = site.read(&format!("{folder}/lagesbild.md"));
    assert!(text.contains("\nperiod = { from = 2024, until = 2025 }\n"), "{text}");
    // From an earlier one too, and a span of one year is that year.
    let from = format!("{folder}/overenskommelse.md");
    new(&site, &["agreement", "eskilstuna", "2028-2030", "--from", &from]).succeeds();
    let text = site.read("content/kommuner/eskilstuna/2028/overenskommelse.md");
    assert!(text.contains("\nperiod = { from = 2028, until = 2030 }\n"), "{text}");
    new(&site, &["pledge", "eskilstuna", "2024-2024"]).succeeds();
    assert!(site.read(&format!("{folder}/medborgarlofte.md")).contains("\nperiod = 2024\n"));
    // A kind without a period says so.
    new(&site, &["notice", "eskilstuna", "2024-2027"])
        .ends(2, &["har ingen period, så den kan inte gälla 2024–2027", "Skriv ett enda år."]);
    for wrong in ["2027-2024", "i-år", "24-27", "2024-"] {
        new(&site, &["agreement", "eskilstuna", wrong]).ends(
            2,
            &[
                "går inte att använda för [ÅR]",
                "Skriv året med fyra siffror, till exempel 2021 eller 2015-2021",
            ],
        );
    }
}
