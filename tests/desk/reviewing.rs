//! What is done with a document besides writing it: review copies and approvals, moving, yearly
//! packages, suggestions from its text, and what its earlier versions hold.

use crate::client::Desk;
use crate::editing::site;

const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";
const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";

/// Sends a form of a document's page with its version.
fn send(desk: &Desk, target: &str, fields: &[(&str, &str)]) -> crate::client::Answer {
    let form = desk.form(target.split_once('/').expect("a page").1.split_once('/').expect("it").1);
    let version = form.value("_version").expect("a version").to_owned();
    let mut all = vec![("_version", &*version)];
    all.extend_from_slice(fields);
    desk.send(target, &all)
}

#[test]
fn a_review_copy_is_a_marked_pdf_and_an_approval_is_of_one_text() {
    let site = site();
    let desk = Desk::open(&site);
    let target = format!("/granskning/{PLEDGE}");
    let copy = send(&desk, &target, &[("_copy", "1")]).is(200);
    assert_eq!(copy.header("content-type"), Some("application/pdf"));
    let name = copy.header("content-disposition").expect("a name");
    assert!(name.contains("utkast-kommuner-habo-2025-medborgarlofte.pdf"), "{name}");
    assert!(copy.body.starts_with("%PDF-"), "{}", copy.head);
    send(&desk, &target, &[("_approve", "1"), ("_by", ""), ("_on", "")]).is(422);
    let by = [("_approve", "1"), ("_by", "Polisen, Per Ek"), ("_on", "20 november 2026")];
    let noted = send(&desk, &target, &by).is(303);
    let to = noted.header("location").expect("an address").to_owned();
    assert!(desk.get(&to).is(200).body.contains("Godkännandet är antecknat."), "{to}");
    let page = |desk: &Desk| desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    let told = page(&desk);
    assert!(
        told.contains(
            "Senaste granskningskopian gjordes den 22 november 2026. Dokumentet är detsamma nu."
        ),
        "{told}"
    );
    assert!(
        told.contains("Godkänt av Polisen, Per Ek, den 20 november 2026. Dokumentet är detsamma nu som när det antecknades."),
        "{told}"
    );
    // That it becomes a draft again changes nothing of what it says; another word does.
    desk.change(PLEDGE, &[("draft", "true")]).is(303);
    assert!(
        page(&desk)
            .contains("den 20 november 2026. Dokumentet är detsamma nu som när det antecknades.")
    );
    desk.change(PLEDGE, &[("title", "Ett annat löfte")]).is(303);
    assert!(
        page(&desk).contains("den 20 november 2026. Dokumentet har ändrats sedan det antecknades.")
    );
}

#[test]
fn a_document_is_moved_and_what_refers_to_it_is_mended() {
    let site = site().build();
    let desk = Desk::open(&site);
    let agreement = "kommuner/habo/2024/overenskommelse.html";
    let target = format!("/flytta/{agreement}");
    let form = [("_home", "kommuner/habo"), ("_year", "2023"), ("_name", "Vår överenskommelse")];
    let answer = send(&desk, &target, &form).is(303);
    let new = "/dokument/kommuner/habo/2023/var-overenskommelse.html";
    assert_eq!(answer.header("location"), Some(new));
    assert!(site.read(FILE).contains("agreement = \"../2023/var-overenskommelse.md\""));
    let text = site.read("content/kommuner/habo/2023/var-overenskommelse.md");
    assert!(text.contains("aliases = [\"kommuner/habo/2024/overenskommelse.html\"]"), "{text}");
    desk.get(new).is(200);
    let target = format!("/flytta/{PLEDGE}");
    for form in [
        [("_home", "kommuner/habo"), ("_year", "2025"), ("_name", "***")],
        [("_home", "../utanför"), ("_year", "2025"), ("_name", "a")],
        [("_home", "kommuner/habo"), ("_year", "i år"), ("_name", "a")],
        [("_home", "kommuner/habo"), ("_year", "2023"), ("_name", "var-overenskommelse")],
    ] {
        let page = send(&desk, &target, &form).is(422).body;
        assert!(page.contains("role=\"alert\""), "{form:?}");
    }
    assert!(site.path(FILE).exists());
}

#[test]
fn suggestions_are_taken_one_by_one_and_never_by_themselves() {
    let site = site().write(
        "content/kommuner/habo/2026/medborgarlofte.md",
        "+++\nkind = \"pledge\"\ntitle = \"Utkast\"\nperiod = 2026\ndraft = true\nattachments = [{ file = \"l.docx\", title = \"Löftet\", original = true }]\n+++\n\n# Medborgarlöfte Håbo 2026\n\nHåbo den 3 februari 2026\n\nAnna Berg, kommunstyrelsens ordförande\n",
    );
    let desk = Desk::open(&site);
    let address = "kommuner/habo/2026/medborgarlofte.html";
    let page = desk.get(&format!("/dokument/{address}")).is(200).body;
    assert!(page.contains("Förslag ur texten") && page.contains("3 februari 2026"), "{page}");
    let before = site.read("content/kommuner/habo/2026/medborgarlofte.md");
    let fields = desk.form(address).sent();
    desk.post(&format!("/dokument/{address}"), &fields).is(303);
    assert_eq!(site.read("content/kommuner/habo/2026/medborgarlofte.md"), before);
    desk.change(address, &[("_take", "signed=2026-02-03")]).is(303);
    let who =
        "signatories.10000.name=Anna+Berg&signatories.10000.role=kommunstyrelsens+ordf%C3%B6rande";
    desk.change(address, &[("_take", who)]).is(303);
    let text = site.read("content/kommuner/habo/2026/medborgarlofte.md");
    assert!(text.contains("signed = 2026-02-03\n"), "{text}");
    assert!(
        text.contains(
            "[[signatories]]\nname = \"Anna Berg\"\nrole = \"kommunstyrelsens ordförande\"\n"
        ),
        "{text}"
    );
    let page = desk.get(&format!("/dokument/{address}")).is(200).body;
    assert!(!page.contains("signed=2026-02-03") && !page.contains("Anna+Berg"), "{page}");
}

#[test]
fn a_text_that_the_editor_wrote_gets_no_suggestions() {
    let text = "# Medborgarlöfte Håbo 2026\n\nHåbo den 3 februari 2026\n\nAnna Berg, kommunstyrelsens ordförande\n";
    let own = "+++\nkind = \"pledge\"\ntitle = \"Utkast\"\nperiod = 2026\ndraft = true\n+++\n\n";
    let site = site().write("content/kommuner/habo/2026/medborgarlofte.md", format!("{own}{text}"));
    let desk = Desk::open(&site);
    let at = "/dokument/kommuner/habo/2026/medborgarlofte.html";
    assert!(!desk.get(at).is(200).body.contains("Förslag ur texten"));
    // A web page is no original, so that the draft does not tell what it was made from.
    let page = desk.get(&format!("{at}?_ur=fil")).is(200).body;
    assert!(page.contains("Förslag ur texten") && page.contains("name=\"_ur\""), "{page}");
}

#[test]
fn a_personal_number_does_not_live_on_in_an_earlier_version() {
    let site = site();
    let desk = Desk::open(&site);
    desk.change(PLEDGE, &[("body", "Ring 121212-1212.\n")]).is(303);
    desk.change(PLEDGE, &[("body", "Ring oss.\n")]).is(303);
    let listed = desk.get("/personnummer").is(200).body;
    assert!(
        listed.contains("medborgarlofte.html, version 2") && !listed.contains("1212"),
        "{listed}"
    );
    desk.send("/personnummer", &[("_path", FILE), ("_purge", "2"), ("_reason", "")]).is(303);
    assert!(
        site.path(&format!(".loftesarkiv/versions/{FILE}/0002")).exists(),
        "a reason is needed"
    );
    let gone = [("_path", FILE), ("_purge", "2"), ("_reason", "Personnummer")];
    desk.send("/personnummer", &gone).is(303);
    assert!(!site.path(&format!(".loftesarkiv/versions/{FILE}/0002")).exists());
    assert!(desk.get("/personnummer").is(200).body.contains("Inga personnummer hittades"));
    desk.send("/personnummer", &[("_path", "../../etc"), ("_purge", "1"), ("_reason", "x")])
        .is(303);
}

#[test]
fn years_without_a_package_are_listed_and_packed() {
    let without = site();
    let desk = Desk::open(&without);
    let told = desk.send("/arspaket", &[("_year", "2024")]).is(422).body;
    assert!(told.contains("vem som är arkivbildare"), "{told}");
    drop(desk);
    let wrong = without.write(
        "site.toml",
        "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0242\"\ncontact = \"arkiv@habo.example\"\n",
    );
    let desk = Desk::open(&wrong);
    let told = desk.send("/arspaket", &[("_year", "2024")]).is(422).body;
    assert!(told.contains("Rätta först det som är fel under Inställningar"), "{told}");
    drop(desk);
    let site = wrong.write(
        "site.toml",
        "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0241\"\ncontact = \"arkiv@habo.example\"\n",
    );
    let desk = Desk::open(&site);
    let page = desk.get("/arspaket").is(200).body;
    assert!(page.contains("Gör årspaketet 2024") && !page.contains("Hör till inget år"), "{page}");
    let told = desk.send("/arspaket", &[("_year", "2024")]).is(200).body;
    assert!(told.contains("Årspaketet 2024 är gjort: 1 dokument"), "{told}");
    assert!(told.contains("slutar på sha256") && told.contains("LASMIG"), "{told}");
    assert!(site.path("seals/2024.toml").exists());
    desk.send("/arspaket", &[("_year", "2024")]).is(422);
    drop(desk);
    let told = site.run(&["status", "--format", "json"]).succeeds().stdout;
    assert!(
        told.contains("\"kind\":\"year-not-sealed\"") && told.contains("\"title\":\"2025\""),
        "{told}"
    );
    assert!(!told.contains("\"title\":\"2024\""), "{told}");
}

#[test]
fn a_document_of_no_year_is_told_on_the_start_and_with_the_packages() {
    let undated = "+++\nkind = \"pledge\"\ntitle = \"Odaterat\"\nperiod = \"unknown\"\n+++\n";
    let site = site().write("content/kommuner/habo/odaterat.md", undated);
    let settings = format!(
        "{}\n[archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0241\"\ncontact = \"a@habo.example\"\n",
        site.read("site.toml")
    );
    let desk = Desk::open(&site);
    let start = desk.get("/").is(200).body;
    assert!(!start.contains("Hör till inget års årspaket"), "no packages are made: {start}");
    drop(desk);
    let site = site.write("site.toml", settings);
    let desk = Desk::open(&site);
    let start = desk.get("/").is(200).body;
    assert!(start.contains("Hör till inget års årspaket (1)"), "{start}");
    let packages = desk.get("/arspaket").is(200).body;
    for words in ["Hör till inget år</h2>", "/dokument/kommuner/habo/odaterat.html\">Odaterat</a>"]
    {
        assert!(packages.contains(words), "no {words:?} in {packages}");
    }
}

#[test]
fn what_could_not_be_written_stands_in_the_form() {
    let site = site();
    // Where the version before is to be kept there is something else.
    let site = site.write(".loftesarkiv/versions/content", "en fil");
    let desk = Desk::open(&site);
    let before = site.read(FILE);
    let page = desk.change(PLEDGE, &[("title", "Min nya rubrik")]).is(507).body;
    assert!(
        page.contains("Inget sparades.") && page.contains("value=\"Min nya rubrik\""),
        "{page}"
    );
    assert_eq!(site.read(FILE), before);
    let site = site.remove(".loftesarkiv/versions/content");
    let form = crate::form::Form::of(&page);
    desk.post(&format!("/dokument/{PLEDGE}"), &form.sent()).is(303);
    assert!(site.read(FILE).contains("title = \"Min nya rubrik\""));
}

#[test]
fn the_built_site_is_sent_to_its_host_and_the_page_says_what_happened() {
    let host = crate::support::Site::empty();
    let folder = crate::support::whole_path(&host.path("")).replace('\\', "/");
    let settings = format!(
        "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[publish]\nto = \"{folder}\"\n"
    );
    let site = site().write("site.toml", settings);
    let desk = Desk::open(&site);
    assert!(!desk.get("/publicera").is(200).body.contains("Skicka till"), "nothing is built yet");
    let built = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
    assert!(built.contains("Skicka till "), "{built}");
    desk.send("/publicera", &[("_send", "0")]).is(303);
    let mut told = String::new();
    for _ in 0..600 {
        told = desk.get("/publicera").is(200).body;
        if !told.contains("data-sending") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(told.contains("Publicerat i "), "{told}");
    assert_eq!(host.read("index.html"), site.read("public/index.html"));
    desk.send("/publicera", &[("_send", "7")]).is(303);
}

#[test]
fn a_title_that_is_taken_from_the_text_does_not_stand_in_it_as_well() {
    let file = "content/kommuner/habo/2026/medborgarlofte.md";
    let site = site().write(
        file,
        "+++\nkind = \"pledge\"\ntitle = \"Utkast\"\nperiod = 2026\ndraft = true\nattachments = [{ file = \"l.docx\", title = \"Löftet\", original = true }]\n+++\n\n## Medborgarlöfte Håbo 2026\n\n### Mål\n\nLjus.\n",
    );
    let desk = Desk::open(&site);
    let address = "kommuner/habo/2026/medborgarlofte.html";
    let mut fields = desk.form(address).sent();
    fields.push(("_take".to_owned(), "title=Medborgarl%C3%B6fte+H%C3%A5bo+2026".to_owned()));
    desk.post(&format!("/dokument/{address}"), &fields).is(303);
    let text = site.read(file);
    assert!(text.contains("title = \"Medborgarlöfte Håbo 2026\"\n"), "{text}");
    assert!(text.ends_with("+++\n\n## Mål\n\nLjus.\n"), "{text}");
    // What is left has no title.
    let page = desk.get(&format!("/dokument/{address}")).is(200).body;
    assert!(!page.contains("Ta förslaget: Mål"), "{page}");
}

/// The next heading may name another kind of document, and the year was in the title.
#[test]
fn after_a_title_is_taken_the_other_suggestions_are_those_that_were_there() {
    let site = site().write(
        "content/kommuner/habo/2026/medborgarlofte.md",
        "+++\nkind = \"pledge\"\ntitle = \"Utkast\"\ndraft = true\nattachments = [{ file = \"l.docx\", title = \"Löftet\", original = true }]\n+++\n\n## Medborgarlöfte 2026 för Håbo kommun\n\n## Lägesbild\n\nMånga är ute.\n",
    );
    let desk = Desk::open(&site);
    let address = "kommuner/habo/2026/medborgarlofte.html";
    let page = || desk.get(&format!("/dokument/{address}")).is(200).body;
    assert!(page().contains("Rubrik: Medborgarlöfte 2026") && page().contains("Gäller: 2026"));
    let mut fields = desk.form(address).sent();
    let title = "title=Medborgarl%C3%B6fte+2026+f%C3%B6r+H%C3%A5bo+kommun";
    fields.push(("_take".to_owned(), title.to_owned()));
    desk.post(&format!("/dokument/{address}"), &fields).is(303);
    assert!(!page().contains("Rubrik: "), "{}", page());
    assert!(page().contains("Gäller: 2026"), "{}", page());
}

#[test]
fn an_approval_is_not_of_a_day_to_come_and_a_refused_one_keeps_what_was_typed() {
    let site = site();
    let desk = Desk::open(&site);
    let target = format!("/granskning/{PLEDGE}");
    for (day, words) in [("2027-05-01", "Dagen har inte varit än."), ("i dag", "en hel dag.")] {
        let by = [("_approve", "1"), ("_by", "Polisen, Per Ek"), ("_on", day)];
        let page = send(&desk, &target, &by).is(422).body;
        assert!(page.contains(words), "{page}");
        assert!(page.contains("value=\"Polisen, Per Ek\""), "{page}");
        assert!(page.contains(&format!("value=\"{day}\"")), "{page}");
    }
    let page = desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    assert!(!page.contains("Godkänt av Polisen"), "{page}");
}

#[test]
fn a_text_that_changed_after_its_approval_says_so_until_another_is_noted() {
    let site = site();
    let desk = Desk::open(&site);
    let (of_form, of_list) =
        ("Ändrat sedan godkännandet antecknades", "Ändrat sedan godkännandet<");
    let form = || desk.get(&format!("/dokument/{PLEDGE}")).is(200).body;
    let list = || desk.get("/").is(200).body;
    let lacks = |why: &str| {
        assert!(!form().contains(of_form), "{why}: {}", form());
        assert!(!list().contains(of_list), "{why}: {}", list());
    };
    lacks("nothing is approved");
    let target = format!("/granskning/{PLEDGE}");
    send(&desk, &target, &[("_approve", "1"), ("_by", "Polisen"), ("_on", "")]).is(303);
    lacks("approved as it is");
    desk.change(PLEDGE, &[("commitments.0.text", "Mer ljus.")]).is(303);
    for published in [false, true] {
        if published {
            desk.send("/publicera", &[("_confirm", "1")]).is(200);
        }
        assert!(form().contains(&format!("<a href=\"#granskning\">{of_form}</a>")), "{}", form());
        assert!(list().contains(of_list), "{}", list());
    }
    send(&desk, &target, &[("_approve", "1"), ("_by", "Polisen"), ("_on", "")]).is(303);
    lacks("approved anew");
}
