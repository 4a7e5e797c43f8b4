//! How a table is written, and what its words were meant to be.

use super::table::Table;
use super::values::Vocabulary;
use crate::content::names;
use crate::schema::{self, Kind};

impl Table<'_> {
    /// Its header as written, or its key if it is written within braces.
    pub fn header(&self) -> String {
        match self.is_inline() {
            true => format!("{} = {{ … }}", self.place.name()),
            false => self.place.header(),
        }
    }

    /// Whether it is written within braces.
    pub(super) fn is_inline(&self) -> bool {
        self.reader.written(&self.span).starts_with('{')
    }

    /// The only kind whose files may have all of its keys, if there is one.
    pub fn only_kind(&self) -> Option<Kind> {
        let keys: Vec<&str> = self.entries.keys().map(|key| key.get_ref().as_ref()).collect();
        schema::only_kind_with(&keys)
    }

    /// The word that was obviously meant by an unknown one, or by one whose key is misspelt; nothing
    /// is reported.
    pub fn meant<T: Vocabulary>(&self, key: &str) -> Option<T> {
        let misspelt = || {
            let mut others = self.entries.iter();
            let slip = |other: &str| names::is_slip(other, key, self.reader.owner.get());
            others.find(|(other, _)| slip(other.get_ref())).map(|(_, value)| value)
        };
        let written = self.entries.get(key).or_else(misspelt)?.get_ref().as_str()?;
        let words: Vec<&str> = T::WORDS.iter().map(|word| word.as_written()).collect();
        let meant = names::meant(written, &words)?;
        T::WORDS.iter().copied().find(|word| word.as_written() == meant)
    }
}
