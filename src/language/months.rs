//! The names of the months; in Swedish they are not capitalised.

use super::tag::Language;

const SWEDISH: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month's name; `month` from 1.
pub fn month_name(language: Language, month: i8) -> &'static str {
    let names = match language {
        Language::Swedish => &SWEDISH,
        Language::English => &ENGLISH,
    };
    usize::try_from(month - 1).ok().and_then(|index| names.get(index)).copied().unwrap_or("")
}
