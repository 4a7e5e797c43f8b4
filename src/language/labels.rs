//! The few texts that pages need before they are rendered: titles and the names in the breadcrumb
//! ("Du är här"). They come from the table `[labels]` of the theme's strings.

use std::collections::BTreeMap;

/// The texts of `[labels]`, by key. `{…}` in a text is a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels(BTreeMap<String, String>);

impl Labels {
    /// The labels of a strings file: each key, without `labels.`, and its text.
    pub fn of<'a>(labels: impl Iterator<Item = (&'a str, &'a str)>) -> Labels {
        Labels(labels.map(|(key, text)| (key.to_owned(), text.to_owned())).collect())
    }

    /// The text of a label. Returns the key itself if there is no such label, as when the theme
    /// cannot be read.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }
}
