//! Killed while it saves: the file is the old or the new one, never half, and never without the
//! version that it replaced.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::client::Desk;
use crate::editing::site;

/// As many kills as are asked for, `FAULTS=all` for the whole campaign.
fn kills() -> u32 {
    if std::env::var("FAULTS").is_ok_and(|value| value == "all") { 500 } else { 12 }
}

#[test]
fn a_kill_during_a_save_leaves_the_old_file_or_the_new() {
    let site = site();
    let file = "content/kommuner/habo/2025/medborgarlofte.md";
    let address = "kommuner/habo/2025/medborgarlofte.html";
    let mut known: BTreeSet<String> = BTreeSet::new();
    known.insert(site.read(file));
    let mut moment = 7_u64;
    let mut interrupted = 0;
    for n in 0..kills() {
        let mut desk = Desk::open(&site);
        let mut fields = desk.form(address).sent();
        for (name, value) in &mut fields {
            if name == "body" {
                *value = format!("Version {n}.\n").repeat(2000);
            }
        }
        let before = site.read(file);
        let host = desk.host.clone();
        let request = format!(
            "POST /dokument/{address} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {}\r\n{}\r\n{}",
            crate::client::encoded(&fields).len(),
            desk.own_headers(),
            crate::client::encoded(&fields)
        );
        let sending = std::thread::spawn(move || {
            use std::io::Write;
            let mut stream = std::net::TcpStream::connect(host).expect("a connection");
            let _ = stream.write_all(request.as_bytes());
            let _ = std::io::copy(&mut stream, &mut std::io::sink());
        });
        // From a seed, so that the moments are the same each time.
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_micros((moment >> 33) % 20_000));
        desk.kill();
        sending.join().expect("sent");
        let after = site.read(file);
        if after == before {
            interrupted += 1;
        } else {
            assert!(after.contains(&format!("Version {n}.")), "{n}");
            assert_eq!(after.matches("Version ").count(), 2000, "{n}: the file is whole");
            let versions = site.path(&format!(".loftesarkiv/versions/{file}"));
            let kept = std::fs::read_dir(versions).expect("versions").flatten();
            let kept = kept.filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
            assert!(kept.into_iter().any(|text| text == before), "{n}: the old one is kept");
        }
        known.insert(after);
    }
    assert!(interrupted > 0, "some saves were interrupted before the file was replaced");
    let litter = std::fs::read_dir(site.path("content/kommuner/habo/2025")).expect("a folder");
    let names: Vec<String> =
        litter.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(
        names.iter().all(|name| name.ends_with(".md") || name.ends_with(".sparas")),
        "{names:?}"
    );
}
