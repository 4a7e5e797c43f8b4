//! The names of kinds and the words of vocabularies. The schema, from which forms and messages are
//! made, and the theme's strings, from which pages are made, use the same words.

use loftesarkiv::language::Language;
use loftesarkiv::schema::{Kind, NoticeType, Status, Word};

use crate::support;

/// Kinds whose name on pages does not contain the schema's name, each with the reason.
const OTHER_NAMES: [(Language, Kind, &str); 1] = [
    // Readers know the word “news”. An editor's “notice” is any short message, even an invitation.
    (Language::English, Kind::Notice, "news"),
];

/// The theme's strings in a language.
fn strings(language: Language) -> toml::Table {
    let file = format!("themes/default/strings/{}.toml", language.tag());
    let text = std::fs::read_to_string(support::manifest_folder().join(file)).unwrap();
    text.parse().unwrap()
}

/// The text of `key` in `[table]`, if there is one.
fn text<'s>(strings: &'s toml::Table, table: &str, key: &str) -> Option<&'s str> {
    strings[table].get(key)?.as_str()
}

#[test]
fn pages_show_a_word_as_forms_do() {
    let vocabularies: [(&str, &[Word]); 2] =
        [("status", Status::WORDS), ("notice_type", NoticeType::WORDS)];
    for language in [Language::Swedish, Language::English] {
        let strings = strings(language);
        for (table, words) in vocabularies {
            for word in words {
                let label = word.label.in_language(language);
                assert_eq!(text(&strings, table, word.word), Some(label), "{table}.{}", word.word);
            }
        }
    }
}

#[test]
fn pages_call_a_kind_what_messages_call_it() {
    for language in [Language::Swedish, Language::English] {
        let strings = strings(language);
        for kind in Kind::ALL {
            let (one, several) = (kind.facts().name, kind.facts().plural);
            let other = OTHER_NAMES.iter().find(|other| (other.0, other.1) == (language, *kind));
            let (one, several) = match other {
                Some((_, _, name)) => (*name, *name),
                None => (one.in_language(language), several.in_language(language)),
            };
            let shown = text(&strings, "kind", kind.as_str()).unwrap().to_lowercase();
            assert!(shown.contains(one), "kind.{}: {shown:?} is not {one:?}", kind.as_str());
            if let Some(shown) = text(&strings, "kinds", kind.as_str()) {
                let shown = shown.to_lowercase();
                assert!(shown.contains(several), "kinds.{}: {shown:?}", kind.as_str());
            }
            // Titles contain the name of a place's kind within a sentence.
            if let Some(shown) = text(&strings, "labels", &kind.as_str().replace('-', "_")) {
                assert!(shown.contains(one), "labels.{}: {shown:?}", kind.as_str());
            }
        }
    }
}
