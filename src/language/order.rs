//! Alphabetical order: å, ä and ö come last in Swedish, and digits are sorted by value ("2" before
//! "10").

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::tag::Language;
use crate::slug;

/// Compares words by the alphabet of a language. Words that are equal by it are compared by their
/// characters, so that the order is always the same.
pub struct Alphabet {
    collator: Option<CollatorBorrowed<'static>>,
    language: Language,
}

impl Alphabet {
    /// The alphabet of a language.
    pub fn of(language: Language) -> Alphabet {
        let mut preferences: CollatorPreferences = match language {
            Language::Swedish => locale!("sv").into(),
            Language::English => locale!("en").into(),
        };
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        // The data of both languages is compiled in, so this cannot fail.
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok();
        Alphabet { collator, language }
    }

    /// Which of two words comes first.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let by_alphabet = self.collator.as_ref().map_or(Ordering::Equal, |c| c.compare(a, b));
        by_alphabet.then_with(|| a.cmp(b))
    }

    /// The letter under which a word is listed in an index: in Swedish "Å" is a letter of its own,
    /// while "É" is listed under E. A digit or sign is listed under "#".
    pub fn letter(&self, word: &str) -> String {
        let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
            return "#".to_owned();
        };
        let upper = first.to_uppercase().next().unwrap_or(first);
        if self.language == Language::Swedish && matches!(upper, 'Å' | 'Ä' | 'Ö') {
            return upper.to_string();
        }
        let mut buffer = [0; 4];
        match slug::segment(first.encode_utf8(&mut buffer)) {
            Some(plain) if plain.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                plain[..1].to_uppercase()
            }
            _ => "#".to_owned(),
        }
    }
}
