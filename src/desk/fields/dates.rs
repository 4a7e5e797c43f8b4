//! Writing a date as editors write them.

use toml_edit::Value;

use crate::content;
use crate::model::PartialDate;
use crate::toml_edits::text;

/// A date as a value, in any form that people write; a text that is no date stays a text, and is
/// reported when the file is read.
pub(super) fn date(written: &str) -> Value {
    let written = written.trim();
    let Some(date) = content::written_date(written) else { return text(written) };
    match date {
        PartialDate::Year(year) => i64::from(year).into(),
        PartialDate::Month(..) => text(&date.to_string()),
        PartialDate::Day(_) => date
            .to_string()
            .parse::<toml_edit::Datetime>()
            .map_or_else(|_| text(written), Value::from),
    }
}
