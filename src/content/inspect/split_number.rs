//! Personal numbers that a published file divides: at the end of a line, or over two cells. Two
//! numbers that merely follow each other are no personal number, so the division itself must speak
//! for one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::characters::{digit, is_dash};
use super::personal_number::{self, NumberSort};

/// So much of the lines on both sides of a line end is looked at, in characters.
const AROUND: usize = 40;

type SplitNumbers = Vec<(Range<usize>, NumberSort)>;

/// The numbers of a text that lines or cells divide, in order. If cells are in columns, each two
/// columns are judged on their own, otherwise all cells together.
pub(super) fn find(text: &str, columns: bool) -> SplitNumbers {
    let mut found = over_cells(text, columns);
    found.extend(over_lines(text));
    found.sort_by_key(|(span, _)| span.start);
    found
}

/// Numbers with a dash where the line ends, or within lines of words.
fn over_lines(text: &str) -> SplitNumbers {
    let mut found = Vec::new();
    for (end, _) in text.match_indices('\n') {
        let (above, below) = (text[..end].trim_end(), text[end..].trim_start());
        let below_start = text.len() - below.len();
        // Empty lines divide what is said.
        if text[above.len()..below_start].matches('\n').count() != 1 {
            continue;
        }
        let ends = |c: char| digit(c).is_some() || is_dash(c) || c == '+';
        if !above.ends_with(ends) || !below.starts_with(ends) {
            continue;
        }
        let start = above.char_indices().rev().take(AROUND).last().map_or(0, |(at, _)| at);
        let start = above.rfind('\n').map_or(start, |line| start.max(line + 1));
        let stop = below.char_indices().nth(AROUND).map_or(below.len(), |(at, _)| at);
        let stop = below.find('\n').map_or(stop, |line| stop.min(line));
        let (first, second) = (&above[start..], &below[..stop]);
        let is_dashed = first.ends_with(|c| is_dash(c) || c == '+')
            || second.starts_with(|c| is_dash(c) || c == '+');
        let has_words = |line: &str| line.contains(char::is_alphabetic);
        let of_words = has_words(first)
            && has_words(second)
            && !(first.contains('\t') || second.contains('\t'));
        if !is_dashed && !of_words {
            continue;
        }
        let whole = format!("{first} {second}");
        let hits = personal_number::find(&whole).into_iter();
        // The last four digits are what follows the date.
        let four = |part: &str| part.chars().filter(|c| digit(*c).is_some()).count() == 4;
        let divided = hits.filter(|(hit, _)| {
            hit.start < first.len() && whole.get(first.len()..hit.end).is_some_and(four)
        });
        found.extend(divided.map(|(hit, sort)| {
            let end = below_start + hit.end - first.len() - 1;
            (start + hit.start..end, sort)
        }));
    }
    found
}

/// Numbers of two cells, date and last digits. A date may also stand beside another number of four
/// digits, a tenth of which would fit: only where most fit are they numbers of persons.
fn over_cells(text: &str, columns: bool) -> SplitNumbers {
    let mut pairs: BTreeMap<usize, (usize, SplitNumbers)> = BTreeMap::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let mut at = line_start;
        let mut earlier: Option<(&str, usize)> = None;
        for (column, written) in line.split('\t').enumerate() {
            let cell = written.trim();
            let start = at + (written.len() - written.trim_start().len());
            if let Some((first, first_start)) = earlier
                && is_date(first)
                && is_end(cell)
            {
                let key = if columns { column } else { 0 };
                let (alike, hits) = pairs.entry(key).or_default();
                *alike += 1;
                let both = personal_number::find(&format!("{first} {cell}"));
                if let Some((_, sort)) = both.first() {
                    hits.push((first_start..start + cell.len(), *sort));
                }
            }
            earlier = Some((cell, start));
            at += written.len() + 1;
        }
        line_start += line.len();
    }
    let sure = pairs.into_values().filter(|(alike, hits)| hits.len() * 2 > *alike);
    sure.flat_map(|(_, hits)| hits).collect()
}

/// `121212`, `19121212`, `121212-`
fn is_date(cell: &str) -> bool {
    let digits = cell.strip_suffix(|c| is_dash(c) || c == '+').unwrap_or(cell).trim_end();
    matches!(digits.chars().count(), 6 | 8) && digits.chars().all(|c| digit(c).is_some())
}

/// `1212`, `-1212`
fn is_end(cell: &str) -> bool {
    let digits = cell.strip_prefix(|c| is_dash(c) || c == '+').unwrap_or(cell).trim_start();
    digits.chars().count() == 4 && digits.chars().all(|c| digit(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str) -> Vec<&str> {
        find(text, true).into_iter().map(|(span, _)| &text[span]).collect()
    }

    #[test]
    fn numbers_that_lines_divide_are_found() {
        for text in [
            "121212-\n1212",
            "121212-\n    1212",
            "Kim 121212\n-1212, Håbo",
            "Född 121212\n1212 i Håbo",
        ] {
            assert_eq!(divided(text).len(), 1, "{text:?}");
        }
        assert_eq!(divided("Kim 19121212-\n1212, Håbo"), ["19121212-\n1212"]);
        for text in [
            "121212\n1212\n",
            "121212-\n\n1212",
            "121212-\n1213",
            "2016-01-\n1212",
            "år 2012-\n1213",
            "121212-1212\n1212",
            "x 1212\n121212 x",
        ] {
            assert_eq!(divided(text), [""; 0], "{text:?}");
        }
    }

    #[test]
    fn numbers_over_two_cells_are_found_and_tables_of_dates_are_not() {
        assert_eq!(divided("Namn\tFödd\tSista\nKim\t121212\t1212\n"), ["121212\t1212"]);
        assert_eq!(divided("19121212-\t1212"), ["19121212-\t1212"]);
        assert_eq!(divided("121212\t-1212"), ["121212\t-1212"]);
        assert_eq!(divided("121212\tx\t1212"), [""; 0]);
        assert_eq!(divided("1\t121212\t\t1212"), [""; 0]);
        // Dates beside times: one of them fits.
        let dates = "121212\t1212\n121212\t1213\n121212\t1214\n";
        assert_eq!(divided(dates), [""; 0]);
        // Beside a column of other numbers, a column of personal numbers is still one.
        let both = "121212\t1213\tx\t121212\t1212\n121212\t1214\tx\t121212\t1212\n";
        assert_eq!(divided(both).len(), 2);
        assert_eq!(find(both, false).len(), 0);
    }
}
