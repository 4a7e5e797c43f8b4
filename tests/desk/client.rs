//! The running desk and a plain client of it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::form::Form;
use crate::support::Site;

/// `edit` on a site, ended with the test.
pub struct Desk {
    process: Child,
    /// What it printed on its standard output.
    pub line: String,
    pub host: String,
    pub token: String,
    /// The cookie that the first answer sets.
    pub cookie: String,
}

/// An answer as received.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// In lower case.
    pub head: String,
    pub body: String,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(own, _)| *own == name).map(|(_, value)| value).next()
    }

    #[track_caller]
    pub fn is(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}\n{}", self.head, self.body);
        self
    }
}

impl Desk {
    pub fn open(site: &Site) -> Desk {
        Desk::open_where(site, &[])
    }

    /// With these variables in its environment.
    pub fn open_where(site: &Site, variables: &[(&str, &str)]) -> Desk {
        let mut command = site.command(&["edit", "--port", "0", "--no-open"]);
        command.envs(variables.iter().copied());
        command.env("XDG_RUNTIME_DIR", site.path(".runtime"));
        let mut process =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program");
        let mut line = String::new();
        let mut stdout = BufReader::new(process.stdout.take().expect("its output"));
        stdout.read_line(&mut line).expect("a line");
        let (host, token) = line
            .trim_end()
            .strip_prefix("http://")
            .and_then(|rest| rest.split_once("/?token="))
            .expect("an address");
        let (host, token) = (host.to_owned(), token.to_owned());
        let mut desk = Desk { process, line, host, token, cookie: String::new() };
        let first = desk.request("GET", &format!("/?token={}", desk.token), "", "").is(303);
        let set = first.header("set-cookie").expect("a cookie").to_owned();
        desk.cookie = set.split(';').next().expect("its value").to_owned();
        desk
    }

    /// Sends bytes, and returns the answer.
    pub fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
        let _ = stream.write_all(request);
        let mut heard = Vec::new();
        let _ = stream.read_to_end(&mut heard);
        let heard = String::from_utf8_lossy(&heard).into_owned();
        let (head, body) = heard.split_once("\r\n\r\n").unwrap_or((&heard, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    /// A request with these headers and this body, and no others but the host.
    pub fn request(&self, method: &str, target: &str, headers: &str, body: &str) -> Answer {
        let host = &self.host;
        let length = body.len();
        let head = format!(
            "{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
        );
        self.raw(format!("{head}{body}").as_bytes())
    }

    /// The headers of a form's request from a page of the desk.
    pub fn own_headers(&self) -> String {
        format!(
            "Cookie: {}\r\nOrigin: http://{}\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            self.cookie, self.host
        )
    }

    pub fn get(&self, target: &str) -> Answer {
        self.request("GET", target, &format!("Cookie: {}\r\n", self.cookie), "")
    }

    /// The form of a document.
    #[track_caller]
    pub fn form(&self, address: &str) -> Form {
        Form::of(&self.get(&format!("/dokument/{address}")).is(200).body)
    }

    pub fn post(&self, target: &str, fields: &[(String, String)]) -> Answer {
        self.request("POST", target, &self.own_headers(), &encoded(fields))
    }

    /// Sends only these fields of a document, with what every form has.
    #[track_caller]
    pub fn change(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let form = self.form(address);
        let mut sent: Vec<(String, String)> = form.hidden();
        sent.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.post(&format!("/dokument/{address}"), &sent)
    }

    /// Adds a file to a document, with these fields besides.
    #[track_caller]
    pub fn upload(
        &self,
        address: &str,
        name: &str,
        file: &[u8],
        fields: &[(&str, &str)],
    ) -> Answer {
        const BOUNDARY: &str = "----skilje";
        let mut parts: Vec<(String, String)> = self.form(address).hidden();
        parts.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let mut body = Vec::new();
        for (name, value) in parts {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let head = format!(
            "POST /filer/{address} HTTP/1.1\r\nHost: {0}\r\nConnection: close\r\nContent-Length: {1}\r\nCookie: {2}\r\nOrigin: http://{0}\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n",
            self.host,
            body.len(),
            self.cookie
        );
        self.raw(&[head.as_bytes(), &body].concat())
    }

    /// Sends fields with the token alone.
    pub fn send(&self, target: &str, fields: &[(&str, &str)]) -> Answer {
        let mut sent = vec![("_token".to_owned(), self.token.clone())];
        sent.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.post(target, &sent)
    }

    /// Ends the program at once.
    pub fn kill(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The fields as a browser sends them.
pub fn encoded(fields: &[(String, String)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn percent(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

/// What a form sends to withdraw its document by a decision, for a reason.
pub fn withdrawal(reason: &str) -> [(&str, &str); 4] {
    [("_withdraw", "1"), ("_date", "2026-11-01"), ("_decision", "KS § 12"), ("_reason", reason)]
}
