//! A form that was made from an earlier version of its file than the one that is there now. That version
//! is kept, so what was written in the form can be told from what only stood in it: the rest is not what
//! its editor wrote, and is left as it is now.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::edited::{Edited, edited_bytes};
use super::field_values::{FieldValues, values};
use crate::desk::fields::FieldNode;
use crate::digest::Digest;

/// How many of the latest versions are looked through for the one that a form was made from.
const MOST_READ: usize = 200;

/// What of a form its editor wrote.
pub struct Written {
    /// The fields of the form that differ from the version that it was made from.
    pub fields: FieldNode,
    /// Whether somebody else has changed any of these since.
    pub collides: bool,
}

/// What was written in a form, if the version that it was made from can be found.
pub fn written(context: &Context<'_>, edited: &Edited, fields: &FieldNode) -> Option<Written> {
    if fields.get("_source").is_some() {
        return None;
    }
    let base = base(context, (&edited.path, &edited.address), fields.value("_version")?)?;
    let (mine, _) = edited_bytes(context, &base, fields)?;
    let [base, mine, now] = [&base.bytes, &mine, &edited.bytes]
        .map(|bytes| edited.text_of(bytes).map(|text| values(&text)).unwrap_or_default());
    let parts = ComparedParts::of([&base, &mine, &now]);
    let own = parts.differing(&base, &mine);
    let others = parts.differing(&base, &now);
    let again = parts.differing(&mine, &now);
    // Two who wrote the same agree.
    let collides = own.iter().any(|part| others.contains(part) && again.contains(part));
    let mut written = fields.clone();
    for (name, node) in &mut written.fields {
        if name.starts_with('_') {
            continue;
        }
        match parts.aligned.contains(name) {
            true => prune_cards(name, node, &own),
            false if own.contains(name) || asks(node) => {}
            false => *node = FieldNode::default(),
        }
    }
    written.fields.retain(|name, node| name.starts_with('_') || *node != FieldNode::default());
    Some(Written { fields: written, collides })
}

/// A file as it was when a form was made.
pub(super) fn base(
    context: &Context<'_>,
    (path, address): (&str, &str),
    version: &str,
) -> Option<Edited> {
    let store = &context.state.store;
    let mut kept = store.earlier(path).into_iter().take(MOST_READ);
    let bytes = kept.find_map(|kept| {
        let bytes = store.version(path, kept.number).ok()?;
        (Digest::of(&bytes).to_string() == version).then_some(bytes)
    })?;
    let (path, address) = (path.to_owned(), address.to_owned());
    Some(Edited { path, address, read: Digest::of(&bytes), bytes })
}

/// Whether a button within a field was pressed, such as the one that adds a card.
fn asks(node: &FieldNode) -> bool {
    let pressed = |name: &str| matches!(name, "_add" | "_remove" | "_up" | "_down");
    node.fields.iter().any(|(name, node)| pressed(name) || asks(node))
}

/// Leaves of the cards of a table only the fields that were written.
fn prune_cards(table: &str, node: &mut FieldNode, own: &BTreeSet<String>) {
    for (number, card) in &mut node.fields {
        if number.starts_with('_') {
            continue;
        }
        let above = format!("{table}.{number}");
        card.fields.retain(|name, node| {
            name.starts_with('_') || asks(node) || own.contains(&format!("{above}.{name}"))
        });
    }
    node.fields.retain(|name, node| name.starts_with('_') || *node != FieldNode::default());
    node.values.clear();
}

/// What is compared as a whole: a field; of cards that are the same cards in every version, a field of
/// one of them.
struct ComparedParts {
    /// The tables whose cards are the same.
    aligned: BTreeSet<String>,
}

impl ComparedParts {
    fn of(versions: [&FieldValues; 3]) -> ComparedParts {
        let tables = versions.iter().flat_map(|values| values.keys()).filter_map(|name| {
            let (table, rest) = name.split_once('.')?;
            rest.split('.').next()?.parse::<usize>().ok().map(|_| table.to_owned())
        });
        let tables: BTreeSet<String> = tables.collect();
        let aligned = tables.into_iter().filter(|table| {
            let [base, mine, now] = versions.map(|values| cards(values, table));
            base == mine && mine == now
        });
        ComparedParts { aligned: aligned.collect() }
    }

    /// The part that a name belongs to.
    fn part(&self, name: &str) -> String {
        let mut parts = name.splitn(4, '.');
        let table = parts.next().unwrap_or(name);
        if self.aligned.contains(table)
            && let (Some(number), Some(field)) = (parts.next(), parts.next())
        {
            return format!("{table}.{number}.{field}");
        }
        table.to_owned()
    }

    /// The parts in which two versions differ.
    fn differing(&self, one: &FieldValues, other: &FieldValues) -> BTreeSet<String> {
        let names = one.keys().chain(other.keys());
        let differing = names.filter(|name| one.get(*name) != other.get(*name));
        differing.map(|name| self.part(name)).collect()
    }
}

/// The numbers of the cards of a table, each with the id that says which it is.
fn cards<'v>(values: &'v FieldValues, table: &str) -> BTreeMap<&'v str, Option<&'v str>> {
    let mut found: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (name, value) in values {
        let Some(rest) = name.strip_prefix(table).and_then(|rest| rest.strip_prefix('.')) else {
            continue;
        };
        let Some((number, field)) = rest.split_once('.') else { continue };
        let id = found.entry(number).or_default();
        if matches!(field, "id" | "commitment") {
            *id = Some(value);
        }
    }
    found
}
