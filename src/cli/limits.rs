//! Whether the system lets the program have the few files and threads that it needs.

#[cfg(unix)]
use std::fs::File;

use crate::failure::Failure;

/// Sources, outputs, signals and threads need more than this many open files at a time.
#[cfg(unix)]
const FILES: usize = 32;

/// Fails if the system allows too few open files, and makes do with one thread if it allows no more.
pub fn check() -> Result<(), Failure> {
    let pool = || rayon::ThreadPoolBuilder::new();
    if pool().build().is_err() {
        // A pool that is already there, as in tests, stays.
        let _ = pool().num_threads(1).use_current_thread().build_global();
    }
    #[cfg(unix)]
    {
        let open: std::io::Result<Vec<File>> = (0..FILES).map(|_| File::open("/")).collect();
        if let Err(error) = open
            && crate::diagnostic::os_error::is_too_many_open(&error)
        {
            return Err(Failure {
                message: crate::text!(
                    "Systemet låter programmet ha för få filer öppna samtidigt.",
                    "The system lets the program have too few files open at a time."
                ),
                help: crate::text!(
                    "Höj gränsen och försök igen, till exempel med ”ulimit -n 256”.",
                    "Raise the limit and try again, such as with “ulimit -n 256”."
                ),
            });
        }
    }
    Ok(())
}
