//! Making a package on a disk that fails at each operation in turn, once or for good, and when a
//! file changes meanwhile. Afterwards there is the whole package with its record, or neither.
//!
//! An ordinary run tries some of the operations that make the package and all that put it in place;
//! `FAULTS=all` tries every one.

#[path = "../publish/disk.rs"]
#[allow(dead_code)] // the part for pages
mod disk;

use std::collections::BTreeMap;

use loftesarkiv::archive::Drafts;
use loftesarkiv::failure::Failure;
use loftesarkiv::pipeline::Options;
use loftesarkiv::publish::disk::Disk;
use loftesarkiv::scan::Scan;
use loftesarkiv::seal::{self, SealOutcome, SealRequest};
use loftesarkiv::session::Session;

use crate::support::Site;
use crate::{PACKAGE, RECORD, archive};
use disk::{Fails, FaultyDisk, QuickDisk};

fn session(site: &Site, day: i8) -> Session {
    let scan = Scan::new(&site.path(""), Vec::new()).expect("a site");
    let options = Options {
        today: jiff::civil::date(2026, 11, day),
        drafts: Drafts::Hidden,
        strict: false,
        language: None,
    };
    Session::new(&scan, options)
}

fn seal(disk: &dyn Disk, site: &Site, session: &Session) -> Result<SealOutcome, Failure> {
    let request = SealRequest {
        years: 2018..=2018,
        supplement: false,
        output: &site.path("packages"),
        interrupted: &|| false,
    };
    // On one thread the operations are always the same, in the same order.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    pool.install(|| seal::seal_on(disk, session, &request))
}

/// The packages and records.
fn made(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut files = site.files("");
    files.retain(|path, _| path.starts_with("packages/") || path.starts_with("seals/"));
    files.retain(|path, _| !crate::is_lasting_lock(path));
    files
}

fn cleared(site: Site) -> Site {
    let packages = site.path("packages").exists();
    let records = site.path("seals").exists();
    let site = if packages { site.remove("packages") } else { site };
    if records { site.remove("seals") } else { site }
}

#[track_caller]
fn sweep(fails: Fails) {
    let mut site = archive();
    let today = session(&site, 28);
    let tomorrow = session(&site, 29);
    let counted = FaultyDisk::new(usize::MAX, fails);
    assert!(seal(&counted, &site, &today).is_ok());
    let operations = counted.count.into_inner();
    assert!(operations > 60, "only {operations} operations: the sweep is worth little");
    let whole = made(&site);
    assert_eq!(whole.len(), 4, "{:?}", whole.keys());
    let all = std::env::var_os("FAULTS").is_some_and(|value| value == "all");
    // The last of them put the package in place and clear up.
    let tried = |at: &usize| all || at.is_multiple_of(61) || at + 26 > operations;
    for at in (0..operations).filter(tried) {
        site = cleared(site);
        let disk = FaultyDisk::new(at, fails);
        let outcome = seal(&disk, &site, &today);
        let is_sealed = matches!(outcome, Ok(SealOutcome::Sealed(_)));
        assert!(disk.failed(), "operation {at} of {operations} did not happen");
        let now = made(&site);
        assert_eq!(now.contains_key(RECORD), is_sealed, "operation {at}: {:?}", now.keys());
        if fails == Fails::Once {
            // What could not be removed just then may stay until the next package.
            let outside = |path: &&String| !path.contains("/.loftesarkiv/");
            let left: Vec<&String> = now.keys().filter(outside).collect();
            assert_eq!(left.len(), if is_sealed { 4 } else { 0 }, "operation {at}: {left:?}");
        }
        if let Some(zip) = now.get(&format!("{PACKAGE}.zip")) {
            assert!(*zip == whole[&format!("{PACKAGE}.zip")], "operation {at}: half a package");
        }
        // The next package, on another day and so with other bytes, finds nothing in its way. After
        // what failed only once, it is tried where something may have been left.
        if !is_sealed && (all || fails == Fails::FromThere || !now.is_empty()) {
            let again = seal(&QuickDisk, &site, &tomorrow);
            assert!(matches!(again, Ok(SealOutcome::Sealed(_))), "operation {at}");
            let names = made(&site).into_keys().collect::<Vec<_>>();
            assert_eq!(names, whole.keys().cloned().collect::<Vec<_>>(), "operation {at}: litter");
        }
    }
}

#[test]
fn a_disk_that_fails_once_leaves_the_whole_package_or_nothing() {
    sweep(Fails::Once);
}

#[test]
fn a_package_that_was_cut_off_is_made_by_the_next_command() {
    sweep(Fails::FromThere);
}

#[test]
fn a_program_that_is_killed_leaves_the_whole_package_or_nothing_that_is_in_the_way() {
    let site = archive();
    let start = std::time::Instant::now();
    site.run(&["seal", "2018"]).succeeds();
    // When it dies depends on the computer; what must hold does not.
    let takes = start.elapsed();
    let whole = made(&site);
    let mut site = cleared(site);
    let all = std::env::var_os("FAULTS").is_some_and(|value| value == "all");
    let moments = if all { 100 } else { 6 };
    for moment in 0..moments {
        let mut running = site.command(&["seal", "2018"]);
        let mut running = running.stderr(std::process::Stdio::null()).spawn().expect("it starts");
        std::thread::sleep(takes * moment / moments + takes / (2 * moments));
        running.kill().expect("killed");
        running.wait().expect("its end");
        let now = made(&site);
        if now.contains_key(RECORD) {
            assert!(now[&format!("{PACKAGE}.zip")] == whole[&format!("{PACKAGE}.zip")]);
        } else {
            site.set_today("2026-11-29");
            site.run(&["seal", "2018"]).succeeds();
            site.set_today("2026-11-28");
            let names: Vec<String> = made(&site).into_keys().collect();
            assert_eq!(names, whole.keys().cloned().collect::<Vec<_>>(), "moment {moment}");
        }
        site = cleared(site);
    }
}

#[test]
fn a_file_that_changes_meanwhile_is_not_packed() {
    let site = archive();
    let session = session(&site, 28);
    let site = site.write("content/kommuner/habo/2018/avtal.pdf", "%PDF-1.4\nannat\n");
    let outcome = seal(&QuickDisk, &site, &session);
    let Ok(SealOutcome::NotMade(problems)) = outcome else { panic!("a package was made") };
    assert_eq!(problems[0].code.as_str(), "attachment-changed");
    assert_eq!(made(&site).len(), 0);
}

#[test]
fn two_packages_are_not_made_at_once() {
    let site = archive();
    let session = session(&site, 28);
    let own = site.path("packages/.loftesarkiv");
    std::fs::create_dir_all(&own).expect("a folder");
    let lock = QuickDisk.lock(&own.join("lock")).expect("a lock").expect("nobody has it");
    let refused = seal(&QuickDisk, &site, &session).err().expect("refused");
    assert!(refused.message.sv.contains("just nu"), "{}", refused.message.sv);
    drop(lock);
    assert!(matches!(seal(&QuickDisk, &site, &session), Ok(SealOutcome::Sealed(_))));
}
