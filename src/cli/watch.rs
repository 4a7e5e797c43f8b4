//! `watch`: builds again on every change.

use super::arguments::{Global, WatchOptions};
use super::build::build;
use super::outcome::CommandOutcome;
use super::{interrupt, session, tell};
use crate::build::LedgerUse;
use crate::failure::Failure;
use crate::preview::Wake;
use crate::scan::Scan;
use crate::{publish, text};

/// Builds now and on every change, until Ctrl-C.
pub fn run(global: &Global, options: &WatchOptions) -> Result<CommandOutcome, Failure> {
    interrupt::ends_well()?;
    let folder = options.output.folder(&global.site);
    let output = publish::check_output(&global.site, &folder, std::env::home_dir().as_deref())?;
    let mut scan = Scan::new(&global.site, vec![output.path().to_owned()])?;
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
    build(global, &output, &session, LedgerUse::Left, false, &|| false)?;
    drop(session);
    let mut unreadable = false;
    loop {
        wake.wait();
        match wake.look(|| scan.look()) {
            Ok(changed) if changed || unreadable => {
                unreadable = false;
                let built = session::of(&scan, global, false).and_then(|session| {
                    build(global, &output, &session, LedgerUse::Left, false, &|| false)
                });
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
