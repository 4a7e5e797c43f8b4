//! What a value that is no TOML was meant to be, in the form that its key holds, so that a line which
//! a message proposes is also accepted.

use super::as_value::as_value;
use super::slip::{FaultyLine, correct, quoted};
use crate::content::fields::no_dates::of_further_notice;
use crate::content::fields::scan::{is_header, outside_quotes, table_of};
use crate::content::fields::written_dates::{as_toml, period, written_date};
use crate::content::names;
use crate::diagnostic::Text;
use crate::schema::shape::TEXT;
use crate::schema::{self, FURTHER_NOTICE, Form, Key, Kind, Type};

/// The declaration of a key on a line: that of the table whose header is nearest above it, otherwise
/// of the file.
pub fn row(faulty: &FaultyLine<'_>, key: &str) -> Option<&'static Key> {
    let header = faulty.above.lines().rev().find(|line| is_header(line));
    schema::key_in(faulty.owner, header.map_or("", |header| table_of(header)), key)
}

/// The line in which a key has this value, as it was meant; if that is not obvious, the line that
/// shows how the key is written.
pub fn line(faulty: &FaultyLine<'_>, key: &str, written: &str) -> Text {
    let Some(row) = row(faulty, key) else {
        let value = if written.trim().is_empty() { TEXT.to_owned() } else { as_value(written) };
        return correct(&format!("{key} = {value}"));
    };
    let is_open = names::further_notice(unquoted(before_comment(written).trim()));
    match meant(row, written) {
        // It has no beginning that could be shown, and no end but that word.
        None if row.holds.form() == Form::Period && is_open => of_further_notice(),
        Some(value) => correct(&format!("{key} = {value}")),
        None => {
            let (sv, en) = row.holds.shape();
            let (sv, en) = (format!("{key} = {sv}"), format!("{key} = {en}"));
            Text { sv: correct(&sv).sv, en: correct(&en).en }
        }
    }
}

/// The value that was meant, in the form that its key holds; `None` if it is not obvious.
pub fn meant(row: &Key, written: &str) -> Option<String> {
    let written = before_comment(written);
    let written = written.trim().trim_end_matches([',', ';']).trim();
    let text = unquoted(written);
    if text.is_empty() {
        return None;
    }
    match row.holds.form() {
        Form::Flag => names::yes_or_no(text).map(str::to_owned),
        Form::Date => match row.holds {
            Type::End if text == FURTHER_NOTICE || names::further_notice(text) => {
                Some(format!("\"{FURTHER_NOTICE}\""))
            }
            _ => written_date(text).map(as_toml),
        },
        Form::Dates => {
            let items = text.trim_matches(['[', ']']).split(',').map(unquoted);
            let dates = items.filter(|item| !item.is_empty());
            let dates = dates.map(|item| written_date(item).map(as_toml));
            Some(format!("[{}]", dates.collect::<Option<Vec<_>>>()?.join(", ")))
        }
        Form::Period => period_of(row, written),
        Form::Texts if text.starts_with('[') => None,
        Form::Texts => {
            let items: Vec<&str> =
                text.split(',').map(unquoted).filter(|item| !item.is_empty()).collect();
            match items.as_slice() {
                [only] => Some(quoted(only)),
                _ => Some(format!(
                    "[{}]",
                    items.into_iter().map(quoted).collect::<Vec<_>>().join(", ")
                )),
            }
        }
        Form::Text => {
            let words: Vec<&str> = match row.holds {
                Type::Kind => Kind::ALL.iter().map(|kind| kind.as_str()).collect(),
                Type::Word(words) => words.iter().map(|word| word.word).collect(),
                _ => return Some(quoted(text)),
            };
            names::meant(text, &words).map(|word| format!("\"{word}\""))
        }
        Form::Table | Form::Tables => None,
    }
}

/// A period in whatever brackets, as its keys or as dates.
fn period_of(row: &Key, written: &str) -> Option<String> {
    let inside = written.trim_matches(|c: char| c.is_whitespace() || "[](){}".contains(c));
    if let Some(pairs) = table(row, inside) {
        return Some(pairs);
    }
    // `{ from = 2018, 2019 }`
    let dates = inside.replace(['=', ':'], " ");
    let dates = unquoted(&dates);
    match names::unknown(dates) {
        true => Some("\"unknown\"".to_owned()),
        false => period(dates),
    }
}

/// What stands within braces, pair by pair: `{ från: 2016 till: 2019 }`.
pub fn table(row: &Key, written: &str) -> Option<String> {
    let written = before_comment(written);
    let inside = written.trim().trim_start_matches('{').trim_end().trim_end_matches('}').trim();
    let names: Vec<&str> = row.keys().iter().map(|key| key.name).collect();
    // Where each pair begins, where its key ends, and which key that is.
    let mut starts: Vec<(usize, usize, &str)> = Vec::new();
    for part in outside_quotes(inside) {
        let mut at = part.start;
        while let Some(found) = inside[at..part.end].find(char::is_alphabetic) {
            let start = at + found;
            let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
            let length = inside[start..part.end].find(|c| !is_of_word(c));
            let end = length.map_or(part.end, |length| start + length);
            match names::meant(&inside[start..end], &names) {
                Some(name) => starts.push((start, end, name)),
                None if inside[end..].trim_start().starts_with(['=', ':']) => return None,
                None => {}
            }
            at = end.max(start + 1);
        }
    }
    // What stands before the first key would be lost.
    if starts.first().is_none_or(|(start, ..)| !inside[..*start].trim().is_empty()) {
        return None;
    }
    let mut pairs = Vec::new();
    for (n, (_, end, name)) in starts.iter().enumerate() {
        let until = starts.get(n + 1).map_or(inside.len(), |(start, ..)| *start);
        let value = inside[*end..until].trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '=' | ':' | ',' | ';' | '{' | '}')
        });
        // An end that the source does not say is left out.
        if value.is_empty() || names::unknown(unquoted(value)) {
            continue;
        }
        let key = row.keys().iter().find(|key| key.name == *name)?;
        pairs.push(format!("{name} = {}", meant(key, value)?));
    }
    (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
}

/// A text without what it is quoted with.
fn unquoted(written: &str) -> &str {
    written
        .trim()
        .trim_matches(|c| matches!(c, '"' | '\'') || super::quotes::CURLY.contains(&c))
        .trim()
}

/// A value without the comment after it. The value may lack a quote, so only a sign after a blank
/// counts.
fn before_comment(written: &str) -> &str {
    written.find(" #").map_or(written, |at| &written[..at])
}
