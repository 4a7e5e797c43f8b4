//! The words of a form's fields, which name fields and buttons and never how a file is written: keys,
//! brackets, commands and paths belong to those who edit files by hand.

use crate::diagnostic::Text;
use crate::language::Language;
use crate::schema::{Key, Type};
use crate::text;

/// A message without the sentences that speak of how files are written, or words that hold for any if
/// all of them do.
pub fn for_forms(message: &Text) -> Text {
    if !is_of_files(&message.sv) && !is_of_files(&message.en) {
        return message.clone();
    }
    let (sv, en) = (sentences_for_forms(&message.sv), sentences_for_forms(&message.en));
    match sv.is_empty() || en.is_empty() {
        true => text!(
            "Det gick inte: något i filerna hindrar.",
            "It could not be done: something in the files is in the way."
        ),
        false => Text { sv: sv.into(), en: en.into() },
    }
}

/// The sentences of a text that do not speak of how files are written; what stands in quotes is not the
/// program's words.
pub(super) fn sentences_for_forms(text: &str) -> String {
    let own: Vec<&str> = sentences(text).filter(|it| !is_of_files(&unquoted(it))).collect();
    own.join(" ")
}

/// The sentences of a text. One ends with a full stop before a blank, outside quotes.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut ends = Vec::new();
    let mut quoted = false;
    for (at, character) in text.char_indices() {
        match character {
            '“' => quoted = true,
            '”' => quoted = !quoted,
            '.' if !quoted && text[at + 1..].starts_with(' ') => ends.push(at + 1),
            _ => {}
        }
    }
    ends.push(text.len());
    let mut from = 0;
    ends.into_iter().map(move |end| {
        let sentence = text[from..end].trim();
        from = end;
        sentence
    })
}

/// A text without what stands in quotes.
pub(super) fn unquoted(text: &str) -> String {
    let mut quoted = false;
    let mut left = String::new();
    for character in text.chars() {
        match character {
            '“' => quoted = true,
            '”' => quoted = !quoted,
            _ if !quoted => left.push(character),
            _ => {}
        }
    }
    left
}

/// What belongs in a field.
pub fn help_of(key: &Key, language: Language) -> &'static str {
    key.form_help.unwrap_or(key.help).in_language(language)
}

/// An example as one would type it in the field.
pub fn example(key: &Key) -> Option<String> {
    if let Some(example) = key.form_example {
        return Some(example.to_owned());
    }
    let shows = match key.holds {
        Type::Reference(_)
        | Type::References(_)
        | Type::Place(_)
        | Type::Places(_)
        | Type::Commitment
        | Type::Kind
        | Type::Word(_)
        | Type::Flag
        | Type::Table(_)
        | Type::Named { .. }
        | Type::Tables(_)
        | Type::Accepts(_)
        | Type::Period(_)
        | Type::Warning => false,
        Type::Line
        | Type::Text
        | Type::Texts
        | Type::Date
        | Type::Dates
        | Type::End
        | Type::Day
        | Type::File(_)
        | Type::Id
        | Type::Person
        | Type::Language
        | Type::Address
        | Type::Addresses
        | Type::Url
        | Type::Email
        | Type::Phone
        | Type::Code
        | Type::Organisation
        | Type::Colour
        | Type::Theme => true,
    };
    let plain = key.example.trim_matches(['[', ']']).replace(['"', '\\'], "");
    let plain = plain.trim().trim_end_matches('.').to_owned();
    (shows && !plain.is_empty()).then_some(plain)
}

/// What must not be in the words of a form.
pub(super) fn is_of_files(text: &str) -> bool {
    const SIGNS: [&str; 14] = [
        "[[",
        "]]",
        " = ",
        ".md",
        "+++",
        "{ ",
        " }",
        "content/",
        "site.toml",
        "addresses.toml",
        "loftesarkiv ",
        "[ ",
        "--",
        "= \"",
    ];
    SIGNS.iter().any(|sign| text.contains(sign)) || names_a_table(text)
}

/// Whether a text names a table of a file, `[publish.prov]`; a link, `[words](address)`, is none.
fn names_a_table(text: &str) -> bool {
    let is_name = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.');
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).any(|(name, after)| {
        !name.is_empty() && name.bytes().all(is_name) && !after.starts_with('(')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Kind, Owner};

    #[test]
    fn sentences_about_files_are_left_out_and_what_is_quoted_is_not_judged() {
        let message = "”a = 1. B” syns inte. Flytta raden ovanför +++. Eller ta bort ”x.md”.";
        assert_eq!(sentences_for_forms(message), "”a = 1. B” syns inte. Eller ta bort ”x.md”.");
        assert_eq!(sentences_for_forms("Skriv title = \"…\"."), "");
        assert_eq!(sentences_for_forms("Fler mål: [publish.prov]. Spara."), "Spara.");
        let link = "Länken [ljus](a.html) och fotnoten [^1].";
        assert_eq!(sentences_for_forms(link), link);
    }

    #[test]
    fn no_label_help_or_example_speaks_of_how_files_are_written() {
        let kinds = Kind::ALL.iter().map(|kind| Owner::Kind(*kind));
        let keys = kinds.chain([Owner::Settings]).flat_map(Owner::keys);
        for key in keys.flat_map(|key| std::iter::once(key).chain(key.keys())) {
            for language in [Language::Swedish, Language::English] {
                let label = key.label.in_language(language);
                let help = help_of(key, language);
                let example = example(key).unwrap_or_default();
                for text in [label, help, &example] {
                    assert!(!is_of_files(text), "{}: {text}", key.name);
                }
            }
        }
    }
}
