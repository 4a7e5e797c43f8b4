//! What a key should hold, judging by its type.

/// What a key should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    Text,
    Flag,
    Date,
    Period,
    Table,
    Tables,
}

impl Expected {
    /// The bracket form of a table or a list of tables.
    pub(super) fn header(self, key: &str) -> String {
        match self {
            Expected::Tables => format!("[[{key}]]"),
            _ => format!("[{key}]"),
        }
    }
}
