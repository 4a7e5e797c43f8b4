//! The time from saving a file to seeing it: a client on the loopback address saves, then requests
//! the page until it shows the change. Median, best and worst of twenty, for a site of one
//! municipality and for a national archive; and the server's own CPU time for each, which is less
//! affected by other work on the computer and includes its answers to the requests and the scan
//! that follows every change.
//!
//! `cargo bench --bench preview` measures both; `-- 100` measures only one, of about this many
//! documents.

#[path = "../national.rs"]
mod national;
mod site;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use site::Site;

const PROGRAM: &str = env!("CARGO_BIN_EXE_loftesarkiv");
const TRIES: usize = 20;
/// The time between saves, so that one is not measured while the scan after the last is still
/// running.
const REST: Duration = Duration::from_millis(400);
const LONGEST: Duration = Duration::from_secs(30);

fn main() -> io::Result<()> {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    // National: 22 135 documents.
    for documents in if asked.is_empty() { vec![100, 22_000] } else { asked } {
        let folder = std::env::temp_dir().join(format!("loftesarkiv-bench-{documents}"));
        let site = Site::write(&folder, documents)?;
        measure(&site)?;
        fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

fn measure(site: &Site) -> io::Result<()> {
    let large = site.documents > 1000;
    println!("{} documents", site.documents);
    let (checked, _) = timed(|| {
        let check = ["check", "--quiet", "--today", "2026-11-22", "--site"];
        Command::new(PROGRAM).args(check).arg(&site.folder).stderr(Stdio::null()).status()
    });
    told("check, cold", &[checked], None);
    let (ready, server) = timed(|| {
        let server = Server::start(&site.folder)?;
        server.get(&site.page)?;
        io::Result::Ok(server)
    });
    let server = server?;
    told("serve, to the first page", &[ready], Some(checked));
    // With all folders watched.
    std::thread::sleep(REST);
    println!("  {:<28} {:>6} MB", "memory, at the start", server.megabytes());

    let body = edits(&server, |n| {
        let mark = format!("Sparad gång {n} i brödtexten.");
        save(&site.file, &format!("{}\n{mark}\n", site.text))?;
        server.until(&site.page, &mark)
    })?;
    body.told("a change of body text", limit(large, 100));
    let heading = edits(&server, |n| {
        let mark = format!("Rubrik {n}");
        save(&site.file, &format!("{}\n## {mark}\n\nText.\n", site.text))?;
        server.until(&site.page, &mark)
    })?;
    heading.told("a new heading", limit(large, 250));
    let front_matter = edits(&server, |n| {
        let mark = format!("Medborgarlöfte, ändrat {n}");
        save(&site.file, &site.text.replace(&site.title, &mark))?;
        server.until(&site.timeline, &mark)
    })?;
    front_matter.told("a change of front matter", limit(large, 250));
    save(&site.file, &site.text)?;

    let before = server.megabytes();
    let many = 1000;
    for n in 0..many {
        let mark = format!("Ändring {n} av många.");
        save(&site.file, &format!("{}\n{mark}\n", site.text))?;
        server.until(&site.page, &mark)?;
    }
    let after = server.megabytes();
    let name = format!("memory, after {many} edits");
    println!("  {name:<28} {after:>6} MB   (was {before})");
    Ok(())
}

fn limit(large: bool, milliseconds: u64) -> Duration {
    Duration::from_millis(if large { milliseconds } else { 50 })
}

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = run();
    (start.elapsed(), value)
}

/// How long some edits took to be seen, and the average CPU time of one.
struct Edits {
    took: Vec<Duration>,
    cpu: Duration,
}

fn edits(server: &Server, mut edit: impl FnMut(usize) -> io::Result<()>) -> io::Result<Edits> {
    let mut took = Vec::new();
    let before = server.cpu();
    for n in 0..TRIES {
        std::thread::sleep(REST);
        let (time, edited) = timed(|| edit(n));
        edited?;
        took.push(time);
    }
    std::thread::sleep(REST);
    let cpu = server.cpu().saturating_sub(before) / TRIES as u32;
    Ok(Edits { took, cpu })
}

impl Edits {
    fn told(&self, what: &str, limit: Duration) {
        told(what, &self.took, Some(limit));
        println!("  {:<28} {:>6} ms", "  CPU time of each", self.cpu.as_millis());
    }
}

fn told(what: &str, times: &[Duration], limit: Option<Duration>) {
    let mut sorted = times.to_vec();
    sorted.sort();
    let median = sorted[sorted.len() / 2].as_millis();
    let limit = limit.map(|limit| format!("   limit {:>5} ms", limit.as_millis()));
    let range = match sorted.as_slice() {
        [best, .., worst] => {
            format!("   best {:>5} ms   worst {:>5} ms", best.as_millis(), worst.as_millis())
        }
        _ => String::new(),
    };
    println!("  {what:<28} {median:>6} ms{range}{}", limit.unwrap_or_default());
}

fn save(file: &Path, text: &str) -> io::Result<()> {
    fs::write(file, text)
}

/// A running preview.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(site: &Path) -> io::Result<Server> {
        let mut process = Command::new(PROGRAM)
            .args(["serve", "--port", "0", "--quiet", "--today", "2026-11-22", "--site"])
            .arg(site)
            .stderr(Stdio::piped())
            .spawn()?;
        let stderr = process.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let mut lines = BufReader::new(stderr).lines();
        let address = loop {
            let line = lines.next().ok_or(io::ErrorKind::UnexpectedEof)??;
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split('/').next().unwrap_or(rest).to_owned();
            }
        };
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Server { process, address })
    }

    fn get(&self, path: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(&self.address)?;
        let host = &self.address;
        let request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        // At once: otherwise the second of several small writes may wait until the first is
        // acknowledged.
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    fn until(&self, path: &str, mark: &str) -> io::Result<()> {
        let start = Instant::now();
        while !self.get(path)?.contains(mark) {
            if start.elapsed() > LONGEST {
                return Err(io::Error::other(format!("{mark} never showed at {path}")));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// CPU time so far, if the system reports it (Linux, in hundredths of a second); otherwise
    /// none.
    fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id()));
        let stat = stat.unwrap_or_default();
        let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields).split_whitespace();
        let hundredths: u64 = fields.skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
        Duration::from_millis(hundredths * 10)
    }

    /// Resident memory, if the system reports it (Linux); otherwise 0.
    fn megabytes(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or("");
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
