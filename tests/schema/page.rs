//! `docs/front-matter.md`: written from the schema, so that it names every key.

use loftesarkiv::schema::{FileUse, Key, Kind, Need, Owner, Section, Targets, Type};
use snapbox::assert_data_eq;

const BEFORE: &str = include_str!("page/before.md");
const AFTER: &str = include_str!("page/after.md");

#[test]
fn the_page_of_front_matter_is_what_the_schema_says() {
    let page = page();
    assert_data_eq!(page, snapbox::file!["../../docs/front-matter.md"].raw());
}

fn page() -> String {
    let mut page = BEFORE.to_owned();
    let all: Vec<Vec<&Section>> = Kind::ALL.iter().map(|kind| kind.sections().collect()).collect();
    // What each group of kinds has in common, under one heading.
    let mut told: Vec<String> = Vec::new();
    let mut headings: Vec<(String, Vec<&Key>)> = Vec::new();
    for section in in_order(&all) {
        let (identity, owners) = (identity(section), owners(section));
        if told.contains(&identity) {
            continue;
        }
        told.push(identity);
        match headings.iter_mut().find(|(heading, _)| *heading == owners) {
            Some((_, keys)) => keys.extend(section.keys),
            None => headings.push((owners, section.keys.iter().collect())),
        }
    }
    for (heading, keys) in headings {
        page += &format!("\n## {heading}\n");
        section(&mut page, keys);
    }
    for (title, owner) in [("`site.toml`", Owner::Settings), ("`addresses.toml`", Owner::Ledger)] {
        page += &format!("\n## {title}\n");
        section(&mut page, owner.keys().collect());
    }
    page + AFTER
}

/// First the sections of all kinds, then those of all kinds that are not a place, then those of all
/// documents, and then those of each kind.
fn in_order<'s>(all: &[Vec<&'s Section>]) -> Vec<&'s Section> {
    let sections: Vec<&Section> = all.iter().flatten().copied().collect();
    let shared = |section: &&&Section| kinds_with(section).len() > 2;
    let mut first: Vec<&Section> = sections.iter().filter(shared).copied().collect();
    first.sort_by_key(|section| std::cmp::Reverse(kinds_with(section).len()));
    first.extend(sections.iter().filter(|section| !shared(section)));
    first
}

/// Sections are constants, so they are identified by their contents.
fn identity(section: &Section) -> String {
    format!("{section:?}")
}

fn kinds_with(section: &Section) -> Vec<Kind> {
    let wanted = identity(section);
    let has = |kind: &Kind| kind.sections().any(|section| identity(section) == wanted);
    Kind::ALL.iter().copied().filter(has).collect()
}

fn owners(section: &Section) -> String {
    let kinds = kinds_with(section);
    let are =
        |fits: fn(Kind) -> bool| Kind::ALL.iter().all(|kind| fits(*kind) == kinds.contains(kind));
    if are(|_| true) {
        "Every file".to_owned()
    } else if are(|kind| !kind.is_place()) {
        "Every file but places".to_owned()
    } else if are(Kind::is_archive) {
        "Every document: all kinds but places and `page`".to_owned()
    } else {
        let names: Vec<String> = kinds.iter().map(|kind| format!("`{}`", kind.as_str())).collect();
        names.join(" and ")
    }
}

/// A table of plain keys, then each table of keys under its header.
fn section(page: &mut String, keys: Vec<&Key>) {
    let (headed, plain): (Vec<&Key>, Vec<&Key>) = keys.into_iter().partition(|it| it.has_header());
    rows(page, &plain);
    for key in headed {
        table(page, key, "");
    }
}

fn table(page: &mut String, key: &Key, above: &str) {
    let (headed, plain): (Vec<&Key>, Vec<&Key>) = key.keys().iter().partition(|it| it.has_header());
    *page += &format!("\n### `{}`\n\n{}{}\n", key.header(above), key.help.en, need(key));
    rows(page, &plain);
    for under in headed {
        table(page, under, key.name);
    }
}

fn rows(page: &mut String, keys: &[&Key]) {
    if keys.is_empty() {
        return;
    }
    *page += "\n| key | value | | example |\n|---|---|---|---|\n";
    for key in keys {
        let (name, holds, help, need) = (key.name, holds(key), key.help.en, need(key));
        let default = match key.default {
            "" => String::new(),
            default => format!(" Default: `{default}`."),
        };
        *page += &format!("| `{name}` | {holds} | {help}{need}{default} | `{}` |\n", key.example);
    }
}

fn need(key: &Key) -> String {
    let listed = |names: &[&str]| {
        names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
    };
    match key.need {
        Need::Optional | Need::Rare => String::new(),
        Need::Advised => " *(advised)*".to_owned(),
        Need::Required => " **(required)**".to_owned(),
        Need::OneOf(names) => format!(" **({} required)**", listed(names)),
        Need::Either(names) => format!(" **(either {} required)**", listed(names)),
        Need::Unless { when, unless } => {
            format!(" **(required with `{when}`, unless `{unless} = true`)**")
        }
        Need::Flagged(key) => format!(" **(only with `{key} = true`)**"),
        Need::With(key) => format!(" **(required with `{key}`)**"),
        Need::Without(key) => format!(" **(only without `{key}`)**"),
        Need::When { key, is } => format!(" **(required where `{key} = \"{is}\"`)**"),
    }
}

fn holds(key: &Key) -> String {
    let named = |kind: Kind| format!("`{}`", kind.as_str());
    let to = |targets: Targets| match targets {
        Targets::Kinds(kinds) => {
            kinds.iter().map(|kind| named(*kind)).collect::<Vec<_>>().join(" or ")
        }
        Targets::Same => "the same kind".to_owned(),
        Targets::Documents => "any document".to_owned(),
    };
    match key.holds {
        Type::Line | Type::Text => "text".to_owned(),
        Type::Texts => "list of texts".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Dates => "list of dates".to_owned(),
        Type::Day => "whole day".to_owned(),
        Type::End => "date, or `\"further-notice\"`".to_owned(),
        Type::Period(_) => "period".to_owned(),
        Type::Flag => "`true` or `false`".to_owned(),
        Type::Kind => Kind::ALL.iter().map(|kind| named(*kind)).collect::<Vec<_>>().join(", "),
        Type::Word(words) => {
            let word =
                |word: &loftesarkiv::schema::Word| format!("`{}` ({})", word.word, word.label.sv);
            words.iter().map(word).collect::<Vec<_>>().join(", ")
        }
        Type::Reference(relation) => format!("reference to {}", to(relation.facts().to)),
        Type::References(relation) => format!("references to {}", to(relation.facts().to)),
        Type::Place(kind) => format!("place, {}", named(kind)),
        Type::Places(kind) => format!("places, {}", named(kind)),
        Type::File(FileUse::Attachment | FileUse::Image) => "path of a file".to_owned(),
        Type::File(FileUse::Logo) => "file beside `site.toml`".to_owned(),
        Type::Id => "a–z, 0–9 and `-`".to_owned(),
        Type::Person => "word".to_owned(),
        Type::Commitment => "id, or `path.md#id`".to_owned(),
        Type::Language => "BCP 47 tag".to_owned(),
        Type::Address => "address".to_owned(),
        Type::Addresses => "list of addresses".to_owned(),
        Type::Url => "web address".to_owned(),
        Type::Email => "e-mail address".to_owned(),
        Type::Phone => "phone number".to_owned(),
        Type::Code => "four digits in quotes".to_owned(),
        Type::Organisation => "ten digits in quotes".to_owned(),
        Type::Colour => "`#rrggbb`".to_owned(),
        Type::Theme => "folder in `themes/`".to_owned(),
        Type::Warning => "code".to_owned(),
        Type::Table(_) => "table".to_owned(),
        Type::Named { .. } => "table, and tables below it".to_owned(),
        Type::Tables(_) => "tables".to_owned(),
        Type::Accepts(keys) => {
            let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
            format!("list of `{{ {} }}`", names.join(", "))
        }
    }
}
