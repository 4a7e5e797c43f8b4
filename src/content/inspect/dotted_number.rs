//! Personal numbers whose date of birth is written with full stops or strokes: `1912.12.12-1212`.

use std::ops::Range;

use super::characters::{Cursor, digit, is_blank, is_dash, last_visible};
use super::personal_number::{NumberSort, sort};

/// Every such number in a text, in order and without overlaps.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, NumberSort)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c| digit(c).is_some()).map(|offset| at + offset) {
        match number(text, start) {
            Some((end, sort)) => {
                found.push((start..end, sort));
                at = end;
            }
            None => {
                let mut cursor = Cursor::new(text, start);
                while cursor.take_digit().is_some() {}
                at = cursor.at;
            }
        }
    }
    found
}

/// The end of the number that begins here, and its sort.
fn number(text: &str, start: usize) -> Option<(usize, NumberSort)> {
    let mut cursor = Cursor::new(text, start);
    let mut digits = Vec::with_capacity(12);
    take_digits(&mut cursor, &mut digits);
    let years = digits.len();
    if !matches!(years, 2 | 4) || (years == 2 && follows_a_number(&text[..start])) {
        return None;
    }
    for _ in 0..2 {
        cursor.take(is_point).then_some(())?;
        let before = digits.len();
        take_digits(&mut cursor, &mut digits);
        (digits.len() - before == 2).then_some(())?;
    }
    let between = |c: char| is_dash(c) || is_blank(c) || is_point(c) || c == '+';
    cursor.take(between).then_some(())?;
    take_digits(&mut cursor, &mut digits);
    (digits.len() == years + 8).then_some(())?;
    let end = cursor.at;
    // `2016.06.01-2019.12.31` is a period, and what goes on is something else.
    if cursor.take(|c| is_point(c) || is_dash(c)) && cursor.at_digit() {
        return None;
    }
    Some((end, sort(&digits)?))
}

fn take_digits(cursor: &mut Cursor<'_>, digits: &mut Vec<u8>) {
    // One more than a number has is enough to know that it has too many.
    while digits.len() < 13
        && let Some(digit) = cursor.take_digit()
    {
        digits.push(digit);
    }
}

/// Whether a text ends in a digit and a full stop or stroke.
fn follows_a_number(before: &str) -> bool {
    let visible = last_visible(before).filter(|c| is_point(*c));
    let rest = visible.and_then(|point| before.rsplit_once(point));
    rest.and_then(|(rest, _)| last_visible(rest)).is_some_and(|c| digit(c).is_some())
}

/// A full stop or a stroke of any width.
fn is_point(character: char) -> bool {
    matches!(
        character,
        '.' | '/' | '\u{b7}' | '\u{2024}' | '\u{2044}' | '\u{2215}' | '\u{ff0e}' | '\u{ff0f}'
    )
}
