//! What is found in a text, with the words that it was found in; years and days among it.

use crate::content::written_date;
use crate::model::PartialDate;

/// How many of anything are found.
pub(super) const MOST: usize = 12;

/// A value, and the words that it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    pub value: String,
    pub words: String,
}

/// Somebody who seems to have signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedSignatory {
    pub name: String,
    pub role: String,
}

/// The years in a text, in its order.
pub(super) fn years(text: &str) -> Vec<i16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let years = numbers.filter_map(|digits| digits.parse().ok());
    years.filter(|year| (2000..2100).contains(year)).take(1000).collect()
}

/// Every whole day, with the words around it.
pub(super) fn days(text: &str) -> Vec<Suggested> {
    let mut found: Vec<Suggested> = Vec::new();
    for line in text.lines() {
        for day in days_of_line(line) {
            if found.len() < MOST && !found.iter().any(|known| known.value == day.value) {
                found.push(day);
            }
        }
    }
    found
}

/// The whole days in a line, with the words around them.
pub(super) fn days_of_line(line: &str) -> Vec<Suggested> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let mut found: Vec<Suggested> = Vec::new();
    for at in 0..words.len() {
        let single = bare(words[at]);
        let three = words
            .get(at..at + 3)
            .map(|words| words.iter().map(|word| bare(word)).collect::<Vec<_>>().join(" "));
        let is_day = |text: &String| text.starts_with(|c: char| c.is_ascii_digit());
        let is_dashed = single.len() == 10 && single.matches('-').count() == 2;
        let in_words = three.filter(|three| is_day(three) && three.contains(char::is_alphabetic));
        let candidate = if is_dashed { Some(single) } else { in_words };
        let Some(PartialDate::Day(day)) = candidate.as_deref().and_then(written_date) else {
            continue;
        };
        found.push(Suggested { value: day.to_string(), words: around(&words, at) });
    }
    found
}

/// Some words around one.
fn around(words: &[&str], at: usize) -> String {
    let from = at.saturating_sub(5);
    let until = (at + 5).min(words.len());
    words[from..until].join(" ")
}
