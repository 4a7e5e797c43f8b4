//! The site's pages beside the desk, which the preview serves behind the desk's own gate.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::client::Desk;
use crate::editing::site;

/// What the server at this host answers to a GET with the desk's cookie or without it.
fn got(desk: &Desk, host: &str, target: &str, cookie: bool) -> String {
    let mut stream = TcpStream::connect(host).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
    let cookie = if cookie { format!("Cookie: {}\r\n", desk.cookie) } else { String::new() };
    let request =
        format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{cookie}\r\n");
    stream.write_all(request.as_bytes()).expect("a request");
    let mut heard = Vec::new();
    let _ = stream.read_to_end(&mut heard);
    String::from_utf8_lossy(&heard).into_owned()
}

/// Where the desk's link to the site leads.
pub fn host_of_pages(desk: &Desk) -> String {
    let start = desk.get("/").is(200).body;
    let link = start.split("href=\"http://").nth(1).expect("a link to the site");
    link.split('/').next().expect("a host").to_owned()
}

#[test]
fn a_page_hears_of_changes_instead_of_asking_for_itself_anew() {
    let site = site();
    let desk = Desk::open(&site);
    let host = host_of_pages(&desk);
    let page = got(&desk, &host, "/", true);
    let token = page.split("data-token=\"").nth(1).and_then(|rest| rest.split('"').next());
    let token = token.unwrap_or_else(|| panic!("no token in {page}"));
    assert_ne!(token, desk.token);

    let events = |token: &str| format!("/_loftesarkiv/events?token={token}&path=%2F&once=1");
    let heard = got(&desk, &host, &events(token), true);
    assert!(heard.starts_with("HTTP/1.1 200 "), "{heard}");
    assert!(heard.contains("event: seen"), "{heard}");

    // Neither another token nor another browser hears anything.
    for heard in [
        got(&desk, &host, &events("0"), true),
        got(&desk, &host, &events(&desk.token), true),
        got(&desk, &host, &events(token), false),
        got(&desk, &host, "/_loftesarkiv/preview.js", false),
        got(&desk, &host, &format!("/_loftesarkiv/preview.js?token={}", desk.token), false),
    ] {
        assert!(heard.starts_with("HTTP/1.1 403 "), "{heard}");
    }
}
