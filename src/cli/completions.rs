//! Shell completions and the man page, generated from the definition of the commands.

use std::io::{self, Write};

use super::arguments;
use super::outcome::CommandOutcome;
use super::tell::{cannot_print, unprinted};
use crate::failure::Failure;

/// Prints the completions of a shell.
pub fn shell(shell: clap_complete::Shell) -> Result<CommandOutcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut arguments::command(), "loftesarkiv", &mut script);
    print(&script)
}

/// Prints the man page.
pub fn man() -> Result<CommandOutcome, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(arguments::command())
        .render(&mut page)
        .map_err(|error| cannot_print(&error))?;
    print(&page)
}

/// Prints bytes on stdout.
pub fn print(bytes: &[u8]) -> Result<CommandOutcome, Failure> {
    io::stdout().lock().write_all(bytes).or_else(|error| unprinted(&error))?;
    Ok(CommandOutcome::Done)
}
