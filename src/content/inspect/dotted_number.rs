//! Personal numbers that are written as only people write them: a date of birth with full stops or
//! strokes, `1912.12.12-1212`, two dashes, or parentheses, `19121212 (1212)`.

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
    let mut digits = Vec::with_capacity(13);
    take_digits(&mut cursor, &mut digits);
    let birth = match digits.len() {
        4 => take_month_and_day(&mut cursor, &mut digits).map(|()| 8)?,
        2 if !follows_a_number(&text[..start]) => {
            take_month_and_day(&mut cursor, &mut digits).map(|()| 6)?
        }
        6 | 8 => {
            take_odd_gap(&mut cursor, digits.len() == 8)?;
            digits.len()
        }
        _ => return None,
    };
    take_digits(&mut cursor, &mut digits);
    (digits.len() == birth + 4).then_some(())?;
    let end = cursor.at;
    // `2016.06.01-2019.12.31` is a period, and what goes on is something else.
    if cursor.take(|c| is_point(c) || is_dash(c)) && cursor.at_digit() {
        return None;
    }
    Some((end, sort(&digits)?))
}

/// `.12.12` and what precedes the last digits.
fn take_month_and_day(cursor: &mut Cursor<'_>, digits: &mut Vec<u8>) -> Option<()> {
    for _ in 0..2 {
        cursor.take(is_point).then_some(())?;
        let before = digits.len();
        take_digits(cursor, digits);
        (digits.len() - before == 2).then_some(())?;
    }
    // `12.12.12 1212` is more often a day and a time.
    let has_century = digits.len() == 8;
    let is_gap = |c: char| is_dash(c) || is_point(c) || c == '+' || (has_century && is_blank(c));
    cursor.take(is_gap).then_some(())
}

/// Two dashes; after a date with its century also a parenthesis, which other numbers have too.
fn take_odd_gap(cursor: &mut Cursor<'_>, has_century: bool) -> Option<()> {
    let closed = has_century && cursor.take(|c| c == ')');
    let blank = cursor.take(is_blank);
    let dashes = usize::from(cursor.take(is_dash)) + usize::from(cursor.take(is_dash));
    let opened =
        has_century && (cursor.take(is_blank) || blank || dashes > 0) && cursor.take(|c| c == '(');
    (dashes == 2 || opened || (closed && (blank || dashes > 0))).then_some(())
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
