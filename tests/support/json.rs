//! JSON laid out for reading: keys in the order in which the data is documented, and whatever fits
//! on one line on one line.

use serde_json::Value;

const WIDTH: usize = 100;

/// Keys come in this order, others after them by name.
const ORDER: [&str; 32] = [
    "as_of",
    "place",
    "entries",
    "type",
    "kind",
    "id",
    "date",
    "year",
    "dated_by",
    "title",
    "text",
    "by",
    "status",
    "standing",
    "code",
    "address",
    "wording",
    "period",
    "from",
    "until",
    "further_notice",
    "state",
    "of",
    "answered_by",
    "includes_pledge",
    "joint_with",
    "places",
    "commitments",
    "from_name",
    "to_name",
    "history",
    "assessed_by",
];

/// The value as text.
pub fn layout(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, true, &mut out);
    out
}

fn write(value: &Value, indent: usize, broken: bool, out: &mut String) {
    let line = on_a_line(value);
    let scalar = !value.is_object() && !value.is_array();
    if scalar || line == "[]" || (!broken && column(out) + line.chars().count() < WIDTH) {
        out.push_str(&line);
        return;
    }
    let inner = indent + 2;
    let (open, close) = if value.is_object() { ('{', '}') } else { ('[', ']') };
    out.push(open);
    // Members that fit are put on one line; the items of an array have lines of their own.
    let mut joinable = false;
    for (n, (key, value)) in parts(value).into_iter().enumerate() {
        let name = key.map(|key| format!("\"{key}\": ")).unwrap_or_default();
        let broken = key == Some("entries");
        let length = name.chars().count() + on_a_line(value).chars().count();
        let whole = !broken && inner + length < WIDTH;
        if n > 0 {
            out.push(',');
        }
        if joinable && whole && column(out) + 1 + length < WIDTH {
            out.push(' ');
        } else {
            out.push('\n');
            out.push_str(&" ".repeat(inner));
        }
        out.push_str(&name);
        write(value, inner, broken, out);
        joinable = key.is_some() && whole;
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push(close);
}

fn column(out: &str) -> usize {
    out.chars().rev().take_while(|c| *c != '\n').count()
}

fn on_a_line(value: &Value) -> String {
    let inside = || {
        let parts = parts(value).into_iter().map(|(key, value)| match key {
            Some(key) => format!("\"{key}\": {}", on_a_line(value)),
            None => on_a_line(value),
        });
        parts.collect::<Vec<_>>().join(", ")
    };
    match value {
        Value::Object(_) => format!("{{ {} }}", inside()),
        Value::Array(_) => format!("[{}]", inside()),
        scalar => scalar.to_string(),
    }
}

fn parts(value: &Value) -> Vec<(Option<&str>, &Value)> {
    match value {
        Value::Object(map) => {
            let mut parts: Vec<(&str, &Value)> =
                map.iter().map(|(key, value)| (key.as_str(), value)).collect();
            let place = |key: &str| ORDER.iter().position(|known| *known == key);
            parts.sort_by_key(|(key, _)| (place(key).unwrap_or(ORDER.len()), *key));
            parts.into_iter().map(|(key, value)| (Some(key), value)).collect()
        }
        Value::Array(items) => items.iter().map(|item| (None, item)).collect(),
        _ => Vec::new(),
    }
}
