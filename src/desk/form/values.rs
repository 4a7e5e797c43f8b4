//! The value of a field in the words of its form: a choice by its label, a document by its title.

use super::{Choices, key_of};
use crate::content;
use crate::language::Language;
use crate::model::date_in_list;
use crate::schema::{Both, FURTHER_NOTICE, Kind, Owner, Type};

/// What a field says, of which `value` is written in the file; several values stand on a line each.
pub fn value_in_words(
    choices: &Choices<'_>,
    owner: Owner,
    name: &str,
    value: &str,
    language: Language,
) -> String {
    let say = |sv, en| Both { sv, en }.in_language(language).to_owned();
    let Some(key) = key_of(owner, name) else { return value.to_owned() };
    let listed = |found: Vec<(String, String)>| {
        let label = |value: &str| found.iter().find(|(own, _)| own == value).map(|(_, it)| it);
        let lines = value.lines().map(|it| label(it).map_or(it, String::as_str));
        lines.collect::<Vec<_>>().join("\n")
    };
    match key.holds {
        Type::Flag if value == "true" => say("Ja", "Yes"),
        Type::Flag if value == "false" => say("Nej", "No"),
        Type::Word(words) => words
            .iter()
            .find(|word| word.word == value)
            .map_or_else(|| value.to_owned(), |word| word.label.in_language(language).to_owned()),
        Type::Kind => Kind::parse(value).map_or_else(
            || value.to_owned(),
            |kind| kind.facts().name.in_language(language).to_owned(),
        ),
        Type::Reference(_) | Type::References(_) => {
            value.lines().map(|it| choices.title_at(it)).collect::<Vec<_>>().join("\n")
        }
        Type::Commitment => listed(choices.commitments()),
        Type::Place(kind) | Type::Places(kind) => listed(choices.places(kind)),
        Type::End if value == FURTHER_NOTICE => say("Tills vidare", "Until further notice"),
        Type::Date | Type::Day | Type::End => content::written_date(value)
            .map_or_else(|| value.to_owned(), |date| date_in_list(language, date)),
        Type::Period(_) if value == "unknown" => {
            say("Källan säger inte när", "The source does not say")
        }
        _ => value.to_owned(),
    }
}
