//! Dates in words, by the rules of Swedish writing: "den 1 februari 2017" in running text, "1
//! februari 2017" in lists, months in lower case, no leading zero.

use std::fmt::Write;

use super::date::PartialDate;
use crate::language::{Language, month_name};

/// "1 februari 2017", "februari 2017", "2017".
pub fn date_in_list(language: Language, date: PartialDate) -> String {
    let mut digits = [0; 10];
    let year = &date.written(&mut digits)[..4];
    // The longest is "30 september 2017".
    let mut words = String::with_capacity(24);
    let month = match date {
        PartialDate::Day(day) => {
            // Writing to a string cannot fail.
            let _ = write!(words, "{} ", day.day());
            Some(day.month())
        }
        PartialDate::Month(_, month) => Some(month),
        PartialDate::Year(_) => None,
    };
    if let Some(month) = month {
        words.push_str(month_name(language, month));
        words.push(' ');
    }
    words.push_str(year);
    words
}

/// When something happened: "den 1 februari 2017", "i februari 2017", "2017"; "on 1 February 2017",
/// "in February 2017", "in 2017".
pub fn date_as_when(language: Language, date: PartialDate) -> String {
    let words = date_in_list(language, date);
    match (language, date) {
        (Language::Swedish, PartialDate::Day(_)) => format!("den {words}"),
        (Language::Swedish, PartialDate::Month(..)) => format!("i {words}"),
        (Language::Swedish, PartialDate::Year(_)) => words,
        (Language::English, PartialDate::Day(_)) => format!("on {words}"),
        (Language::English, PartialDate::Month(..) | PartialDate::Year(_)) => format!("in {words}"),
    }
}

/// "den 1 februari 2017" in Swedish; as in lists otherwise.
pub fn date_in_text(language: Language, date: PartialDate) -> String {
    match (language, date) {
        (Language::Swedish, PartialDate::Day(_)) => format!("den {}", date_in_list(language, date)),
        _ => date_in_list(language, date),
    }
}
