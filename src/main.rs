//! `loftesarkiv`: parse the arguments, run the command, turn its outcome into an exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    loftesarkiv::cli::run(std::env::args_os())
}
