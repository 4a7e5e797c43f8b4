//! HTTP: what the server accepts as a request, and what it promises of an answer.

use crate::scratch::{Scratch, notice};
use crate::server::Server;

const PAGE: &str = "/kommuner/habo/2018/nyhet.html";

fn statuses(answers: &str) -> Vec<&str> {
    answers.split("HTTP/1.1 ").skip(1).map(|answer| &answer[..3]).collect()
}

#[test]
fn several_requests_on_one_connection_are_answered_in_order() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let asked = |target: &str, more: &str| {
        format!("GET {target} HTTP/1.1\r\nHost: {}\r\n{more}\r\n", server.host)
    };
    let requests = [asked("/", ""), asked("/borta.html", ""), asked(PAGE, "Connection: close\r\n")];
    let answers = server.raw_text(requests.concat().as_bytes());
    assert_eq!(statuses(&answers), ["200", "404", "200"]);
    assert!(answers.ends_with("</html>\n"), "and the last is whole");
}

#[test]
fn a_body_is_never_taken_for_a_request() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let host = &server.host;
    let hidden = format!("GET /dold.html HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let length = hidden.len();
    let chunked = format!("{length:x}\r\n{hidden}\r\n0\r\n\r\n");
    for (headers, body) in [
        (format!("Content-Length: {length}\r\n"), &hidden),
        ("Transfer-Encoding: chunked\r\n".to_owned(), &chunked),
        (format!("Transfer-Encoding: chunked\r\nContent-Length: {length}\r\n"), &chunked),
        (format!("Content-Length: {length}\r\nContent-Length: 0\r\n"), &hidden),
        ("Content-Length: 0\r\nTransfer-Encoding: xchunked\r\n".to_owned(), &chunked),
        ("Content-Length : 0\r\n".to_owned(), &hidden),
        (format!("X: a\r\n b\r\nContent-Length: {length}\r\n"), &hidden),
        (format!("X: a\rContent-Length: 0\r\nContent-Length: {length}\r\n"), &hidden),
    ] {
        let request =
            format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n{body}");
        let answers = server.raw_text(request.as_bytes());
        let answers = statuses(&answers);
        assert!(matches!(answers[..], ["200"] | ["400"]), "{headers:?} gives {answers:?}");
    }
}

#[test]
fn the_first_http_is_spoken_too() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let answer =
        server.raw_text(format!("GET {PAGE} HTTP/1.0\r\nHost: {}\r\n\r\n", server.host).as_bytes());
    assert!(answer.starts_with("HTTP/1.0 200") && answer.ends_with("</html>\n"), "{answer}");
}

#[test]
fn an_answer_to_head_promises_what_get_gives() {
    let scratch = Scratch::new();
    scratch.write("content/kommuner/habo/2018/nyhet.md", &notice("Nyhet", "[bilagan](bilaga.pdf)"));
    scratch.write("content/kommuner/habo/2018/bilaga.pdf", &"%PDF ".repeat(50_000));
    let server = Server::start(&scratch);
    let own = format!("Host: {}\r\n", server.host);
    for target in [
        "/",
        PAGE,
        "/kommuner/habo/2018/bilaga.pdf",
        "/borta.html",
        "/assets/style.css",
        "/kommuner/habo/timeline.json",
        "/_loftesarkiv/preview.js",
    ] {
        let (head, get) = (server.request("HEAD", target, &own), server.get(target));
        let length = format!("content-length: {}\r\n", get.body.len());
        assert_eq!((head.status, head.body.as_str()), (get.status, ""), "{target}");
        assert!(head.head.contains(&length) && get.head.contains(&length), "{target}: {length}");
    }
}

#[test]
fn a_part_of_a_file_gives_the_whole() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let headers = format!("Host: {}\r\nRange: bytes=0-9\r\n", server.host);
    let part = server.request("GET", "/assets/style.css", &headers);
    assert_eq!((part.status, part.body), (200, server.get("/assets/style.css").body));
}

#[test]
fn a_path_is_decoded_once_and_holds_no_control_characters() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let own = format!("http://{}", server.host);
    for (target, status) in [
        ("/kommuner/habo/2018/%6Eyhet.html", 200),
        ("/kommuner/habo/2018/%256Eyhet.html", 404),
        ("/kommuner/habo/2018/nyhet.html?version=1", 200),
        ("/kommuner/habo/2018/nyhet.html%3Fversion=1", 404),
        ("/kommuner/habo/2018/nyhet.html%00", 404),
        ("/kommuner/habo/2018/nyhet.html%0D%0AX-A:%20b", 404),
        ("/kommuner/habo/2018/nyhet.html/", 404),
        ("/kommuner/habo/2018//nyhet.html", 404),
        ("/%", 404),
        ("/%FF", 404),
        ("*", 404),
        (&format!("{own}{PAGE}"), 200),
        (&format!("http://habo@{}{PAGE}", server.host), 403),
        (&format!("http://evil.example{PAGE}"), 403),
    ] {
        let answer = server.get(target);
        assert_eq!(answer.status, status, "{target}");
        assert!(!answer.head.contains("x-a: b"), "{target}");
    }
}
