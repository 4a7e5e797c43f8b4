//! What is known of a new file before it is filled in.

/// A file to be written.
pub struct Fresh {
    /// Relative to `content/`.
    pub path: String,
    /// The keys whose values are known, as TOML.
    pub known: Vec<(&'static str, String)>,
}

/// A text as TOML.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            // On a command line by mistake; never wanted in a name.
            control if control.is_control() => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
