//! What can be done about what was found.

/// What can be done about a number that only looks like a personal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Remedy {
    /// The document can accept it.
    Accept,
    /// Nothing can accept it there.
    Remove,
}
