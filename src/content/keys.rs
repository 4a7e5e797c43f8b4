//! Every key of every file: where it belongs and an example of it. Only for messages; what is read
//! is decided where it is read, and a test holds the two together.

mod listed;

use listed::KEYS;
use listed::Scope::{self, Archive, Kinds, NotPlaces, Settings, Under};

use super::fields::Owner;
use crate::model::Kind;

/// The names of all tables that have a header.
pub const TABLES: &[&str] = &[
    "sources",
    "corrections",
    "conflicts",
    "attachments",
    "images",
    "decisions",
    "contact",
    "signatories",
    "ended",
    "commitments",
    "outcomes",
    "names",
    "members",
    "accessibility",
    "withdrawn",
];

/// A line that shows how a key is written; the header, for a table.
pub fn example(file: Owner, table: &str, key: &str) -> String {
    let found = KEYS.iter().find(|(scope, name, _)| {
        *name == key
            && match scope {
                Under(header) => *header == table,
                Settings => table.is_empty() && file == Owner::Settings,
                Scope::Ledger => table.is_empty() && file == Owner::Ledger,
                _ => table.is_empty() && !matches!(file, Owner::Settings | Owner::Ledger),
            }
    });
    match found {
        Some((_, _, header)) if is_header(header, key) => (*header).to_owned(),
        Some((_, _, value)) => format!("{key} = {value}"),
        None => format!("{key} = \"…\""),
    }
}

/// The header of a table, `[contact]` or `[[sources]]`.
pub fn header(table: &str) -> Option<&'static str> {
    let mut headers = KEYS.iter().map(|(_, _, example)| *example);
    headers.find(|example| is_header(example, table) && example.starts_with('['))
}

/// Whether a key of the file itself holds a list of texts or dates.
pub fn is_list(key: &str) -> bool {
    KEYS.iter().any(|(scope, name, example)| {
        *name == key && !matches!(scope, Under(_)) && example.starts_with("[\"")
    })
}

/// The names of all keys; some of them several times.
pub fn names() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|(_, name, _)| *name)
}

/// Every key that a file of this kind may have: its table, empty for the file's own, and its name.
pub fn keys_of(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let own = |key: &str| in_root(key, Owner::Kind(kind));
    KEYS.iter()
        .filter_map(|(scope, name, _)| match scope {
            Under(table) => own(table).then_some((*table, *name)),
            scope => scope.holds(Owner::Kind(kind)).then_some(("", *name)),
        })
        .collect()
}

fn is_header(example: &str, key: &str) -> bool {
    let header = example.trim_matches(['[', ']']);
    example.starts_with('[') && (header == key || header.ends_with(&format!(".{key}")))
}

/// Whether this is one of the file's own keys, outside every table.
pub fn in_root(key: &str, owner: Owner) -> bool {
    KEYS.iter().any(|(scope, name, _)| *name == key && scope.holds(owner))
}

/// The header of the table whose key this is, when only one has it; and whose table that is, in
/// words, when it is another kind's.
pub fn in_table(key: &str, owner: Owner) -> Option<(&'static str, Option<(String, String)>)> {
    let headers = KEYS.iter().filter_map(|(scope, name, _)| match scope {
        Under(table) if *name == key => {
            KEYS.iter().find(|(_, name, example)| name == table && is_header(example, table))
        }
        _ => None,
    });
    let of_markdown = |scope: &Scope| !matches!(scope, Settings | Scope::Ledger | Under(_));
    let mut headers = headers.filter(|(scope, ..)| match owner {
        Owner::Kind(_) | Owner::Unknown => of_markdown(scope),
        Owner::Settings | Owner::Ledger => scope.holds(owner),
    });
    let (scope, table, header) = headers.next()?;
    if headers.next().is_some() {
        return None;
    }
    Some((header, if scope.holds(owner) { None } else { of_other_kinds(table) }))
}

/// The files that have this key, in words, in both languages; `None` when none has it.
pub fn of_other_kinds(key: &str) -> Option<(String, String)> {
    let scope = KEYS.iter().find_map(|(scope, name, _)| {
        (*name == key && matches!(scope, Archive | NotPlaces | Kinds(_))).then_some(*scope)
    })?;
    let words = |(sv, en): (&str, &str)| (sv.to_owned(), en.to_owned());
    Some(match scope {
        Archive => words(("handlingar", "documents")),
        NotPlaces => words(("handlingar och sidor", "documents and pages")),
        Kinds(kinds) => {
            let list = |names: Vec<&str>, and: &str| match names.as_slice() {
                [] => String::new(),
                [only] => (*only).to_owned(),
                [all @ .., last] => format!("{} {and} {last}", all.join(", ")),
            };
            let plural = kinds.iter().map(|kind| plural(*kind));
            let (sv, en): (Vec<_>, Vec<_>) = plural.unzip();
            (list(sv, "och"), list(en, "and"))
        }
        _ => return None,
    })
}

/// The only kind of which a file may have all these keys, if there is one.
pub fn only_kind_with(keys: &[&str]) -> Option<Kind> {
    let fits = |kind: &Kind| {
        keys.iter().all(|key| of_other_kinds(key).is_none() || in_root(key, Owner::Kind(*kind)))
    };
    let mut fitting = Kind::ALL.iter().copied().filter(fits);
    let first = fitting.next();
    first.filter(|_| fitting.next().is_none())
}

fn plural(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Agreement => ("överenskommelser", "agreements"),
        Kind::Pledge => ("medborgarlöften", "pledges"),
        Kind::SituationReport => ("lägesbilder", "situation reports"),
        Kind::ActionPlan => ("åtgärdsplaner", "action plans"),
        Kind::FollowUp => ("uppföljningar", "follow-ups"),
        Kind::Notice => ("nyheter", "notices"),
        Kind::Page => ("sidor", "pages"),
        Kind::Municipality => ("kommuner", "municipalities"),
        Kind::PoliceArea => ("lokalpolisområden", "police areas"),
        Kind::District => ("stadsdelar", "districts"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::file::keys_asked_of;
    use crate::content::{RawFile, parse_file, parse_ledger, parse_settings};
    use crate::diagnostic::Problem;

    /// A file with every key that its owner has, as in the examples.
    fn everything(owner: Owner) -> String {
        let mut text = String::new();
        let mut headers = Vec::new();
        for (_, key, value) in KEYS.iter().filter(|(scope, ..)| scope.holds(owner)) {
            match (owner, *key) {
                _ if is_header(value, key) => headers.push(*key),
                (Owner::Kind(kind), "kind") => text += &format!("kind = \"{}\"\n", kind.as_str()),
                (Owner::Kind(Kind::Municipality), "title") => {
                    text += "title = \"Eskilstuna kommun\"\n"
                }
                _ => text += &format!("{key} = {value}\n"),
            }
        }
        for table in headers {
            text += &format!("{}\n", header(table).unwrap_or_default());
            let keys = KEYS.iter().filter(|(scope, ..)| *scope == Under(table));
            for (_, key, value) in keys.filter(|(_, key, value)| !is_header(value, key)) {
                // A member is one or the other.
                if (table, *key) != ("members", "district") {
                    text += &format!("{key} = {value}\n");
                }
            }
        }
        text
    }

    fn problems(problems: Vec<Problem>, text: &str) {
        let told: Vec<_> = problems.iter().map(|it| (it.code, &it.message.sv)).collect();
        assert!(told.is_empty(), "{told:?} in\n{text}");
    }

    #[test]
    fn every_key_of_the_list_is_read_where_the_list_says() {
        for kind in Kind::ALL {
            let text = format!("+++\n{}+++\n", everything(Owner::Kind(*kind)));
            let raw = RawFile::new("content/kommuner/eskilstuna/index.md", text.as_bytes());
            problems(parse_file(&raw).problems, &text);
        }
        let text = everything(Owner::Settings);
        problems(parse_settings(&RawFile::new("site.toml", text.as_bytes())).1, &text);
        let text = everything(Owner::Ledger);
        problems(parse_ledger(&RawFile::new("addresses.toml", text.as_bytes())).1, &text);
    }

    #[test]
    fn the_list_names_what_the_reader_asks_for() {
        for kind in Kind::ALL {
            let own = keys_of(*kind).into_iter().filter(|(table, _)| table.is_empty());
            let mut listed: Vec<&str> = own.map(|(_, key)| key).collect();
            let mut asked = keys_asked_of(*kind);
            listed.sort_unstable();
            asked.sort_unstable();
            asked.dedup();
            assert_eq!(listed, asked, "{kind:?}");
        }
    }
}
