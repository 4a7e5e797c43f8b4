//! How a command that could run went.

/// What became of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandOutcome {
    /// Exit status 0.
    Done,
    /// Exit status 1: errors in the site's own files.
    Errors,
}
