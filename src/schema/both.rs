//! A fixed text in both languages.

use crate::language::Language;

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    pub sv: &'static str,
    pub en: &'static str,
}

impl Both {
    /// The text in one of the languages.
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Swedish => self.sv,
            Language::English => self.en,
        }
    }
}

/// A text in Swedish and English.
pub const fn both(sv: &'static str, en: &'static str) -> Both {
    Both { sv, en }
}
