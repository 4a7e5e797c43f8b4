//! The outcome of a command that could run.

/// The outcome of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandOutcome {
    /// Exit status 0.
    Done,
    /// Exit status 1: errors in the site's own files.
    Errors,
}
