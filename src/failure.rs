//! Why something that was asked for could not be done at all: no fault in the site's own files,
//! which are problems, but in how or where the program was asked.

use crate::diagnostic::Text;

/// What went wrong, and what to do about it.
#[derive(Debug)]
pub struct Failure {
    pub message: Text,
    /// Empty when there is nothing to be done.
    pub help: Text,
}
