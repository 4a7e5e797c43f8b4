//! The rule that no date is further in the future than anyone can know. A mistyped year would give
//! a place an empty page for every year up to it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::document::Rules;
use super::words::in_words;
use crate::diagnostic::{Code, Problem, Severity, Span, Spanned, Text};
use crate::model::{PartialDate, Period};
use crate::text;

/// The most years ahead for the date of something that has happened. It is not 0, because what is
/// signed in January can be announced the year before.
const HAPPENED: i16 = 1;
/// The most years ahead for an end without a warning. Hardly any agreement is in force for longer.
const ENDS: i16 = 10;
/// The most years ahead for an end without an error. No known agreement is in force for that long.
const NEVER: i16 = 20;

impl Rules<'_> {
    /// Reports every date that is too far in the future.
    pub(super) fn dates_far(&mut self) {
        let linked = self.linked;
        let document = &linked.document;
        let agreement = document.agreement();
        let happened =
            document.written_date().into_iter().chain(&document.archive.published).chain(
                agreement.into_iter().flat_map(|keys| keys.signed.iter().chain(&keys.announced)),
            );
        let today = self.archive.today;
        for date in happened.filter(|date| is_far(today, date.value, HAPPENED)) {
            self.happened_far(date);
        }
        if let Some(period) = document.written_period() {
            self.period_far(period);
        }
        if let Some(keys) = agreement {
            let ended = keys.ended.iter().map(|ended| &ended.date);
            for date in ended.chain(&keys.follow_ups_planned) {
                self.end_far(date.value, date.span.clone(), check_the_year());
            }
        }
    }

    fn period_far(&mut self, period: &Spanned<Option<Period>>) {
        let Some(written) = period.value else { return };
        let help = match written.from() {
            Some(from) if written.until().is_some_and(|until| until != from) => text!(
                "Kontrollera året mot källan. Gäller det tills vidare: {{ from = …, until = \"further-notice\" }}. Säger källan inget slut: {{ from = … }}.",
                "Check the year against the source. If it holds until further notice: {{ from = …, until = \"further-notice\" }}. If the source says no end: {{ from = … }}."
            ),
            _ => check_the_year(),
        };
        if let Some(date) = written.until().or(written.from()) {
            self.end_far(date, period.span.clone(), help);
        }
    }

    fn happened_far(&mut self, date: &Spanned<PartialDate>) {
        let (sv, en) = in_words(date.value);
        self.warn(
            Code::DateFar,
            Some(date.span.clone()),
            text!(
                "Här står {sv}, mer än ett år framåt, om något som ska ha hänt.",
                "Here stands {en}, more than a year ahead, of something that should have happened."
            ),
            check_the_year(),
        );
    }

    fn end_far(&mut self, date: PartialDate, span: Span, help: Text) {
        let today = self.archive.today;
        let (ten, twenty) = (is_far(today, date, ENDS), is_far(today, date, NEVER));
        let (sv, en) = in_words(date);
        let (message, severity) = match (ten, twenty) {
            (false, _) => return,
            (true, false) => (
                text!(
                    "Här står {sv}, mer än tio år framåt.",
                    "Here stands {en}, more than ten years ahead."
                ),
                Severity::Warning,
            ),
            (true, true) => (
                text!(
                    "Här står {sv}, mer än tjugo år framåt. Arkivet skulle få en tom sida för varje år dit.",
                    "Here stands {en}, more than twenty years ahead. The archive would get an empty page for every year up to it."
                ),
                Severity::Error,
            ),
        };
        let source = &self.linked.document.source;
        let problem = Problem::at(Code::DateFar, source, span, message, help);
        self.problems.push(Problem { severity, ..problem });
    }
}

/// Whether even the first day that a date can mean is more than this many years in the future.
fn is_far(today: Date, date: PartialDate, years: i16) -> bool {
    let limit = today.checked_add(i32::from(years).years());
    limit.is_ok_and(|limit| date.first_day() > limit)
}

fn check_the_year() -> Text {
    text!("Kontrollera året mot källan.", "Check the year against the source.")
}
