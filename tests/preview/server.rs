//! The running program, and a client that can also misbehave.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::scratch::{Scratch, until};

/// `serve` or `watch` on a scratch site, ended with the test.
pub struct Program {
    process: Child,
    /// What it has printed on stderr so far.
    told: Arc<Mutex<String>>,
}

/// An answer as received.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Program {
    pub fn start(scratch: &Scratch, command: &str, options: &[&str]) -> Program {
        Program::found_in(None, scratch, command, options)
    }

    /// Like [`Program::start`], with the programs of this folder before the system's.
    pub fn found_in(
        folder: Option<&Path>,
        scratch: &Scratch,
        command: &str,
        options: &[&str],
    ) -> Program {
        let usual = std::env::var_os("PATH").unwrap_or_default();
        let folders = folder.map(Path::to_owned).into_iter().chain(std::env::split_paths(&usual));
        let mut process = Command::new(env!("CARGO_BIN_EXE_loftesarkiv"))
            .env("PATH", std::env::join_paths(folders).expect("a path"))
            .arg(command)
            .args(options)
            .args(["--today", "2026-11-22", "--site"])
            .arg(scratch.site())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let stderr = process.stderr.take().expect("its stderr");
        let told = Arc::new(Mutex::new(String::new()));
        let telling = told.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                telling.lock().expect("not poisoned").push_str(&format!("{line}\n"));
            }
        });
        Program { process, told }
    }

    pub fn told(&self) -> String {
        self.told.lock().expect("not poisoned").clone()
    }

    /// How many times it has printed this.
    pub fn times(&self, text: &str) -> usize {
        self.told().matches(text).count()
    }

    pub fn wait_for(&self, text: &str) {
        until(text, || self.told().contains(text));
    }

    /// Sends Ctrl-C, and returns how the program ended.
    #[cfg(unix)]
    pub fn interrupt(&mut self) -> ExitStatus {
        self.signal("-INT");
        self.process.wait().expect("it ends")
    }

    /// Does something during which the program stands still, on Unix: it then sees all of it at
    /// once, however slow the computer is.
    pub fn paused(&self, work: impl FnOnce()) {
        #[cfg(unix)]
        self.signal("-STOP");
        work();
        #[cfg(unix)]
        self.signal("-CONT");
    }

    #[cfg(unix)]
    fn signal(&self, signal: &str) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().expect("kill");
        assert!(sent.success());
    }

    pub fn ended(&mut self) -> ExitStatus {
        self.process.wait().expect("it ends")
    }

    pub fn is_running(&mut self) -> bool {
        self.process.try_wait().expect("a status").is_none()
    }

    /// What its file descriptors refer to, if the system reports it.
    fn open(&self) -> Vec<String> {
        let descriptors = std::fs::read_dir(format!("/proc/{}/fd", self.process.id()));
        let leads = descriptors.into_iter().flatten().flatten();
        leads
            .filter_map(|one| std::fs::read_link(one.path()).ok())
            .map(|target| target.to_string_lossy().into_owned())
            .collect()
    }

    /// Resident memory in MB, if the system reports it.
    pub fn megabytes(&self) -> usize {
        let status = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(status).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<usize>().ok()).unwrap_or(0) / 1024
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A preview and its address.
pub struct Server {
    pub program: Program,
    /// `127.0.0.1:4484`
    pub host: String,
}

impl Server {
    pub fn start(scratch: &Scratch) -> Server {
        Server::with(scratch, &[])
    }

    pub fn with(scratch: &Scratch, options: &[&str]) -> Server {
        let options = [&["--port", "0"], options].concat();
        let program = Program::start(scratch, "serve", &options);
        program.wait_for("http://");
        let told = program.told();
        let (_, rest) = told.split_once("http://").expect("an address");
        let host = rest.split('/').next().expect("a host").to_owned();
        Server { program, host }
    }

    /// The connections and the files of the site that it has open, if the system reports it. Its
    /// other descriptors are opened when they are first needed, so their number says nothing.
    pub fn held(&self, scratch: &Scratch) -> Vec<String> {
        let port = self.host.rsplit(':').next().and_then(|port| port.parse().ok());
        let local = format!(":{:04X}", port.unwrap_or(0_u16));
        let connections = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
        // The local address, the remote address, the state (0A is listening), and, as the tenth,
        // the inode.
        let ours = connections.lines().filter_map(|line| {
            let row: Vec<&str> = line.split_whitespace().collect();
            let is_ours = row.get(1)?.ends_with(&local) && row.get(3) != Some(&"0A");
            is_ours.then(|| format!("socket:[{}]", row[9]))
        });
        let ours: Vec<String> = ours.collect();
        let site = scratch.site().to_string_lossy().into_owned();
        let open = self.program.open().into_iter();
        open.filter(|target| ours.contains(target) || target.starts_with(&site)).collect()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
        // Otherwise the second of two small writes waits until the first is acknowledged, forty
        // milliseconds.
        stream.set_nodelay(true).expect("at once");
        stream
    }

    /// Sends bytes and ends the sending; returns all that comes back.
    pub fn send(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        heard(stream)
    }

    /// Sends bytes, and returns all that comes back until the server closes the connection.
    pub fn raw_text(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        // The server may answer and close the connection before it has received everything.
        let _ = stream.write_all(bytes);
        heard(stream)
    }

    /// Sends a request as it is written, and returns the answer.
    pub fn raw(&self, request: &[u8]) -> Answer {
        let answer = self.raw_text(request);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    pub fn request(&self, method: &str, target: &str, headers: &str) -> Answer {
        let end = "Connection: close\r\n\r\n";
        self.raw(format!("{method} {target} HTTP/1.1\r\n{headers}{end}").as_bytes())
    }

    pub fn get(&self, target: &str) -> Answer {
        self.request("GET", target, &format!("Host: {}\r\n", self.host))
    }

    /// Waits until a page contains a text.
    pub fn shows(&self, target: &str, text: &str) {
        until(&format!("{target} says {text}"), || self.get(target).body.contains(text));
    }

    /// Waits until a page no longer contains a text.
    pub fn shows_no(&self, target: &str, text: &str) {
        until(&format!("{target} without {text}"), || !self.get(target).body.contains(text));
    }

    pub fn answers(&self, target: &str, status: u16) {
        until(&format!("{target} gives {status}"), || self.get(target).status == status);
    }

    /// The token that only the preview's pages know.
    pub fn token(&self) -> String {
        let page = self.get("/").body;
        let (_, rest) = page.split_once("data-token=\"").expect("a token");
        rest.split('"').next().expect("its end").to_owned()
    }

    /// Listens to the stream of changes for one page; what has been received so far.
    pub fn listen(&self, path: &str) -> Arc<Mutex<String>> {
        let mut stream = self.connect();
        let (token, host) = (self.token(), &self.host);
        write!(
            stream,
            "GET /_loftesarkiv/events?token={token}&path={path} HTTP/1.1\r\nHost: {host}\r\n\r\n"
        )
        .expect("asked");
        let heard = Arc::new(Mutex::new(String::new()));
        let hearing = heard.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                hearing.lock().expect("not poisoned").push_str(&format!("{line}\n"));
            }
        });
        heard
    }
}

fn heard(mut stream: TcpStream) -> String {
    let mut heard = Vec::new();
    let _ = stream.read_to_end(&mut heard);
    String::from_utf8_lossy(&heard).into_owned()
}
