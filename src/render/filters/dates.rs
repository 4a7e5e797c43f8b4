//! `date`, `date_text`, `date_when`, their variants with `time` in place of `date`, `period`,
//! `period_text`.

use std::sync::Arc;

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::arguments::{field, wrong};
use super::needed::Needed;
use crate::language::{Language, month_name};
use crate::model::{End, PartialDate, Period, date_as_when, date_in_list, date_in_text};
use crate::render::phrase::fill;
use crate::text;

/// The phrases for periods with an unknown beginning or end.
#[derive(Debug, Clone)]
pub struct PeriodPhrases {
    /// Without a known end: "från {from}".
    open: String,
    /// Without a known beginning: "till och med {until}".
    until: String,
    /// "tills vidare"
    further_notice: String,
    /// "från {from} tills vidare"
    further_notice_from: String,
}

impl PeriodPhrases {
    pub(super) fn of(needed: &mut Needed<'_>) -> PeriodPhrases {
        PeriodPhrases {
            open: needed.text("period.open"),
            until: needed.text("period.until"),
            further_notice: needed.text("period.further_notice"),
            further_notice_from: needed.text("period.further_notice_from"),
        }
    }
}

pub fn register(tera: &mut Tera, language: Language, phrases: PeriodPhrases) {
    let phrases = Arc::new(phrases);
    type InWords = fn(Language, PartialDate) -> String;
    for (name, in_words) in [
        ("date", date_in_list as InWords),
        ("date_text", date_in_text as InWords),
        ("date_when", date_as_when as InWords),
    ] {
        tera.register_filter(
            name,
            move |value: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
                Ok(in_words(language, date(name, value)?))
            },
        );
    }
    for (name, in_words) in [
        ("time", date_in_list as InWords),
        ("time_text", date_in_text as InWords),
        ("time_when", date_as_when as InWords),
    ] {
        tera.register_filter(
            name,
            move |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
                let date = date(name, value)?;
                Ok(Value::safe_string(&time(date, &in_words(language, date))))
            },
        );
    }
    let with_times = phrases.clone();
    tera.register_filter(
        "period",
        move |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
            let ends = ends("period", value)?;
            Ok(Value::safe_string(&period(language, &with_times, ends, time)))
        },
    );
    let plain = phrases;
    tera.register_filter(
        "period_text",
        move |value: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
            let ends = ends("period_text", value)?;
            Ok(period(language, &plain, ends, |_, words| words.to_owned()))
        },
    );
}

fn date(filter: &str, value: &Value) -> TeraResult<PartialDate> {
    value.as_str().and_then(|text| PartialDate::parse(text).ok()).ok_or_else(|| {
        wrong(filter, &text!("ett datum (”2018-02-01”)", "a date (“2018-02-01”)"), value)
    })
}

fn ends(filter: &str, value: &Value) -> TeraResult<Period> {
    let read = |map: &Map| {
        let end = |name| field(map, name).map(|end| date(filter, end)).transpose().ok();
        let further_notice = field(map, "further_notice").and_then(Value::as_bool) == Some(true);
        let until = match end("until")? {
            Some(until) => End::Known(until),
            None if further_notice => End::FurtherNotice,
            None => End::Unknown,
        };
        Period::new(end("from")?, until).ok()
    };
    value.as_map().and_then(read).ok_or_else(|| {
        wrong(filter, &text!("en period (från och till)", "a period (from and until)"), value)
    })
}

/// The words for a date within `<time>`, which holds the date for machines unless the words are it:
/// a year.
fn time(date: PartialDate, words: &str) -> String {
    let mut digits = [0; 10];
    let written = date.written(&mut digits);
    let mut time = String::with_capacity(64);
    time.push_str("<time");
    if words != written {
        time.push_str(" datetime=\"");
        time.push_str(written);
        time.push('"');
    }
    time.push('>');
    time.push_str(words);
    time.push_str("</time>");
    time
}

/// "2018", "2016–2019", "februari–april 2018", "1 juli 2018–30 juni 2020", "från 2018", "till och
/// med maj 2019", "från 5 juni 2020 tills vidare", "tills vidare".
fn period(
    language: Language,
    texts: &PeriodPhrases,
    period: Period,
    mark: impl Fn(PartialDate, &str) -> String,
) -> String {
    let words = |date| date_in_list(language, date);
    let filled = |text, name, date| fill(text, &[(name, &mark(date, &words(date)))]);
    let (from, until) = match (period.from(), period.end()) {
        (Some(from), End::Known(until)) => (from, until),
        (Some(from), End::Unknown) => return filled(&texts.open, "from", from),
        (Some(from), End::FurtherNotice) => {
            return filled(&texts.further_notice_from, "from", from);
        }
        (None, End::Known(until)) => return filled(&texts.until, "until", until),
        (None, End::FurtherNotice | End::Unknown) => return texts.further_notice.clone(),
    };
    if from == until {
        return mark(from, &words(from));
    }
    let start = within_year(language, from, until).unwrap_or_else(|| words(from));
    // "16 mars–december 2020": "16 mars 2020–2020" would look like a mistake.
    let until = match until {
        PartialDate::Year(year) if from.calendar_year() == year => PartialDate::Month(year, 12),
        until => until,
    };
    format!("{}–{}", mark(from, &start), mark(until, &words(until)))
}

/// The beginning of a period without its year if the end has the same year ("februari", "1 juli"),
/// and without its month too if that is the same ("1").
fn within_year(language: Language, from: PartialDate, until: PartialDate) -> Option<String> {
    match (from, until) {
        (PartialDate::Month(year, month), PartialDate::Month(other, _)) if year == other => {
            Some(month_name(language, month).to_owned())
        }
        (PartialDate::Day(from), PartialDate::Day(until)) if from.year() == until.year() => {
            Some(if from.month() == until.month() {
                from.day().to_string()
            } else {
                format!("{} {}", from.day(), month_name(language, from.month()))
            })
        }
        (PartialDate::Month(year, month), PartialDate::Year(other)) if year == other => {
            Some(month_name(language, month).to_owned())
        }
        (PartialDate::Day(from), until) if from.year() == until.calendar_year() => {
            Some(format!("{} {}", from.day(), month_name(language, from.month())))
        }
        _ => None,
    }
}
