//! What every connection of the server shares.

use std::path::PathBuf;

use super::guard::Guard;

/// What every connection shares.
pub struct ServerState {
    pub guard: Guard,
    /// The site's folder in canonical form.
    pub site: PathBuf,
    /// The origin of the desk, if pages can be edited.
    pub desk: Option<String>,
}
