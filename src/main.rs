//! `loftesarkiv`: parse the arguments, run the command, turn its outcome into an exit status.

use std::process::ExitCode;

/// Pages are made of very many small values: glibc's allocator took a quarter of a build. Elsewhere
/// that has not been measured, and the system's own is used.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    loftesarkiv::cli::run(std::env::args_os())
}
