//! Tables to which the editor gives names, such as `[publish.prov]`: the keys of the table above
//! them are those that the schema declares, and all other tables in it are such.

use toml::de::DeValue;

use super::place::TablePosition;
use super::table::Table;
use super::values::Value;
use crate::diagnostic::Spanned;
use crate::schema::{Key, Type};

impl<'a> Table<'a> {
    /// The tables below this one that the editor has named, in the order of the file.
    pub fn named(&self) -> Vec<(Spanned<String>, Table<'a>)> {
        let Some(key) = self.holder_of_named() else { return Vec::new() };
        let mut found: Vec<(Spanned<String>, Table<'a>)> = self
            .entries
            .iter()
            .filter(|(name, value)| self.is_named(name.get_ref(), value.get_ref()))
            .filter_map(|(name, value)| {
                let span = self.reader.absolute(name.span());
                let value = Value::new(self.reader, key.name, value, false);
                let table = value.table(TablePosition::Named { key })?;
                Some((Spanned::new(name.get_ref().to_string(), span), table))
            })
            .collect();
        found.sort_by_key(|(name, _)| name.span.start);
        found
    }

    /// Whether what stands in this table under a name is a table that the editor has named.
    pub(super) fn is_named(&self, name: &str, value: &DeValue<'_>) -> bool {
        self.holder_of_named().is_some()
            && matches!(value, DeValue::Table(_))
            && self.row(name).is_none()
    }

    /// The key that holds this table, if tables below it may have names of their own.
    fn holder_of_named(&self) -> Option<&'static Key> {
        match self.place {
            TablePosition::Under { key, .. } if matches!(key.holds, Type::Named { .. }) => {
                Some(key)
            }
            TablePosition::Under { .. } | TablePosition::Root | TablePosition::Named { .. } => None,
        }
    }
}
