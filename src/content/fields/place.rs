//! The position of a table in its file, and the keys that it was asked for.

use crate::schema::{Form, Key};

/// The position of a table.
#[derive(Debug, Clone, Copy)]
pub enum TablePosition {
    /// The file's own keys.
    Root,
    /// The value of a key, such as `[contact]`, `[[sources]]` or `period = { … }`.
    Under {
        key: &'static Key,
        /// The name of the table that contains the key; empty if the key is the file's own.
        above: &'static str,
    },
    /// A table that the editor has named, below the table of this key, such as `[publish.prov]`.
    Named { key: &'static Key },
}

impl TablePosition {
    /// Whether these are the file's own keys.
    pub fn is_root(self) -> bool {
        matches!(self, TablePosition::Root)
    }

    /// Whether there may be several tables in this position.
    pub fn is_list(self) -> bool {
        match self {
            TablePosition::Root | TablePosition::Named { .. } => false,
            TablePosition::Under { key, .. } => key.holds.form() == Form::Tables,
        }
    }

    /// As written in a file.
    pub fn header(self) -> String {
        match self {
            TablePosition::Root => String::new(),
            TablePosition::Under { key, above } => key.header(above),
            TablePosition::Named { key } => format!("[{}.…]", key.name),
        }
    }

    /// The name of the key that holds the table; empty for the file's own keys.
    pub fn name(self) -> &'static str {
        match self {
            TablePosition::Root => "",
            TablePosition::Under { key, .. } | TablePosition::Named { key } => key.name,
        }
    }
}

/// The keys that a table was asked for. They are recorded only in builds with debug assertions.
#[derive(Debug, Default)]
pub(super) struct AskedKeys {
    #[cfg(debug_assertions)]
    keys: std::cell::RefCell<Vec<&'static str>>,
}

impl AskedKeys {
    #[cfg(debug_assertions)]
    pub(super) fn add(&self, key: &'static str) {
        self.keys.borrow_mut().push(key);
    }

    #[cfg(not(debug_assertions))]
    pub(super) fn add(&self, _: &'static str) {}

    /// Checks that each declared key was asked for. Whether each key that is asked for is declared
    /// is checked when that happens.
    #[cfg(debug_assertions)]
    pub(super) fn are_all(&self, declared: impl Iterator<Item = &'static Key>, table: &str) {
        for key in declared {
            let name = key.name;
            assert!(self.keys.borrow().contains(&name), "{name} of {table:?} is never read");
        }
    }
}
