//! What every connection of the server knows.

use std::path::PathBuf;

use super::guard::Guard;

/// What every connection knows.
pub struct ServerState {
    pub guard: Guard,
    /// The site's folder in its canonical form.
    pub site: PathBuf,
}
