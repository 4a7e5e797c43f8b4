//! `loftesarkiv`: parse the arguments, run the command, turn its outcome into an exit status.

use std::process::ExitCode;

/// Pages consist of very many small values, and glibc's allocator took a quarter of the time of a
/// build. Other allocators have not been measured, so elsewhere the system's own is used.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    loftesarkiv::cli::run(std::env::args_os())
}
