//! The texts that the filters need from a theme.

use crate::render::phrase::Plural;
use crate::render::strings::Strings;

/// Looks up texts, and records those that are missing.
pub(super) struct Needed<'a> {
    pub(super) strings: &'a Strings,
    pub(super) missing: Vec<String>,
}

impl Needed<'_> {
    pub(super) fn text(&mut self, key: &str) -> String {
        self.strings.text(key).map(str::to_owned).unwrap_or_else(|| {
            self.missing.push(key.to_owned());
            String::new()
        })
    }

    pub(super) fn plural(&mut self, key: &str) -> Plural {
        self.strings.plural(key).cloned().unwrap_or_else(|| {
            self.missing.push(key.to_owned());
            Plural { zero: None, one: String::new(), two: None, other: String::new() }
        })
    }
}
