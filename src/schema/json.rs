//! The schema as JSON Schema (draft 2020-12): the front matter of each kind, `site.toml` and
//! `addresses.toml`, with TOML's dates as texts. It is a little stricter than the reader: a key
//! without a value must be left out, not empty.

mod types;

use serde_json::{Map, Value, json};

use super::{Both, Key, Kind, Need, Owner, both};
use crate::language::Language;

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// One document for all files: what has a `kind` is validated as front matter of that kind, and
/// what has none as `site.toml`.
pub fn everything(language: Language) -> Value {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let by_kind: Vec<Value> = kinds
        .iter()
        .map(|kind| {
            json!({
                "if": { "properties": { "kind": { "const": kind } } },
                "then": { "$ref": format!("#/$defs/{kind}") },
            })
        })
        .collect();
    let mut defs: Map<String, Value> = Map::new();
    for kind in Kind::ALL {
        defs.insert(kind.as_str().to_owned(), of_file(Owner::Kind(*kind), language));
    }
    defs.insert("site.toml".to_owned(), of_file(Owner::Settings, language));
    defs.insert("addresses.toml".to_owned(), of_file(Owner::Ledger, language));
    json!({
        "$schema": DIALECT,
        "title": "Löftesarkiv",
        "type": "object",
        "if": { "required": ["kind"] },
        "then": { "properties": { "kind": { "enum": kinds } }, "allOf": by_kind },
        "else": { "$ref": "#/$defs/site.toml" },
        "$defs": defs,
    })
}

/// `site.toml` alone, for editors that offer completions.
pub fn settings(language: Language) -> Value {
    let mut schema = of_file(Owner::Settings, language);
    schema["$schema"] = json!(DIALECT);
    schema
}

fn of_file(owner: Owner, language: Language) -> Value {
    let title = match owner {
        Owner::Kind(kind) => kind.facts().name,
        Owner::Settings => both("site.toml", "site.toml"),
        Owner::Ledger => both("addresses.toml", "addresses.toml"),
        Owner::Seal => both("seals/….toml", "seals/….toml"),
        Owner::Unknown => both("fil", "file"),
    };
    let keys: Vec<&Key> = owner.keys().collect();
    let mut schema = of_keys(&keys, language);
    if let Owner::Kind(kind) = owner
        && kind.is_archive()
    {
        not_in_translations(&mut schema);
    }
    schema["title"] = json!(title.in_language(language));
    if let Owner::Kind(kind) = owner {
        schema["properties"]["kind"]["const"] = json!(kind.as_str());
    }
    schema
}

/// A translation has all but its kind and its title from its original, so what else is required is
/// required only without `translation_of`.
fn not_in_translations(schema: &mut Value) {
    let Some(file) = schema.as_object_mut() else { return };
    let mut then = Map::new();
    if let Some(Value::Array(required)) = file.remove("required") {
        let own = |key: &Value| key == "kind" || key == "title";
        let (own, others): (Vec<Value>, Vec<Value>) = required.into_iter().partition(own);
        file.insert("required".to_owned(), Value::Array(own));
        then.insert("required".to_owned(), Value::Array(others));
    }
    let mut conditions = match file.remove("allOf") {
        Some(Value::Array(conditions)) => conditions,
        _ => Vec::new(),
    };
    let of_several = |condition: &Value| condition.get("anyOf").is_some();
    if let Some(at) = conditions.iter().position(of_several) {
        then.insert("allOf".to_owned(), Value::Array(vec![conditions.remove(at)]));
    }
    conditions.push(json!({ "if": { "required": ["translation_of"] }, "else": then }));
    file.insert("allOf".to_owned(), Value::Array(conditions));
}

/// A table with exactly these keys.
fn of_keys(keys: &[&Key], language: Language) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<&str> = Vec::new();
    let mut conditions: Vec<Value> = Vec::new();
    for key in keys {
        properties.insert(key.name.to_owned(), of_key(key, language));
        match key.need {
            Need::Optional | Need::Advised | Need::Rare => {}
            Need::Required => required.push(key.name),
            Need::OneOf(names) => once(&mut conditions, json!({ "anyOf": each(names) })),
            Need::Either(names) => once(&mut conditions, json!({ "oneOf": each(names) })),
            Need::Unless { when, unless } => conditions.push(json!({
                "if": {
                    "required": [when],
                    "not": { "required": [unless], "properties": { unless: { "const": true } } },
                },
                "then": { "required": [key.name] },
            })),
            Need::Flagged(flag) => conditions.push(json!({
                "if": { "required": [key.name] },
                "then": { "required": [flag], "properties": { flag: { "const": true } } },
            })),
            Need::With(other) => conditions.push(json!({
                "if": { "required": [other] },
                "then": { "required": [key.name] },
            })),
            Need::Without(other) => {
                conditions.push(json!({ "not": { "required": [key.name, other] } }));
            }
            Need::When { key: other, is } => conditions.push(json!({
                "if": { "required": [other], "properties": { other: { "const": is } } },
                "then": { "required": [key.name] },
            })),
        }
    }
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !conditions.is_empty() {
        schema["allOf"] = json!(conditions);
    }
    schema
}

fn each(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| json!({ "required": [name] })).collect()
}

/// Adds a condition that several keys share, only once.
fn once(conditions: &mut Vec<Value>, condition: Value) {
    if !conditions.contains(&condition) {
        conditions.push(condition);
    }
}

fn of_key(key: &Key, language: Language) -> Value {
    let table = |keys: &'static [Key]| of_keys(&keys.iter().collect::<Vec<_>>(), language);
    let mut schema = types::of_type(key, table);
    let told = |text: Both| json!(text.in_language(language));
    schema["title"] = told(key.label);
    schema["description"] = told(key.help);
    if let Some(default) = types::value(key.default) {
        schema["default"] = default;
    }
    if let Some(example) = types::value(key.example) {
        schema["examples"] = json!([example]);
    }
    schema
}
