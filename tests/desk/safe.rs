//! Who is let in, and what nobody can do.

use crate::client::{Desk, encoded};
use crate::editing::site;

const PLEDGE: &str = "/dokument/kommuner/habo/2025/medborgarlofte.html";
const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";
const PAGES: [&str; 11] = [
    "/",
    "/nytt",
    "/publicera",
    "/dokument/site.toml",
    PLEDGE,
    "/versioner/kommuner/habo/2025/medborgarlofte.html",
    "/visa/index.html",
    "/igang",
    "/redaktionen.css",
    "/redaktionen.js",
    "/finns-inte",
];

#[test]
fn the_address_is_one_line_and_the_first_answer_sets_the_cookie() {
    let site = site();
    let desk = Desk::open(&site);
    assert_eq!(desk.line, format!("http://{}/?token={}\n", desk.host, desk.token));
    assert!(desk.host.starts_with("127.0.0.1:"));
    assert_eq!(desk.token.len(), 32);
    let port = desk.host.rsplit(':').next().expect("a port");
    let first = desk.request("GET", &format!("/?token={}", desk.token), "", "").is(303);
    assert_eq!(first.header("location"), Some("/"));
    assert_eq!(
        first.header("set-cookie"),
        Some(&*format!("loftesarkiv-{port}={}; httponly; samesite=strict; path=/", desk.token))
    );
}

#[test]
fn nobody_gets_in_without_the_token() {
    let site = site();
    let desk = Desk::open(&site);
    let wrong = desk.cookie.replace(&desk.token, &"0".repeat(32));
    for page in PAGES {
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"] {
            desk.request(method, page, "", "").is(403);
            desk.request(method, page, &format!("Cookie: {wrong}\r\n"), "").is(403);
            let other = desk.cookie.replacen("loftesarkiv-", "loftesarkiv-1", 1);
            desk.request(method, page, &format!("Cookie: {other}\r\n"), "").is(403);
        }
        desk.request("GET", &format!("{page}?token=0"), "", "").is(403);
        desk.request("GET", &format!("{page}?token="), "", "").is(403);
    }
}

#[test]
fn another_host_or_origin_is_refused_everywhere() {
    let site = site();
    let desk = Desk::open(&site);
    let port = desk.host.rsplit(':').next().expect("a port");
    for page in PAGES {
        for host in
            ["evil.example", &format!("evil.example:{port}"), "127.0.0.1", "127.0.0.1:1", ""]
        {
            let request = format!(
                "GET {page} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
                desk.cookie
            );
            desk.raw(request.as_bytes()).is(403);
        }
        for origin in
            ["http://evil.example", "null", &format!("https://{}", desk.host), "http://127.0.0.1:1"]
        {
            for method in ["GET", "POST"] {
                let headers = format!(
                    "Cookie: {}\r\nOrigin: {origin}\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                    desk.cookie
                );
                let body = encoded(&[("_token".to_owned(), desk.token.clone())]);
                desk.request(method, page, &headers, if method == "POST" { &body } else { "" })
                    .is(403);
            }
        }
    }
    let two = format!(
        "GET / HTTP/1.1\r\nHost: {0}\r\nHost: {0}\r\nCookie: {1}\r\nConnection: close\r\n\r\n",
        desk.host, desk.cookie
    );
    desk.raw(two.as_bytes()).is(403);
}

#[test]
fn a_form_must_come_from_the_desk_and_have_its_token() {
    let site = site();
    let desk = Desk::open(&site);
    let before = site.read(FILE);
    let form = desk.form("kommuner/habo/2025/medborgarlofte.html");
    let mut fields = form.hidden();
    fields.push(("title".to_owned(), "Kapat".to_owned()));
    let body = encoded(&fields);
    let cookie = format!("Cookie: {}\r\n", desk.cookie);
    let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    // No origin at all.
    desk.request("POST", PLEDGE, &format!("{cookie}{kind}"), &body).is(403);
    // No cookie.
    let origin = format!("Origin: http://{}\r\n", desk.host);
    desk.request("POST", PLEDGE, &format!("{origin}{kind}"), &body).is(403);
    // No token, or another.
    let bare: Vec<_> = fields.iter().filter(|(name, _)| name != "_token").cloned().collect();
    desk.post(PLEDGE, &bare).is(403);
    let mut wrong = bare;
    wrong.push(("_token".to_owned(), "0".repeat(32)));
    desk.post(PLEDGE, &wrong).is(403);
    // Not a form.
    let json = format!("{cookie}{origin}Content-Type: application/json\r\n");
    desk.request("POST", PLEDGE, &json, &body).is(415);
    assert_eq!(site.read(FILE), before);
}

#[test]
fn a_text_of_more_than_two_megabytes_is_refused() {
    let site = site();
    let desk = Desk::open(&site);
    let before = site.read(FILE);
    let mut fields = desk.form("kommuner/habo/2025/medborgarlofte.html").hidden();
    fields.push(("body".to_owned(), "a".repeat(3 * 1024 * 1024)));
    desk.post(PLEDGE, &fields).is(413);
    assert_eq!(site.read(FILE), before);
}

#[test]
fn every_page_forbids_what_it_does_not_need() {
    let site = site();
    let desk = Desk::open(&site);
    for page in PAGES {
        let answer = desk.get(page);
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'"), "{page}: {policy}");
        assert!(!answer.body.contains(" style="), "{page}");
    }
    let pane = desk.get("/visa/kommuner/habo/2025/medborgarlofte.html").is(200);
    let policy = pane.header("content-security-policy").unwrap_or_default().to_owned();
    assert!(policy.contains("script-src 'none'") && policy.contains("frame-ancestors 'self'"));
    for method in ["PUT", "DELETE", "OPTIONS", "PATCH"] {
        desk.request(method, "/", &desk.own_headers(), "").is(405);
    }
}

#[test]
fn no_address_leads_to_a_file_that_is_not_the_site_s() {
    let site = site().write("hemligt.md", "hemligt").write("content/.dold.md", "hemligt");
    let desk = Desk::open(&site);
    for path in [
        "../hemligt.md",
        "%2e%2e/hemligt.md",
        "..%2fhemligt.md",
        "hemligt.html",
        "/etc/passwd",
        ".dold.html",
        ".dold.md",
        "addresses.toml",
        "../site.toml",
        "content/kommuner/habo/index.md",
        ".loftesarkiv/versions",
        "%00",
        "a%00.html",
    ] {
        for room in ["dokument", "versioner", "visa"] {
            let answer = desk.get(&format!("/{room}/{path}"));
            assert_eq!(answer.status, 404, "/{room}/{path}: {}", answer.body);
        }
        let answer = desk.send(&format!("/dokument/{path}"), &[("title", "x"), ("_source", "x")]);
        assert_eq!(answer.status, 404, "{path}");
    }
    assert_eq!(site.read("hemligt.md"), "hemligt");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let site = site();
    let outside = site.path("").join("..").join(format!("utanfor-{}.md", std::process::id()));
    std::fs::write(&outside, "+++\nkind = \"page\"\ntitle = \"Utanför\"\n+++\n").expect("a file");
    std::os::unix::fs::symlink(&outside, site.path("content/lank.md")).expect("a link");
    let desk = Desk::open(&site);
    assert_eq!(desk.get("/dokument/lank.html").status, 404);
    std::fs::remove_file(outside).expect("removed");
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_start_finds_the_first() {
    let site = site();
    let mut desk = Desk::open(&site);
    let again = || {
        let mut command = site.command(&["edit", "--port", "0", "--no-open"]);
        command.env("XDG_RUNTIME_DIR", site.path(".runtime"));
        command
    };
    let second = site.finish(again());
    assert_eq!((second.status, second.stdout), (0, desk.line.clone()));
    // Another user's start, which cannot read the address, is told that the site is open.
    let mut other = again();
    other.env("XDG_RUNTIME_DIR", site.path(".other"));
    let other = site.finish(other);
    assert_eq!(other.status, 2);
    assert!(other.stderr.contains("redan öppen"), "{}", other.stderr);
    use std::os::unix::fs::PermissionsExt;
    let room = site.path(".runtime/loftesarkiv");
    for entry in std::fs::read_dir(room).expect("a folder").flatten() {
        let mode = entry.metadata().expect("its permissions").permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else can read it");
    }
    desk.kill();
    Desk::open(&site);
}

#[test]
fn the_site_s_pages_stand_on_a_port_of_their_own_with_the_same_token() {
    let site = site();
    let desk = Desk::open(&site);
    let start = desk.get("/").body;
    let (_, rest) = start
        .split_once("Visa webbplatsen")
        .map(|_| start.split_once("href=\"http://127.0.0.1:").expect("a link"))
        .expect("a link");
    let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let pages = |head: &str| {
        use std::io::{Read, Write};
        let mut stream =
            std::net::TcpStream::connect(format!("127.0.0.1:{port}")).expect("a connection");
        write!(stream, "{head}Host: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").expect("sent");
        let mut heard = Vec::new();
        let _ = stream.read_to_end(&mut heard);
        String::from_utf8_lossy(&heard).into_owned()
    };
    let page = "GET /kommuner/habo/2025/medborgarlofte.html HTTP/1.1\r\n";
    assert!(pages(page).starts_with("HTTP/1.1 403"));
    let cookie = format!("{page}Cookie: {}\r\n", desk.cookie);
    let shown = pages(&cookie);
    assert!(shown.starts_with("HTTP/1.1 200") && shown.contains("Medborgarlöfte 2025"), "{shown}");
    assert!(shown.contains(&format!(
        "href=\"http://{}/dokument/kommuner/habo/2025/medborgarlofte.html\"",
        desk.host
    )));
    assert!(shown.to_lowercase().contains("frame-ancestors 'none'"));
    let posted = format!(
        "POST / HTTP/1.1\r\nCookie: {}\r\nOrigin: http://127.0.0.1:{port}\r\nContent-Length: 0\r\n",
        desk.cookie
    );
    assert!(pages(&posted).starts_with("HTTP/1.1 405"));
}
