//! Ctrl-C ends a command that would go on for ever: at once, and with exit status 0, because that is
//! how it is meant to end. Publishing bears being cut off anywhere.

use std::{io, process, thread};

use super::Failure;
use crate::text;

/// From now on Ctrl-C ends the program well.
pub fn ends_well() -> Result<(), Failure> {
    let cannot = |error: io::Error| Failure {
        message: text!(
            "Det gick inte att lyssna efter Ctrl-C: {error}.",
            "Could not listen for Ctrl-C: {error}."
        ),
        help: text!("Försök igen.", "Try again."),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(cannot)?;
    let wait = move || {
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            process::exit(0);
        }
    };
    thread::Builder::new().name("ctrl-c".to_owned()).spawn(wait).map_err(cannot)?;
    Ok(())
}
