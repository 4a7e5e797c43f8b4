//! Tables that may occur several times, which a form shows as cards: `[[name]]`, or tables within
//! braces in an array.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, TableLike, Value};

use super::submitted::FieldNode;
use crate::schema::{Key, Type};
use crate::slug;
use crate::toml_edits::{put, text};

/// The tables of a key, in order; none if it holds anything else.
pub fn cards(item: &Item) -> Vec<&dyn TableLike> {
    match item {
        Item::ArrayOfTables(tables) => tables.iter().map(|it| it as &dyn TableLike).collect(),
        Item::Value(Value::Array(array)) => {
            let tables = array.iter().filter_map(Value::as_inline_table);
            tables.map(|it| it as &dyn TableLike).collect()
        }
        Item::None | Item::Value(_) | Item::Table(_) => Vec::new(),
    }
}

/// Whether the key is absent or holds tables, so that cards can be written there.
fn are_cards(item: Option<&Item>) -> bool {
    match item {
        None | Some(Item::None | Item::ArrayOfTables(_)) => true,
        Some(Item::Value(Value::Array(array))) => array.iter().all(Value::is_inline_table),
        Some(Item::Value(_) | Item::Table(_)) => false,
    }
}

/// What is asked of one card besides its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CardAction {
    Remove,
    Up,
    Down,
}

/// Writes the cards of a key as submitted: those that are there by number, others after them in the
/// order of their numbers. `fill` puts the fields of one into it.
pub(super) fn apply_cards(
    table: &mut dyn TableLike,
    key: &Key,
    fields: &FieldNode,
    mut fill: impl FnMut(&mut dyn TableLike, &FieldNode),
) {
    if !are_cards(table.get(key.name)) {
        return;
    }
    let inline = matches!(key.holds, Type::Accepts(_));
    let count = table.get(key.name).map_or(0, |item| cards(item).len());
    let mut actions = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for (number, fields) in fields.numbered() {
        let at = if number < count {
            let Some(item) = table.get_mut(key.name) else { continue };
            if let Some(card) = nth_mut(item, number) {
                fill(card, fields);
            }
            if let Some(inner) = as_inline(item, number) {
                inner.fmt();
            }
            number
        } else if fields.is_blank() {
            continue;
        } else {
            push(table, key.name, inline);
            let Some(item) = table.get_mut(key.name) else { continue };
            let last = cards(item).len().saturating_sub(1);
            if let Some(card) = nth_mut(item, last) {
                fill(card, fields);
            }
            if let Some(inner) = as_inline(item, last) {
                inner.fmt();
            }
            last
        };
        places.push(at);
        if let Some(action) = action(fields) {
            actions.push((at, action));
        }
    }
    name_cards(table, key);
    for (at, action) in actions {
        let Some(item) = table.get_mut(key.name) else { continue };
        let last = cards(item).len().saturating_sub(1);
        match action {
            CardAction::Remove => remove_nth(item, at),
            CardAction::Up if at > 0 => swap(item, at - 1),
            CardAction::Down if at < last => swap(item, at),
            CardAction::Up | CardAction::Down => {}
        }
    }
    // A card that was emptied is gone; one that nobody touched stays, whatever it holds.
    for at in places.into_iter().rev() {
        let Some(item) = table.get_mut(key.name) else { break };
        if cards(item).get(at).is_some_and(|card| card.is_empty()) {
            remove_nth(item, at);
        }
    }
    if table.get(key.name).is_some_and(|item| cards(item).is_empty()) {
        table.remove(key.name);
    }
}

fn action(fields: &FieldNode) -> Option<CardAction> {
    let named =
        [("_remove", CardAction::Remove), ("_up", CardAction::Up), ("_down", CardAction::Down)];
    named.into_iter().find(|(name, _)| fields.fields.contains_key(*name)).map(|(_, action)| action)
}

/// Gives every card that must have an id, and has a text but no id, one made from its text.
fn name_cards(table: &mut dyn TableLike, key: &Key) {
    let has_id = key.keys().iter().any(|it| matches!(it.holds, Type::Id));
    let Some(item) = table.get_mut(key.name).filter(|_| has_id) else { return };
    let id_of = |card: &dyn TableLike| card.get("id").and_then(Item::as_str).map(str::to_owned);
    let mut taken: Vec<String> = cards(item).into_iter().filter_map(id_of).collect();
    for at in 0..cards(item).len() {
        let Some(card) = nth_mut(item, at) else { continue };
        let named = id_of(card).is_some_and(|id| !id.is_empty());
        let Some(words) = card.get("text").and_then(Item::as_str).filter(|_| !named) else {
            continue;
        };
        let Some(id) = id(words, &taken) else { continue };
        let order: Vec<&str> = key.keys().iter().map(|it| it.name).collect();
        put(card, "id", text(&id), &order);
        taken.push(id);
    }
}

/// How long an id becomes at most, in characters.
const LONGEST_ID: usize = 32;

/// An id of the first words of a text, unlike those that are taken.
pub(super) fn id(words: &str, taken: &[String]) -> Option<String> {
    let whole = slug::segment(words)?;
    let mut id = String::new();
    for word in whole.split('-') {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    let mut ids = std::iter::once(id.clone()).chain(numbered);
    ids.find(|id| !taken.contains(id))
}

fn nth_mut(item: &mut Item, n: usize) -> Option<&mut dyn TableLike> {
    match item {
        Item::ArrayOfTables(tables) => tables.get_mut(n).map(|it| it as &mut dyn TableLike),
        Item::Value(Value::Array(array)) => {
            let table = array.get_mut(n).and_then(Value::as_inline_table_mut);
            table.map(|it| it as &mut dyn TableLike)
        }
        Item::None | Item::Value(_) | Item::Table(_) => None,
    }
}

/// A table within braces that a key was added to or taken from, so that it must be formatted again.
fn as_inline(item: &mut Item, n: usize) -> Option<&mut InlineTable> {
    let table = item.as_array_mut()?.get_mut(n)?.as_inline_table_mut()?;
    let commas = table.to_string().matches(" ,").count();
    let tight = table.iter().last().is_some_and(|(_, value)| {
        value.decor().suffix().and_then(|it| it.as_str()).is_none_or(str::is_empty)
    });
    (commas > 0 || tight).then_some(table)
}

fn push(table: &mut dyn TableLike, key: &str, inline: bool) {
    match table.get_mut(key) {
        Some(Item::ArrayOfTables(tables)) => tables.push(Table::new()),
        Some(Item::Value(Value::Array(array))) => push_inline(array),
        _ if inline => {
            let mut array = Array::new();
            push_inline(&mut array);
            table.insert(key, Item::Value(Value::Array(array)));
        }
        _ => {
            let mut tables = ArrayOfTables::new();
            tables.push(Table::new());
            table.insert(key, Item::ArrayOfTables(tables));
        }
    }
}

/// A table within braces after the others, on a line of its own if they are.
fn push_inline(array: &mut Array) {
    let first = array.iter().next().and_then(|first| first.decor().prefix()?.as_str());
    let prefix = match first {
        Some(first) if first.contains('\n') => first.to_owned(),
        Some(_) => " ".to_owned(),
        None => String::new(),
    };
    let mut value = Value::InlineTable(InlineTable::new());
    value.decor_mut().set_prefix(prefix);
    array.push_formatted(value);
}

fn remove_nth(item: &mut Item, n: usize) {
    match item {
        Item::ArrayOfTables(tables) if n < tables.len() => {
            tables.remove(n);
        }
        Item::Value(Value::Array(array)) if n < array.len() => {
            array.remove(n);
            let first = array.get_mut(0).map(Value::decor_mut);
            if n == 0
                && let Some(first) = first
                && first.prefix().and_then(|it| it.as_str()) == Some(" ")
            {
                first.set_prefix("");
            }
        }
        Item::None | Item::Value(_) | Item::Table(_) | Item::ArrayOfTables(_) => {}
    }
}

/// Changes the places of a table and the one after it. Tables with headers are written in the order
/// of their positions, so these change places too.
fn swap(item: &mut Item, n: usize) {
    match item {
        Item::ArrayOfTables(tables) if n + 1 < tables.len() => {
            let mut second = tables.remove(n + 1);
            let mut first = tables.remove(n);
            let (one, two) = (first.position(), second.position());
            first.set_position(two);
            second.set_position(one);
            tables.insert(n, second);
            tables.insert(n + 1, first);
        }
        Item::Value(Value::Array(array)) if n + 1 < array.len() => {
            let mut second = array.remove(n + 1);
            let mut first = array.remove(n);
            std::mem::swap(first.decor_mut(), second.decor_mut());
            array.insert_formatted(n, second);
            array.insert_formatted(n + 1, first);
        }
        Item::None | Item::Value(_) | Item::Table(_) | Item::ArrayOfTables(_) => {}
    }
}
