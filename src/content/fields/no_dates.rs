//! Why a text is not a date, and what to write instead.

use super::written_dates::{as_toml, impossible_day, is_open, meant, period, range};
use crate::content::excerpt::excerpt;
use crate::content::names;
use crate::diagnostic::Text;
use crate::language::{Language, month_name};
use crate::model::date::DateError;
use crate::schema::FURTHER_NOTICE;
use crate::text;

/// Why a text is not a date, and what to write; a period may be two dates. `line` makes the line with
/// a corrected value.
pub(super) fn no_date(
    written: &str,
    error: DateError,
    is_period: bool,
    line: impl Fn(&str) -> String,
) -> (Text, Text) {
    let shown = excerpt(written);
    match error {
        // 2018-02-01 - 2019-03-31
        DateError::Time if is_period && range(written).is_some() => {
            not_in_form(written, is_period, line)
        }
        DateError::Time => {
            let day = written.get(..10).unwrap_or(written);
            let line = line(day);
            (
                text!(
                    "”{shown}” har ett klockslag, men datum i arkivet har inga klockslag.",
                    "“{shown}” has a time of day, but dates in the archive have none."
                ),
                text!("Skriv bara datumet: {line}", "Write only the date: {line}"),
            )
        }
        DateError::Month => {
            let month = written.get(5..7).unwrap_or("");
            (
                text!(
                    "”{shown}” är inget datum: månad {month} finns inte.",
                    "“{shown}” is no date: there is no month {month}."
                ),
                text!(
                    "Datum skrivs år-månad-dag: månaden är 01–12.",
                    "Dates are written year-month-day: the month is 01–12."
                ),
            )
        }
        DateError::Day(last) => {
            let year = written.get(..4).unwrap_or("");
            let month = written.get(5..7).unwrap_or("");
            not_in_calendar(&shown, (year, month), last, line)
        }
        DateError::Year => (
            text!(
                "”{shown}” är ett år som arkivet inte kan gälla: år skrivs med fyra siffror, 1900–2199.",
                "“{shown}” is a year that the archive cannot be about: years have four digits, 1900–2199."
            ),
            text!("Rätta årtalet.", "Correct the year."),
        ),
        DateError::Form => not_in_form(written, is_period, line),
    }
}

/// That a month does not have a day.
fn not_in_calendar(
    shown: &str,
    (year, month): (&str, &str),
    last: i8,
    line: impl Fn(&str) -> String,
) -> (Text, Text) {
    let number = month.parse().unwrap_or(0);
    let sv = month_name(Language::Swedish, number);
    let en = month_name(Language::English, number);
    let line = line(&format!("\"{year}-{month}\""));
    let (in_sv, in_en) = match number {
        2 => (format!("februari {year}"), format!("February {year}")),
        _ => (sv.to_owned(), en.to_owned()),
    };
    (
        text!(
            "”{shown}” finns inte i almanackan: {in_sv} har {last} dagar.",
            "“{shown}” is not in the calendar: {in_en} has {last} days."
        ),
        text!(
            "Rätta dagen. Står det så i källan: skriv det som är säkert, {line}, och källans ord i löptexten (för en period: i period_as_printed).",
            "Correct the day. If the source says so: write what is certain, {line}, and the source's words in the text (for a period: in period_as_printed)."
        ),
    )
}

fn not_in_form(written: &str, is_period: bool, line: impl Fn(&str) -> String) -> (Text, Text) {
    let shown = excerpt(written);
    // "31 februari 2026" is a date in form, but no day.
    if let Some((year, month, DateError::Day(last))) = impossible_day(written) {
        return not_in_calendar(&shown, (&year.to_string(), &format!("{month:02}")), last, line);
    }
    let message =
        text!("”{shown}” är inte skrivet som ett datum.", "“{shown}” is not written as a date.");
    if written == FURTHER_NOTICE || names::further_notice(written) {
        return (message, of_further_notice());
    }
    let date = meant(written).filter(|_| !(is_period && is_open(written)));
    let help = match (date, range(written)) {
        (Some(date), _) => {
            let line = line(&as_toml(date));
            text!("Skriv {line}", "Write {line}")
        }
        (None, range) if is_period && period(written).is_some() => {
            let line = line(&period(written).unwrap_or_default());
            match range {
                Some(_) => text!(
                    "Det ser ut som två datum. En period skrivs {line}",
                    "That looks like two dates. A period is written {line}"
                ),
                None => text!("En period skrivs {line}", "A period is written {line}"),
            }
        }
        _ => text!(
            "Datum skrivs år-månad-dag: ÅÅÅÅ-MM-DD. Är bara månaden känd: \"ÅÅÅÅ-MM\". Bara året: ÅÅÅÅ.",
            "Dates are written year-month-day: YYYY-MM-DD. If only the month is known: \"YYYY-MM\". Only the year: YYYY."
        ),
    };
    (message, help)
}

pub(super) fn of_further_notice() -> Text {
    text!(
        "Tills vidare är ett slut på en period: period = {{ from = ÅÅÅÅ-MM-DD, until = \"{FURTHER_NOTICE}\" }}. Säger källan ingen början: {{ until = \"{FURTHER_NOTICE}\" }}.",
        "Further notice is how a period ends: period = {{ from = YYYY-MM-DD, until = \"{FURTHER_NOTICE}\" }}. If the source gives no beginning: {{ until = \"{FURTHER_NOTICE}\" }}."
    )
}
