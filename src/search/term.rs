//! A word of the index.

/// A stem and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub text: Box<str>,
    /// Where it is filed.
    pub filed: Box<str>,
    /// Where it stands, as a script reads it (`search/code.rs`).
    pub list: Box<str>,
}
