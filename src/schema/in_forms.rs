//! What forms have for some keys beyond a field.

use super::both::Both;

/// The words for one of the tables of a key, whose label speaks of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneTable {
    /// "Underskrift"
    pub label: Both,
    /// "en underskrift"
    pub with_article: Both,
}

/// What forms suggest for a key: the words that documents of the same places have for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    Organisations,
    People,
    Roles,
}

impl Completion {
    pub const ALL: [Completion; 3] =
        [Completion::Organisations, Completion::People, Completion::Roles];
}
