//! Keys that are required, and the messages when they are missing.

use super::table::Table;
use super::values::is_empty;
use crate::content::names::is_slip;
use crate::diagnostic::{Code, Text};
use crate::schema::{Key, Kind, Need, Owner, Type};
use crate::text;

impl Table<'_> {
    /// Reports a required key without a value. If it is one of the file's own keys, the file
    /// becomes unusable.
    pub fn need<T>(&self, key: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.lacks(key);
        }
        value
    }

    /// Like [`Table::need`], for a list that must not be empty.
    pub fn need_some<T>(&self, key: &'static str, values: Vec<T>) -> Vec<T> {
        if values.is_empty() {
            self.lacks(key);
        }
        values
    }

    /// Reports that at least one of these keys is required and none is present. If they are the
    /// file's own keys, the file becomes unusable.
    pub fn need_one_of(&self, keys: &'static [&'static str]) {
        if self.place.is_root() {
            self.mark_unusable();
        }
        let rows: Vec<&Key> = keys.iter().filter_map(|key| self.row(key)).collect();
        debug_assert!(rows.iter().any(|row| row.need == Need::OneOf(keys)), "{keys:?}");
        if self.reader.is_full() || keys.iter().any(|key| self.is_explained(key)) {
            return;
        }
        let named = |and: &str, quote: fn(&str) -> String| match keys {
            [first @ .., last] => {
                let first: Vec<String> = first.iter().map(|key| quote(key)).collect();
                format!("{}{and}{}", first.join(", "), quote(last))
            }
            [] => String::new(),
        };
        let (sv, en): (Vec<_>, Vec<_>) =
            rows.iter().map(|row| row.shape(self.place.name())).unzip();
        let (either, neither) =
            (named(" eller ", |key| format!("”{key}”")), named(" nor ", |key| format!("“{key}”")));
        let message = match self.place.is_root() {
            true => text!("Varken {either} finns.", "There is neither {neither}."),
            false => {
                let header = self.header();
                text!(
                    "I {header} finns varken {either}.",
                    "There is neither {neither} in {header}."
                )
            }
        };
        let listed = |lines: &[String], or: &str| match lines {
            [first @ .., last] if !first.is_empty() => format!("{}{or}{last}", first.join(", ")),
            lines => lines.concat(),
        };
        let help = self.add(&listed(&sv, " eller "), &listed(&en, " or "));
        let help = joined(help, rows.iter().find_map(|row| also(row)));
        self.report(Code::MissingKey, self.span.clone(), message, help);
    }

    /// What to do about a missing key, showing these lines as the way to write it.
    fn add(&self, sv: &str, en: &str) -> Text {
        if self.is_inline() {
            return text!("Lägg till {sv} inom {{ … }}.", "Add {en} within {{ … }}.");
        }
        if self.place.is_root() {
            return text!(
                "Lägg till en rad som {sv}, före första raden med [ … ].",
                "Add a line such as {en}, before the first line with [ … ]."
            );
        }
        let header = self.header();
        text!(
            "Lägg till en rad som {sv} under raden {header}.",
            "Add a line such as {en} under the line {header}."
        )
    }

    fn lacks(&self, key: &'static str) {
        let root = self.place.is_root();
        if root {
            self.mark_unusable();
        }
        if self.reader.is_full() {
            return;
        }
        let Some(row) = self.row(key) else { return };
        let needed = matches!(row.need, Need::Required | Need::Either(_));
        debug_assert!(needed, "{key} of {:?} is not declared as required", self.place.name());
        let (sv, en) = row.shape(self.place.name());
        let also = also(row);
        match self.entries.get_key_value(key) {
            None if self.reader.syntax.lost(key) || self.is_misspelled(key) => {}
            None => {
                let message = match root {
                    true => text!("Nyckeln ”{key}” saknas.", "The key “{key}” is missing."),
                    false => {
                        let header = self.header();
                        text!(
                            "I {header} saknas nyckeln ”{key}”.",
                            "The key “{key}” is missing in {header}."
                        )
                    }
                };
                let help = joined(self.add(&sv, &en), also);
                self.report(Code::MissingKey, self.span.clone(), message, help);
            }
            Some((_, value)) if is_empty(value.get_ref()) => self.report(
                Code::MissingKey,
                self.reader.absolute(value.span()),
                text!(
                    "Nyckeln ”{key}” måste ha ett värde, men står tom.",
                    "The key “{key}” must have a value, but is empty."
                ),
                joined(text!("Fyll i den: {sv}.", "Fill it in: {en}."), also),
            ),
            // It is present, and was reported when it was read.
            Some(_) => {}
        }
    }

    /// Whether a key does have a value, or its absence has already been explained.
    pub fn is_explained(&self, key: &str) -> bool {
        self.reader.syntax.lost(key) || self.is_misspelled(key) || !self.absent_or_empty(key)
    }

    /// Whether a missing key is present with another spelling, which is reported as such.
    pub fn is_misspelled(&self, key: &str) -> bool {
        let owner = match self.reader.owner.get() {
            Owner::Kind(_) | Owner::Unknown => Owner::Unknown,
            fixed @ (Owner::Settings | Owner::Ledger | Owner::Seal) => fixed,
        };
        self.entries.keys().any(|written| is_slip(written.get_ref(), key, owner))
    }
}

/// What the value may be, if the form alone does not show that.
fn also(row: &Key) -> Option<Text> {
    let words: Vec<&str> = match row.holds {
        Type::Kind => Kind::ALL.iter().map(|kind| kind.as_str()).collect(),
        Type::Word(words) => words.iter().map(|word| word.word).collect(),
        Type::Period(_) => {
            let key = row.name;
            return Some(text!(
                "Anger källan ingen tid: {key} = \"unknown\".",
                "If the source gives no time: {key} = \"unknown\"."
            ));
        }
        _ => return None,
    };
    let words = words.join(", ");
    Some(match row.need {
        Need::OneOf(_) => {
            let key = row.name;
            text!("Möjliga värden för {key}: {words}.", "Possible values of {key}: {words}.")
        }
        _ => text!("Möjliga värden: {words}.", "Possible values: {words}."),
    })
}

fn joined(first: Text, second: Option<Text>) -> Text {
    match second {
        Some(second) => Text {
            sv: format!("{} {}", first.sv, second.sv).into(),
            en: format!("{} {}", first.en, second.en).into(),
        },
        None => first,
    }
}
