//! Adds lines to a TOML array of texts while every comment stays with the value beside or below it.
//! A comment after a value's comma, on the same line, is about that value, although `toml_edit`
//! considers it to precede the next one.

use std::iter::Peekable;

use toml_edit::{Array, Value};

/// A value of the array with its comments.
struct Item {
    /// What precedes the value: from the end of the line before, or from the value before it on the
    /// same line.
    before: String,
    value: Value,
    /// What is between the value and its comma.
    suffix: String,
    /// What follows the comma on the same line.
    after: String,
}

/// The array with these texts added, which must be sorted. Each is put on a line of its own before
/// the first value that is greater.
pub(super) fn with_lines<'a>(array: Array, texts: impl Iterator<Item = &'a str>) -> Array {
    let around = array.decor().clone();
    let (opening, items, closing) = items(array);
    let on_one_line =
        !items.iter().any(|item| item.before.contains('\n')) && !closing.contains('\n');
    let mut texts = texts.peekable();
    let mut all = Vec::with_capacity(items.len());
    for mut item in items {
        if on_one_line {
            item.before = line();
        }
        let value = item.value.as_str().unwrap_or_default();
        all.extend(until(&mut texts, |text| text < value).map(fresh));
        all.push(item);
    }
    all.extend(texts.map(fresh));
    let closing = if on_one_line { "\n".to_owned() } else { closing };
    let mut array = joined(opening, all, &closing);
    *array.decor_mut() = around;
    array
}

/// Takes texts from the iterator for as long as `wanted` says so.
fn until<'t, 'a, I: Iterator<Item = &'a str>>(
    texts: &'t mut Peekable<I>,
    wanted: impl Fn(&str) -> bool + 't,
) -> impl Iterator<Item = &'a str> + 't {
    std::iter::from_fn(move || texts.next_if(|text| wanted(text)))
}

/// The beginning of a line with a new value.
fn line() -> String {
    "\n  ".to_owned()
}

fn fresh(text: &str) -> Item {
    Item { before: line(), value: text.into(), suffix: String::new(), after: String::new() }
}

/// What follows the opening bracket on its line, the values, and what follows the last value's
/// line.
fn items(array: Array) -> (String, Vec<Item>, String) {
    let mut rest = array.trailing().as_str().unwrap_or_default().to_owned();
    let has_last_comma = array.trailing_comma();
    let mut opening = String::new();
    let mut items: Vec<Item> = Vec::with_capacity(array.len());
    for mut value in array {
        let decor = std::mem::take(value.decor_mut());
        let raw = |raw: Option<&toml_edit::RawString>| {
            raw.and_then(|raw| raw.as_str()).unwrap_or_default().to_owned()
        };
        let (end, before) = at_line_end(raw(decor.prefix()));
        match items.last_mut() {
            Some(last) => last.after = end,
            None => opening = end,
        }
        items.push(Item { before, value, suffix: raw(decor.suffix()), after: String::new() });
    }
    if let Some(last) = items.last_mut().filter(|_| !has_last_comma) {
        rest.insert_str(0, &std::mem::take(&mut last.suffix));
    }
    let (end, closing) = at_line_end(rest);
    match items.last_mut() {
        Some(last) => last.after = end,
        None => opening = end,
    }
    (opening, items, closing)
}

/// Splits a text before its first line end. If there is none, the first part is empty.
fn at_line_end(text: String) -> (String, String) {
    match text.find('\n') {
        Some(at) => (text[..at].to_owned(), text[at..].to_owned()),
        None => (String::new(), text),
    }
}

fn joined(opening: String, items: Vec<Item>, closing: &str) -> Array {
    let mut array = Array::new();
    let mut end = opening;
    for Item { before, mut value, suffix, after } in items {
        let decor = value.decor_mut();
        decor.set_prefix(end + &before);
        decor.set_suffix(suffix);
        array.push_formatted(value);
        end = after;
    }
    array.set_trailing(end + closing);
    array.set_trailing_comma(true);
    array
}
