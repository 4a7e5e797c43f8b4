//! Publishing to a folder while the kernel refuses calls or kills the program, by strace. After
//! each, no stranger's file has been touched, every file is whole, no page that the host's list
//! names is lost, and the next run finishes.

use std::process::Command;

use crate::extent;
use crate::sites::{Published, Tree, site};

fn can_trace() -> bool {
    let traced = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
    let can = traced.is_ok_and(|output| output.status.success());
    if !can {
        println!("skipped: strace is not there or may not trace");
    }
    can
}

/// Publishes with something done at the n-th of these calls that are about the host's folder.
fn disturbed(published: &Published, calls: &str, what: &str, nth: usize) -> (i32, bool, String) {
    let command = published.site.command(&["publish", "--language", "en"]);
    let trace = published.host.path("trace");
    let mut traced = Command::new("strace");
    traced
        .args(["-f", "-qq", "-y", "-o"])
        .arg(&trace)
        .args(["-e", &format!("trace={calls}"), "-e", &format!("inject={calls}:{what}:when={nth}")])
        .arg(command.get_program())
        .args(command.get_args())
        .current_dir(published.site.path(""))
        .env("RAYON_NUM_THREADS", "1")
        .env("NO_COLOR", "1");
    let output = traced.output().expect("strace starts");
    let trace = std::fs::read_to_string(&trace).unwrap_or_default();
    let hit = trace.contains("(INJECTED)") || trace.contains("SIGKILL");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap_or(-1), hit, said)
}

/// A published site that has changed since, built already, so that only publishing is disturbed;
/// what was there, and what is to be.
fn begun() -> (Published, Tree, Tree) {
    let published = site();
    published.site.run(&["publish"]).succeeds();
    let old = published.there();
    let published = published.with_strangers().changed();
    published.site.run(&["build", "--quiet"]).succeeds();
    let new = published.site.published();
    (published, old, new)
}

#[track_caller]
fn check(published: &Published, old: &Tree, new: &Tree, when: &str) {
    published.strangers_are_untouched(when);
    published.is_whole(old, new, when);
    let there = published.there();
    let list = String::from_utf8_lossy(there.get("SHA256SUMS").expect("a list")).into_owned();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let name = &line[66..];
        // What is to be deleted goes after the new list has come.
        assert!(there.contains_key(name), "{when}: {name} is lost");
    }
    published.site.run(&["publish"]).succeeds();
    published.is_published(&format!("{when}, the next run"));
    published.strangers_are_untouched(when);
}

/// Sweeps over N until nothing is hit any more; the number of disturbed runs.
fn sweep(calls: &str, what: &str, step: usize) -> usize {
    for (hits, nth) in (1..3000).step_by(step).enumerate() {
        let (published, old, new) = begun();
        let (status, hit, said) = disturbed(&published, calls, what, nth);
        if !hit {
            assert_eq!(status, 0, "{said}");
            return hits;
        }
        let when = format!("{what} at {calls} {nth}");
        assert!(!said.contains("panicked"), "{when}: {said}");
        // What the system answers is told in words.
        assert!(!said.contains("os error"), "{when}: {said}");
        check(&published, &old, &new, &when);
    }
    panic!("too many calls");
}

#[test]
fn killed_at_any_moment_the_next_run_finishes() {
    if !can_trace() {
        return;
    }
    let mut kills = 0;
    for (calls, step) in
        [("?rename,?renameat,?renameat2", 13), ("?unlink,?unlinkat", 11), ("write", 41)]
    {
        kills += sweep(calls, "signal=SIGKILL", extent(step, 1));
    }
    println!("killed {kills} times");
    assert!(kills > 3);
}

#[test]
fn a_host_that_refuses_leaves_every_file_whole() {
    if !can_trace() {
        return;
    }
    let sweeps = [
        ("write", "error=ENOSPC", 43),
        ("?rename,?renameat,?renameat2", "error=EACCES", 19),
        ("?rename,?renameat,?renameat2", "error=EIO", 31),
        ("?unlink,?unlinkat,?rmdir", "error=EACCES", 17),
        ("?mkdir,?mkdirat", "error=EROFS", 5),
        ("?openat", "error=EIO", 171),
    ];
    for (calls, error, step) in sweeps {
        let hits = sweep(calls, error, extent(step, 1));
        println!("{error} at {calls}: {hits} refused");
        assert!(hits > 0, "{error} at {calls} never happened");
    }
}

#[test]
fn a_first_publication_that_is_killed_is_finished() {
    if !can_trace() {
        return;
    }
    for (kills, nth) in (1..400).step_by(extent(23, 1)).enumerate() {
        let published = site();
        published.site.run(&["build", "--quiet"]).succeeds();
        let calls = "?rename,?renameat,?renameat2";
        let (_, hit, said) = disturbed(&published, calls, "signal=SIGKILL", nth);
        if !hit {
            println!("killed {kills} times");
            return assert!(kills > 0, "{said}");
        }
        let there = published.there();
        // Before the first file of ours there is the list of what is to come, so that it is known as ours.
        let is_begun = there.contains_key("SHA256SUMS.next");
        let is_unfinished = |name: &String| name.ends_with(".loftesarkiv-ny");
        assert!(is_begun || there.keys().all(is_unfinished), "{nth}: {:?}", there.keys());
        published.site.run(&["publish"]).succeeds();
        published.is_published(&format!("killed at rename {nth}"));
    }
}
