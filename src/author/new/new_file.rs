//! What is known of a new file before it is filled in.

use crate::model::ContentPathBuf;
use crate::toml_text;

/// A file to be written.
pub struct NewFile {
    pub path: ContentPathBuf,
    /// The keys whose values are known, with their values as TOML.
    pub known: Vec<(&'static str, String)>,
}

/// A name as TOML. Control characters get into a command line by mistake and are removed.
pub fn quoted(name: &str) -> String {
    toml_text::basic(&name.replace(char::is_control, " "))
}
