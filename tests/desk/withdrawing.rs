//! Withdrawing one attachment of a published document: what is written, what readers see, what is refused,
//! and the way back.

use crate::client::{Desk, withdrawal};
use crate::editing::site as plain_site;
use crate::support::Site;

const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";
const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";
const ATTACHED: &str = "content/kommuner/habo/2025/protokoll.txt";
const ADDRESS: &str = "kommuner/habo/2025/protokoll.txt";

/// A published pledge with two attachments.
fn site() -> Site {
    let plain = plain_site();
    let attached = plain.read(FILE).replacen(
        "\n\n[[commitments]]",
        "\n\n[[attachments]]\nfile = \"protokoll.txt\"\ntitle = \"Protokoll\"\n\n[[attachments]]\nfile = \"karta.txt\"\ntitle = \"Karta\"\n\n[[commitments]]",
        1,
    );
    plain
        .write(FILE, &attached)
        .write(ATTACHED, "Protokoll med namn.")
        .write("content/kommuner/habo/2025/karta.txt", "Karta.")
        .build()
}

/// Sends the form that withdraws a file of the pledge.
fn withdraw(desk: &Desk, fields: &[(&str, &str)]) -> crate::client::Answer {
    let version = desk.form(PLEDGE).value("_version").expect("a version").to_owned();
    let mut all = vec![("_version", &*version)];
    all.extend(fields.iter().filter(|(name, _)| *name != "_withdraw"));
    desk.send(&format!("/bilaga/{PLEDGE}"), &all)
}

/// The fields of a withdrawal of the first attachment.
fn of_the_protocol() -> Vec<(&'static str, &'static str)> {
    let mut fields = withdrawal("Bilagan hade personuppgifter.").to_vec();
    fields.push(("_file", ATTACHED));
    fields
}

#[test]
fn an_attachment_is_withdrawn_alone_and_comes_back() {
    let site = site();
    let (document, ledger) = (site.read(FILE), site.read("addresses.toml"));
    let desk = Desk::open(&site);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(page.contains("Dra tillbaka en bilaga"), "{page}");
    assert!(page.contains(&format!("name=\"_file\" value=\"{ATTACHED}\"")), "{page}");
    withdraw(&desk, &of_the_protocol()).is(303);
    let row = format!(
        "\n[[withdrawn]]\naddress = \"{ADDRESS}\"\ndate = 2026-11-01\ndecision = \"KS § 12\"\nreason = \"Bilagan hade personuppgifter.\"\n"
    );
    assert_eq!(site.read("addresses.toml"), format!("{ledger}{row}"));
    assert!(!site.path(ATTACHED).exists());
    assert_eq!(
        site.read(FILE),
        document,
        "the card stays, so that the page can say what became of it"
    );
    let listed = desk.get("/publicera").is(200).body;
    assert!(listed.contains("Borttaget (1)") && listed.contains(ADDRESS), "{listed}");
    // As long as no reader has seen it, it can be undone.
    let gone = desk.get("/borttagna").is(200).body;
    assert!(gone.contains("den 1 november 2026: Bilagan hade personuppgifter."), "{gone}");
    assert!(gone.contains("_restore"), "{gone}");
    let at = format!("/versioner/{ADDRESS}");
    let back = desk.send(&at, &[("_restore", "1")]).is(303);
    assert_eq!(back.header("location"), Some("/borttagna?_gjort=tillbaka"));
    assert_eq!(site.read(ATTACHED), "Protokoll med namn.");
    assert_eq!((site.read(FILE), site.read("addresses.toml")), (document, ledger));
    // Once the site is built it cannot.
    withdraw(&desk, &of_the_protocol()).is(303);
    let told = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
    assert!(told.contains("Webbplatsen är byggd"), "{told}");
    assert!(!site.path(&format!("public/{ADDRESS}")).exists());
    let notice = site.read(&format!("public/{ADDRESS}.html"));
    let way = "<dt>Hörde till</dt><dd><a href=\"medborgarlofte.html\">Medborgarlöfte 2025</a></dd>";
    assert!(notice.contains("KS § 12") && notice.contains(way), "{notice}");
    assert!(site.read(&format!("public/{PLEDGE}")).contains("KS § 12"));
    assert!(site.path("public/kommuner/habo/2025/karta.txt").exists());
    assert!(!desk.get("/borttagna").is(200).body.contains("_restore"));
    desk.send(&at, &[("_restore", "1")]).is(409);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(!page.contains(&format!("value=\"{ATTACHED}\"")), "{page}");
    drop(desk);
    let checked = site.run(&["check"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
}

#[test]
fn what_is_missing_or_in_the_way_is_told_and_nothing_is_withdrawn() {
    let site = site();
    let linked = site.read(FILE).replace("## Text\n", "## Text\n\nSe [kartan](karta.txt).\n");
    let site = site.write(FILE, linked).build();
    let (document, ledger) = (site.read(FILE), site.read("addresses.toml"));
    let desk = Desk::open(&site);
    // What was typed stays.
    let lacking = [("_file", ATTACHED), ("_date", "2026"), ("_reason", "Personuppgifter.")];
    let page = withdraw(&desk, &lacking).is(422).body;
    assert!(
        page.contains("<details open><summary id=\"dra-fil\">Dra tillbaka en bilaga"),
        "{page}"
    );
    assert!(
        page.contains("value=\"2026\"") && page.contains("value=\"Personuppgifter.\""),
        "{page}"
    );
    assert!(page.contains(&format!("value=\"{ATTACHED}\" checked")), "{page}");
    let mut fields = withdrawal("Skäl.").to_vec();
    withdraw(&desk, &fields).is(422);
    for other in ["content/kommuner/habo/2025/finns-inte.txt", FILE, "site.toml", "../utanför"] {
        let mut fields = fields.clone();
        fields.push(("_file", other));
        withdraw(&desk, &fields).is(422);
    }
    fields.push(("_file", "content/kommuner/habo/2025/karta.txt"));
    let page = withdraw(&desk, &fields).is(422).body;
    assert!(
        page.contains("Löptexten länkar till filen") && page.contains("Medborgarlöfte 2025"),
        "{page}"
    );
    assert_eq!((site.read(FILE), site.read("addresses.toml")), (document, ledger));
    assert!(site.path(ATTACHED).exists());
    // The page was opened before the document was changed.
    let version = desk.form(PLEDGE).value("_version").expect("a version").to_owned();
    desk.change(PLEDGE, &[("summary", "Ändrad.")]).is(303);
    let mut fields = of_the_protocol();
    fields.push(("_version", &version));
    desk.send(&format!("/bilaga/{PLEDGE}"), &fields).is(409);
    assert!(site.path(ATTACHED).exists());
}

#[test]
fn an_attachment_whose_card_was_removed_is_offered_until_it_is_back_or_withdrawn() {
    let site = site();
    let desk = Desk::open(&site);
    desk.change(PLEDGE, &[("attachments.0._remove", "1")]).is(303);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(page.contains("är publicerad, men inget dokument nämner den längre"), "{page}");
    // Also in the line above the form, which otherwise says that the document is published as it is.
    let line = "<a href=\"#dra-fil\">En publicerad fil är borttagen ur dokumentet";
    assert!(page.contains(line), "{page}");
    let stopped = desk.get("/publicera").is(200).body;
    assert!(stopped.contains("dra tillbaka bilagan"), "{stopped}");
    let answer = withdraw(&desk, &of_the_protocol()).is(303);
    let page = desk.get(answer.header("location").expect("a page")).is(200).body;
    assert!(page.contains("role=\"status\">Draget tillbaka. Tills webbplatsen byggs"), "{page}");
    assert!(!desk.get(&format!("/dokument/{PLEDGE}")).is(200).body.contains(line));
    let told = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
    assert!(told.contains("Webbplatsen är byggd"), "{told}");
    assert!(site.read(&format!("public/{ADDRESS}.html")).contains("KS § 12"));
    // Nothing is in the way of a draft's attachments, or of one that was never published.
    desk.upload(PLEDGE, "ny.txt", b"Ny.", &[("title", "Ny")]).is(303);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(!page.contains("2025/ny.txt\""), "{page}");
}

#[test]
fn a_withdrawal_that_was_cut_off_is_finished() {
    let site = site();
    let ledger = site.read("addresses.toml");
    let row = format!(
        "\n[[withdrawn]]\naddress = \"{ADDRESS}\"\ndate = 2026-11-01\ndecision = \"KS § 12\"\nreason = \"Skäl.\"\n"
    );
    let site = site.write("addresses.toml", format!("{ledger}{row}"));
    let desk = Desk::open(&site);
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(page.contains("Slutför tillbakadragandet"), "{page}");
    withdraw(&desk, &[("_file", ATTACHED)]).is(303);
    assert!(!site.path(ATTACHED).exists());
    assert_eq!(site.read("addresses.toml"), format!("{ledger}{row}"));
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    assert!(site.read(&format!("public/{ADDRESS}.html")).contains("KS § 12"));
}

#[test]
fn whoever_withdraws_from_a_packed_year_is_told_what_the_package_keeps() {
    let settings = "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0241\"\ncontact = \"arkiv@habo.example\"\n";
    let site = site().write("site.toml", settings);
    let desk = Desk::open(&site);
    let page = |desk: &Desk| desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    let told = "ligger kvar i årspaketet 2025";
    assert!(!page(&desk).contains(told));
    desk.send("/arspaket", &[("_year", "2025")]).is(200);
    assert!(desk.get("/arspaket").is(200).body.contains("Gjort den"), "the record is known by now");
    let now = page(&desk);
    // Once for the document, and once for its attachments.
    assert_eq!(now.matches(told).count(), 2, "{now}");
    assert!(now.contains("arkivarien"), "{now}");
    drop(desk);
    let record = site.read("seals/2025.toml").replacen(
        "year = 2025\n",
        "year = 2025\nreceived = 2026-11-10\n",
        1,
    );
    let site = site.write("seals/2025.toml", record);
    let desk = Desk::open(&site);
    assert!(
        page(&desk).contains("mottaget av kommunarkivet den 10 november 2026"),
        "{}",
        page(&desk)
    );
    // The decision says what became of it, also for the package.
    desk.change(PLEDGE, &withdrawal("Personuppgifter.")).is(303);
    let listed = desk.get("/publicera").is(200).body;
    assert!(listed.contains("ligger kvar i årspaketet 2025"), "{listed}");
    let gone = desk.get("/borttagna").is(200).body;
    assert!(gone.contains("ligger kvar i årspaketet 2025"), "{gone}");
}

#[test]
fn an_image_is_withdrawn_as_an_attachment_is() {
    let plain = plain_site();
    let shown = plain.read(FILE).replacen(
        "\n\n[[commitments]]",
        "\n\n[[images]]\nfile = \"torget.svg\"\nalt = \"Torget\"\n\n[[commitments]]",
        1,
    );
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
    let site =
        plain.write(FILE, &shown).write("content/kommuner/habo/2025/torget.svg", drawing).build();
    let desk = Desk::open(&site);
    // The only one is chosen already.
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(page.contains("value=\"content/kommuner/habo/2025/torget.svg\" checked"), "{page}");
    let mut fields = withdrawal("Visar enskilda.").to_vec();
    fields.push(("_file", "content/kommuner/habo/2025/torget.svg"));
    withdraw(&desk, &fields).is(303);
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    assert!(!site.path("public/kommuner/habo/2025/torget.svg").exists());
    assert!(site.read(&format!("public/{PLEDGE}")).contains("Bild i källan, saknas i arkivet"));
    let notice = site.read("public/kommuner/habo/2025/torget.svg.html");
    assert!(notice.contains("<dt>Hörde till</dt>") && notice.contains("KS § 12"), "{notice}");
}
