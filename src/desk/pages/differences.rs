//! What differs between two versions of a file: in the form's words, field by field; in the text, line
//! by line, with the words that are not the same marked.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use similar::ChangeTag;

use super::context::Context;
use super::field_values::{FieldValues, values};
use super::token_diff::TokenDiff;
use crate::desk::form::{Choices, label_of, value_in_words};
use crate::desk::html::Html;
use crate::desk::text::{FileText, whole_text};
use crate::schema::Owner;

/// Lines that are less alike than this have no words marked: nearly all would be.
const ALIKE: f64 = 0.4;

/// What versions are compared with, and in which words what differs is told.
pub struct VersionComparison<'a> {
    pub owner: Owner,
    pub choices: &'a Choices<'a>,
    /// The later version.
    pub now: &'a [u8],
    /// When to be content with a difference that is not the least one.
    pub deadline: Instant,
}

impl VersionComparison<'_> {
    /// Writes what differs from an earlier version; `parts` takes the file apart.
    pub fn show(
        &self,
        context: &Context<'_>,
        then: &[u8],
        parts: impl Fn(&[u8]) -> Option<FileText>,
        html: &mut Html,
    ) {
        if then == self.now {
            html.element("p", &[], context.say("Ingenting skiljer.", "Nothing differs."));
            return;
        }
        let [old, new] = [then, self.now].map(|bytes| {
            let text = parts(bytes)?;
            text.toml().parse::<toml_edit::DocumentMut>().is_ok().then(|| values(&text))
        });
        let (Some(old), Some(new)) = (old, new) else {
            return self.show_whole(context, then, html);
        };
        let old = with_the_numbers_of(&new, old);
        let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let mut differing: Vec<&String> =
            names.into_iter().filter(|name| old.get(*name) != new.get(*name)).collect();
        if differing.is_empty() {
            let words = context.say(
                "Fälten och texten är desamma. Bara filens egna anteckningar eller ordning skiljer.",
                "The fields and the text are the same. Only the file's own notes or its order differ.",
            );
            html.element("p", &[], words);
            return;
        }
        differing.sort_by_key(|name| self.place(name));
        html.open("dl", &[("class", "typed")]);
        for name in differing {
            html.element("dt", &[], &label_of(self.owner, name, context.language));
            let [then, now] = [&old, &new].map(|version| {
                let value = version.get(name).map(String::as_str).unwrap_or_default();
                if name == "body" {
                    return value.to_owned();
                }
                value_in_words(self.choices, self.owner, name, value, context.language)
            });
            self.lines(context, &then, &now, html);
        }
        html.close("dl");
    }

    /// The place of a field among the others: as in the form, its cards in order, the text last.
    fn place(&self, name: &str) -> (usize, Vec<usize>, String) {
        let first = name.split('.').next().unwrap_or(name);
        let mut keys = self.owner.keys();
        let place = keys.position(|key| key.name == first).unwrap_or(usize::MAX);
        let numbers = name.split('.').filter_map(|part| part.parse().ok()).collect();
        (place, numbers, name.to_owned())
    }

    /// What differs in a file whose fields cannot be told apart.
    fn show_whole(&self, context: &Context<'_>, then: &[u8], html: &mut Html) {
        let (Ok(then), Ok(now)) = (whole_text(then), whole_text(self.now)) else { return };
        html.open("dl", &[("class", "typed")]);
        html.element("dt", &[], context.say("Hela filens text", "The text of the whole file"));
        self.lines(context, &then, &now, html);
        html.close("dl");
    }

    /// The lines that differ, those then and those now.
    fn lines(&self, context: &Context<'_>, then: &str, now: &str, html: &mut Html) {
        let lines = TokenDiff::of_lines(then, now, self.deadline);
        let mut pair = (String::new(), String::new());
        for (tag, line) in lines.tokens {
            match tag {
                ChangeTag::Delete => pair.0.push_str(line),
                ChangeTag::Insert => pair.1.push_str(line),
                // An empty line between two changes does not part them.
                ChangeTag::Equal if line.trim().is_empty() => {
                    pair.0.push_str(line);
                    pair.1.push_str(line);
                }
                ChangeTag::Equal => self.pair(context, &std::mem::take(&mut pair), html),
            }
        }
        self.pair(context, &pair, html);
    }

    fn pair(&self, context: &Context<'_>, (then, now): &(String, String), html: &mut Html) {
        let (then, now) = (then.trim(), now.trim());
        if then == now {
            return;
        }
        let words = TokenDiff::of_words(then, now, self.deadline);
        let is_marked = words.likeness() >= ALIKE;
        for (sv, en, text, tag) in [
            ("Det stod då: ", "It then said: ", then, ChangeTag::Delete),
            ("Det står nu: ", "It now says: ", now, ChangeTag::Insert),
        ] {
            html.open("dd", &[]).element("strong", &[], context.say(sv, en));
            if text.is_empty() {
                html.text(context.say("(tomt)", "(empty)"));
            } else if is_marked {
                marked(&words, tag, html);
            } else {
                html.text(text);
            }
            html.close("dd");
        }
    }
}

/// The words of one side, with those that the other does not have marked.
fn marked(words: &TokenDiff<'_>, own: ChangeTag, html: &mut Html) {
    let mut is_open = false;
    for (tag, word) in &words.tokens {
        let is_own = *tag == own;
        if !is_own && *tag != ChangeTag::Equal {
            continue;
        }
        match (is_open, is_own) {
            (false, true) => {
                html.open("mark", &[]);
            }
            (true, false) => {
                html.close("mark");
            }
            _ => {}
        }
        is_open = is_own;
        html.text(word);
    }
    if is_open {
        html.close("mark");
    }
}

/// The values of an earlier version with its cards numbered as the same cards are now, by the ids that
/// say which they are; those that are no longer there come after all others.
pub fn with_the_numbers_of(now: &FieldValues, then: FieldValues) -> FieldValues {
    let [own, others] = [&then, now].map(ids);
    let mut numbers: BTreeMap<(String, usize), usize> = BTreeMap::new();
    for (table, cards) in &own {
        let Some(others) = others.get(table) else { continue };
        let is_told_apart = |cards: &BTreeMap<usize, Option<&str>>| {
            let ids: BTreeSet<_> = cards.values().flatten().collect();
            ids.len() == cards.len()
        };
        if !is_told_apart(cards) || !is_told_apart(others) {
            continue;
        }
        let mut next = others.len();
        for (number, id) in cards {
            let same = others.iter().find(|(_, other)| *other == id).map(|(number, _)| *number);
            let new = same.unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            numbers.insert(((*table).to_owned(), *number), new);
        }
    }
    let renumbered = |name: String| {
        let Some((table, number, field)) = parts(&name) else { return name };
        match numbers.get(&(table.to_owned(), number)) {
            Some(new) => format!("{table}.{new}.{field}"),
            None => name,
        }
    };
    then.into_iter().map(|(name, value)| (renumbered(name), value)).collect()
}

/// The ids of the cards of every table, by number.
fn ids(values: &FieldValues) -> BTreeMap<&str, BTreeMap<usize, Option<&str>>> {
    let mut found: BTreeMap<&str, BTreeMap<usize, Option<&str>>> = BTreeMap::new();
    for (name, value) in values {
        let Some((table, number, field)) = parts(name) else { continue };
        let id = found.entry(table).or_default().entry(number).or_default();
        if matches!(field, "id" | "commitment") {
            *id = Some(value);
        }
    }
    found
}

/// The table, the number and the field in the name of a field of a card.
fn parts(name: &str) -> Option<(&str, usize, &str)> {
    let (table, rest) = name.split_once('.')?;
    let (number, field) = rest.split_once('.')?;
    Some((table, number.parse().ok()?, field))
}
