//! `watch`: builds again on every change.

use crate::scratch::{Scratch, notice, until};
use crate::server::Program;

const FILE: &str = "content/kommuner/habo/2018/nyhet.md";
const PAGE: &str = "public/kommuner/habo/2018/nyhet.html";
/// A summary line, whatever it sums up.
const BUILT: &str = ", 1 kommun eller område";

#[test]
fn every_change_is_built() {
    let scratch = Scratch::new();
    let watch = Program::start(&scratch, "watch", &[]);
    watch.wait_for(BUILT);
    assert!(scratch.read(PAGE).contains("Först."));
    scratch.write(FILE, &notice("Nyhet", "Ändrad."));
    until("the change is built", || scratch.read(PAGE).contains("Ändrad."));
    until("the second line", || watch.times(BUILT) == 2);
    scratch.write("content/kommuner/habo/2018/till.md", &notice("Till", "Ändrad."));
    until("the third line", || watch.times(BUILT) == 3);
}

#[test]
fn what_it_writes_itself_is_no_change() {
    let scratch = Scratch::new();
    let watch = Program::start(&scratch, "watch", &["--poll"]);
    watch.wait_for(BUILT);
    // Touched, but not changed.
    scratch.write(FILE, &notice("Nyhet", "Först."));
    scratch.write("content/kommuner/habo/2018/till.md", &notice("Till", "Ändrad."));
    until("the second line", || watch.times(BUILT) == 2);
    assert_eq!(watch.times("inget hade ändrats"), 0, "{}", watch.told());
}

#[test]
fn an_error_leaves_what_was_built() {
    let scratch = Scratch::new();
    let watch = Program::start(&scratch, "watch", &[]);
    watch.wait_for(BUILT);
    scratch.write(FILE, "trasig");
    watch.wait_for("Inget skrevs.");
    assert!(scratch.read(PAGE).contains("Först."));
    scratch.rename("content", "undan");
    watch.wait_for("ingen mapp content");
    scratch.rename("undan", "content");
    scratch.write(FILE, &notice("Nyhet", "Hel igen."));
    until("mended and built", || scratch.read(PAGE).contains("Hel igen."));
}

#[test]
fn what_it_publishes_it_records_as_build_does() {
    let scratch = Scratch::new();
    let watch = Program::start(&scratch, "watch", &[]);
    watch.wait_for(BUILT);
    assert!(scratch.read("addresses.toml").contains("kommuner/habo/2018/nyhet.html"));
    scratch.write("content/kommuner/habo/2018/ny.md", &notice("Ny", "Ny."));
    until("the second line", || watch.times(BUILT) == 2);
    assert!(scratch.read("addresses.toml").contains("kommuner/habo/2018/ny.html"));
    scratch.remove(FILE);
    watch.wait_for("address-lost");
    assert!(scratch.read(PAGE).contains("Först."));
    assert_eq!(watch.times("inget hade ändrats"), 0, "{}", watch.told());
}

#[cfg(unix)]
#[test]
fn a_file_replaced_by_one_of_equal_size_and_time_is_built() {
    use std::fs::{File, FileTimes};
    use std::time::{Duration, SystemTime};
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    let age = |path: std::path::PathBuf| {
        let file = File::options().write(true).open(path).expect("a file");
        file.set_times(FileTimes::new().set_modified(long_ago)).expect("its time");
    };
    for replace in [true, false] {
        let scratch = Scratch::new();
        scratch.write("content/kommuner/habo/2018/bild.pdf", "%PDF-1.4 A");
        let linked = "Först. [Bilden](bild.pdf)";
        scratch.write(FILE, &notice("Nyhet", linked));
        for file in [FILE, "content/kommuner/habo/2018/bild.pdf"] {
            age(scratch.path(file));
        }
        let watch = Program::start(&scratch, "watch", &["--poll"]);
        watch.wait_for(BUILT);
        // The files would be trusted by now, if only size and time counted.
        for (file, text) in [
            (FILE, notice("Nyhet", "Efter. [Bilden](bild.pdf)")),
            ("content/kommuner/habo/2018/bild.pdf", "%PDF-1.4 B".to_owned()),
        ] {
            let fresh = if replace { "undan" } else { file };
            scratch.write(fresh, &text);
            age(scratch.path(fresh));
            if replace {
                scratch.rename(fresh, file);
            }
        }
        until("the text is built", || scratch.read(PAGE).contains("Efter."));
        until("the attachment is built", || {
            scratch.read("public/kommuner/habo/2018/bild.pdf").ends_with('B')
        });
    }
}

#[test]
fn the_output_may_stand_elsewhere() {
    let scratch = Scratch::new();
    let output = scratch.path("byggd");
    let watch = Program::start(&scratch, "watch", &["--output", output.to_str().expect("a path")]);
    watch.wait_for(BUILT);
    scratch.write(FILE, &notice("Nyhet", "Ändrad."));
    until("the change is built", || {
        scratch.read("byggd/kommuner/habo/2018/nyhet.html").contains("Ändrad.")
    });
    assert!(!scratch.path("public").exists());
    watch.wait_for("Det här var ett prov i");
    assert!(!scratch.path("addresses.toml").exists());
    // In a trial, a page may go again.
    scratch.remove(FILE);
    until("the page is gone", || !scratch.path("byggd/kommuner/habo/2018/nyhet.html").exists());
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_well() {
    let scratch = Scratch::new();
    let mut watch = Program::start(&scratch, "watch", &[]);
    watch.wait_for(BUILT);
    assert_eq!(watch.interrupt().code(), Some(0));
}
