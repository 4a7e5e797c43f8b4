//! Many requests at once, and clients that behave badly.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::scratch::{Scratch, notice, until};
use crate::server::Server;

#[test]
fn heads_beyond_measure_are_refused() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let own = format!("Host: {}\r\n", server.host);
    let long = format!("{own}X-Long: {}\r\n", "x".repeat(200_000));
    assert_eq!(server.request("GET", "/", &long).status, 431);
    let many = format!("{own}{}", "X-Many: x\r\n".repeat(500));
    assert_eq!(server.request("GET", "/", &many).status, 431);
    let far = format!("/{}", "a".repeat(100_000));
    assert!(matches!(server.request("GET", &far, &own).status, 414 | 431));
    for nonsense in
        ["\r\n\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}", "GET / HTTP/9.9\r\n\r\n"]
    {
        let answer = server.send(format!("{nonsense}\r\n\r\n").as_bytes());
        let refused = ["HTTP/1.1 400", "HTTP/1.1 505"];
        assert!(answer.is_empty() || refused.iter().any(|no| answer.starts_with(no)), "{answer}");
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn slow_clients_lock_nobody_out() {
    let scratch = Scratch::new();
    let mut server = Server::start(&scratch);
    let heard = server.listen("/");
    until("the stream", || heard.lock().expect("heard").contains("event: seen"));
    let slow: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = server.connect();
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: ");
            stream
        })
        .collect();
    assert_eq!(server.get("/").status, 200);
    let held = server.held(&scratch);
    assert!(held.len() <= 64, "{held:?}");
    assert!(!held.is_empty() || cfg!(not(target_os = "linux")), "the connections are seen");
    scratch.write(
        "content/index.md",
        "+++\nkind = \"page\"\ntitle = \"Välkommen hit\"\n+++\n\nHej.\n",
    );
    until("the stream still tells", || {
        heard.lock().expect("heard").matches("event: seen").count() > 1
    });
    assert!(server.program.is_running());
    drop(slow);
}

#[test]
fn a_client_that_leaves_in_the_middle_of_an_answer_leaves_nothing_behind() {
    let scratch = Scratch::new();
    let text = notice("Nyhet", "[bilagan](bilaga.txt)");
    scratch.write("content/kommuner/habo/2018/nyhet.md", &text);
    scratch.write("content/kommuner/habo/2018/bilaga.txt", &"x".repeat(8 << 20));
    let mut server = Server::start(&scratch);
    server.get("/");
    for _ in 0..50 {
        let mut stream = server.connect();
        let host = &server.host;
        write!(stream, "GET /kommuner/habo/2018/bilaga.txt HTTP/1.1\r\nHost: {host}\r\n\r\n")
            .expect("asked");
        let mut first = [0; 100];
        stream.read_exact(&mut first).expect("the beginning");
        assert!(first.starts_with(b"HTTP/1.1 200 OK"));
    }
    all_is_closed(&server, &scratch);
    assert_eq!(server.get("/kommuner/habo/2018/bilaga.txt").body.len(), 8 << 20);
    assert!(server.program.is_running());
}

#[test]
fn ten_thousand_requests_while_files_change() {
    let scratch = Scratch::new();
    let mut server = Server::start(&scratch);
    for page in PAGES {
        server.get(page);
    }
    let memory = server.program.megabytes();
    let asking = AtomicBool::new(true);
    let mut endless = server.connect();
    endless.write_all(b"GET / HTTP/1.1\r\nX-And: so on\r\n").expect("the beginning of a head");
    std::thread::scope(|scope| {
        let server = &server;
        let clients: Vec<_> = (0..4).map(|n| scope.spawn(move || ask(server, n, 2_500))).collect();
        let (scratch, still) = (&scratch, &asking);
        scope.spawn(move || {
            let mut n = 0;
            while still.load(Ordering::Relaxed) {
                n += 1;
                let text = if n % 5 == 0 {
                    String::new()
                } else {
                    notice("Nyhet", &format!("Gång {n}."))
                };
                scratch.write("content/kommuner/habo/2018/nyhet.md", &text);
                std::thread::sleep(std::time::Duration::from_millis(30));
            }
        });
        for client in clients {
            client.join().expect("no 5xx, no broken answer");
        }
        asking.store(false, Ordering::Relaxed);
    });
    assert_eq!(endless.read(&mut [0]).expect("closed"), 0, "a head that never ends is given up");
    assert!(server.program.is_running());
    assert!(!server.program.told().contains("panicked"), "{}", server.program.told());
    all_is_closed(&server, &scratch);
    let now = server.program.megabytes();
    assert!(now < memory + 60, "{memory} MB became {now} MB");
}

/// Waits until no connection and no file of the site is open.
fn all_is_closed(server: &Server, scratch: &Scratch) {
    until("all is closed", || server.held(scratch).is_empty());
}

const PAGES: [&str; 8] = [
    "/",
    "/kommuner/habo/",
    "/kommuner/habo/2018/nyhet.html",
    "/kommuner/habo/2018/till.html",
    "/kommuner/habo/timeline.json",
    "/assets/style.css",
    "/nagonstans.html",
    "/_loftesarkiv/preview.js",
];

/// Sends requests on one connection, as a browser does.
fn ask(server: &Server, from: usize, times: usize) {
    let stream = server.connect();
    let mut answers = BufReader::new(stream.try_clone().expect("a second handle"));
    let mut requests = stream;
    for n in 0..times {
        let page = PAGES[(from + n) % PAGES.len()];
        let request = format!("GET {page} HTTP/1.1\r\nHost: {}\r\n\r\n", server.host);
        requests.write_all(request.as_bytes()).expect("asked");
        let mut status = String::new();
        answers.read_line(&mut status).expect("a status");
        let code: u16 =
            status.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a code");
        assert!(code < 500, "{page}: {status}");
        let mut length = 0;
        loop {
            let mut line = String::new();
            answers.read_line(&mut line).expect("a header");
            if line == "\r\n" {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        answers.read_exact(&mut body).expect("the body");
    }
}
