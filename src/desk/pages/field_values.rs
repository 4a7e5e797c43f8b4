//! The values of a version of a file, to be compared with those of another.

use std::collections::BTreeMap;

use toml_edit::{Document, Item, TableLike};

use crate::desk::fields::{cards, shown_list};
use crate::desk::text::FileText;

/// The values of a version, by the names of their fields.
pub type FieldValues = BTreeMap<String, String>;

/// The values of a file by the names of their fields.
pub fn values(text: &FileText) -> FieldValues {
    let mut found = Document::parse(text.toml()).map(|toml| of_toml(&toml)).unwrap_or_default();
    if let Some(body) = text.body() {
        found.insert("body".to_owned(), body.trim().to_owned());
    }
    found
}

/// The values of front matter, likewise.
pub fn of_toml(toml: &Document<String>) -> FieldValues {
    let mut found = BTreeMap::new();
    of_table(toml.as_table(), "", &mut found);
    found
}

fn of_table(table: &dyn TableLike, prefix: &str, found: &mut FieldValues) {
    for (name, item) in table.iter() {
        let name = format!("{prefix}{name}");
        let inner = cards(item);
        match (item, inner.is_empty()) {
            (Item::None, _) => {}
            (_, false) => {
                for (n, card) in inner.into_iter().enumerate() {
                    of_table(card, &format!("{name}.{n}."), found);
                }
            }
            (item, true) => match item.as_table_like() {
                Some(inner) => of_table(inner, &format!("{name}."), found),
                None => {
                    found.insert(name, shown_list(item).join("\n").trim().to_owned());
                }
            },
        }
    }
}
