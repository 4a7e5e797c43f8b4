//! Every key as it is declared and as the reader reads it. That the reader asks for exactly the
//! declared keys, each as the type that it is declared with, is asserted by the reader itself
//! whenever it reads a table.

use std::collections::BTreeSet;

use loftesarkiv::content::{RawFile, parse_file, parse_settings};
use loftesarkiv::diagnostic::Problem;
use loftesarkiv::ledger;
use loftesarkiv::schema::{Group, Key, Kind, Need, Owner, Relation, Type};

/// Every sort of file.
fn owners() -> Vec<Owner> {
    let kinds = Kind::ALL.iter().copied().map(Owner::Kind);
    kinds.chain([Owner::Settings, Owner::Ledger]).collect()
}

/// Calls `look` with every key, including those of tables, and the names of the keys beside it.
fn each(look: impl Fn(&Key, &[&str])) {
    fn within(keys: &[&'static Key], look: &dyn Fn(&Key, &[&str])) {
        let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
        for key in keys {
            look(key, &names);
            within(&key.keys().iter().collect::<Vec<_>>(), look);
        }
    }
    for owner in owners() {
        within(&owner.keys().collect::<Vec<_>>(), &look);
    }
}

#[test]
fn every_key_is_explained_in_both_languages() {
    each(|key, _| {
        for text in [key.label.sv, key.label.en, key.help.sv, key.help.en] {
            assert!(!text.is_empty(), "{key:?}");
        }
        for help in [key.help.sv, key.help.en] {
            assert!(help.ends_with('.'), "{help}");
        }
        assert!(!key.label.sv.ends_with('.'), "{key:?}");
        assert_eq!(key.example.is_empty(), key.has_header(), "{key:?}");
    });
    for group in Group::ALL {
        assert!(!group.label().sv.is_empty() && !group.label().en.is_empty());
    }
}

#[test]
fn a_name_stands_for_one_key_and_a_need_names_keys_beside_it() {
    each(|key, beside| {
        assert_eq!(beside.iter().filter(|name| **name == key.name).count(), 1, "{key:?}");
        let named: Vec<&str> = match key.need {
            Need::Optional | Need::Advised | Need::Rare | Need::Required => Vec::new(),
            Need::OneOf(keys) | Need::Either(keys) => {
                assert!(keys.contains(&key.name), "{key:?}");
                keys.to_vec()
            }
            Need::Unless { when, unless } => vec![when, unless],
            Need::When { key, .. } | Need::With(key) | Need::Without(key) | Need::Flagged(key) => {
                vec![key]
            }
        };
        assert!(named.iter().all(|name| beside.contains(name)), "{key:?}");
    });
}

#[test]
fn tables_of_one_name_have_the_same_keys_in_every_kind() {
    for kind in Kind::ALL {
        for key in kind.keys().filter(|key| key.has_header()) {
            let first = Owner::Unknown.key(key.name).expect("a kind has it");
            let names = |key: &Key| key.keys().iter().map(|key| key.name).collect::<Vec<_>>();
            assert_eq!(names(first), names(key), "{}", key.name);
        }
    }
}

#[test]
fn every_relation_is_the_one_of_the_key_that_is_named_for_it() {
    let mut found = BTreeSet::new();
    for key in Owner::Unknown.keys() {
        if let Type::Reference(relation) | Type::References(relation) = key.holds {
            assert_eq!(relation.as_str(), key.name);
            found.insert(relation);
        }
    }
    assert_eq!(found, Relation::ALL.iter().copied().collect());
}

/// A file with every key that its owner has, as in the examples.
pub fn everything(owner: Owner) -> String {
    let (mut keys, mut tables) = (String::new(), String::new());
    for key in owner.keys() {
        match (owner, key.name) {
            _ if key.has_header() => table(key, "", &mut tables),
            (Owner::Kind(kind), "kind") => keys += &format!("kind = \"{}\"\n", kind.as_str()),
            (Owner::Kind(Kind::Municipality), "title") => keys += "title = \"Eskilstuna kommun\"\n",
            _ => keys += &format!("{}\n", key.line("")),
        }
    }
    keys + &tables
}

fn table(key: &Key, above: &str, text: &mut String) {
    *text += &format!("{}\n", key.line(above));
    // Of keys that exclude each other, the first.
    let first = |key: &&Key| match key.need {
        Need::Either(keys) => keys[0] == key.name,
        Need::Without(_) => false,
        _ => true,
    };
    let (headed, plain): (Vec<&Key>, Vec<&Key>) =
        key.keys().iter().filter(first).partition(|key| key.has_header());
    for under in plain {
        *text += &format!("{}\n", under.line(""));
    }
    for under in headed {
        table(under, key.name, text);
    }
}

#[track_caller]
fn none(problems: &[Problem], text: &str) {
    let told: Vec<_> = problems.iter().map(|it| (it.code, &it.message.sv)).collect();
    assert!(told.is_empty(), "{told:?} in\n{text}");
}

#[test]
fn every_example_is_read_without_a_remark() {
    for kind in Kind::ALL {
        let all = everything(Owner::Kind(*kind));
        // A translation has most of its keys from its original, and says so of those that it has.
        let is_translation = |line: &&str| line.starts_with("translation_of = ");
        let own: Vec<&str> = all.lines().filter(|line| !is_translation(line)).collect();
        let text = format!("+++\n{}\n+++\n", own.join("\n"));
        let raw = RawFile::new("content/kommuner/eskilstuna/index.md", text.as_bytes());
        none(&parse_file(&raw).problems, &text);
        let Some(translation) = all.lines().find(is_translation) else { continue };
        let kind = kind.as_str();
        let text = format!("+++\nkind = \"{kind}\"\ntitle = \"T\"\n{translation}\n+++\n");
        let raw = RawFile::new("content/kommuner/eskilstuna/en.md", text.as_bytes());
        none(&parse_file(&raw).problems, &text);
    }
    let text = everything(Owner::Settings);
    none(&parse_settings(&RawFile::new("site.toml", text.as_bytes())).1, &text);
    let text = everything(Owner::Ledger);
    none(&ledger::read(&RawFile::new("addresses.toml", text.as_bytes())).1, &text);
}
