//! Formats of plain text in which some characters are written otherwise: JSON, scripts and calendars.

use crate::markdown::ShownText;

/// The strings of JSON, or of a script, with their escapes resolved, and everything around them.
pub(super) fn json(text: &str) -> ShownText {
    resolved(text, |rest| {
        let (shown, length) = match rest.chars().next()? {
            'u' if rest.starts_with("u{") => return of_number(rest, 2, rest.find('}')?, 1),
            'u' => return unit(rest),
            'x' => return of_number(rest, 1, 3, 0),
            'n' | 'r' | 't' | 'b' | 'f' => (" ".to_owned(), 1),
            other => (other.to_string(), other.len_utf8()),
        };
        Some((shown, length))
    })
}

/// `u{XX}` or `xXX`: a number from one place to another, and so many signs after it.
fn of_number(rest: &str, from: usize, to: usize, after: usize) -> Option<(String, usize)> {
    let code = u32::from_str_radix(rest.get(from..to)?, 16).ok()?;
    Some((char::from_u32(code)?.to_string(), to + after))
}

/// `uXXXX`, or two of them for a character beyond the first 65 536.
fn unit(rest: &str) -> Option<(String, usize)> {
    let code = |at: usize| u16::from_str_radix(rest.get(at..at + 4)?, 16).ok();
    let first = code(1)?;
    let second = rest.get(5..7).filter(|mark| *mark == "\\u").and_then(|_| code(7));
    let one = |units: &[u16]| char::decode_utf16(units.iter().copied()).next()?.ok();
    match (one(&[first]), second) {
        (Some(shown), _) => Some((shown.to_string(), 5)),
        (None, Some(second)) => Some((one(&[first, second])?.to_string(), 11)),
        (None, None) => None,
    }
}

/// A calendar with its long lines put together again (RFC 5545, 3.1) and its escapes resolved.
pub(super) fn calendar(text: &str) -> ShownText {
    let mut shown = ShownText::default();
    let mut start = 0;
    while let Some(at) = text[start..].find(['\\', '\n']).map(|at| start + at) {
        let (line_ends, rest) = (text[at..].starts_with('\n'), &text[at + 1..]);
        let next = rest.chars().next();
        let sign = match (line_ends, next) {
            (true, Some(' ' | '\t')) => String::new(),
            (true, _) => {
                shown.push(&text[start..=at], start..at + 1);
                start = at + 1;
                continue;
            }
            (false, Some('n' | 'N')) => "\n".to_owned(),
            (false, next) => next.map(String::from).unwrap_or_default(),
        };
        let end = at + 1 + next.map_or(0, char::len_utf8);
        shown.push(&text[start..at], start..at);
        shown.push(&sign, at..end);
        start = end;
    }
    shown.push(&text[start..], start..text.len());
    shown
}

/// A text with what follows each backslash resolved: what is shown, and the length of what stands
/// for it.
fn resolved(text: &str, resolve: impl Fn(&str) -> Option<(String, usize)>) -> ShownText {
    let mut shown = ShownText::default();
    let mut start = 0;
    while let Some(at) = text[start..].find('\\').map(|at| start + at) {
        shown.push(&text[start..at], start..at);
        start = at + 1;
        if let Some((sign, length)) = resolve(&text[start..]) {
            shown.push(&sign, at..start + length);
            start += length;
        }
    }
    shown.push(&text[start..], start..text.len());
    shown
}
