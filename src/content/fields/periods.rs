//! Reading periods, and the times that are written as `from` and `until`.

use toml::de::DeValue;

use super::expected::Expected;
use super::place::TablePosition;
use super::table::Table;
use super::values::Value;
use super::written_dates::as_toml;
use crate::content::names;
use crate::diagnostic::{Code, Span, Spanned};
use crate::model::period::PeriodError;
use crate::model::{End, PartialDate, Period};
use crate::schema::FURTHER_NOTICE;
use crate::text;

impl Value<'_> {
    /// A period; `Some(None)` if the source prints none. `place` is its position when it is written
    /// as a table.
    pub(super) fn period(&self, place: TablePosition) -> Option<Spanned<Option<Period>>> {
        let spanned = |period| Some(Spanned::new(period, self.span.clone()));
        match self.toml {
            DeValue::String(text) if text.trim() == "unknown" => spanned(None),
            DeValue::String(text) if names::unknown(text) => {
                let line = self.line("\"unknown\"");
                self.report(
                    Code::InvalidDate,
                    text!(
                        "Att källan inte anger någon period skrivs med det engelska ordet.",
                        "That the source gives no period is written with the word unknown."
                    ),
                    text!("Skriv {line}", "Write {line}"),
                );
                None
            }
            DeValue::Table(_) => {
                let table = self.table(place)?;
                let period = of_table(&table);
                table.leftovers();
                if period.is_none() {
                    table.mark_unusable();
                }
                spanned(Some(period?))
            }
            DeValue::Boolean(_) | DeValue::Array(_) => {
                self.wrong_type(Expected::Period);
                None
            }
            _ => spanned(Some(Period::of(self.date()?.value))),
        }
    }

    /// The end of a period: a date, or the word for further notice.
    pub(super) fn end(&self) -> Option<Spanned<End>> {
        let span = || self.span.clone();
        match self.toml {
            DeValue::String(text) if text.trim() == FURTHER_NOTICE => {
                Some(Spanned::new(End::FurtherNotice, span()))
            }
            DeValue::String(text) if names::further_notice(text) => {
                let line = self.line(&format!("\"{FURTHER_NOTICE}\""));
                self.report(
                    Code::InvalidDate,
                    text!(
                        "Att något gäller tills vidare skrivs med de engelska orden.",
                        "That something holds until further notice is written with these words."
                    ),
                    text!("Skriv {line}", "Write {line}"),
                );
                None
            }
            DeValue::String(text) if names::unknown(text) => {
                let key = self.key;
                self.report(
                    Code::InvalidDate,
                    text!(
                        "Ett slut som källan inte säger skrivs inte ut.",
                        "An end that the source does not say is left out."
                    ),
                    text!("Ta bort ”{key}”.", "Remove “{key}”."),
                );
                None
            }
            _ => self.date().map(|date| Spanned::new(End::Known(date.value), date.span)),
        }
    }
}

/// A period from its `from` and `until`. If it cannot be read, it must not be taken for one that is
/// unknown.
fn of_table(table: &Table<'_>) -> Option<Period> {
    let (from, until) = (table.date("from"), table.end("until"));
    let lost = |key, read: bool| !read && !table.absent_or_empty(key);
    if lost("from", from.is_some()) || lost("until", until.is_some()) {
        return None;
    }
    let end = until.as_ref().map_or(End::Unknown, |until| until.value);
    match Period::new(from.as_ref().map(|from| from.value), end) {
        Ok(period) => Some(period),
        Err(PeriodError::Empty) => {
            table.need_one_of(&["from", "until"]);
            None
        }
        Err(PeriodError::Reversed(first, last)) => {
            let places = from.map(|it| it.span).into_iter().chain(until.map(|it| it.span));
            reversed(table, first, last, places);
            None
        }
    }
}

impl Table<'_> {
    /// `from` and `until`; the end is left out if it is before the beginning.
    pub fn span_of_time(&self) -> (Option<Spanned<PartialDate>>, Option<Spanned<PartialDate>>) {
        let (from, until) = (self.date("from"), self.date("until"));
        if let (Some(from), Some(until)) = (&from, &until)
            && until.value.last_day() < from.value.first_day()
        {
            let places = [from.span.clone(), until.span.clone()];
            reversed(self, from.value, until.value, places.into_iter());
            self.mark_unusable();
            return (Some(from.clone()), None);
        }
        (from, until)
    }
}

fn reversed(
    table: &Table<'_>,
    first: PartialDate,
    last: PartialDate,
    places: impl Iterator<Item = Span>,
) {
    let (earlier, later) = (as_toml(last), as_toml(first));
    let both = places.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    table.report(
        Code::PeriodReversed,
        both.unwrap_or_else(|| table.span()),
        text!(
            "Perioden slutar ({last}) innan den börjar ({first}).",
            "The period ends ({last}) before it begins ({first})."
        ),
        text!(
            "Kontrollera i källan. Har datumen bytt plats ska det stå from = {earlier} och until = {later}.",
            "Check the source. If the dates have changed places, write from = {earlier} and until = {later}."
        ),
    );
}
