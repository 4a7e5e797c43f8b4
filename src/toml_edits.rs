//! Writing one key of a TOML document: in its place in the order of the keys if it is new, with the
//! comment on its line if it is not, and without taking along the comments above it if it goes.

use toml_edit::{Item, TableLike, Value};
use unicode_normalization::UnicodeNormalization;

use crate::toml_text;

/// A text as a value. One of several lines is written on several, unless one of them would be read as
/// the fence of the front matter that it stands in.
pub fn text(text: &str) -> Value {
    let text: String = text.nfc().collect();
    let fenced = text.split(['\n', '\r']).any(|line| line.trim() == "+++");
    let quoted =
        (fenced || !text.contains('\n')).then(|| toml_text::basic(&text).parse().ok()).flatten();
    quoted.unwrap_or_else(|| Value::from(text))
}

/// Replaces a value, whose comments stay.
pub fn replace(old: &mut Value, mut new: Value) {
    *new.decor_mut() = old.decor().clone();
    *old = new;
}

/// Writes a value: over the one that is there, otherwise before the first key that comes later in
/// `order`.
pub fn put(table: &mut dyn TableLike, key: &str, value: Value, order: &[&str]) {
    if let Some(Item::Value(old)) = table.get_mut(key) {
        return replace(old, value);
    }
    table.remove(key);
    let place = |name: &str| order.iter().position(|it| *it == name);
    let own = place(key);
    let later: Vec<String> = table
        .iter()
        .filter(|(_, item)| item.is_value())
        .map(|(name, _)| name.to_owned())
        .skip_while(|name| place(name).is_none_or(|at| own.is_none_or(|own| at < own)))
        .collect();
    let mut moved = Vec::with_capacity(later.len());
    for name in later {
        let formatted = table.key(&name).cloned();
        if let (Some(formatted), Some(item)) = (formatted, table.remove(&name)) {
            moved.push((formatted, item));
        }
    }
    table.insert(key, Item::Value(value));
    for (formatted, item) in moved {
        table.entry_format(&formatted).or_insert(item);
    }
}

/// Removes a key, but not the comments above it: they are now above the next key of the table or,
/// if there is none, in `orphans`.
pub fn remove(table: &mut dyn TableLike, key: &str, orphans: &mut String) {
    let names: Vec<String> =
        table.iter().filter(|(_, item)| item.is_value()).map(|(name, _)| name.to_owned()).collect();
    let above = table.key(key).and_then(|key| key.leaf_decor().prefix()?.as_str());
    let above = above.filter(|above| above.contains('#')).unwrap_or_default().to_owned();
    let was_value = table.remove(key).is_some_and(|item| item.is_value());
    if above.is_empty() || !was_value {
        return;
    }
    let next = names.iter().skip_while(|name| *name != key).nth(1);
    match next.and_then(|next| table.key_mut(next)) {
        Some(mut next) => {
            let decor = next.leaf_decor_mut();
            let own = decor.prefix().and_then(|own| own.as_str()).unwrap_or_default().to_owned();
            decor.set_prefix(above + &own);
        }
        None => orphans.push_str(&above),
    }
}
