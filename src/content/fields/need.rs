//! Keys that must be there, and what to say where they are not.

use toml::de::DeValue;

use super::leftovers::is_slip;
use super::table::Table;
use crate::diagnostic::Code;
use crate::schema::{Kind, Need};
use crate::text;

impl Table<'_> {
    /// A required key's value: reports its absence. One of the file's own makes it unusable.
    pub fn need<T>(&self, key: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.lacks(key);
        }
        value
    }

    /// A required list: as [`Table::need`], when it is empty.
    pub fn need_some<T>(&self, key: &'static str, values: Vec<T>) -> Vec<T> {
        if values.is_empty() {
            self.lacks(key);
        }
        values
    }

    fn lacks(&self, key: &'static str) {
        let root = self.place.is_root();
        if root {
            self.mark_unusable();
        }
        if self.reader.is_full() {
            return;
        }
        let Some(row) = self.row(key) else { return };
        let needed = matches!(row.need, Need::Required | Need::OneOf(_) | Need::Either(_));
        debug_assert!(needed, "{key} of {:?} is not declared as required", self.place.name());
        let example = row.line(self.place.name());
        match self.entries.get_key_value(key) {
            None if self.reader.syntax.lost(key) || self.is_misspelled(key) => {}
            None => self.report(
                Code::MissingKey,
                self.span.clone(),
                match root {
                    true => {
                        text!("Nyckeln ”{key}” saknas.", "The key “{key}” is missing.")
                    }
                    false => {
                        let header = self.header();
                        text!(
                            "I {header} saknas nyckeln ”{key}”.",
                            "The key “{key}” is missing in {header}."
                        )
                    }
                },
                match root {
                    true if key == "kind" => {
                        let kinds: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
                        let kinds = kinds.join(", ");
                        text!(
                            "Lägg till en rad som {example}. Möjliga värden: {kinds}.",
                            "Add a line such as {example}. Possible values: {kinds}."
                        )
                    }
                    _ if self.is_inline() => {
                        text!("Lägg till {example} inom {{ … }}.", "Add {example} within {{ … }}.")
                    }
                    true => text!(
                        "Lägg till en rad som {example}, före första raden med [ … ].",
                        "Add a line such as {example}, before the first line with [ … ]."
                    ),
                    false => {
                        let header = self.header();
                        text!(
                            "Lägg till en rad som {example} under raden {header}.",
                            "Add a line such as {example} under the line {header}."
                        )
                    }
                },
            ),
            Some((_, value)) if is_empty(value.get_ref()) => self.report(
                Code::MissingKey,
                self.reader.absolute(value.span()),
                text!(
                    "Nyckeln ”{key}” måste ha ett värde, men står tom.",
                    "The key “{key}” must have a value, but is empty."
                ),
                text!("Fyll i den, till exempel {example}.", "Fill it in, such as {example}."),
            ),
            // Present, and reported when it was read.
            Some(_) => {}
        }
    }

    /// Whether a key that is missing stands here in another spelling, which is reported as such.
    fn is_misspelled(&self, key: &str) -> bool {
        self.entries.keys().any(|written| is_slip(written.get_ref(), key))
    }
}

/// Whether a value says nothing.
pub fn is_empty(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::String(text) => text.trim().is_empty(),
        DeValue::Array(items) => items.iter().all(|item| is_empty(item.get_ref())),
        _ => false,
    }
}
