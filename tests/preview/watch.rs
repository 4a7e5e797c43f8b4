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
    scratch.remove(FILE);
    until("the page is gone", || !scratch.path(PAGE).exists());
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
fn only_build_writes_in_the_ledger() {
    let scratch = Scratch::new();
    let watch = Program::start(&scratch, "watch", &[]);
    watch.wait_for(BUILT);
    drop(watch);
    assert!(!scratch.path("addresses.toml").exists());
    let mut build = Program::start(&scratch, "build", &[]);
    assert_eq!(build.ended().code(), Some(0));
    assert!(scratch.read("addresses.toml").contains("kommuner/habo/2018/nyhet.html"));
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
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_well() {
    let scratch = Scratch::new();
    let mut watch = Program::start(&scratch, "watch", &[]);
    watch.wait_for(BUILT);
    assert_eq!(watch.interrupt().code(), Some(0));
}
