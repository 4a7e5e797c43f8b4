//! What is known of a new file before it is filled in.

use crate::model::ContentPathBuf;
use crate::schema::Kind;
use crate::toml_text;

/// A file to be written.
pub struct NewFile {
    pub path: ContentPathBuf,
    /// The keys whose values are known, with their values as TOML.
    pub known: Vec<(&'static str, String)>,
}

/// The text of a file that holds only what is known, without explanations: its keys, further lines of
/// front matter, and its body.
pub fn plain(kind: Kind, known: &[(&'static str, String)], lines: &str, body: &str) -> String {
    let mut text = format!("+++\nkind = \"{}\"\n", kind.as_str());
    for key in kind.keys() {
        if let Some((name, value)) = known.iter().find(|(name, _)| *name == key.name) {
            text.push_str(&format!("{name} = {value}\n"));
        }
    }
    text.push_str(lines);
    text.push_str("+++\n\n");
    text.push_str(body);
    text
}

/// A name as TOML. Control characters get into a command line by mistake and are removed.
pub fn quoted(name: &str) -> String {
    toml_text::basic(&name.replace(char::is_control, " "))
}

/// A period of several years as TOML.
pub fn span(year: i16, until: i16) -> String {
    format!("{{ from = {year}, until = {until} }}")
}
