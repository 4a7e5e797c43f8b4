//! A date in both languages.

use crate::language::Language;
use crate::model::{PartialDate, date_in_text};

/// A date as it is written in running text, in Swedish and in English.
pub(super) fn in_words(date: PartialDate) -> (String, String) {
    (date_in_text(Language::Swedish, date), date_in_text(Language::English, date))
}
