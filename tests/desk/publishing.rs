//! The page for publishing: what it lists, what it says stops a build, and what it asks before a site
//! is sent.

use crate::client::{Desk, withdrawal};
use crate::editing::site;
use crate::support::{Site, whole_path};

const PLEDGE: &str = "kommuner/habo/2025/medborgarlofte.html";
const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";
const DRAFT: &str = "content/kommuner/habo/2026/medborgarlofte.md";

/// Waits until nothing is being sent, and returns the page.
fn after_sending(desk: &Desk) -> String {
    for _ in 0..1200 {
        let page = desk.get("/publicera").is(200).body;
        if !page.contains("data-sending") {
            return page;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the site is still being sent")
}

#[test]
fn an_error_that_a_draft_makes_stops_nothing_but_a_reference_to_one_does() {
    let draft = "+++\nkind = \"pledge\"\ntitle = \"Utkastet\"\nperiod = 2026\ndraft = true\n+++\n";
    let taken = "period = 2025\naliases = [\"kommuner/habo/2026/medborgarlofte.html\"]\n";
    let site = site().write(DRAFT, draft).change(FILE, "period = 2025\n", taken);
    let desk = Desk::open(&site);
    let stops = "Tills dess publiceras ingenting";
    assert!(desk.get("/").is(200).body.contains("Fel att rätta"), "it is still to be mended");
    assert!(!desk.get("/publicera").is(200).body.contains(stops));
    assert!(desk.send("/publicera", &[("_confirm", "1")]).is(200).body.contains("är byggd"));
    let whole =
        "+++\nkind = \"agreement\"\ntitle = \"Utkastet\"\nperiod = 2026\ndraft = true\n+++\n";
    let site = crate::editing::site()
        .write("content/kommuner/habo/2026/overenskommelse.md", whole)
        .change(FILE, "../2024/overenskommelse.md", "../2026/overenskommelse.md");
    let desk = Desk::open(&site);
    assert!(!desk.get("/").is(200).body.contains("Fel att rätta"), "with the draft it is right");
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains(stops) && page.contains(&format!("/dokument/{PLEDGE}")), "{page}");
    assert!(
        desk.send("/publicera", &[("_confirm", "1")]).is(200).body.contains("Inget publicerades")
    );
}

#[test]
fn what_was_renamed_or_withdrawn_is_listed_by_its_title_and_the_folder_is_named() {
    let site = site();
    let desk = Desk::open(&site);
    assert!(desk.get("/publicera").is(200).body.contains("<h2>Nytt (3)</h2>"));
    let told = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
    let folder = whole_path(&site.path("public"));
    assert!(told.contains(&folder) && told.contains("På webben syns den först när"), "{told}");
    assert!(told.contains("filer är nya eller ändrade.") && !told.contains(", 0 är"), "{told}");
    let mut fields = desk.form("kommuner/habo/2024/overenskommelse.html").hidden();
    for (name, value) in
        [("_home", "kommuner/habo"), ("_year", "2024"), ("_name", "Nytt namn"), ("_move", "1")]
    {
        fields.push((name.to_owned(), value.to_owned()));
    }
    desk.post("/flytta/kommuner/habo/2024/overenskommelse.html", &fields).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert!(
        page.contains("<li>Överenskommelse 2024 (överenskommelse, 2024–2027), ny adress</li>"),
        "{page}"
    );
    assert!(!page.contains("Nytt ("), "{page}");
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    let fields = withdrawal("Personuppgifter.");
    desk.change(PLEDGE, &fields).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("<h2>Borttaget (1)</h2>"), "{page}");
    assert!(page.contains("<li>Medborgarlöfte 2025 – Håbo</li>"), "{page}");
    let place = |site: &Site| site.read("public/kommuner/habo/index.html");
    assert!(!place(&site).contains("Borttaget efter beslut"));
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    // Its place's page says that there was one.
    let trace = "<a class=\"address\" href=\"2025/medborgarlofte.html\">2025/medborgarlofte.html</a>, <time datetime=\"2026-11-01\"";
    let listed = place(&site);
    assert!(listed.contains("Borttaget efter beslut") && listed.contains(trace), "{listed}");
    // Once its page says so it is no news.
    let site = site.write("content/sida.md", "+++\nkind = \"page\"\ntitle = \"Sidan\"\n+++\n");
    drop(desk);
    let desk = Desk::open(&site);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("<li>Sidan (sida)</li>") && !page.contains("Borttaget"), "{page}");
}

#[test]
fn approvals_and_warnings_are_told_and_stop_nothing() {
    let site = site().change(FILE, "## Text\n", "## Text\n\nRing 070-174 06 05.\n");
    let desk = Desk::open(&site);
    let never = "Inget godkännande är antecknat";
    let since = "har ändrats sedan godkännandet antecknades";
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Varningar, som inte hindrar (1)"), "{page}");
    let without = |page: &str| page.split(never).nth(1).map(|rest| rest.matches("<li>").count());
    // The agreement and the pledge, and then the warning's.
    assert_eq!(without(&page), Some(3), "{page}");
    let approve = |desk: &Desk| {
        let version = desk.form(PLEDGE).value("_version").expect("a version").to_owned();
        let fields =
            [("_version", &*version), ("_approve", "1"), ("_by", "Polisen"), ("_on", "2026-11-20")];
        desk.send(&format!("/granskning/{PLEDGE}"), &fields).is(303);
    };
    approve(&desk);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains(never) && !page.contains(since), "{page}");
    assert!(!page.contains(&format!("{PLEDGE}#granskning")), "{page}");
    desk.change(PLEDGE, &[("title", "Ett annat löfte")]).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains(since) && page.contains(&format!("{PLEDGE}#granskning")), "{page}");
    approve(&desk);
    assert!(!desk.get("/publicera").is(200).body.contains(since));
    assert!(desk.send("/publicera", &[("_confirm", "1")]).is(200).body.contains("är byggd"));
}

#[test]
fn another_site_is_asked_about_before_it_is_replaced_and_what_was_not_sent_is_told() {
    let host = Site::empty();
    let folder = whole_path(&host.path("")).replace('\\', "/");
    let settings = |title: &str| format!("title = \"{title}\"\n\n[publish]\nto = \"{folder}\"\n");
    let neighbour = site().write("site.toml", settings("Grannens arkiv"));
    neighbour.run(&["build"]).succeeds();
    neighbour.run(&["publish"]).succeeds();
    let theirs = host.read("index.html");
    let site = site().write("site.toml", settings("Arkivet"));
    let desk = Desk::open(&site);
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    desk.send("/publicera", &[("_send", "0")]).is(303);
    let page = after_sending(&desk);
    assert!(page.contains("”Grannens arkiv”") && page.contains("name=\"_yes\""), "{page}");
    assert_eq!(host.read("index.html"), theirs);
    desk.send("/publicera", &[("_send", "0"), ("_yes", "true")]).is(303);
    let page = after_sending(&desk);
    assert!(page.contains(" kl. ") && page.contains("Publicerat i "), "{page}");
    assert!(!page.contains("byggts om sedan dess"), "{page}");
    assert_eq!(host.read("index.html"), site.read("public/index.html"));
    desk.change(PLEDGE, &[("title", "Ett annat löfte")]).is(303);
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("byggts om sedan dess, och det nya är inte skickat"), "{page}");
}

#[test]
fn the_settings_begin_with_the_name_of_the_site() {
    let site = site();
    let desk = Desk::open(&site);
    let page = desk.get("/dokument/site.toml").is(200).body;
    let at = |name: &str| {
        page.find(&format!("name=\"{name}")).unwrap_or_else(|| panic!("no {name} in {page}"))
    };
    assert!(at("title") < at("subjects") && at("title") < at("accept"), "{page}");
    assert!(page.contains("CC0") && !page.contains("cC0"), "{page}");
}

#[test]
fn a_year_that_is_not_over_gets_no_package() {
    let settings = "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0241\"\ncontact = \"arkiv@habo.example\"\n";
    let now = "+++\nkind = \"pledge\"\ntitle = \"Årets löfte\"\nperiod = 2026\n+++\n";
    let site = site().write("site.toml", settings).write(DRAFT, now);
    let desk = Desk::open(&site);
    let page = desk.get("/arspaket").is(200).body;
    assert!(page.contains("Året är inte slut"), "{page}");
    assert!(!page.contains("value=\"2026\"") && page.contains("value=\"2025\""), "{page}");
    let told = desk.send("/arspaket", &[("_year", "2025")]).is(200).body;
    assert!(told.contains("Gjort") && !told.contains("value=\"2025\""), "{told}");
}

#[test]
fn what_is_corrected_in_a_packed_year_gets_a_supplement() {
    let settings = "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0241\"\ncontact = \"arkiv@habo.example\"\n";
    let site = crate::editing::site().write("site.toml", settings);
    let desk = Desk::open(&site);
    desk.send("/arspaket", &[("_year", "2025")]).is(200);
    assert!(!desk.get("/arspaket").is(200).body.contains("_supplement"));
    let pledge = "kommuner/habo/2025/medborgarlofte.html";
    desk.change(pledge, &[("commitments.0.text", "Mer ljus.")]).is(303);
    // What no correction explains is in no supplement, and the pages say so.
    let unexplained = "Ändrat utan rättelse</h2>";
    let page = desk.get("/arspaket").is(200).body;
    assert!(!page.contains("_supplement") && page.contains(unexplained), "{page}");
    assert!(page.contains(&format!("/dokument/{pledge}?_add=corrections#f-corrections")), "{page}");
    let correction =
        [("corrections.0.date", "2026-11-22"), ("corrections.0.text", "Texten var fel.")];
    desk.change(pledge, &correction).is(303);
    let page = desk.get("/arspaket").is(200).body;
    assert!(page.contains("1 dokument är nytt eller rättat sedan dess."), "{page}");
    assert!(!page.contains(unexplained), "{page}");
    let told = desk.send("/arspaket", &[("_year", "2025"), ("_supplement", "1")]).is(200).body;
    assert!(told.contains("Tillägget till årspaketet 2025 är gjort: 1 dokument"), "{told}");
    assert!(site.path("seals/2025-2.toml").exists());
    let page = desk.get("/arspaket").is(200).body;
    assert!(page.contains("tillägg den") && !page.contains("_supplement"), "{page}");
    desk.send("/arspaket", &[("_year", "2024"), ("_supplement", "1")]).is(422);
}

/// What another program saved just before the button was pressed is published, and what it took away is
/// not sent to the place that was named until then.
#[test]
fn what_was_saved_a_moment_ago_is_published() {
    let site = site();
    let desk = Desk::open(&site);
    for n in 0..8 {
        let title = format!("title = \"Webbplats {n}\"");
        let settings = std::fs::read_to_string(site.path("site.toml")).expect("settings");
        let (before, rest) = settings.split_once("title = ").expect("a title");
        let after = rest.split_once('\n').expect("more").1;
        std::fs::write(site.path("site.toml"), format!("{before}{title}\n{after}")).expect("saved");
        let told = desk.send("/publicera", &[("_confirm", "1")]).is(200).body;
        assert!(told.contains("är byggd"), "{n}: {told}");
        let built = std::fs::read_to_string(site.path("public/index.html")).expect("a start page");
        assert!(built.contains(&format!("Webbplats {n}")), "{n}");
    }
    let hosts = crate::editing::site();
    for n in 0..4 {
        let to = hosts.path(&format!("host{n}"));
        std::fs::create_dir(&to).expect("a folder");
        let settings = std::fs::read_to_string(site.path("site.toml")).expect("settings");
        let settings = settings.split("[publish]").next().expect("the rest").to_owned();
        let target = to.canonicalize().expect("a folder").display().to_string();
        std::fs::write(site.path("site.toml"), format!("{settings}[publish]\nto = '{target}'\n"))
            .expect("saved");
        desk.send("/publicera", &[("_send", "0")]).is(303);
        let page = after_sending(&desk);
        assert!(page.contains(&format!("Publicerat i {target}")), "{n}: {page}");
    }
}

#[test]
fn what_has_changed_is_told_by_what_it_says_and_not_by_when_it_was_written() {
    let site = site();
    let desk = Desk::open(&site);
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    let none = "Inget dokument har ändrats sedan webbplatsen byggdes.";
    assert!(desk.get("/publicera").is(200).body.contains(none));
    // The same bytes, written later, as a copy of the folder has them.
    let pledge = "content/kommuner/habo/2025/medborgarlofte.md";
    let mut site = site;
    for path in [pledge, "content/kommuner/habo/index.md", "site.toml", "addresses.toml"] {
        let bytes = site.read(path);
        site = site.write(path, bytes);
    }
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains(none), "{page}");
    // What was changed and changed back says what it said.
    desk.change(PLEDGE, &[("title", "En annan rubrik")]).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Ändrat (1)") && page.contains("En annan rubrik"), "{page}");
    desk.change(PLEDGE, &[("title", "Medborgarlöfte 2025")]).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains(none), "{page}");
    // Where nothing is remembered of the build, the time has to do.
    let site = site.remove(".loftesarkiv/sources");
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Ändrat ("), "{page}");
    // A trial elsewhere is no build of the site.
    site.run(&["build"]).ends(0, &[]);
    desk.change(PLEDGE, &[("title", "En tredje rubrik")]).is(303);
    site.run(&["build", "--output", "prov"]).ends(0, &[]);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Ändrat (1)") && page.contains("En tredje rubrik"), "{page}");
}

#[test]
fn whoever_changes_what_readers_have_seen_is_asked_whether_to_tell_of_it() {
    let follow_up = "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2025-11-01\nassessed_by = \"Håbo kommun\"\nfollows_up = \"medborgarlofte.md\"\n\n[[outcomes]]\ncommitment = \"ljus\"\nstatus = \"kept\"\n+++\n";
    let site = site().write("content/kommuner/habo/2025/uppfoljning.md", follow_up);
    let desk = Desk::open(&site);
    let at = "kommuner/habo/2025/uppfoljning.html";
    let asked = "Ska sidan berätta om det?";
    // Nobody has read it yet.
    desk.change(at, &[("outcomes.0.status", "partly-kept")]).is(303);
    assert!(!desk.get("/publicera").is(200).body.contains(asked));
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    desk.change(at, &[("outcomes.0.status", "not-kept")]).is(303);
    desk.change(PLEDGE, &[("commitments.1.text", "Färre patruller.")]).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert_eq!(page.matches(asked).count(), 2, "{page}");
    let to = format!("<a href=\"/dokument/{at}?_add=corrections#f-corrections\">");
    assert!(page.contains(&to), "{page}");
    assert!(page.contains("Ändrat sedan det publicerades: Åtaganden 2, Åtagande."), "{page}");
    assert!(page.contains("name=\"_confirm\""), "it stops nothing: {page}");
    let form = desk.get(&format!("/dokument/{at}?_add=corrections")).is(200).body;
    assert!(form.contains("name=\"corrections.0.text\""), "{form}");
    // Once it is told, or is as it was, nothing is asked.
    let correction = [("corrections.0.date", "2026-11-22"), ("corrections.0.text", "Fel utfall.")];
    desk.change(at, &correction).is(303);
    desk.change(PLEDGE, &[("commitments.1.text", "Fler patruller.")]).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert!(!page.contains(asked) && page.contains("Ändrat (1)"), "{page}");
    // What only adds to what was said needs no correction; the next change does.
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    desk.change(PLEDGE, &[("signed", "2025-02-03"), ("summary", "Kort.")]).is(303);
    assert!(!desk.get("/publicera").is(200).body.contains(asked));
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    desk.change(PLEDGE, &[("signed", "2025-02-04")]).is(303);
    let page = desk.get("/publicera").is(200).body;
    assert!(page.contains("Ändrat sedan det publicerades: Undertecknat."), "{page}");
}

#[test]
fn whoever_packs_a_year_is_told_what_is_not_published() {
    let settings = "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\n\n[archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0241\"\ncontact = \"arkiv@habo.example\"\n";
    let site = site().write("site.toml", settings);
    let desk = Desk::open(&site);
    let told = "Det finns ändringar som inte är publicerade.";
    let page = || desk.get("/arspaket").is(200).body;
    assert!(page().contains(told), "nothing is built yet");
    desk.send("/publicera", &[("_confirm", "1")]).is(200);
    assert!(!page().contains(told), "{}", page());
    let correction =
        [("corrections.0.date", "2026-11-22"), ("corrections.0.text", "Texten var fel.")];
    desk.change(PLEDGE, &correction).is(303);
    let now = page();
    assert!(now.contains(told) && now.contains("nytt, ändrat och borttaget (1)</a>"), "{now}");
}
