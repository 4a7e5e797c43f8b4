//! The values that each type of key allows, as JSON Schema.

use serde_json::{Value, json};

use crate::schema::{FURTHER_NOTICE, Key, Need, Type};

/// A year, a month or a day.
const DATE: &str = "^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
const DAY: &str = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// At least one visible character.
const VISIBLE: &str = "[^\\s\\u00AD\\u115F\\u1160\\u17B4\\u17B5\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\u2800\\u3164\\uFEFF\\uFFA0]";

/// The values that a key may have; `table` describes a table with certain keys.
pub fn of_type(key: &Key, table: impl Fn(&'static [Key]) -> Value) -> Value {
    let required = matches!(key.need, Need::Required);
    match key.holds {
        Type::Line
        | Type::Text
        | Type::Reference(_)
        | Type::Place(_)
        | Type::File(_)
        | Type::Person
        | Type::Commitment
        | Type::Phone
        | Type::Warning => text(required),
        Type::Texts | Type::References(_) | Type::Places(_) => list(text(required), required),
        Type::Date => date(),
        Type::End => {
            let mut forms = forms_of_date();
            forms.push(json!({ "const": FURTHER_NOTICE }));
            json!({ "anyOf": forms })
        }
        Type::Dates => list(date(), required),
        Type::Day => matching(DAY),
        Type::Period(keys) => {
            let mut forms = forms_of_date();
            forms.push(json!({ "const": "unknown" }));
            forms.push(table(keys));
            json!({ "anyOf": forms })
        }
        Type::Flag => json!({ "type": "boolean" }),
        // Which kind it must be is stated by the schema of the file.
        Type::Kind => text(true),
        Type::Word(words) => {
            let words: Vec<&str> = words.iter().map(|word| word.word).collect();
            json!({ "enum": words })
        }
        Type::Id => matching("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"),
        Type::Language => matching("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
        Type::Address => address(),
        Type::Addresses => list(address(), required),
        Type::Url => matching("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s\"<>\\\\`]+$"),
        Type::Email => matching("^[^\\s@<>(),;\"]+@[^\\s@<>(),;\"]+\\.[^\\s@<>(),;\"]+$"),
        Type::Code => matching("^[0-9]{4}$"),
        Type::Organisation => matching("^[0-9]{6}-?[0-9]{4}$"),
        Type::Colour => matching("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"),
        Type::Theme => matching("^[^./\\\\:][^/\\\\:]*$"),
        Type::Table(keys) => table(keys),
        Type::Named { own, each } => {
            let mut schema = table(own);
            schema["additionalProperties"] = table(each);
            schema
        }
        Type::Tables(keys) | Type::Accepts(keys) => {
            json!({ "type": "array", "items": table(keys) })
        }
    }
}

/// A piece of TOML as JSON, with its dates as texts; `None` if it is not TOML.
pub fn value(toml: &str) -> Option<Value> {
    let table: toml::Table = format!("value = {toml}").parse().ok()?;
    table.get("value").map(converted)
}

/// TOML as JSON, with its dates as texts.
fn converted(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(converted).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), converted(value))).collect()
        }
    }
}

fn text(required: bool) -> Value {
    match required {
        true => matching(VISIBLE),
        false => json!({ "type": "string" }),
    }
}

fn matching(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn address() -> Value {
    matching("^[a-z0-9.-]+(/[a-z0-9.-]+)*/?$")
}

fn date() -> Value {
    json!({ "anyOf": forms_of_date() })
}

fn forms_of_date() -> Vec<Value> {
    vec![matching(DATE), json!({ "type": "integer", "minimum": 1900, "maximum": 2199 })]
}

/// One value, or a list of them.
fn list(item: Value, required: bool) -> Value {
    let mut items = json!({ "type": "array", "items": item.clone() });
    if required {
        items["minItems"] = json!(1);
    }
    json!({ "anyOf": [item, items] })
}
