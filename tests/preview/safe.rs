//! What nobody may do: read anything but the site's pages, use another name, or come from another
//! site.

use std::io::{Read, Write};

use crate::scratch::{Scratch, notice};
use crate::server::Server;

/// Ways out of a folder that have been tried on other servers: to the file beside the site's
/// folder, to the site's own settings, to files that every system has.
const ESCAPES: [&str; 64] = [
    "/../hemligt.txt",
    "/../../hemligt.txt",
    "/./../hemligt.txt",
    "/kommuner/../../hemligt.txt",
    "/kommuner/habo/../../../hemligt.txt",
    "/assets/../../hemligt.txt",
    "/%2e%2e/hemligt.txt",
    "/%2E%2E/hemligt.txt",
    "/.%2e/hemligt.txt",
    "/%2e./hemligt.txt",
    "/%2e%2e%2fhemligt.txt",
    "/..%2fhemligt.txt",
    "/..%2Fhemligt.txt",
    "/..%5chemligt.txt",
    "/..%5Chemligt.txt",
    "/..\\hemligt.txt",
    "/\\..\\hemligt.txt",
    "/kommuner\\..\\..\\hemligt.txt",
    "/%2e%2e%5chemligt.txt",
    "/%252e%252e/hemligt.txt",
    "/%252e%252e%252fhemligt.txt",
    "/..%252fhemligt.txt",
    "/%25252e%25252e/hemligt.txt",
    "/%c0%ae%c0%ae/hemligt.txt",
    "/%c0%ae%c0%ae%c0%afhemligt.txt",
    "/..%c0%afhemligt.txt",
    "/..%c1%9chemligt.txt",
    "/%e0%80%ae%e0%80%ae/hemligt.txt",
    "/%f0%80%80%ae%f0%80%80%ae/hemligt.txt",
    "/%uff0e%uff0e/hemligt.txt",
    "/%u002e%u002e/hemligt.txt",
    "/%ef%bc%8e%ef%bc%8e/hemligt.txt",
    "/..%ef%bc%8fhemligt.txt",
    "/..%e2%88%95hemligt.txt",
    "/..;/hemligt.txt",
    "/..%00/hemligt.txt",
    "/..%0d%0a/hemligt.txt",
    "/hemligt.txt%00.html",
    "/index.html%00/../../hemligt.txt",
    "/..%09/hemligt.txt",
    "/%20../hemligt.txt",
    "/.../hemligt.txt",
    "/....//hemligt.txt",
    "/..././hemligt.txt",
    "//hemligt.txt",
    "//../hemligt.txt",
    "///../hemligt.txt",
    "/kommuner//..//..//hemligt.txt",
    "/site.toml",
    "/./site.toml",
    "/../site/site.toml",
    "/addresses.toml",
    "/content/kommuner/habo/index.md",
    "/kommuner/habo/index.md",
    "/.git/config",
    "/.loftesarkiv/manifest",
    "/public/.loftesarkiv/manifest",
    "/.env",
    "/kommuner/habo/.hidden.md",
    "/etc/passwd",
    "//etc/passwd",
    "/c:/windows/win.ini",
    "/C:%5Cwindows%5Cwin.ini",
    "/file:///etc/passwd",
];

#[test]
fn no_path_leads_out_of_the_plan() {
    let scratch = Scratch::new();
    scratch.write("content/kommuner/habo/.hidden.md", "hemligt");
    scratch.write(".git/config", "hemligt");
    scratch.write(".env", "hemligt");
    scratch.write("addresses.toml", "published = [] # hemligt\n");
    scratch.write("public/.loftesarkiv/manifest", "hemligt");
    let server = Server::start(&scratch);
    for escape in ESCAPES {
        let answer = server.get(escape);
        assert!(matches!(answer.status, 400 | 404), "{escape} gives {}", answer.status);
        for secret in ["hemligt", "kind = ", "language = ", "root:"] {
            let own = answer.body.replace("hemligt.txt", "");
            assert!(!own.contains(secret), "{escape} gives {secret}");
        }
    }
}

#[test]
fn folders_are_not_listed() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    for folder in ["/kommuner", "/kommuner/habo", "/assets", "/assets/", "/kommuner/habo/2018"] {
        assert_eq!(server.get(folder).status, 404, "{folder}");
    }
    for folder in ["/", "/kommuner/", "/kommuner/habo/", "/kommuner/habo/2018/"] {
        assert_eq!(server.get(folder).status, 200, "{folder}");
    }
}

#[test]
fn other_names_and_other_ways_of_asking_are_refused() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let (_, port) = server.host.split_once(':').expect("a port");
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("localhost.evil.example:{port}"),
        format!("127.0.0.2:{port}"),
        format!("0.0.0.0:{port}"),
        format!("192.168.1.1:{port}"),
        format!("localhost.:{port}"),
        format!("127.1:{port}"),
        format!("2130706433:{port}"),
        format!("[::1%25lo]:{port}"),
        format!("evil@127.0.0.1:{port}"),
        format!("127.0.0.1:{port},evil.example"),
        format!("127.0.0.1:0{port}"),
        "localhost".to_owned(),
        "127.0.0.1:80".to_owned(),
        String::new(),
    ] {
        let answer = server.request("GET", "/", &format!("Host: {host}\r\n"));
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("Håbo"));
    }
    for host in [format!("localhost:{port}"), format!("[::1]:{port}"), format!("LOCALHOST:{port}")]
    {
        assert_eq!(server.request("GET", "/", &format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    let own = format!("Host: {}\r\n", server.host);
    assert_eq!(server.request("GET", "/", "").status, 403, "no name");
    assert_eq!(server.request("GET", "/", &format!("{own}{own}")).status, 403, "two names");
    let two = format!("{own}Host: evil.example\r\n");
    assert_eq!(server.request("GET", "/", &two).status, 403, "two names");
    assert_eq!(server.raw(b"GET / HTTP/1.0\r\n\r\n").status, 403, "the first HTTP has no names");
    assert_eq!(server.request("GET", "http://evil.example/", &own).status, 403, "absolute form");
}

#[test]
fn the_preview_can_only_be_looked_at() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let own = format!("Host: {}\r\n", server.host);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "NONSENSE"] {
        let answer = server.request(method, "/", &own);
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, head"));
    }
    assert!(matches!(server.request("CONNECT", "evil.example:443", &own).status, 400 | 403 | 405));
    let head = server.request("HEAD", "/", &own);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(head.head.contains("content-type: text/html; charset=utf-8"));
    let answer = server.get("/");
    assert!(answer.head.contains("x-content-type-options: nosniff"));
    assert!(answer.head.contains("cache-control: no-store"));
    assert!(!answer.head.contains("access-control"), "nobody else may read it");
}

#[test]
fn the_stream_is_for_the_previews_own_pages() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let own = format!("Host: {}\r\n", server.host);
    let token = server.token();
    let stream = format!("/_loftesarkiv/events?token={token}&path=/");
    let wrong = "/_loftesarkiv/events?token=0000&path=/";
    for target in ["/_loftesarkiv/events", wrong, "/_loftesarkiv/events?token="] {
        assert_eq!(server.request("GET", target, &own).status, 403, "{target}");
    }
    for origin in
        ["http://evil.example", "null", "http://127.0.0.1", "https://localhost", "file://"]
    {
        let headers = format!("{own}Origin: {origin}\r\n");
        assert_eq!(server.request("GET", &stream, &headers).status, 403, "{origin}");
    }
    let other_name = own.replace("127.0.0.1", "localhost");
    let headers = format!("{other_name}Origin: http://{}\r\n", server.host);
    assert_eq!(
        server.request("GET", &stream, &headers).status,
        403,
        "another name is another origin"
    );
    let headers = format!("{own}Origin: http://{}\r\n", server.host);
    assert_eq!(server.request("HEAD", &stream, &headers).status, 200);
    assert_ne!(Server::start(&scratch).token(), token, "every run has its own");
}

#[test]
fn no_answer_may_be_shown_within_another_page() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    let own = format!("Host: {}\r\n", server.host);
    for target in
        ["/", "/assets/style.css", "/finns-inte.html", "/_loftesarkiv/events", "/kommuner"]
    {
        for method in ["GET", "HEAD", "POST"] {
            let answer = server.request(method, target, &own);
            let head = answer.head.to_lowercase();
            assert!(head.contains("frame-ancestors 'none'"), "{method} {target}: {head}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_becomes_a_link_out_is_not_given_away() {
    use std::fs;
    use std::os::unix::fs::symlink;

    use crate::scratch::until;

    let scratch = Scratch::new();
    let text = notice("Nyhet", "[bilagan](bilaga.txt)");
    scratch.write("content/kommuner/habo/2018/nyhet.md", &text);
    scratch.write("content/kommuner/habo/2018/bilaga.txt", "bilagans text");
    let server = Server::start(&scratch);
    let address = "/kommuner/habo/2018/bilaga.txt";
    assert_eq!(server.get(address).body, "bilagans text");
    let file = scratch.path("content/kommuner/habo/2018/bilaga.txt");
    fs::remove_file(&file).expect("removed");
    symlink(scratch.outside(), &file).expect("linked");
    until("the link is refused", || {
        let answer = server.get(address);
        assert!(!answer.body.contains("hemligt"));
        answer.status == 404
    });
    server.shows("/", "leder ut ur webbplatsens mapp");
    fs::remove_file(&file).expect("removed");
    scratch.rename("content/kommuner/habo/2018", "undan");
    symlink(scratch.site().parent().expect("a folder"), scratch.path("content/kommuner/habo/2018"))
        .expect("linked");
    server.shows("/", "symlink");
    assert!(!server.get("/kommuner/habo/2018/hemligt.txt").body.contains("hemligt\n"));
}

#[test]
fn an_attached_page_runs_no_scripts() {
    let scratch = Scratch::new();
    let accept = "+++\naccept = [{ code = \"attachment-type\", reason = \"prov\" }]\n";
    let text = notice("Nyhet", "[bilagan](bilaga.html)").replacen("+++\n", accept, 1);
    scratch.write("content/kommuner/habo/2018/nyhet.md", &text);
    scratch.write("content/kommuner/habo/2018/bilaga.html", "<script>alert(1)</script>");
    let server = Server::start(&scratch);
    let answer = server.get("/kommuner/habo/2018/bilaga.html");
    assert_eq!(answer.body, "<script>alert(1)</script>", "bytes unchanged");
    assert!(answer.head.contains("content-security-policy: sandbox; default-src 'none'"));
}

#[test]
fn nothing_is_written() {
    let scratch = Scratch::new();
    let before = scratch.files();
    let server = Server::start(&scratch);
    for page in ["/", "/kommuner/habo/", "/kommuner/habo/timeline.json", "/nagonstans.html"] {
        server.get(page);
    }
    scratch.write("content/kommuner/habo/2018/ny.md", &notice("Ny", "Ny."));
    server.shows("/kommuner/habo/2018/ny.html", "Ny.");
    scratch.remove("content/kommuner/habo/2018/ny.md");
    server.answers("/kommuner/habo/2018/ny.html", 404);
    assert!(scratch.files() == before);
}

#[test]
fn another_address_must_be_asked_for_and_is_warned_of() {
    let scratch = Scratch::new();
    let server = Server::start(&scratch);
    assert!(!server.program.told().contains("varning"));
    assert!(server.host.starts_with("127.0.0.1:"));
    let open = Server::with(&scratch, &["--host", "0.0.0.0"]);
    assert!(open.program.told().contains("varning: alla som når 0.0.0.0:"));
    let (_, port) = open.host.split_once(':').expect("a port");
    let by = |host: &str| open.request("GET", "/", &format!("Host: {host}:{port}\r\n")).status;
    assert_eq!((by("192.168.1.1"), by("evil.example")), (200, 403));
}

#[test]
fn the_address_by_which_others_reach_the_preview_is_named_and_answers() {
    // Nothing is sent: connecting such a socket only chooses an address of this computer.
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").expect("a socket");
    let own = socket.connect("192.0.2.1:9").and_then(|()| socket.local_addr());
    let Some(own) = own.ok().map(|own| own.ip()).filter(|own| !own.is_loopback()) else {
        return eprintln!("this computer is on no network");
    };
    let scratch = Scratch::new();
    for any in ["0.0.0.0", "::"] {
        let open = Server::with(&scratch, &["--host", any]);
        let (_, port) = open.host.rsplit_once(':').expect("a port");
        let named = || {
            let told = open.program.told();
            let line = told.lines().find_map(|line| line.strip_prefix("Andra öppnar: http://"));
            line.map(|rest| rest.trim_end_matches('/').to_owned())
        };
        let named = (0..200).find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            named()
        });
        let named = named.unwrap_or_else(|| panic!("{any}: {}", open.program.told()));
        let address: std::net::SocketAddr = named.parse().expect("an address");
        assert_eq!(address.port().to_string(), port);
        assert!(!address.ip().is_loopback() && !address.ip().is_unspecified(), "{named}");
        assert!(any == "::" || address.ip() == own, "{named}");
        let mut stream = std::net::TcpStream::connect(address).expect("a connection");
        let request = format!("GET / HTTP/1.1\r\nHost: {named}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("asked");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 200"), "{named}: {answer}");
    }
    // One that is given is the one that others open.
    let open = Server::with(&scratch, &["--host", &own.to_string()]);
    assert!(open.host.starts_with(&format!("{own}:")), "{}", open.host);
    assert!(!open.program.told().contains("Andra öppnar"));
    assert_eq!(open.get("/").status, 200);
    // Nobody else reaches this one.
    let closed = Server::start(&scratch);
    assert!(!closed.program.told().contains("Andra öppnar"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_well() {
    let scratch = Scratch::new();
    let mut server = Server::start(&scratch);
    let _heard = server.listen("/");
    assert_eq!(server.program.interrupt().code(), Some(0));
}
