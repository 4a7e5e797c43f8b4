//! The kernel refuses the n-th call of each kind that publishing makes, because strace injects the
//! fault. This is done in a build that changes a site, and in the first build of one.

use std::path::Path;
use std::process::Command;

use crate::extent;
use crate::support::{Outcome, Site};
use crate::trial::{
    assert_mends, assert_old_or_new, assert_whole, begun, building, published, reference, unbuilt,
};

/// A group of system calls (with `?` if not every machine has it), and a name for it.
type Calls = (&'static str, &'static str);
const WRITES: Calls = ("write", "write");
const RENAMES: Calls = ("rename", "?rename,?renameat,?renameat2");
const FOLDERS: Calls = ("mkdir", "?mkdir,?mkdirat");
const OPENS: Calls = ("open", "?open,?openat");
const SYNCS: Calls = ("fsync", "?fsync,?fdatasync,?syncfs");
const REMOVALS: Calls = ("unlink", "?unlink,?unlinkat,?rmdir");
const MODES: Calls = ("chmod", "?chmod,?fchmod,?fchmodat");
const LISTS: Calls = ("list", "?getdents64");
const LOCKS: Calls = ("lock", "?flock");
/// How renames are made where files cannot be exchanged in one step.
const OLD_RENAMES: Calls = ("old rename", "?rename,?renameat,?link,?linkat");

/// An error, and what messages call it: in writing, and in reading.
type Error = (&'static str, [&'static str; 2]);
const FULL: Error = ("ENOSPC", ["the disk is full", "No space left on device"]);
const FAULT: Error = ("EIO", ["the disk answered with a fault", "Input/output error"]);
const DENIED: Error = ("EACCES", ["permission is missing", "not allowed to read it"]);

/// More calls of any kind than a build of the small site makes.
const BOUND: usize = 2000;

/// Two thirds of the errors of each call, and most values of N, are used only in the whole
/// campaign.
const SWEEPS: [(Calls, Error, usize); 10] = [
    (WRITES, FULL, 7),
    (RENAMES, FAULT, 7),
    (OLD_RENAMES, FAULT, 9),
    (FOLDERS, DENIED, 5),
    (OPENS, DENIED, 29),
    (SYNCS, FAULT, 9),
    (REMOVALS, DENIED, 5),
    (MODES, DENIED, 11),
    (LISTS, FAULT, 11),
    (LOCKS, FAULT, 2),
];

fn can_trace() -> bool {
    let traced = Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).output();
    let can = traced.is_ok_and(|output| output.status.success());
    if !can {
        println!("skipped: strace is not there or may not trace");
    }
    can
}

/// The build with the n-th of these calls of each thread refused. One thread makes the pages, so
/// that N means the same every time; the umask removes every permission that the program then has
/// to set. For the old renames the newer ones do not exist, as on some file systems.
fn traced(site: &Site, calls: Calls, error: &str, nth: usize) -> Command {
    let build = building(site, &site.path("public"));
    let mut command = Command::new("sh");
    let (name, calls) = calls;
    let older = if name == OLD_RENAMES.0 { "?renameat2" } else { "" };
    let inject = format!("inject={calls}:error={error}:when={nth}");
    let none = format!("inject={older}:error=EINVAL");
    command
        .args(["-c", "umask 077; exec strace \"$@\"", "strace", "-f", "-qq", "-y", "-o"])
        .arg(site.path("trace"))
        .args(["-e", &format!("trace={calls},{older}"), "-e", &inject])
        .args(if older.is_empty() { vec![] } else { vec!["-e", &none] })
        .arg(build.get_program())
        // Also if the site's settings are what cannot be read.
        .args(build.get_args())
        .args(["--language", "en"])
        .current_dir(site.path(""))
        .env("RAYON_NUM_THREADS", "1")
        .env("NO_COLOR", "1")
        .env_remove("SOURCE_DATE_EPOCH");
    command
}

/// The refused calls, as recorded by strace.
fn refused(site: &Site) -> Vec<String> {
    let trace = std::fs::read_to_string(site.path("trace")).expect("a trace");
    std::fs::remove_file(site.path("trace")).expect("the trace");
    let refused = trace.lines().filter(|line| line.contains("(INJECTED)"));
    refused.filter(|line| !line.contains("EINVAL")).map(str::to_owned).collect()
}

/// Whether a call was about a file of the site or its output, and not about a library, a terminal
/// or a thread's wake-up.
fn concerns(call: &str, folder: &Path) -> bool {
    let folder = folder.display().to_string();
    let folder = folder.trim_end_matches('/');
    // The program's current folder is written beside every path, whatever that is.
    call.replace(&format!("AT_FDCWD<{folder}>"), "").contains(folder)
}

/// Checks what a refused build says: which file, and why. That one of the site's own files could
/// not be read is a fault in that file, and is reported like others.
#[track_caller]
fn assert_told(outcome: &Outcome, refused: &[String], causes: [&str; 2], when: &str) {
    let said = &outcome.stderr;
    let of_sources = outcome.status == 1;
    if of_sources {
        let sources = ["/content", "/site.toml", "/addresses.toml"];
        let is_one = refused.iter().any(|call| sources.iter().any(|name| call.contains(name)));
        assert!(is_one, "{when}: {said}");
    } else {
        assert_eq!(outcome.status, 2, "{when}: {said}");
    }
    // Refusals are counted per thread, so that the message itself may have been refused too.
    if !refused.iter().any(|call| call.contains("write(2<")) {
        let paths = ["[SITE]/", "content/", "site.toml", "addresses.toml"];
        let named = paths[..if of_sources { 4 } else { 1 }].iter().any(|path| said.contains(path));
        assert!(named, "{when}: no path: {said}");
        let is_explained = causes.iter().any(|cause| said.contains(cause));
        assert!(is_explained, "{when}: no cause: {said}");
    }
}

/// The outcome of a sweep.
#[derive(Default)]
struct Tally {
    refused: usize,
    /// Refused calls that were not essential: those for the stamps or a closing line.
    survived: usize,
}

fn sweep(calls: Calls, error: Error, step: usize, is_first: bool) {
    let mut tally = Tally::default();
    let whose = if is_first { "a first build" } else { "a build" };
    for nth in (1..BOUND).step_by(step) {
        let site = if is_first { unbuilt() } else { begun() };
        let output = site.path("public");
        let outcome = site.finish(traced(&site, calls, error.0, nth));
        let refused = refused(&site);
        if refused.is_empty() {
            assert_eq!(outcome.status, 0, "{}", outcome.stderr);
            let Tally { refused, survived } = tally;
            println!(
                "{} at {} of {whose}: {refused} refused, {survived} survived",
                error.0, calls.0
            );
            return;
        }
        tally.refused += 1;
        let when = format!("{} at {} {nth} of {whose}: {refused:?}", error.0, calls.0);
        let on_disk: Vec<String> =
            refused.iter().filter(|call| concerns(call, &site.path(""))).cloned().collect();
        assert!(!outcome.stderr.contains("panicked"), "{when}: {}", outcome.stderr);
        if outcome.status == 0 {
            tally.survived += 1;
            assert!(published(&output) == reference().new, "{when}: not the new site");
        } else if !on_disk.is_empty() {
            assert_told(&outcome, &refused, error.1, &when);
        }
        // A second refusal may have hit the undoing of the first; then some files are new.
        match (is_first, output.exists()) {
            (true, false) => {}
            _ if on_disk.len() > 1 => assert_whole(&output, &when),
            (true, true) => assert_first(&site, &on_disk, &when),
            (false, _) => assert_old_or_new(&output, &when),
        }
        assert_mends(&site, &output, &when);
    }
    panic!("more than {BOUND} calls");
}

/// After a first build of which something remains: either it is the whole site, or only the lock
/// that could not be taken and that another process may hold.
#[track_caller]
fn assert_first(site: &Site, on_disk: &[String], when: &str) {
    if published(&site.path("public")) != reference().new {
        let held: Vec<String> = site.files("public").into_keys().collect();
        assert_eq!(held, [".loftesarkiv/lock"], "{when}");
        assert!(on_disk.iter().any(|call| call.contains("flock(")), "{when}");
    }
}

/// Each call with one error, for some N; in the whole campaign each call with each error, for every
/// N.
fn campaign(is_first: bool) {
    if !can_trace() {
        return;
    }
    for (calls, error, step) in SWEEPS {
        let all = [FULL, FAULT, DENIED];
        for error in extent(&[error][..], &all[..]) {
            sweep(calls, *error, extent(step, 1), is_first);
        }
    }
}

#[test]
fn a_refused_call_leaves_the_old_site_or_the_new_one() {
    campaign(false);
}

#[test]
fn a_refused_call_of_the_first_build_leaves_nothing_or_the_whole_site() {
    campaign(true);
}
