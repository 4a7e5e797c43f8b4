//! A word of the index.

use super::code::Posting;

/// A stem and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub text: String,
    /// Where it is filed.
    pub filed: String,
    /// In ascending order.
    pub list: Vec<Posting>,
}
