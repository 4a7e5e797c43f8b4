//! The keys that say when a document is from.

use crate::content::fields::Table;
use crate::diagnostic::Spanned;
use crate::model::{PartialDate, Period};

/// A period as written: `Some` of `None` when the source prints none.
pub type WrittenPeriod = Option<Spanned<Option<Period>>>;

/// When a situation report or an action plan is from: at least one of its date and its period.
pub fn date_or_period(keys: &Table<'_>) -> (Option<Spanned<PartialDate>>, WrittenPeriod) {
    let (date, period) = (keys.date("date"), keys.period("period"));
    if date.is_none() && period.is_none() {
        keys.need_one_of(&["date", "period"]);
    }
    (date, period)
}

/// The date of a follow-up or a notice, which needs either this or `published`.
pub fn own_date(keys: &Table<'_>) -> Option<Spanned<PartialDate>> {
    let date = keys.date("date");
    if date.is_none() && keys.absent_or_empty("published") {
        keys.need_one_of(&["date", "published"]);
    }
    date
}
