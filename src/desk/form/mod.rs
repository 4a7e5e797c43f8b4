//! The form of a file, made from the schema: a group for each group of keys, those that are needed
//! first and the rare ones folded, each with its label, help, example and mistakes.

mod choices;
mod code_help;
mod code_words;
mod controls;
#[cfg(test)]
mod every_code;
mod frame;
mod groups;
mod lists;
mod meant;
mod mistake_words;
mod mistakes;
mod tables;
mod values;
mod wording;

pub use choices::{Choices, title_of};
pub use groups::groups;
pub use meant::meant;
pub use mistakes::Mistakes;
pub use values::value_in_words;
pub use wording::for_forms;

use toml_edit::{Document, Item, TableLike};

use super::fields::{FieldNode, cards};
use super::html::Html;
use crate::language::Language;
use crate::schema::{Both, Key, Owner, Type};

/// What a form is made from.
pub struct FormSource<'a> {
    pub owner: Owner,
    pub document: &'a Document<String>,
    pub choices: &'a Choices<'a>,
    pub mistakes: &'a Mistakes,
    /// The table to which an empty card is to be added.
    pub add: Option<&'a str>,
    pub language: Language,
}

impl FormSource<'_> {
    fn say(&self, sv: &'static str, en: &'static str) -> &'static str {
        Both { sv, en }.in_language(self.language)
    }

    /// Whether a field is the first of the card that was just added, so that one can go on writing.
    fn is_first_of_new(&self, name: &str) -> &'static str {
        let within = |table: &str| {
            let table_name = table.rsplit('.').next().unwrap_or(table);
            let keys = self.owner.keys().flat_map(|key| std::iter::once(key).chain(key.keys()));
            let key =
                keys.filter(|key| key.name == table_name).max_by_key(|key| key.keys().len())?;
            // An id is folded, since it is made from the text.
            let first = key.keys().iter().find(|it| !matches!(it.holds, Type::Id))?;
            let count = nested(self.document.as_table(), table).map_or(0, |item| cards(item).len());
            Some(format!("{table}.{count}.{}", first.name))
        };
        if self.add.and_then(within).as_deref() == Some(name) { "yes" } else { "" }
    }

    fn label(&self, both: Both) -> &'static str {
        both.in_language(self.language)
    }
}

/// What a field is called in words: "Åtaganden 2, Text".
pub fn label_of(owner: Owner, name: &str, language: Language) -> String {
    let say = |sv, en| Both { sv, en }.in_language(language).to_owned();
    let mut words: Vec<String> = Vec::new();
    for (part, key) in parts(owner, name) {
        if let (Ok(number), Some(last)) = (part.parse::<usize>(), words.last_mut()) {
            last.push_str(&format!(" {}", number + 1));
            continue;
        }
        words.push(match (key, part) {
            (Some(key), _) => key.label.in_language(language).to_owned(),
            (None, "body") => say("Löpande text", "Running text"),
            (None, "from") => say("Från och med", "From"),
            (None, "until") => say("Till och med", "Until"),
            (None, other) => other.to_owned(),
        });
    }
    words.join(", ")
}

/// The key of a field.
pub fn key_of(owner: Owner, name: &str) -> Option<&'static Key> {
    let keys = parts(owner, name).filter(|(part, _)| part.parse::<usize>().is_err());
    keys.last().and_then(|(_, key)| key)
}

/// The parts of a field's name, from the outermost table on, each with its key; the number of a card
/// has none.
fn parts(owner: Owner, name: &str) -> impl Iterator<Item = (&str, Option<&'static Key>)> {
    let mut keys: Vec<&'static Key> = owner.keys().collect();
    name.split('.').map(move |part| {
        if part.parse::<usize>().is_ok() {
            return (part, None);
        }
        let key = keys.iter().copied().find(|key| key.name == part);
        keys = key.map(|key| key.keys().iter().collect()).unwrap_or_default();
        (part, key)
    })
}

/// The item of a key whose name may go through tables.
fn nested<'t>(table: &'t dyn TableLike, name: &str) -> Option<&'t Item> {
    match name.split_once('.') {
        Some((first, rest)) => nested(table.get(first)?.as_table_like()?, rest),
        None => table.get(name),
    }
}

/// The form's query: which table gets an empty card.
pub fn added(query: &FieldNode) -> Option<&str> {
    query.value("_add")
}

/// The heading of a group.
fn heading(html: &mut Html, text: &str) {
    html.element("h2", &[], text);
}
