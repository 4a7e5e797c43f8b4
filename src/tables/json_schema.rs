//! `arkivet-schema.json`: the JSON Schema of `arkivet.json` and its parts.

use serde_json::{Map, Value, json};

use super::column::{About, Holds};
use super::csvw::{CODE, DATE, DAY, pretty};
use super::files::{FOLDER, SCHEMA};
use super::say;
use super::table::DataTable;
use crate::archive::Archive;

/// The bytes of the file.
pub fn json_schema(archive: &Archive) -> Vec<u8> {
    let mut properties = Map::new();
    properties.insert("$schema".to_owned(), json!({ "type": "string" }));
    properties.insert("titel".to_owned(), json!({ "type": "string" }));
    properties.insert("version".to_owned(), json!({ "type": "integer", "minimum": 1 }));
    properties.insert("utgivare".to_owned(), json!({ "type": "string" }));
    properties.insert("licens".to_owned(), json!({ "type": "string", "format": "uri" }));
    properties.insert(
        "delar".to_owned(),
        json!({
            "description": say::said(archive, say::PARTS),
            "type": "array",
            "items": {
                "type": "object",
                "required": ["plats_id", "adress"],
                "properties": {
                    "plats_id": { "type": "string" },
                    "adress": { "type": "string", "minLength": 1 },
                },
            },
        }),
    );
    for table in DataTable::ALL {
        properties.insert(table.array(), rows(archive, *table));
    }
    let arrays: Vec<String> = DataTable::ALL.iter().map(|table| table.array()).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": say::said(archive, say::TITLE),
        "description": say::said(archive, say::DESCRIPTION),
        "type": "object",
        "required": ["titel", "version"],
        "oneOf": [{ "required": arrays }, { "required": ["delar"] }],
        "properties": properties,
        "additionalProperties": false,
    });
    if let (Some(base), Some(object)) = (&archive.settings.base_url, schema.as_object_mut()) {
        object.insert("$id".to_owned(), json!(format!("{base}{FOLDER}{SCHEMA}")));
    }
    pretty(&schema)
}

/// The array of a table. Rows may have more columns than are known here, since columns are added.
fn rows(archive: &Archive, table: DataTable) -> Value {
    let columns = table.columns();
    let names: Vec<&str> = columns.iter().map(|about| about.name).collect();
    let properties: Map<String, Value> =
        columns.iter().map(|about| (about.name.to_owned(), column(archive, about))).collect();
    json!({
        "title": say::said(archive, table.title()),
        "description": say::said(archive, table.help()),
        "type": "array",
        "items": { "type": "object", "required": names, "properties": properties },
    })
}

fn column(archive: &Archive, about: &About) -> Value {
    // A value that may be missing is then an empty text.
    let matching = |form: &str| match about.required {
        true => json!({ "pattern": format!("^{form}$") }),
        false => json!({ "pattern": format!("^({form})?$") }),
    };
    let form = match about.holds {
        Holds::Date => matching(DATE),
        Holds::Day => matching(DAY),
        Holds::Code => matching(CODE),
        Holds::Flag => {
            let words = [say::flag(archive, true), say::flag(archive, false), ""];
            json!({ "enum": &words[..if about.required { 2 } else { 3 }] })
        }
        Holds::Texts | Holds::Ids | Holds::Urls => {
            json!({ "items": { "type": "string", "minLength": 1 } })
        }
        Holds::Text | Holds::Id | Holds::Url if about.required => json!({ "minLength": 1 }),
        Holds::Text | Holds::Id | Holds::Url => json!({}),
    };
    let of_type = if about.holds.is_list() { "array" } else { "string" };
    let mut column = json!({
        "title": say::said(archive, about.title()),
        "description": say::said(archive, about.help()),
        "type": of_type,
    });
    if let (Some(object), Value::Object(form)) = (column.as_object_mut(), form) {
        object.extend(form);
    }
    column
}
