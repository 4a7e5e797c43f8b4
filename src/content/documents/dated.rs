//! The keys that say when a document is from.

use crate::content::fields::Table;
use crate::diagnostic::Spanned;
use crate::model::{PartialDate, Period};

/// A period as written: `Some` of `None` when the source prints none.
pub type WrittenPeriod = Option<Spanned<Option<Period>>>;

/// When a situation report or an action plan is from: at least one of its date and its period.
pub fn date_or_period(keys: &Table<'_>) -> (Option<Spanned<PartialDate>>, WrittenPeriod) {
    let (date, period) = (keys.date("date"), keys.period("period"));
    if date.is_none() && period.is_none() && !is_translation(keys) {
        keys.need_one_of(&["date", "period"]);
    }
    (date, period)
}

/// The date of a follow-up or a notice, which needs either this or `published`.
pub fn own_date(keys: &Table<'_>) -> Option<Spanned<PartialDate>> {
    let date = keys.date("date");
    if date.is_none() && keys.absent_or_empty("published") && !is_translation(keys) {
        keys.need_one_of(&["date", "published"]);
    }
    date
}

/// Whether the file is a translation, which has from its original what it does not state itself.
pub fn is_translation(keys: &Table<'_>) -> bool {
    !keys.absent_or_empty("translation_of")
}
