//! What is found in a text, with the words that it was found in; years and days among it.

use crate::content::written_date;
use crate::markdown::plain;
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
    let words = words_of(line);
    let days = placed_days(&words).into_iter();
    days.map(|(at, value)| Suggested { value, words: excerpt(&words, at, at) }).collect()
}

/// The words of a line as a reader sees them, without what makes them Markdown.
pub(super) fn words_of(line: &str) -> Vec<String> {
    let line = line.trim();
    let note = line.strip_prefix("[^").and_then(|rest| rest.split_once("]:"));
    let line = without_notes(note.map_or(line, |(_, text)| text));
    plain(&line).replace('|', " ").split_whitespace().map(str::to_owned).collect()
}

/// A text without its references to footnotes: `[^1]`.
pub(super) fn without_notes(text: &str) -> String {
    let mut parts = text.split("[^");
    let mut out = parts.next().unwrap_or_default().to_owned();
    out.extend(parts.map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)));
    out
}

/// The whole days among the words of a line, each with its place.
pub(super) fn placed_days(words: &[String]) -> Vec<(usize, String)> {
    let bare = |word: &String| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let single = bare(&words[at]);
        let three =
            words.get(at..at + 3).map(|words| words.iter().map(bare).collect::<Vec<_>>().join(" "));
        let is_day = |text: &String| text.starts_with(|c: char| c.is_ascii_digit());
        let is_dashed = single.len() == 10 && single.matches('-').count() == 2;
        let in_words = three.filter(|three| is_day(three) && three.contains(char::is_alphabetic));
        let candidate = if is_dashed { Some(single) } else { in_words };
        let Some(PartialDate::Day(day)) = candidate.as_deref().and_then(written_date) else {
            continue;
        };
        found.push((at, day.to_string()));
    }
    found
}

/// How many words stand before and after what was found.
const AROUND: usize = 5;
/// Of a longer excerpt only the ends are shown.
const LONGEST: usize = 40;

/// The words from some before one place until some after another.
pub(super) fn excerpt(words: &[String], first: usize, last: usize) -> String {
    let around = |at: usize| at.saturating_sub(AROUND)..(at + AROUND).min(words.len());
    let (first, last) = (around(first), around(last));
    if last.end - first.start > LONGEST && last.start > first.end {
        return format!("{} … {}", words[first].join(" "), words[last].join(" "));
    }
    words[first.start..last.end].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_one_excerpt_in_the_words_that_a_reader_sees() {
        let words = |line: &str| {
            let found = days_of_line(line).into_iter().next();
            found.map(|day| day.words).expect("a day")
        };
        assert_eq!(
            words("[^1]: Medborgarlöftet **beslutades** den 3 mars 2024."),
            "Medborgarlöftet beslutades den 3 mars 2024."
        );
        assert_eq!(words("- Håbo[^2], den 3 mars 2024"), "Håbo, den 3 mars 2024");
        assert_eq!(words("| Håbo | 2024-03-03 |"), "Håbo 2024-03-03");
        let words: Vec<String> = (0..60).map(|n| n.to_string()).collect();
        assert_eq!(excerpt(&words, 2, 9), "0 1 2 3 4 5 6 7 8 9 10 11 12 13");
        assert_eq!(excerpt(&words, 1, 58), "0 1 2 3 4 5 … 53 54 55 56 57 58 59");
    }
}
