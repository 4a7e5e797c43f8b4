//! The rule that no date is further in the future than anyone can know. A mistyped year would give
//! a place an empty page for every year up to it.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::document::Rules;
use super::words::in_words;
use crate::diagnostic::{Code, Problem, Severity, Source, Span, Spanned, Text};
use crate::model::document::Common;
use crate::model::{PartialDate, Period, Place};
use crate::text;

/// The most years ahead for the date of something that has happened. It is not 0, because what is
/// signed in January can be announced the year before.
const HAPPENED: i16 = 1;
/// The most years ahead for an end without a warning. Hardly any agreement is in force for longer.
const ENDS: i16 = 10;
/// The most years ahead for an end without an error. No known agreement is in force for that long.
const NEVER: i16 = 20;

impl Rules<'_> {
    /// Reports every date of a document that is too far in the future.
    pub(super) fn dates_far(&mut self) {
        let document = &self.linked.document;
        let mut far = FarDates::of(&document.source, self.archive.today, self.problems);
        let agreement = document.agreement();
        let happened =
            document.written_date().into_iter().chain(&document.archive.published).chain(
                agreement.into_iter().flat_map(|keys| keys.signed.iter().chain(&keys.announced)),
            );
        for date in happened {
            far.happened(date.value, &date.span);
        }
        for decision in &document.archive.decisions {
            if let Some(date) = decision.date {
                far.happened(date, &decision.span);
            }
        }
        far.kept(&document.common);
        if let Some(period) = document.written_period() {
            far.period(period);
        }
        if let Some(keys) = agreement {
            let ended = keys.ended.iter().map(|ended| &ended.date);
            for date in ended.chain(&keys.follow_ups_planned) {
                far.end(date.value, &date.span, check_the_year(), FarPages::ForEachYear);
            }
        }
    }
}

/// Reports every date of a place's own file that is too far in the future.
pub(super) fn of_place(place: &Place, today: Date, problems: &mut Vec<Problem>) {
    let mut far = FarDates::of(&place.source, today, problems);
    far.kept(&place.common);
    for date in place.dates() {
        far.end(date.value, &date.span, check_the_year(), FarPages::None);
    }
}

/// The dates of one file that are too far in the future.
struct FarDates<'a> {
    source: &'a Arc<Source>,
    today: Date,
    problems: &'a mut Vec<Problem>,
}

/// Whether a place gets a page for every year up to an end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FarPages {
    ForEachYear,
    None,
}

impl<'a> FarDates<'a> {
    fn of(source: &'a Arc<Source>, today: Date, problems: &'a mut Vec<Problem>) -> FarDates<'a> {
        FarDates { source, today, problems }
    }

    /// When the file was added to the archive and corrected.
    fn kept(&mut self, common: &Common) {
        if let Some(date) = common.archived {
            self.happened(date, &common.archived_span);
        }
        for correction in &common.corrections {
            self.happened(correction.date, &correction.span);
        }
    }

    fn period(&mut self, period: &Spanned<Option<Period>>) {
        let Some(written) = period.value else { return };
        let help = match written.from() {
            Some(from) if written.until().is_some_and(|until| until != from) => text!(
                "Kontrollera året mot källan. Gäller det tills vidare: {{ from = …, until = \"further-notice\" }}. Säger källan inget slut: {{ from = … }}.",
                "Check the year against the source. If it holds until further notice: {{ from = …, until = \"further-notice\" }}. If the source says no end: {{ from = … }}."
            ),
            _ => check_the_year(),
        };
        if let Some(date) = written.until().or(written.from()) {
            self.end(date, &period.span, help, FarPages::ForEachYear);
        }
    }

    fn happened(&mut self, date: PartialDate, span: &Span) {
        if !is_far(self.today, date, HAPPENED) {
            return;
        }
        let (sv, en) = in_words(date);
        self.problems.push(Problem::at(
            Code::DateFar,
            self.source,
            span.clone(),
            text!(
                "Här står {sv}, mer än ett år framåt, om något som ska ha hänt.",
                "Here stands {en}, more than a year ahead, of something that should have happened."
            ),
            check_the_year(),
        ));
    }

    fn end(&mut self, date: PartialDate, span: &Span, help: Text, pages: FarPages) {
        let ten = is_far(self.today, date, ENDS);
        let twenty = is_far(self.today, date, NEVER);
        let (sv, en) = in_words(date);
        let (message, severity) = match (ten, twenty, pages) {
            (false, ..) => return,
            (true, false, _) => (
                text!(
                    "Här står {sv}, mer än tio år framåt.",
                    "Here stands {en}, more than ten years ahead."
                ),
                Severity::Warning,
            ),
            (true, true, FarPages::ForEachYear) => (
                text!(
                    "Här står {sv}, mer än tjugo år framåt. Arkivet skulle få en tom sida för varje år dit.",
                    "Here stands {en}, more than twenty years ahead. The archive would get an empty page for every year up to it."
                ),
                Severity::Error,
            ),
            (true, true, FarPages::None) => (
                text!(
                    "Här står {sv}, mer än tjugo år framåt.",
                    "Here stands {en}, more than twenty years ahead."
                ),
                Severity::Error,
            ),
        };
        let problem = Problem::at(Code::DateFar, self.source, span.clone(), message, help);
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
