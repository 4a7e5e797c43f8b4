//! Reading a strings file.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::entry::{StringEntry, StringValue};
use crate::diagnostic::{Code, Problem, Source};
use crate::render::phrase::Plural;
use crate::text;

/// The texts of a strings file; a value that is not a text is reported and left out.
pub fn parse(source: &Arc<Source>, problems: &mut Vec<Problem>) -> Vec<StringEntry> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors.iter().take(10) {
        let span = error.span().unwrap_or(0..0);
        let said = error.message();
        problems.push(Problem::at(
            Code::TomlSyntax,
            source,
            span,
            text!(
                "Filen följer inte reglerna för TOML: {said}",
                "The file is not valid TOML: {said}"
            ),
            text!(
                "Varje rad ska se ut så här: namn = \"text\".",
                "Each line should read: name = \"text\"."
            ),
        ));
    }
    let mut found = Vec::new();
    if errors.is_empty() {
        read_table("", table.get_ref(), source, &mut found, problems);
    }
    found.sort_by_key(|written| written.span.start);
    found
}

fn read_table(
    prefix: &str,
    table: &DeTable<'_>,
    source: &Arc<Source>,
    found: &mut Vec<StringEntry>,
    problems: &mut Vec<Problem>,
) {
    for (name, value) in table.iter() {
        let key = if prefix.is_empty() {
            name.get_ref().to_string()
        } else {
            format!("{prefix}.{}", name.get_ref())
        };
        let span = name.span();
        match value.get_ref() {
            DeValue::String(text) => {
                found.push(StringEntry { key, entry: StringValue::Text(text.to_string()), span });
            }
            DeValue::Table(inner) => match plural(inner) {
                Some(plural) => {
                    found.push(StringEntry { key, entry: StringValue::Plural(plural), span })
                }
                None => read_table(&key, inner, source, found, problems),
            },
            _ => problems.push(Problem::at(
                Code::ThemeString,
                source,
                value.span(),
                text!("”{key}” är ingen text.", "“{key}” is no text."),
                text!("Skriv texten inom citattecken: \"…\".", "Write the text in quotes: \"…\"."),
            )),
        }
    }
}

/// Reads a table as the forms of one text: `one` and `other`, optionally `zero` and `two`, and
/// nothing else.
fn plural(table: &DeTable<'_>) -> Option<Plural> {
    let mut forms: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, value) in table.iter() {
        let name: &str = name.get_ref();
        match value.get_ref() {
            DeValue::String(text) if Plural::FORMS.contains(&name) => {
                forms.insert(name, text);
            }
            _ => return None,
        }
    }
    Some(Plural {
        zero: forms.get("zero").map(|form| (*form).to_owned()),
        one: (*forms.get("one")?).to_owned(),
        two: forms.get("two").map(|form| (*form).to_owned()),
        other: (*forms.get("other")?).to_owned(),
    })
}
