//! `loftesarkiv`: parse the arguments, run the command, turn its outcome into an exit status.

use std::process::ExitCode;

/// Pages are made of very many small values: the system's allocator took a quarter of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    loftesarkiv::cli::run(std::env::args_os())
}
