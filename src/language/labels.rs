//! The few texts that pages need before they are rendered: titles and the names in "Du är här". They
//! come from the theme's strings, table `[labels]`, like every other text.

use std::collections::BTreeMap;

/// The texts of `[labels]`, by key. `{…}` in one stands for what is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels(BTreeMap<String, String>);

impl Labels {
    /// The labels of a string file: each key, without `labels.`, with its text.
    pub fn of<'a>(labels: impl Iterator<Item = (&'a str, &'a str)>) -> Labels {
        Labels(labels.map(|(key, text)| (key.to_owned(), text.to_owned())).collect())
    }

    /// The text of a label; the key itself when there is none, as for a theme that cannot be read.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }
}
