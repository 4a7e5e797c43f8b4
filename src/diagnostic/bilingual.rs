//! A message in both languages of the program, and the macro that formats it.

use crate::language::Language;

/// A text in both languages of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        }
    }
}

/// `text!("svenska {x}", "English {x}")`: one message, formatted in both languages.
#[macro_export]
macro_rules! text {
    ($sv:literal, $en:literal $(,)?) => {
        $crate::diagnostic::bilingual::Text { sv: format!($sv), en: format!($en) }
    };
}
