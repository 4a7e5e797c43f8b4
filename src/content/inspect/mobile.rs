//! Swedish mobile numbers. A mobile telephone is carried by one person, so the number is a
//! person's; numbers of landlines and switchboards are not reported.

use std::ops::Range;
use std::sync::Arc;

use super::characters::{Cursor, digit, is_blank, is_dash, last_visible};
use crate::diagnostic::{Code, Problem, Source};
use crate::text;

pub(super) fn problem(source: &Arc<Source>, span: Range<usize>) -> Problem {
    Problem::at(
        Code::PhoneNumber,
        source,
        span,
        text!(
            "Här står ett mobilnummer. Det hör oftast till en enskild person, och sidan finns kvar när numret har bytt ägare.",
            "This is a mobile number. It mostly belongs to one person, and the page will still be here when the number is somebody else's."
        ),
        text!(
            "Skriv växelns nummer i stället. Är numret en funktions, skriv mellan +++-raderna: accept = [{{ code = \"phone-number\", reason = \"…\" }}]",
            "Write the switchboard's number instead. If the number is not a person's, write between the +++ lines: accept = [{{ code = \"phone-number\", reason = \"…\" }}]"
        ),
    )
}

/// Every mobile number in a text, in order.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c| c == '+' || c == '＋' || digit(c) == Some(0)) {
        let start = at + offset;
        let apart = !last_visible(&text[..start]).is_some_and(char::is_alphanumeric);
        match apart.then(|| number_at(text, start)).flatten() {
            Some(end) => {
                found.push(start..end);
                at = end;
            }
            None => at = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// The end of the mobile number that begins here: `070…`, `+46 70…`, `0046 (0)70…`.
fn number_at(text: &str, start: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, start);
    if let Some(after) = after_country_code(cursor) {
        cursor = after;
        take_gap(&mut cursor);
        if cursor.peek().is_some_and(|c| digit(c) == Some(0)) {
            cursor.take_digit();
            take_gap(&mut cursor);
        }
    } else if cursor.take_digit() != Some(0) {
        return None;
    }
    // The digits of the prefix are written together; otherwise `07 00 12 …` would be one.
    if cursor.take_digit() != Some(7) || !matches!(cursor.take_digit()?, 0 | 2 | 3 | 6 | 9) {
        return None;
    }
    for _ in 0..7 {
        take_gap(&mut cursor);
        cursor.take_digit()?;
    }
    (!cursor.peek().is_some_and(char::is_alphanumeric)).then_some(cursor.at)
}

/// After `+46` or `0046`.
fn after_country_code(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let international = cursor.take(|c| matches!(c, '+' | '＋'))
        || (cursor.take_digit() == Some(0) && cursor.take_digit() == Some(0));
    let sweden = international && cursor.take_digit() == Some(4) && cursor.take_digit() == Some(6);
    sweden.then_some(cursor)
}

/// Skips spaces, a dash, parentheses or a slash: at most three of them.
fn take_gap(cursor: &mut Cursor<'_>) {
    for _ in 0..3 {
        if !cursor.take(|c| is_blank(c) || is_dash(c) || matches!(c, '(' | ')' | '/')) {
            return;
        }
    }
}
