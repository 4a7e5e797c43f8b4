//! Why a request could not be carried out at all. Such a failure is not a fault in the site's own
//! files, which would be a problem, but in how or where the program was run.

use crate::diagnostic::Text;

/// What went wrong, and what to do about it.
#[derive(Debug)]
pub struct Failure {
    pub message: Text,
    /// Empty if there is nothing to be done.
    pub help: Text,
}
