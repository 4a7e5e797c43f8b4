//! Putting what was submitted into the TOML of a file, key by key in the order of the schema.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::cards::apply_cards;
use super::dates::date;
use super::lists::put_list;
use super::periods::apply_period;
use super::shown::{shown, shown_list};
use super::submitted::FieldNode;
use crate::desk::text::submitted;
use crate::schema::{Form, Key, Type};
use crate::toml_edits::{put, remove, text};

/// What the editor asked for besides saving.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The table, `signatories` or `accessibility.faults`, to which an empty card is to be added.
    pub add: Option<String>,
}

/// The TOML with the submitted fields, and what else was asked for. The keys are those of the file.
/// `Err` if the TOML cannot be parsed.
pub fn apply(
    toml: &str,
    keys: &[&'static Key],
    fields: &FieldNode,
) -> Result<(String, Asked), toml_edit::TomlError> {
    let mut document: DocumentMut = toml.parse()?;
    let mut orphans = String::new();
    let had_tables = first_table(document.as_table_mut()).is_some();
    apply_keys(document.as_table_mut(), keys, fields, &mut orphans);
    if !had_tables {
        keep_above(&mut document);
    }
    if !orphans.is_empty() {
        let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing(orphans + &trailing);
    }
    let asked = Asked { add: added(keys, fields, "") };
    Ok((document.to_string(), asked))
}

/// Keeps the comments at the end of a file above its first table. They may be keys of the file that
/// wait to be written, and would otherwise become the table's.
fn keep_above(document: &mut DocumentMut) {
    let below = document.trailing().as_str().filter(|it| it.contains('#')).map(str::to_owned);
    let Some(below) = below else { return };
    let Some(table) = first_table(document.as_table_mut()) else { return };
    table.decor_mut().set_prefix(below + "\n");
    document.set_trailing("");
}

/// The first table of a file that has a header of its own.
fn first_table(table: &mut Table) -> Option<&mut Table> {
    table.iter_mut().find_map(|(_, item)| match item {
        Item::Table(inner) => match inner.is_implicit() {
            true => first_table(inner),
            false => Some(inner),
        },
        Item::ArrayOfTables(all) => all.get_mut(0),
        Item::Value(_) | Item::None => None,
    })
}

/// The table to which a card is to be added.
fn added(keys: &[&'static Key], fields: &FieldNode, above: &str) -> Option<String> {
    keys.iter().find_map(|key| {
        let node = fields.fields.get(key.name)?;
        let name = format!("{above}{}", key.name);
        match key.holds.form() {
            Form::Tables if node.fields.contains_key("_add") => Some(name),
            Form::Table => {
                let keys: Vec<&'static Key> = key.keys().iter().collect();
                added(&keys, node, &format!("{name}."))
            }
            Form::Text
            | Form::Texts
            | Form::Flag
            | Form::Date
            | Form::Dates
            | Form::Period
            | Form::Tables => None,
        }
    })
}

/// Puts the submitted fields of a table into it.
fn apply_keys(
    table: &mut dyn TableLike,
    keys: &[&'static Key],
    fields: &FieldNode,
    orphans: &mut String,
) {
    let order: Vec<&str> = keys.iter().map(|key| key.name).collect();
    for key in keys {
        let Some(node) = fields.fields.get(key.name) else { continue };
        let single = matches!(key.holds, Type::References(_));
        match key.holds.form() {
            Form::Text => one(table, key, node, text, &order, orphans),
            Form::Date => one(table, key, node, date, &order, orphans),
            Form::Flag => one(table, key, node, flag, &order, orphans),
            Form::Texts => several(table, key, node, (text, single), &order, orphans),
            Form::Dates => several(table, key, node, (date, single), &order, orphans),
            Form::Period => apply_period(table, key.name, node, &order, orphans),
            Form::Table => within(table, key, node, orphans),
            Form::Tables => {
                let keys: Vec<&'static Key> = key.keys().iter().collect();
                apply_cards(table, key, node, |card, fields| {
                    apply_keys(card, &keys, fields, orphans);
                });
            }
        }
    }
}

fn flag(word: &str) -> Value {
    match word.trim() {
        "true" => true.into(),
        "false" => false.into(),
        other => text(other),
    }
}

fn one(
    table: &mut dyn TableLike,
    key: &Key,
    node: &FieldNode,
    value: fn(&str) -> Value,
    order: &[&str],
    orphans: &mut String,
) {
    let Some(new) = node.values.last() else { return };
    let new = submitted(new);
    let old = table.get(key.name).map(shown);
    if old.as_deref().map(submitted).as_deref() == Some(&*new) {
        return;
    }
    let new = new.trim();
    if new.is_empty() {
        // A value that is there but says nothing is left as it is.
        if old.is_some_and(|old| !old.trim().is_empty()) {
            remove(table, key.name, orphans);
        }
    } else {
        put(table, key.name, value(new), order);
    }
}

fn several(
    table: &mut dyn TableLike,
    key: &Key,
    node: &FieldNode,
    (value, single): (fn(&str) -> Value, bool),
    order: &[&str],
    orphans: &mut String,
) {
    let says_none = node.value("_none").is_some_and(|word| word.trim() == "true");
    let mut texts = node.lines();
    if matches!(key.holds, Type::Dates) {
        // No date holds a comma, so they may also stand on one line.
        let dates = texts.iter().flat_map(|line| line.split(','));
        texts = dates.map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    }
    let is_none = |item: &Item| item.as_array().is_some_and(toml_edit::Array::is_empty);
    let was_none = table.get(key.name).is_some_and(is_none);
    let shown = table.get(key.name).map(|item| {
        let (values, fields) = (shown_list(item), BTreeMap::new());
        FieldNode { values, fields }.lines()
    });
    if shown.is_some_and(|shown| !was_none && shown == texts) {
        return;
    }
    if texts.is_empty() && says_none {
        if !was_none {
            put(table, key.name, Value::Array(toml_edit::Array::new()), order);
        }
    } else if !texts.is_empty() {
        put_list(table, key.name, &texts, value, single, order);
    } else if !node.values.is_empty() && (!was_none || node.get("_none").is_some()) {
        remove(table, key.name, orphans);
    }
}

/// A table with a header, or within braces.
fn within(table: &mut dyn TableLike, key: &Key, node: &FieldNode, orphans: &mut String) {
    let keys: Vec<&'static Key> = key.keys().iter().collect();
    match table.get(key.name) {
        None if node.is_blank() => return,
        None => {
            table.insert(key.name, Item::Table(Table::new()));
        }
        Some(item) if item.is_table_like() => {}
        Some(_) => return,
    }
    let Some(item) = table.get_mut(key.name) else { return };
    let before = item.as_table_like().map_or(0, TableLike::len);
    if let Some(inner) = item.as_table_like_mut() {
        apply_keys(inner, &keys, node, orphans);
    }
    let after = item.as_table_like().map_or(0, TableLike::len);
    if before != after {
        if let Some(inline) = item.as_inline_table_mut() {
            InlineTable::fmt(inline);
        }
        if after == 0 {
            table.remove(key.name);
        }
    }
}
