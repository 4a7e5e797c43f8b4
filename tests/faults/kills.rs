//! The program is killed at random moments, and two are run at once.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::extent;
use crate::random::Random;
use crate::support::Site;
use crate::trial::{assert_mends, assert_whole, begun, build, building};

fn start(site: &Site, output: &Path) -> Child {
    let mut command = building(site, output);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program starts")
}

fn signal(child: &Child, name: &str) {
    let pid = child.id().to_string();
    let sent = Command::new("kill").args(["-s", name, &pid]).status();
    assert!(sent.expect("kill runs").success());
}

/// How long a whole build takes on this computer; the moments are drawn from it.
fn whole_build() -> Duration {
    let site = begun();
    let start = Instant::now();
    assert_eq!(build(&site, &site.path("public")).status, 0);
    start.elapsed()
}

/// Ends builds by a signal: half of them at any moment, half as soon as pages are being staged,
/// since most of a small site's time passes before the first byte is written.
fn campaign(name: &str, number: i32, times: u64) {
    let longest = whole_build();
    let mut cut_off = 0;
    for seed in 0..times {
        let mut random = Random::new(seed);
        let site = begun();
        let output = site.path("public");
        let mut child = start(&site, &output);
        if seed % 2 == 0 {
            let staging = output.join(".loftesarkiv/staging");
            while !staging.exists() && child.try_wait().expect("a child").is_none() {
                std::hint::spin_loop();
            }
            sleep(longest.mul_f64(random.below(1000) as f64 / 4000.0));
        } else {
            sleep(longest.mul_f64(random.below(1000) as f64 / 1000.0));
        }
        if child.try_wait().expect("a child").is_none() {
            signal(&child, name);
        }
        let status = child.wait().expect("a child");
        // Before the program handles signals, a signal ends it like any other program.
        let stopped =
            status.signal() == Some(number) || (name != "KILL" && status.code() == Some(2));
        assert!(status.success() || stopped, "{name}, {seed}: {status}");
        cut_off += u64::from(!status.success());
        let when = format!("SIG{name}, seed {seed}");
        assert_whole(&output, &when);
        assert_mends(&site, &output, &when);
    }
    println!("SIG{name}: {cut_off} of {times} builds were cut off");
}

#[test]
fn a_killed_build_leaves_every_file_whole_and_the_next_one_finishes() {
    campaign("KILL", 9, extent(12, 200));
}

#[test]
fn an_interrupted_build_leaves_every_file_whole_and_the_next_one_finishes() {
    campaign("INT", 2, extent(4, 40));
    campaign("TERM", 15, extent(4, 40));
}

#[test]
fn of_two_builds_at_once_the_second_says_so_and_stops() {
    let site = begun();
    let output = site.path("public");
    let lock = std::fs::File::open(output.join(".loftesarkiv/lock")).expect("a lock");
    lock.lock().expect("held, as by another build");
    let second = build(&site, &output);
    assert_eq!(second.status, 2, "{}", second.stderr);
    assert!(second.stderr.contains("Another build is writing in"), "{}", second.stderr);
    assert!(second.stderr.contains("[SITE]/public"), "{}", second.stderr);
    drop(lock);
    assert_mends(&site, &output, "after the lock");
}

#[test]
fn a_build_that_another_one_tried_to_join_finishes_as_if_alone() {
    // Stopped while it holds the output. A build that ends before it can be stopped is run again.
    for _ in 0..20 {
        let site = begun();
        let output = site.path("public");
        let staging = output.join(".loftesarkiv/staging");
        let mut first = start(&site, &output);
        while !staging.exists() && first.try_wait().expect("a child").is_none() {
            std::hint::spin_loop();
        }
        if first.try_wait().expect("a child").is_some() {
            continue;
        }
        signal(&first, "STOP");
        let second = build(&site, &output);
        signal(&first, "CONT");
        let status = first.wait().expect("a child");
        assert!(status.success(), "the first: {status}");
        if second.status == 0 {
            continue;
        }
        assert_eq!(second.status, 2, "{}", second.stderr);
        assert!(second.stderr.contains("Another build"), "{}", second.stderr);
        assert_mends(&site, &output, "after two");
        return;
    }
    println!("skipped: no build could be stopped in time");
}
