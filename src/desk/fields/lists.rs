//! Writing a list: values that stay keep how they are written and the comments beside them, and a
//! list of one value per line stays one.

use toml_edit::{Array, Item, TableLike, Value};

use super::shown::shown_value;
use crate::toml_edits::put;

/// Writes these texts as the list of a key. `value` makes a value of a
/// text; with `single`, a list of one is written as that value alone if it is new.
pub(super) fn put_list(
    table: &mut dyn TableLike,
    key: &str,
    texts: &[String],
    value: fn(&str) -> Value,
    single: bool,
    order: &[&str],
) {
    let old = table.get(key).and_then(Item::as_value);
    let was_one = old.is_some_and(|old| !old.is_array());
    let is_new = old.is_none();
    let array = old.and_then(Value::as_array).cloned();
    match texts {
        [only] if was_one || (single && is_new) => put(table, key, value(only), order),
        _ => put(table, key, Value::Array(rewritten(array, texts, value)), order),
    }
}

fn rewritten(old: Option<Array>, texts: &[String], value: fn(&str) -> Value) -> Array {
    let mut old = old.unwrap_or_default();
    let own = |value: &Value| {
        value.decor().prefix().and_then(|it| it.as_str()).unwrap_or_default().to_owned()
    };
    let first = old.iter().next().map(&own);
    // A line break before the first value: one value to a line.
    let by_line = first.filter(|first| first.contains('\n'));
    let indent = by_line.as_ref().map(|first| {
        let after = first.rfind('\n').map_or(first.as_str(), |at| &first[at..]);
        after.to_owned()
    });
    let mut kept: Vec<Value> = old.iter().cloned().collect();
    let mut array = Array::new();
    for (n, text) in texts.iter().enumerate() {
        let known = kept.iter().position(|known| shown_value(known) == *text);
        let mut value = known.map_or_else(|| value(text), |at| kept.remove(at));
        let prefix = own(&value);
        let prefix = match &indent {
            Some(_) if known.is_some() && prefix.contains('\n') => prefix,
            Some(indent) => indent.clone(),
            None if n == 0 => String::new(),
            None => " ".to_owned(),
        };
        value.decor_mut().set_prefix(prefix);
        value.decor_mut().set_suffix("");
        array.push_formatted(value);
    }
    if indent.is_some() {
        array.set_trailing(old.trailing().clone());
        array.set_trailing_comma(old.trailing_comma());
        if !array.trailing().as_str().unwrap_or_default().contains('\n') {
            array.set_trailing("\n");
        }
    }
    *array.decor_mut() = std::mem::take(old.decor_mut());
    array
}
