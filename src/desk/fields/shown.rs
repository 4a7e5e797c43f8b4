//! What a field shows of a value. Whatever cannot be shown as what it should be is shown as it is
//! written, so that nothing in a file is hidden or lost.

use toml_edit::{Item, Value};

/// The text that a field of one value shows.
pub fn shown(item: &Item) -> String {
    item.as_value().map_or_else(|| item.to_string().trim().to_owned(), shown_value)
}

/// The texts that a field of several values shows; one value counts as a list of itself.
pub fn shown_list(item: &Item) -> Vec<String> {
    match item.as_array() {
        Some(array) => array.iter().map(shown_value).collect(),
        None => vec![shown(item)],
    }
}

pub(super) fn shown_value(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_)
        | Value::Array(_)
        | Value::InlineTable(_) => {
            let mut bare = value.clone();
            bare.decor_mut().clear();
            bare.to_string()
        }
    }
}
