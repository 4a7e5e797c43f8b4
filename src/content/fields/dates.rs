//! Reading dates, and reporting texts that are not dates.

use toml::de::DeValue;

use super::expected::Expected;
use super::no_dates::no_date;
use super::values::Value;
use crate::diagnostic::{Code, Spanned};
use crate::model::PartialDate;
use crate::schema::{Form, Owner};

impl Value<'_> {
    /// Whether it is the value of a key that holds a period.
    fn is_period(&self) -> bool {
        let row = Owner::Unknown.key(self.key);
        !self.in_list && row.is_some_and(|row| row.holds.form() == Form::Period)
    }

    /// A date of any precision.
    pub(super) fn date(&self) -> Option<Spanned<PartialDate>> {
        let written = match self.toml {
            DeValue::String(text) if text.trim().is_empty() => return None,
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {
                self.written().to_owned()
            }
            DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => {
                self.wrong_type(Expected::Date);
                return None;
            }
        };
        match PartialDate::parse(&written) {
            Ok(date) => Some(Spanned::new(date, self.span.clone())),
            Err(error) => {
                let (message, help) =
                    no_date(&written, error, self.is_period(), |corrected| self.line(corrected));
                self.report(Code::InvalidDate, message, help);
                None
            }
        }
    }
}
