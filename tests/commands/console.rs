//! A console of Windows: colours are switched on in it before they are written, and a build ends in
//! order when it is closed. What does this to a console is `tests/support/console.c`, which
//! `tests/windows` compiles.

use std::ffi::OsString;
use std::fs;
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::Site;

/// Gives a process a console of its own, without a window.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

/// What does something with a console, if `tests/windows` has compiled it.
fn console() -> Option<OsString> {
    let program = std::env::var_os("CONSOLE");
    if program.is_none() {
        println!("skipped: tests/windows makes the program that opens and closes consoles");
    }
    program
}

/// What stands on the screen of a console after a command, and whether colours have been switched on.
fn shown(program: &OsString, no_color: &str) -> String {
    let site = Site::empty()
        .write("site.toml", "title = \"A\"\n")
        .write("content/sida.md", "+++\nkind = \"page\"\n+++\n\nText.\n");
    let check = site.command(&["check"]);
    let mut command = Command::new(program);
    command.arg("show").arg(check.get_program()).args(check.get_args());
    command.env("NO_COLOR", no_color).creation_flags(CREATE_NO_WINDOW);
    site.finish(command).succeeds().stdout
}

#[test]
fn colours_are_switched_on_in_a_console_that_has_them_off() {
    let Some(program) = console() else { return };
    let screen = shown(&program, "");
    assert!(screen.starts_with("colours on"), "{screen}");
    assert!(screen.contains("missing-key"), "{screen}");

    let screen = shown(&program, "1");
    assert!(screen.starts_with("colours off"), "{screen}");
    assert!(screen.contains("fel[missing-key]"), "{screen}");
    assert!(!screen.contains("[91m"), "{screen}");
}

#[test]
fn a_build_whose_console_is_closed_leaves_the_site_as_it_was() {
    let Some(program) = console() else { return };
    let page = |title: &str| format!("+++\nkind = \"page\"\ntitle = \"{title}\"\n+++\n\nText.\n");
    let site = Site::empty()
        .write("site.toml", "title = \"A\"\nlanguage = \"sv\"\n")
        .write("content/sida.md", page("Först"))
        .build();
    let before = site.published();
    // So many pages that it is long under way.
    let site = (0..1500)
        .fold(site, |site, n| site.write(&format!("content/p{n}.md"), page(&format!("Sidan {n}"))));
    let mut build = site.command(&["build"]);
    build.creation_flags(CREATE_NO_WINDOW).env("RAYON_NUM_THREADS", "1");
    let mut build = build.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a build");
    let begun = Instant::now();
    while !is_staging(&site.path("public/.loftesarkiv")) {
        assert!(build.try_wait().expect("a status").is_none(), "it has ended already");
        assert!(begun.elapsed() < Duration::from_secs(60), "it never begins");
        thread::sleep(Duration::from_millis(5));
    }
    let closed = Command::new(program).arg("close").arg(build.id().to_string()).status();
    assert!(closed.expect("a console").success());
    let ended = build.wait_with_output().expect("its end");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(said.contains("Bygget avbröts. Webbplatsen är som den var."), "{said}");
    assert!(before == site.published(), "{said}");
    site.run(&["build"]).succeeds();
    assert!(site.path("public/p1499.html").exists());
}

/// Whether a build has begun to write pages.
fn is_staging(folder: &Path) -> bool {
    let pages = fs::read_dir(folder.join("staging")).into_iter().flatten().flatten();
    pages.count() > 0
}
