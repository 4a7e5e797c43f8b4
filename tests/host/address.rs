//! What is told of the site's address once it has been published: whether it answers with the list of
//! what was sent. Whatever it answers, the site has been published, and so the run succeeds.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::sites::{Published, site};
use crate::support::Outcome;

const SAME: &str = "svarar med det som publicerades";
const ANOTHER: &str = "svarar med en annan version";
const NONE: &str = "svarar inte inom fem sekunder, eller har ingen SHA256SUMS";

fn has_curl() -> bool {
    let there = Command::new("curl").arg("--version").output().is_ok();
    if !there {
        println!("skipped: there is no curl");
    }
    there
}

/// A web server that does this with each client, once it has asked for an address.
fn server(answer: impl Fn(&str, TcpStream) + Send + Clone + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let base = format!("http://{}/loften/", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let answer = answer.clone();
            thread::spawn(move || {
                let mut lines = BufReader::new(&client).lines().map_while(Result::ok);
                let asked = lines.next().unwrap_or_default();
                lines.find(String::is_empty);
                let address = asked.split(' ').nth(1).unwrap_or_default().to_owned();
                answer(&address, client);
            });
        }
    });
    base
}

/// Answers with a status and bytes. A client that hangs up has heard enough.
fn send(mut client: TcpStream, status: &str, headers: &str, body: &[u8]) {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n",
        body.len()
    );
    let _ = client.write_all(head.as_bytes()).and_then(|()| client.write_all(body));
}

/// Waits until the client hangs up, but no longer than makes a test fail.
fn say_nothing(client: TcpStream) {
    client.set_read_timeout(Some(Duration::from_secs(90))).expect("a timeout");
    let _ = std::io::copy(&mut &client, &mut std::io::sink());
}

impl Published {
    /// Says that the site is at this address.
    fn at(self, base: &str) -> Published {
        let settings = self.site.read("site.toml");
        self.with_settings(&format!("base_url = \"{base}\"\n{settings}"))
    }
}

/// Publishes without what may lead `curl` elsewhere.
fn publish(published: &Published, arguments: &[&str]) -> Outcome {
    let arguments: Vec<&str> = ["publish"].iter().chain(arguments).copied().collect();
    let mut command = published.site.command(&arguments);
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(name);
    }
    published.site.finish(command)
}

/// Publishes what never was published, and is told just this of the address.
#[track_caller]
fn is_told(base: &str, expected: &str) -> Published {
    let published = site().at(base);
    let said = publish(&published, &[]).succeeds();
    published.is_published(expected);
    let about = format!("{base} svarar");
    let told: Vec<&str> = said.stderr.lines().filter(|line| line.contains(&about)).collect();
    assert!(matches!(told[..], [line] if line.contains(expected)), "{expected}: {}", said.stderr);
    let warned = expected != SAME;
    assert_eq!(told[0].starts_with("varning: "), warned, "{}", told[0]);
    published
}

#[test]
fn the_list_that_was_sent_is_recognised_and_another_is_not() {
    if !has_curl() {
        return;
    }
    // The site's folder on the host, as a web server gives it to readers.
    let published = site();
    let root = published.www();
    let base = server(move |address, client| {
        let file = address.strip_prefix("/loften/").map(|name| root.join(name));
        match file.and_then(|file| std::fs::read(file).ok()) {
            Some(bytes) => send(client, "200 OK", "", &bytes),
            None => send(client, "404 Not Found", "", b"Det finns inget."),
        }
    });
    let published = published.at(&base);
    publish(&published, &[]).ends(0, &[SAME]);
    // When there is nothing to send, too, and after a change.
    publish(&published, &[]).ends(0, &["har redan allt", SAME]);
    let published = published.changed();
    publish(&published, &[]).ends(0, &[SAME]);

    // A server that still gives the old ones, as one does whose pages are cached.
    let list = std::fs::read(published.www().join("SHA256SUMS")).expect("a list");
    let cached = server(move |_, client| send(client, "200 OK", "", &list[1..]));
    let settings = published.site.read("site.toml").replace(&base, &cached);
    let said = publish(&published.with_settings(&settings), &["--quiet"]).ends(0, &[ANOTHER]);
    assert!(!said.stderr.contains(SAME), "{}", said.stderr);
}

#[test]
fn an_address_without_the_list_is_a_warning() {
    if !has_curl() {
        return;
    }
    let missing = server(|_, client| send(client, "404 Not Found", "", b"Det finns inget."));
    is_told(&missing, NONE);
    let broken = server(|_, client| send(client, "500 Internal Server Error", "", b""));
    is_told(&broken, NONE);
    // A system that answers every address with its start page.
    let page = server(|_, client| send(client, "200 OK", "", b"<!doctype html><title>Hej</title>"));
    is_told(&page, ANOTHER);
    let hangs_up = server(|_, client| drop(client));
    is_told(&hangs_up, NONE);
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it");
    is_told(&format!("http://{nobody}/"), NONE);
}

#[test]
fn an_address_that_has_moved_is_followed_but_not_in_circles() {
    if !has_curl() {
        return;
    }
    let circle = server(|address, client| {
        send(client, "302 Found", &format!("Location: {address}\r\n"), b"");
    });
    is_told(&circle, NONE);
    // To where the list is: it is the same only for the site that was published.
    let moved = server(|address, client| match address {
        "/loften/SHA256SUMS" => send(client, "301 Moved", "Location: /nya/SHA256SUMS\r\n", b""),
        _ => send(client, "200 OK", "", b"en lista"),
    });
    is_told(&moved, ANOTHER);
}

#[test]
fn an_address_that_never_answers_is_not_waited_for() {
    if !has_curl() {
        return;
    }
    let begun = Instant::now();
    // Neither hangs up: the run ends because the program has waited long enough.
    is_told(&server(|_, client| say_nothing(client)), NONE);
    is_told(
        &server(|_, mut client| {
            let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
            let mut sent = client.write_all(head);
            for _ in 0..450 {
                thread::sleep(Duration::from_millis(200));
                sent = sent.and_then(|()| client.write_all(b"x"));
            }
        }),
        NONE,
    );
    let waited = begun.elapsed();
    assert!(waited > Duration::from_secs(8), "it was not waited for: {waited:?}");
    assert!(waited < Duration::from_secs(60), "{waited:?}");
}

#[test]
fn an_answer_without_an_end_is_read_no_further_than_the_list_is_long() {
    if !has_curl() {
        return;
    }
    let endless = server(|_, mut client| {
        let mut sent = client.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        while sent.is_ok() {
            sent = client.write_all(&[b'x'; 4096]);
        }
    });
    is_told(&endless, ANOTHER);
}

#[test]
fn nothing_is_told_of_the_address_if_it_cannot_or_need_not_be_asked() {
    let base = server(|_, client| send(client, "404 Not Found", "", b""));
    // No `curl` among the programs.
    let published = site().at(&base);
    let mut command = published.site.command(&["publish"]);
    command.env("PATH", published.host.path("inga-program"));
    let said = published.site.finish(command).succeeds();
    published.is_published("without curl");
    assert!(said.stderr.contains("Publicerat: "), "{}", said.stderr);
    assert!(!said.stderr.contains("svarar"), "{}", said.stderr);
    // Nothing has been published, or nobody knows where.
    let said = publish(&site().at(&base), &["--dry-run"]).succeeds();
    assert!(!said.stderr.contains("svarar"), "{}", said.stderr);
    let said = publish(&site(), &[]).succeeds();
    assert!(!said.stderr.contains("svarar"), "{}", said.stderr);
}
