//! Killed while it saves: the file is the old or the new one, never half, and never without the
//! version that it replaced.

use std::collections::BTreeSet;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::client::Desk;
use crate::editing::site;
use crate::support::Site;

/// As many kills as are asked for, `FAULTS=all` for the whole campaign.
fn kills() -> u32 {
    if std::env::var("FAULTS").is_ok_and(|value| value == "all") { 500 } else { 12 }
}

const FILE: &str = "content/kommuner/habo/2025/medborgarlofte.md";
const ADDRESS: &str = "kommuner/habo/2025/medborgarlofte.html";

/// Begins to save a text of many lines with this number.
fn begin_save(desk: &Desk, n: u32) -> JoinHandle<()> {
    let mut fields = desk.form(ADDRESS).sent();
    for (name, value) in &mut fields {
        if name == "body" {
            *value = format!("Version {n}.\n").repeat(2000);
        }
    }
    let host = desk.host.clone();
    let body = crate::client::encoded(&fields);
    let request = format!(
        "POST /dokument/{ADDRESS} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {}\r\n{}\r\n{body}",
        body.len(),
        desk.own_headers(),
    );
    std::thread::spawn(move || {
        use std::io::Write;
        let mut stream = std::net::TcpStream::connect(host).expect("a connection");
        let _ = stream.write_all(request.as_bytes());
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
    })
}

/// How long it takes until the file is replaced, which is another time on every computer; the moments
/// of the kills are spread over twice as long, so that about half of them come before. The second save
/// is measured: as all later ones it replaces a text that is as long as its own.
fn time_of_a_save(site: &Site) -> Duration {
    let mut time = Duration::ZERO;
    for n in [u32::MAX, u32::MAX - 1] {
        let mut desk = Desk::open(site);
        let before = site.read(FILE);
        let saving = begin_save(&desk, n);
        let begun = Instant::now();
        while site.read(FILE) == before {
            std::thread::sleep(Duration::from_micros(100));
        }
        time = begun.elapsed();
        desk.kill();
        saving.join().expect("sent");
    }
    time
}

#[test]
fn a_kill_during_a_save_leaves_the_old_file_or_the_new() {
    let site = site();
    let time = time_of_a_save(&site);
    let mut known: BTreeSet<String> = BTreeSet::new();
    known.insert(site.read(FILE));
    let mut moment = 7_u64;
    let mut interrupted = 0;
    for n in 0..kills() {
        let mut desk = Desk::open(&site);
        let before = site.read(FILE);
        let sending = begin_save(&desk, n);
        // From a seed, so that the moments are spread in the same way each time.
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let part = u32::try_from((moment >> 33) % 2_000).expect("a small number");
        std::thread::sleep(time * part / 1_000);
        desk.kill();
        sending.join().expect("sent");
        let after = site.read(FILE);
        if after == before {
            interrupted += 1;
        } else {
            assert!(after.contains(&format!("Version {n}.")), "{n}");
            assert_eq!(after.matches("Version ").count(), 2000, "{n}: the file is whole");
            let versions = site.path(&format!(".loftesarkiv/versions/{FILE}"));
            let kept = std::fs::read_dir(versions).expect("versions").flatten();
            let kept = kept.filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
            assert!(kept.into_iter().any(|text| text == before), "{n}: the old one is kept");
        }
        known.insert(after);
    }
    println!("{interrupted} of {} kills came before the file was replaced", kills());
    assert!(interrupted > 0, "some saves were interrupted before the file was replaced");
    let litter = std::fs::read_dir(site.path("content/kommuner/habo/2025")).expect("a folder");
    let names: Vec<String> =
        litter.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(
        names.iter().all(|name| name.ends_with(".md") || name.ends_with(".sparas")),
        "{names:?}"
    );
}
