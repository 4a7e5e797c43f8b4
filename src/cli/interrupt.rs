//! Ctrl-C. It ends a command that would go on for ever at once, and with exit status 0, because that
//! is how it is meant to end. A build it ends as soon as the site can be left as it was.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{io, process, thread};

use tokio::runtime::Runtime;

use crate::failure::Failure;
use crate::text;

/// From now on Ctrl-C ends the program well.
pub fn ends_well() -> Result<(), Failure> {
    listen(|runtime| {
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            process::exit(0);
        }
    })
}

/// Whether somebody has asked the program to end since this was called. Who asks twice will not
/// wait: then it ends at once, which publishing bears anywhere.
pub fn noticed() -> Result<Arc<AtomicBool>, Failure> {
    let asked = Arc::new(AtomicBool::new(false));
    let noticed = asked.clone();
    listen(move |runtime| {
        while runtime.block_on(asked_to_end()).is_ok() {
            if noticed.swap(true, Ordering::Relaxed) {
                process::exit(2);
            }
        }
    })?;
    Ok(asked)
}

/// Ctrl-C, or what a system sends to a program that is to end.
async fn asked_to_end() -> io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            asked = tokio::signal::ctrl_c() => asked,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

fn listen(wait: impl FnOnce(Runtime) + Send + 'static) -> Result<(), Failure> {
    let cannot = |error: io::Error| Failure {
        message: text!(
            "Det gick inte att lyssna efter Ctrl-C: {error}.",
            "Could not listen for Ctrl-C: {error}."
        ),
        help: text!("Försök igen.", "Try again."),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(cannot)?;
    thread::Builder::new()
        .name("ctrl-c".to_owned())
        .spawn(|| wait(runtime))
        .map_err(cannot)
        .map(|_| ())
}
