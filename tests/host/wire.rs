//! Publishing over SFTP through a wire of the test's own, which is slow, or cut after so many bytes,
//! and to a server whose disk is full.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::extent;
use crate::server::server;

/// What a wire does to what the client sends.
#[derive(Debug, Clone, Copy)]
enum Wire {
    /// So long it waits after each piece.
    Slow(Duration),
    /// It is cut after so many bytes.
    Cut(usize),
    /// After so many bytes nothing comes through any more, though nobody has hung up.
    Dead(usize),
}

/// Opens a port that leads to another; it is open for as long as the test runs.
fn wire(to: u16, wire: Wire) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for client in listener.incoming() {
            let (Ok(client), Ok(server)) = (client, TcpStream::connect(("127.0.0.1", to))) else {
                continue;
            };
            let back = (server.try_clone().expect("it"), client.try_clone().expect("it"));
            thread::spawn(move || carry(back.0, back.1, None));
            thread::spawn(move || carry(client, server, Some(wire)));
        }
    });
    port
}

/// Carries bytes one way until either end hangs up or the wire does.
fn carry(mut from: TcpStream, mut to: TcpStream, wire: Option<Wire>) {
    let mut piece = [0; 4096];
    let mut carried = 0;
    while let Ok(read @ 1..) = from.read(&mut piece) {
        carried += read;
        match wire {
            Some(Wire::Slow(wait)) => thread::sleep(wait),
            Some(Wire::Cut(most)) if carried > most => break,
            Some(Wire::Dead(most)) if carried > most => continue,
            _ => {}
        }
        if to.write_all(&piece[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}

#[test]
fn a_slow_server_gets_everything() {
    let Some(server) = server("") else { return };
    let slow = server.site_through(wire(server.port, Wire::Slow(Duration::from_millis(10))));
    let begun = Instant::now();
    server.publish(&slow, &["--verify"]).succeeds();
    slow.is_published("slowly");
    assert!(begun.elapsed() > Duration::from_secs(1), "it was not slow");
}

#[test]
fn a_connection_that_is_cut_at_any_byte_leaves_every_file_whole() {
    let Some(server) = server("") else { return };
    // The connection is made within the first bytes; what has changed is nearly a hundred thousand.
    let places = extent(vec![1_000, 20_000, 90_000], (0..200).map(|n| 500 + n * 450).collect());
    let (tried, mut cut) = (places.len(), 0);
    for most in places {
        let published = server.site();
        server.publish(&published, &[]).succeeds();
        let published = published.with_strangers().changed();
        published.site.run(&["build", "--quiet"]).succeeds();
        let (old, new) = (published.there(), published.site.published());
        let direct = published.site.read("site.toml");
        let through = wire(server.port, Wire::Cut(most)).to_string();
        let published = published.with_port(&server.port.to_string(), &through);
        let said = server.publish(&published, &[]);
        cut += usize::from(said.status == 2);
        assert!(matches!(said.status, 0 | 2), "{most}: {}", said.stderr);
        published.strangers_are_untouched(&format!("cut after {most} bytes"));
        published.is_whole(&old, &new, &format!("cut after {most} bytes"));
        let published = published.with_settings(&direct);
        server.publish(&published, &["--verify"]).succeeds();
        published.is_published(&format!("cut after {most} bytes, the next run"));
        published.strangers_are_untouched("the next run");
    }
    println!("cut {cut} times");
    assert!(cut * 10 >= tried * 9, "{cut} of {tried} were cut");
}

#[test]
fn a_server_that_falls_silent_is_not_waited_for_for_ever() {
    // A minute passes before the client is sure.
    if !extent(false, true) {
        return;
    }
    let Some(server) = server("") else { return };
    let published = server.site_through(wire(server.port, Wire::Dead(30_000)));
    let begun = Instant::now();
    server.publish(&published, &[]).ends(2, &["publish igen"]);
    let waited = begun.elapsed();
    println!("given up after {} s", waited.as_secs());
    assert!(waited < Duration::from_secs(120), "{waited:?}");
}

#[test]
fn a_server_whose_disk_is_full_is_explained_and_the_next_run_finishes() {
    let Some(server) = server("") else { return };
    let published = server.site();
    let disk = published.www();
    std::fs::create_dir(&disk).expect("a folder");
    let mount = |options: &[&str]| {
        let done = Command::new("mount").args(options).arg(&disk).output();
        done.is_ok_and(|output| output.status.success())
    };
    if !mount(&["-t", "tmpfs", "-o", "size=256k", "tmpfs"]) {
        println!("skipped: nothing can be mounted here");
        return;
    }
    let said = server.publish(&published, &[]);
    let mended = mount(&["-o", "remount,size=64m"]);
    let again = server.publish(&published, &[]);
    let there = published.there();
    let _ = Command::new("umount").arg(&disk).status();
    said.ends(2, &["tog inte emot allt", "utrymme"]);
    assert!(mended, "more room");
    again.succeeds();
    assert!(there == published.site.published(), "all is there");
}
