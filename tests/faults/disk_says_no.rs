//! The kernel refuses the Nth write, rename or new folder, by strace's fault injection.

use std::path::Path;
use std::process::Command;

use crate::extent;
use crate::support::Site;
use crate::trial::{assert_mends, assert_old_or_new, assert_whole, begun, building};

/// A group of system calls (`?` where not every machine has it), and a name for it.
const WRITES: (&str, &str) = ("write", "write");
const RENAMES: (&str, &str) = ("rename", "?rename,?renameat,?renameat2");
const FOLDERS: (&str, &str) = ("mkdir", "?mkdir,?mkdirat");

/// An error and what the message calls it.
const FULL: (&str, &str) = ("ENOSPC", "the disk is full");
const FAULT: (&str, &str) = ("EIO", "the disk answered with a fault");
const DENIED: (&str, &str) = ("EACCES", "permission is missing");

/// More than a build of the small site has of any call.
const BOUND: usize = 2000;

fn can_trace() -> bool {
    let traced = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
    let can = traced.is_ok_and(|output| output.status.success());
    if !can {
        println!("skipped: strace is not there or may not trace");
    }
    can
}

/// The build with the Nth of these calls of each thread refused. One thread makes the pages, so
/// that N means the same every time.
fn traced(site: &Site, calls: &str, error: &str, nth: usize) -> Command {
    let build = building(site, &site.path("public"));
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-y", "-o"])
        .arg(site.path("trace"))
        .args(["-e", &format!("trace={calls}")])
        .args(["-e", &format!("inject={calls}:error={error}:when={nth}")])
        .arg(build.get_program())
        .args(build.get_args())
        .current_dir(site.path(""))
        .env("RAYON_NUM_THREADS", "1")
        .env("NO_COLOR", "1")
        .env_remove("SOURCE_DATE_EPOCH");
    command
}

/// The calls that were refused, as strace wrote them down.
fn refused(site: &Site) -> Vec<String> {
    let trace = std::fs::read_to_string(site.path("trace")).expect("a trace");
    trace.lines().filter(|line| line.contains("(INJECTED)")).map(str::to_owned).collect()
}

/// Whether a call concerned a file of the site or its output, and not a terminal or a thread's bell.
fn concerns(call: &str, folder: &Path) -> bool {
    let folder = folder.display().to_string();
    call.contains(folder.trim_end_matches('/'))
}

fn sweep(calls: (&str, &str), error: (&str, &str), step: usize) {
    let (mut met, mut survived) = (0, 0);
    for nth in (1..BOUND).step_by(step) {
        let site = begun();
        let output = site.path("public");
        let outcome = site.finish(traced(&site, calls.1, error.0, nth));
        let refused = refused(&site);
        if refused.is_empty() {
            assert_eq!(outcome.status, 0, "{}", outcome.stderr);
            println!("{} {}: {met} refused, {survived} survived", error.0, calls.0);
            return;
        }
        met += 1;
        let when = format!("{} at {} {nth}: {refused:?}", error.0, calls.0);
        // A second refusal may have met the undoing of the first; then some files are new.
        if refused.iter().filter(|call| concerns(call, &site.path(""))).count() > 1 {
            assert_whole(&output, &when);
        } else {
            assert_old_or_new(&output, &when);
        }
        let on_disk = refused.iter().any(|call| concerns(call, &site.path("")));
        if outcome.status == 0 {
            // What can be done without: the stamps, a closing line.
            survived += 1;
        } else {
            assert_eq!(outcome.status, 2, "{when}: {}", outcome.stderr);
        }
        // A refusal counts per thread, so that it may have taken the message's words too.
        let silenced = refused.iter().any(|call| call.contains("write(2<"));
        if outcome.status != 0 && on_disk && !silenced {
            assert!(outcome.stderr.contains("[SITE]/"), "{when}: no path: {}", outcome.stderr);
            assert!(outcome.stderr.contains(error.1), "{when}: no cause: {}", outcome.stderr);
        }
        std::fs::remove_file(site.path("trace")).expect("the trace");
        assert_mends(&site, &output, &when);
    }
    panic!("more than {BOUND} calls");
}

/// Each call with one error, some Ns; in the whole campaign each with each, at every N.
#[test]
fn a_refused_call_leaves_the_old_site_or_the_new_one() {
    if !can_trace() {
        return;
    }
    let slice = [(WRITES, FULL, 5), (RENAMES, FAULT, 5), (FOLDERS, DENIED, 3)];
    for (calls, error, step) in slice {
        sweep(calls, error, extent(step, 1));
    }
    let rest = [(WRITES, FAULT), (WRITES, DENIED), (RENAMES, FULL), (RENAMES, DENIED)];
    for (calls, error) in extent(&[][..], &rest[..]) {
        sweep(*calls, *error, 1);
    }
    for error in extent(&[][..], &[FULL, FAULT][..]) {
        sweep(FOLDERS, *error, 1);
    }
}
