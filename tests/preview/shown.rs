//! What the preview shows besides the pages: which files they are made from, what to look at, what
//! is wrong.

use crate::scratch::{SITE, Scratch, notice, until};
use crate::server::{Program, Server};

const FILE: &str = "content/kommuner/habo/2018/nyhet.md";
const PAGE: &str = "/kommuner/habo/2018/nyhet.html";

#[test]
fn every_page_tells_which_file_it_comes_from() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let bar = |page: &str| {
        let body = server.get(page).body;
        let (_, rest) = body.split_once("<div class=\"bar\">").expect("a bar");
        rest.split("</div>").next().expect("its end").to_owned()
    };
    assert!(bar(PAGE).contains("<code>content/kommuner/habo/2018/nyhet.md</code>"));
    assert!(bar(PAGE).contains("Publiceras"));
    assert!(bar("/kommuner/habo/").contains("<code>content/kommuner/habo/index.md</code>"));
    assert!(bar("/").contains("Programmet gör den här sidan av de andra."));
    assert!(!bar(PAGE).contains("varning"));
}

#[test]
fn drafts_are_shown_and_say_so() {
    let scratch = Scratch::new();
    let draft = notice("Utkastet", "Inte klart.").replace("date =", "draft = true\ndate =");
    scratch.write(FILE, &draft);
    let server = Server::start(&scratch);
    let page = server.get(PAGE).body;
    assert!(page.contains("Inte klart."));
    assert!(page.contains("Utkast: visas bara här"));
    assert!(server.get("/kommuner/habo/").body.contains("Utkastet"));
    // Where it is counted among the others, the page says that it is.
    let counted = "inte på den publicerade webbplatsen: 1 utkast";
    assert!(server.get("/").body.contains(counted));
    assert!(server.get("/kommuner/habo/2018/till.html").body.contains(counted));
    assert!(!page.contains(counted), "it speaks of itself");
    scratch.write(FILE, &notice("Nyheten", "Klart."));
    server.shows(PAGE, "Klart.");
    assert!(!server.get("/").body.contains("publicerade webbplatsen"));
}

#[test]
fn warnings_and_advice_stand_at_the_page_they_are_about() {
    let scratch = Scratch::new();
    let (bare, _) = notice("Nyhet", "")
        .split_once("\n[[sources]]")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("a source");
    scratch.write(FILE, &format!("{bare}+++\n\nText.\n"));
    let server = Server::start(&scratch);
    let page = server.get(PAGE).body;
    assert!(page.contains("<summary>1 påpekande</summary>"), "{page}");
    assert!(page.contains("var texten kommer ifrån"));
    assert!(!server.get("/kommuner/habo/2018/till.html").body.contains("påpekande</summary>"));
    scratch.write(FILE, &format!("{bare}+++\n\nRing 070-174 06 05.\n"));
    server.shows(PAGE, "070-174");
    let page = server.get(PAGE).body;
    assert!(page.contains("<summary>1 varning, 1 påpekande</summary>"), "{page}");
    assert!(page.contains("class=\"diagnostic diagnostic-advice\""), "{page}");
}

#[test]
fn errors_lie_over_the_last_good_page_until_they_are_mended() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let heard = server.listen(PAGE);
    scratch.write(FILE, &notice("Nyhet", "Ny text.").replace("kind = ", "knd = \"<b>\"\nkind = "));
    server.shows(PAGE, "class=\"overlay\"");
    let page = server.get(PAGE).body;
    assert!(page.contains("Först."), "the last good page stays");
    assert!(page.contains("1 fel att rätta"));
    assert!(page.contains("content/kommuner/habo/2018/nyhet.md:2:1"));
    assert!(page.contains("&lt;b&gt;") && !page.contains("<b>"), "the source line is escaped");
    assert!(server.get("/").body.contains("1 fel att rätta"), "on every page");
    until("the stream tells of it", || heard.lock().expect("heard").contains("1 fel att r"));
    scratch.write(FILE, &notice("Nyhet", "Ny text."));
    server.shows(PAGE, "Ny text.");
    server.shows_no(PAGE, "class=\"overlay\"");
}

#[test]
fn an_error_in_what_has_been_published_is_told_once() {
    let scratch = Scratch::new();
    let published = ["2018/index.html", "2018/nyhet.html", "embed.html", "index.html"];
    let published = published.map(|at| format!("  \"kommuner/habo/{at}\",\n")).concat();
    scratch.write("addresses.toml", &format!("published = [\n{published}]\n"));
    let server = Server::start(&scratch);
    server.shows_no(PAGE, "class=\"overlay\"");
    scratch.write(FILE, &notice("Nyhet", "Text.").replace("kind = ", "knd = "));
    server.shows(PAGE, "1 fel att rätta");
    assert!(!server.get(PAGE).body.contains("address-lost"));
    scratch.write(FILE, &notice("Nyhet", "Text."));
    scratch.write("content/kommuner/habo/index.md", "inget front matter");
    server.shows(PAGE, "front-matter-missing");
    assert!(!server.get(PAGE).body.contains("address-lost"));
    scratch.remove("content/kommuner/habo/index.md");
    server.shows(PAGE, "address-lost");
}

#[test]
fn a_site_that_is_broken_from_the_start_shows_what_to_mend() {
    let scratch = Scratch::new();
    scratch.write(FILE, "inget front matter");
    let server = Server::start(&scratch);
    for page in ["/", PAGE, "/nagot/annat.html"] {
        let answer = server.get(page);
        assert_eq!(answer.status, 200);
        assert!(answer.body.contains("1 fel att rätta"), "{}", answer.body);
        assert!(answer.body.contains("content/kommuner/habo/2018/nyhet.md:1:1"));
    }
    scratch.write(FILE, &notice("Nyhet", "Nu så."));
    server.shows(PAGE, "Nu så.");
}

#[test]
fn a_template_that_fails_on_one_page_names_the_page_and_the_line() {
    let scratch = Scratch::new();
    // It passes the trial of the theme, but fails if the title has no "y".
    scratch.write(
        "themes/default/templates/document.html",
        "{% extends \"default/document.html\" %}\n{% block main %}\n\
         <h1>{{ view.title }}</h1>{% if view.title == \"Till\" %}{{ view.title | time_text }}{% endif %}\n{% endblock %}\n",
    );
    let server = Server::start(&scratch);
    let answer = server.get("/kommuner/habo/2018/till.html");
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("themes/default/templates/document.html:3:"), "{}", answer.body);
    assert!(answer.body.contains("kommuner/habo/2018/till.html"));
    assert!(answer.body.contains("<code>content/kommuner/habo/2018/till.md</code>"));
    assert_eq!(server.get(PAGE).status, 200);
}

#[test]
fn messages_are_in_the_language_of_the_site() {
    let scratch = Scratch::new();
    scratch.write("site.toml", &SITE.replace("sv", "en"));
    scratch.write(FILE, "no front matter");
    let server = Server::start(&scratch);
    assert!(server.program.told().contains("Preview: http://"));
    assert!(server.get("/").body.contains("1 error to mend"));
}

#[test]
fn an_address_without_a_page_shows_the_nearest() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let answer = server.get("/kommuner/habo/2018/nyhett.html");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("href=\"/kommuner/habo/2018/nyhet.html\""), "{}", answer.body);
    assert!(answer.body.contains("href=\"/kommuner/habo/2018/index.html\""));
    assert!(answer.body.contains("href=\"/assets/style.css\""), "it is shown at any depth");
    let capital = server.get("/Kommuner/H%C3%A5bo/2018/nyhet");
    assert!(capital.body.contains("href=\"/kommuner/habo/2018/nyhet.html\""));
}

#[test]
fn the_stream_tells_at_once_how_a_page_stands_and_again_when_it_changes() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let heard = server.listen(PAGE);
    let messages = || heard.lock().expect("heard").matches("event: seen").count();
    until("the first message", || messages() == 1);
    let page = server.get(PAGE).body;
    let (_, key) = page.split_once("data-key=\"").expect("a key");
    let key = key.split('"').next().expect("its end");
    until("the key of the page", || heard.lock().expect("heard").contains(key));
    scratch.write("content/kommuner/habo/2018/till.md", &notice("Till", "Annan sida."));
    server.shows("/kommuner/habo/2018/till.html", "Annan sida.");
    assert_eq!(messages(), 1, "another page is no concern of this one");
    scratch.write(FILE, &notice("Nyhet", "Ändrad."));
    until("the second message", || messages() == 2);
}

#[test]
fn the_policy_of_a_page_is_widened_by_the_preview_alone() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let page = server.get(PAGE).body;
    let own = format!("http://{}/_loftesarkiv/", server.host);
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains(&format!("script-src {own}")), "{page}");
    assert!(page.contains(&format!("style-src 'self' {own}")));
    assert!(page.contains(&format!("connect-src {own}")));
    for answer in ["/_loftesarkiv/preview.js", "/_loftesarkiv/preview.css"] {
        assert_eq!(server.get(answer).status, 200);
    }
}

#[test]
fn a_taken_port_is_passed_over_unless_it_was_asked_for() {
    let scratch = Scratch::new();
    let taken = Server::start(&scratch);
    let (_, port) = taken.host.split_once(':').expect("a port");
    let mut second = Program::start(&scratch, "serve", &["--port", port]);
    assert_eq!(second.ended().code(), Some(2));
    second.wait_for(&format!("Port {port} är upptagen"));
    // Either this takes the usual port, or the port is already taken.
    let _usual = std::net::TcpListener::bind("127.0.0.1:4484");
    let other = Program::start(&scratch, "serve", &[]);
    other.wait_for("http://127.0.0.1:44");
    assert!(!other.told().contains(":4484/"));
}

#[test]
fn nothing_of_the_preview_is_in_a_built_site() {
    let scratch = Scratch::new();
    let mut build = Program::start(&scratch, "build", &[]);
    assert_eq!(build.ended().code(), Some(0), "{}", build.told());
    let built =
        scratch.files().into_iter().filter(|(path, _)| path.starts_with(scratch.path("public")));
    let mut pages = 0;
    for (path, bytes) in built {
        let text = String::from_utf8_lossy(&bytes);
        for own in ["_loftesarkiv", "EventSource", "loftesarkiv-preview", "class=\"bar\""] {
            assert!(!text.contains(own), "{} in {}", own, path.display());
        }
        pages += usize::from(path.extension().is_some_and(|extension| extension == "html"));
    }
    assert!(pages > 5);
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_when_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    let script = scratch.path("../program/xdg-open");
    scratch.write("../program/xdg-open", "#!/bin/sh\necho \"$1\" >\"$0.asked\"\n");
    std::fs::set_permissions(&script, PermissionsExt::from_mode(0o755)).expect("executable");
    let options = ["--port", "0", "--open"];
    let serve = Program::found_in(script.parent(), &scratch, "serve", &options);
    until("the browser is asked", || scratch.read("../program/xdg-open.asked").ends_with("/\n"));
    let address = scratch.read("../program/xdg-open.asked");
    serve.wait_for(&format!("Förhandsvisning: {} ", address.trim()));
}
