//! Ctrl-C. A command that would run for ever ends at once with exit status 0, because that is how
//! it is meant to end. A build ends as soon as the site can be left as it was.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{io, process, thread};

use tokio::runtime::Runtime;

use crate::failure::Failure;
use crate::text;

/// Makes Ctrl-C end the program at once with exit status 0.
pub fn ends_well() -> Result<(), Failure> {
    listen(|runtime| {
        if runtime.block_on(asked_to_end()).is_ok() {
            process::exit(0);
        }
    })
}

/// Returns a flag that is set when somebody presses Ctrl-C. A second Ctrl-C exits at once, which
/// publishing can cope with at any moment.
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

/// Whether the program was started so as to outlive its terminal, as with `nohup`.
#[cfg(unix)]
fn hangup_is_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // SIGHUP is the first of the signals.
    ignored.is_some_and(|mask| mask & 1 != 0)
}

/// Waits for Ctrl-C, for the signal that a system sends to a program that is to end, or for the end
/// of the terminal that it was started in.
async fn asked_to_end() -> io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        if hangup_is_ignored() {
            return tokio::select! {
                asked = tokio::signal::ctrl_c() => asked,
                _ = terminate.recv() => Ok(()),
            };
        }
        let mut hangup = signal(SignalKind::hangup())?;
        tokio::select! {
            asked = tokio::signal::ctrl_c() => asked,
            _ = terminate.recv() => Ok(()),
            _ = hangup.recv() => Ok(()),
        }
    }
    // A console that is closed, and a user who logs off, give the program a few seconds.
    #[cfg(windows)]
    {
        use tokio::signal::windows::{ctrl_break, ctrl_close, ctrl_logoff, ctrl_shutdown};
        let (mut pause, mut close) = (ctrl_break()?, ctrl_close()?);
        let (mut log_off, mut shut_down) = (ctrl_logoff()?, ctrl_shutdown()?);
        tokio::select! {
            asked = tokio::signal::ctrl_c() => asked,
            _ = pause.recv() => Ok(()),
            _ = close.recv() => Ok(()),
            _ = log_off.recv() => Ok(()),
            _ = shut_down.recv() => Ok(()),
        }
    }
    #[cfg(not(any(unix, windows)))]
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
