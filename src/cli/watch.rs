//! `watch`: builds again on every change.

use std::path::PathBuf;

use super::arguments::{Global, WatchOptions};
use super::build::{Telling, build};
use super::destination::OutputDestination;
use super::outcome::CommandOutcome;
use super::{interrupt, session, tell};
use crate::failure::Failure;
use crate::preview::Wake;
use crate::scan::Scan;
use crate::text;

/// Builds now and on every change, until Ctrl-C.
pub fn run(global: &Global, options: &WatchOptions) -> Result<CommandOutcome, Failure> {
    interrupt::ends_well()?;
    session::finish_move(global)?;
    let mut scan = Scan::new(&global.site, options.output.output.iter().cloned().collect())?;
    let to = OutputDestination::of(&scan, &options.output)?;
    let mut wake = Wake::new(&scan, options.poll.poll);
    let session = session::of(&scan, global, false)?;
    tell::line(
        global,
        session.language(),
        &text!(
            "Bygger vid varje ändring (avsluta med Ctrl-C).",
            "Building on every change (end with Ctrl-C)."
        ),
    );
    // What the build itself has changed, such as the ledger, is nothing to tell of.
    let telling = Telling { all: false, unchanged: false };
    build(global, &to, &session, telling, &|| false)?;
    drop(session);
    let mut unreadable = false;
    loop {
        let heard = wake.wait();
        match wake.look(|| scan.look_after(heard.iter().map(PathBuf::as_path))) {
            Ok(changed) if changed || unreadable => {
                unreadable = false;
                let built = session::of(&scan, global, false)
                    .and_then(|session| build(global, &to, &session, telling, &|| false));
                if let Err(failure) = built {
                    tell::failure(global, &failure);
                }
            }
            Ok(_) => {}
            Err(_) if unreadable => {}
            Err(error) => {
                unreadable = true;
                tell::failure(global, &error.into());
            }
        }
    }
}
