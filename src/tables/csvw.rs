//! `csv-metadata.json`: what the tables and their columns mean, for programs that know CSV on the
//! Web (W3C, 2015), with the keys that connect them.

use serde::Serialize;
use serde_json::{Value, json};

use super::cell::SEPARATOR;
use super::column::{About, Holds};
use super::licence::licence_of;
use super::say;
use super::table::{DataTable, TableReference};
use crate::archive::Archive;
use crate::model::date::YEARS;
use crate::schema::Both;

/// The form of a date that is as precise as it is known.
pub const DATE: &str = r"\d{4}(-\d\d(-\d\d)?)?";
/// The form of a day.
pub const DAY: &str = r"\d{4}-\d\d-\d\d";
/// The form of a municipality's code.
pub const CODE: &str = r"\d{4}";

#[derive(Serialize)]
struct TableGroup<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, Value),
    #[serde(rename = "dc:title")]
    title: TwoLanguages,
    #[serde(rename = "dc:description")]
    description: TwoLanguages,
    #[serde(rename = "dc:publisher", skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(rename = "dc:license", skip_serializing_if = "Option::is_none")]
    licence: Option<Value>,
    #[serde(rename = "schema:version")]
    version: String,
    dialect: Value,
    tables: Vec<DescribedTable>,
}

#[derive(Serialize)]
struct DescribedTable {
    url: String,
    #[serde(rename = "dc:title")]
    title: TwoLanguages,
    #[serde(rename = "dc:description")]
    description: TwoLanguages,
    #[serde(rename = "tableSchema")]
    schema: TableSchema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema {
    columns: Vec<ColumnSchema>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Value>,
}

#[derive(Serialize)]
struct ColumnSchema {
    name: &'static str,
    titles: Value,
    #[serde(rename = "dc:description")]
    description: TwoLanguages,
    datatype: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
}

/// A text in Swedish and English, as JSON-LD has it.
#[derive(Serialize)]
struct TwoLanguages([InLanguage; 2]);

#[derive(Serialize)]
struct InLanguage {
    #[serde(rename = "@value")]
    value: &'static str,
    #[serde(rename = "@language")]
    language: &'static str,
}

impl From<Both> for TwoLanguages {
    fn from(text: Both) -> TwoLanguages {
        TwoLanguages([
            InLanguage { value: text.sv, language: "sv" },
            InLanguage { value: text.en, language: "en" },
        ])
    }
}

/// The bytes of the file.
pub fn csvw(archive: &Archive) -> Vec<u8> {
    let group = TableGroup {
        context: ("http://www.w3.org/ns/csvw", json!({ "@language": "sv" })),
        title: say::TITLE.into(),
        description: say::DESCRIPTION.into(),
        publisher: archive.settings.publisher.as_deref(),
        licence: licence_of(archive).map(|url| json!({ "@id": url })),
        version: super::VERSION.to_string(),
        dialect: json!({
            "encoding": "utf-8",
            "delimiter": ",",
            "header": true,
            "lineTerminators": ["\r\n", "\n"],
        }),
        tables: DataTable::ALL.iter().map(|table| described(archive, *table)).collect(),
    };
    pretty(&group)
}

/// A value as JSON that can be read and compared.
pub fn pretty(value: &impl Serialize) -> Vec<u8> {
    // It consists of structs, lists and texts, so writing it cannot fail.
    let mut json = serde_json::to_vec_pretty(value).unwrap_or_default();
    json.push(b'\n');
    json
}

fn described(archive: &Archive, table: DataTable) -> DescribedTable {
    DescribedTable {
        url: table.file(),
        title: table.title().into(),
        description: table.help().into(),
        schema: TableSchema {
            columns: table.columns().into_iter().map(|about| column(archive, about)).collect(),
            primary_key: table.key(),
            foreign_keys: table.references().iter().map(foreign_key).collect(),
        },
    }
}

fn column(archive: &Archive, about: &About) -> ColumnSchema {
    let title = about.title();
    ColumnSchema {
        name: about.name,
        titles: json!({ "sv": title.sv, "en": title.en }),
        description: about.help().into(),
        datatype: datatype(archive, about.holds),
        separator: about.holds.is_list().then_some(SEPARATOR),
        required: about.required,
    }
}

fn datatype(archive: &Archive, holds: Holds) -> Value {
    match holds {
        Holds::Text | Holds::Texts | Holds::Id | Holds::Ids => json!("string"),
        Holds::Date => json!({ "base": "string", "format": DATE }),
        Holds::Day => json!({
            "base": "date",
            "format": "yyyy-MM-dd",
            "minimum": format!("{}-01-01", YEARS.start()),
            "maximum": format!("{}-12-31", YEARS.end()),
        }),
        Holds::Url | Holds::Urls => json!("anyURI"),
        Holds::Flag => {
            let (yes, no) = (say::flag(archive, true), say::flag(archive, false));
            json!({ "base": "boolean", "format": format!("{yes}|{no}") })
        }
        Holds::Code => json!({ "base": "string", "format": CODE }),
    }
}

fn foreign_key(reference: &TableReference) -> Value {
    json!({
        "columnReference": reference.columns,
        "reference": { "resource": reference.to.file(), "columnReference": reference.key },
    })
}
