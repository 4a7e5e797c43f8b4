//! Publishing over SFTP that is killed while it sends, at one moment after another: the program and its
//! `sftp`, or the program alone, whose `sftp` does not know of it. After each, no stranger's file has
//! been touched, every file is whole, and the next run finishes at once.

use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::extent;
use crate::server::{Server, server};
use crate::sites::Published;

/// Kills a run some milliseconds after it has begun to send, with what it has started or alone; whether
/// it had not ended by then.
fn kill(server: &Server, published: &Published, milliseconds: u64, alone: bool) -> bool {
    let begun = server.folder.path("begun");
    let _ = std::fs::remove_file(&begun);
    let mut command = server.command(published, &[]);
    command.env("BEGUN", &begun).process_group(0).stdout(Stdio::null()).stderr(Stdio::null());
    let mut program = command.spawn().expect("the program starts");
    while !begun.exists() {
        let ended = program.try_wait().expect("a status");
        assert!(ended.is_none(), "it ended before it sent anything");
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(Duration::from_millis(milliseconds));
    let id = program.id();
    let whom = if alone { id.to_string() } else { format!("-{id}") };
    let _ = Command::new("kill").args(["-KILL", "--", &whom]).stderr(Stdio::null()).status();
    program.wait().expect("it ends").code().is_none()
}

#[test]
fn killed_while_it_sends_the_next_run_finishes() {
    let Some(server) = server("") else { return };
    server.tells_when_it_sends();
    let mut killed = [0, 0];
    for n in extent(vec![40, 41, 120, 121], (0..200).collect()) {
        let published = server.site();
        server.publish(&published, &[]).succeeds();
        let published = published.with_strangers().changed();
        published.site.run(&["build", "--quiet"]).succeeds();
        let (old, new) = (published.there(), published.site.published());
        let alone = n % 2 == 1;
        let when = format!("killed after {} ms, alone: {alone}", n * 3);
        killed[usize::from(alone)] += usize::from(kill(&server, &published, n * 3, alone));

        // An sftp that is alone may still be at work, and meets the next run.
        if !alone {
            published.strangers_are_untouched(&when);
            published.is_whole(&old, &new, &when);
        }
        server.publish(&published, &["--verify"]).succeeds();
        published.is_published(&format!("{when}, the next run"));
        published.strangers_are_untouched(&when);
    }
    println!("killed {} times with its sftp, {} times alone", killed[0], killed[1]);
    assert!(killed[0] > 0 && killed[1] > 0);
}
