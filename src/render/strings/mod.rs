//! A theme's strings file: nested tables of texts. A site's own file replaces single texts of the
//! built-in one; it can neither add texts nor change their placeholders.

mod check;
mod entry;
mod inspect;
mod parse;

pub use inspect::inspect_strings;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::value::Key;
use tera::{Map, Value};

use super::phrase::Plural;
use crate::diagnostic::{Code, Problem, Source};

use check::check;
use entry::StringValue;
use parse::parse;

/// All texts of a theme in one language, by dotted key such as `status.kept`.
#[derive(Debug, Default)]
pub struct Strings {
    entries: BTreeMap<String, StringValue>,
}

impl Strings {
    /// Reads the built-in texts, with the site's own in place of those that they replace.
    pub fn read(built_in: &Arc<Source>, own: Option<&Arc<Source>>) -> (Strings, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut strings = Strings::default();
        for written in parse(built_in, &mut problems) {
            strings.entries.insert(written.key, written.entry);
        }
        if let Some(own) = own {
            for written in parse(own, &mut problems) {
                match check(&strings.entries, &written) {
                    Ok(()) => {
                        strings.entries.insert(written.key, written.entry);
                    }
                    Err((message, help)) => problems.push(Problem::at(
                        Code::ThemeString,
                        own,
                        written.span,
                        message,
                        help,
                    )),
                }
            }
        }
        (strings, problems)
    }

    /// The texts as `t` in templates.
    pub fn value(&self) -> Value {
        let mut root = Map::new();
        for (key, entry) in &self.entries {
            insert(&mut root, key, entry.value());
        }
        Value::from(root)
    }

    /// A plain text.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.entries.get(key)? {
            StringValue::Text(text) => Some(text),
            StringValue::Plural(_) => None,
        }
    }

    /// A text with a form for each number.
    pub fn plural(&self, key: &str) -> Option<&Plural> {
        match self.entries.get(key)? {
            StringValue::Plural(plural) => Some(plural),
            StringValue::Text(_) => None,
        }
    }

    /// Every key in order, and whether its text is a plural.
    pub fn keys(&self) -> impl Iterator<Item = (&str, bool)> {
        self.entries
            .iter()
            .map(|(key, entry)| (key.as_str(), matches!(entry, StringValue::Plural(_))))
    }

    /// Whether a path in a template leads to a text or to a table of texts; a path followed by an
    /// index must lead to a table.
    pub fn has(&self, path: &str, indexed: bool) -> bool {
        let table = format!("{path}.");
        let is_table = || self.entries.keys().any(|key| key.starts_with(&table));
        let is_form = || {
            path.rsplit_once('.').is_some_and(|(key, form)| {
                self.plural(key).is_some() && Plural::FORMS.contains(&form)
            })
        };
        is_table() || (!indexed && (self.entries.contains_key(path) || is_form()))
    }

    /// Passes every key and text to `each`, for the theme's digest.
    pub fn update(&self, mut each: impl FnMut(&str)) {
        for (key, entry) in &self.entries {
            each(key);
            match entry {
                StringValue::Text(text) => each(text),
                StringValue::Plural(plural) => {
                    for form in [
                        plural.zero.as_deref().unwrap_or(""),
                        &plural.one,
                        plural.two.as_deref().unwrap_or(""),
                        &plural.other,
                    ] {
                        each(form);
                    }
                }
            }
        }
    }
}

/// Sets a dotted key. Since tables contain tables, the maps are built from the leaves up.
fn insert(table: &mut Map, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            table.insert(Key::from(key.to_owned()), value);
        }
        Some((first, rest)) => {
            let key = Key::from(first.to_owned());
            let mut inner = table.remove(&key).and_then(Value::into_map).unwrap_or_default();
            insert(&mut inner, rest, value);
            table.insert(key, Value::from(inner));
        }
    }
}
