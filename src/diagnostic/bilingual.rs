//! A message in both languages of the program, and the macro that formats it.

use std::borrow::Cow;
use std::fmt;

use crate::language::Language;

/// A text in both languages of the program. A text without placeholders is not copied, so that a
/// hundred thousand warnings with the same text share its memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Swedish.
    pub sv: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Text {
    /// The text in one language.
    pub fn in_language(&self, language: Language) -> &str {
        self.words(language)
    }

    /// Like [`Text::in_language`], for callers that keep the text.
    pub fn words(&self, language: Language) -> &Cow<'static, str> {
        match language {
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        }
    }

    /// The text, followed by another.
    pub fn with(mut self, more: &Text) -> Text {
        self.sv.to_mut().push_str(&more.sv);
        self.en.to_mut().push_str(&more.en);
        self
    }
}

/// Formats a text. If it has no placeholders, it is borrowed from the program instead of copied.
pub fn words(words: fmt::Arguments<'_>) -> Cow<'static, str> {
    match words.as_str() {
        Some(fixed) => Cow::Borrowed(fixed),
        None => Cow::Owned(words.to_string()),
    }
}

/// `text!("svenska {x}", "English {x}")`: one message, formatted in both languages.
#[macro_export]
macro_rules! text {
    ($sv:literal, $en:literal $(,)?) => {
        $crate::diagnostic::bilingual::Text {
            sv: $crate::diagnostic::bilingual::words(::std::format_args!($sv)),
            en: $crate::diagnostic::bilingual::words(::std::format_args!($en)),
        }
    };
}
