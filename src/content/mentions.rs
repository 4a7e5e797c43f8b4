//! Where a file refers to another file or a place: what `move` must mend. Only the text is needed,
//! so that this works for a file that is only half filled in.

use std::sync::Arc;

use super::fences;
use super::fields::{self, Table};
use crate::diagnostic::{Code, Source, Span, Spanned};
use crate::markdown::{self, Destination};
use crate::schema::{Key, Kind, Owner, Type};

/// The references in a file to other files and places.
#[derive(Debug)]
pub struct Mentions {
    /// In order of place in the file.
    pub all: Vec<Mention>,
    pub aliases: Aliases,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether all of the file could be read. If not, it may contain more references.
    pub sure: bool,
}

/// One reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The characters of it: a value with its quotes, or the destination of a link.
    pub span: Span,
    pub what: Mentioned,
}

/// What is referred to, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mentioned {
    /// A path in front matter. For an outcome, what precedes the `#` and what follows it.
    Path(String, Option<String>),
    /// A link or image: its path, decoded, and what follows the `#` as written.
    Link(String, Option<String>),
    /// A place's id.
    Place(Kind, String),
}

/// The earlier addresses, and where one can be added.
#[derive(Debug, Default)]
pub struct Aliases {
    /// The present entries.
    pub listed: Vec<Spanned<String>>,
    /// The whole value, if the key is present.
    pub value: Option<Span>,
    /// Where a line with one of the file's own keys can be inserted.
    pub line: usize,
}

/// Every reference in a file.
pub fn mentions(source: &Arc<Source>) -> Mentions {
    let mut problems = Vec::new();
    let Some(parts) = fences::split(source, &mut problems) else {
        return Mentions {
            all: Vec::new(),
            aliases: Aliases::default(),
            draft: false,
            sure: false,
        };
    };
    let start = parts.front_matter.start;
    let toml = parts.front_matter.clone();
    let read = fields::read(source, Owner::Unknown, parts.opening, toml, front_matter);
    let (mut all, mut aliases, draft) = read.value;
    let after = aliases.line.max(start);
    aliases.line = if aliases.line == 0 {
        start
    } else {
        source.text[after..].find('\n').map_or(source.text.len(), |end| after + end + 1)
    };
    all.extend(parts.body.into_iter().flat_map(|body| links(source, body)));
    all.sort_by_key(|mention| (mention.span.start, mention.span.end));
    // A definition that several links use is one mention.
    all.dedup();
    let legible = read.problems.iter().all(|problem| problem.code != Code::TomlSyntax);
    Mentions { all, aliases, draft, sure: legible && parts.body.is_some() }
}

fn front_matter(keys: &Table<'_>) -> (Vec<Mention>, Aliases, bool) {
    let mut all = Vec::new();
    // The keys of every kind are considered, so that a file whose kind is still wrong is mended
    // too.
    let mut seen: Vec<&str> = Vec::new();
    for key in Owner::Unknown.keys() {
        if !seen.contains(&key.name) {
            seen.push(key.name);
            named(keys, key, &mut all);
        }
    }
    let line = ["kind", "title"].into_iter().filter_map(|key| keys.text(key));
    let aliases = Aliases {
        listed: keys.texts("aliases"),
        value: keys.value("aliases").map(|value| value.span()),
        line: line.map(|text| text.span.end).max().unwrap_or(0),
    };
    (all, aliases, keys.flag("draft").unwrap_or(false))
}

/// The references in the value of a key, and in the tables that it holds.
fn named(keys: &Table<'_>, key: &'static Key, all: &mut Vec<Mention>) {
    let name = key.name;
    match key.holds {
        Type::Reference(_) | Type::File(_) => all.extend(keys.text(name).map(path)),
        Type::References(_) => all.extend(keys.texts(name).into_iter().map(path)),
        Type::Place(kind) => all.extend(keys.text(name).map(|id| place(kind, id))),
        Type::Places(kind) => all.extend(keys.texts(name).into_iter().map(|id| place(kind, id))),
        Type::Commitment => all.extend(keys.text(name).and_then(path_of_outcome)),
        Type::Table(under) => {
            if let Some(table) = keys.table(name) {
                under.iter().for_each(|key| named(&table, key, all));
            }
        }
        Type::Named { own, each } => {
            if let Some(table) = keys.table(name) {
                own.iter().for_each(|key| named(&table, key, all));
                for (_, below) in table.named() {
                    each.iter().for_each(|key| named(&below, key, all));
                }
            }
        }
        Type::Tables(under) | Type::Accepts(under) => {
            for table in keys.tables(name) {
                under.iter().for_each(|key| named(&table, key, all));
            }
        }
        Type::Line
        | Type::Text
        | Type::Texts
        | Type::Date
        | Type::Dates
        | Type::Day
        | Type::End
        | Type::Period(_)
        | Type::Flag
        | Type::Kind
        | Type::Word(_)
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
        | Type::Theme
        | Type::Warning => {}
    }
}

fn path(written: Spanned<String>) -> Mention {
    Mention { span: written.span, what: Mentioned::Path(written.value, None) }
}

/// The commitment of an outcome is an id, unless a path precedes it.
fn path_of_outcome(written: Spanned<String>) -> Option<Mention> {
    let (path, id) = written.rsplit_once('#')?;
    let what = Mentioned::Path(path.to_owned(), Some(id.to_owned()));
    Some(Mention { span: written.span.clone(), what })
}

fn place(kind: Kind, id: Spanned<String>) -> Mention {
    Mention { span: id.span, what: Mentioned::Place(kind, id.value) }
}

fn links(source: &Source, body: usize) -> Vec<Mention> {
    let links = markdown::outline(&source.text[body..]).links;
    links
        .into_iter()
        .filter_map(|link| {
            let Destination::Local { path, .. } = link.target() else { return None };
            let fragment = link.destination.split_once('#').map(|(_, after)| after.to_owned());
            let span = body + link.span.start..body + link.span.end;
            let what = Mentioned::Link(path.clone(), fragment);
            (!path.is_empty()).then_some(Mention { span, what })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Arc<Source>, Mentions) {
        let source = Source::new("content/a/b.md", text);
        let mentions = mentions(&source);
        (source, mentions)
    }

    /// Front matter with every key of a kind, as in the examples, and the number of values that
    /// look like paths.
    fn everything(kind: Kind) -> (String, usize) {
        let (mut keys, mut tables) = (String::new(), String::new());
        for key in kind.keys() {
            let lines = if key.has_header() { &mut tables } else { &mut keys };
            *lines += &format!("{}\n", key.line(""));
            let under = key.keys().iter().filter(|_| key.has_header());
            under.for_each(|key| tables += &format!("{}\n", key.line("")));
        }
        let all = keys + &tables;
        let is_path =
            |line: &&str| [".md\"", ".pdf\"", ".jpg\""].iter().any(|it| line.contains(it));
        let paths = all.lines().filter(is_path).count();
        (format!("+++\n{all}+++\n"), paths)
    }

    #[test]
    fn every_key_with_a_path_for_example_is_looked_at() {
        for kind in Kind::ALL {
            let (text, paths) = everything(*kind);
            let found = of(&text).1.all;
            let found = found.iter().filter(|it| matches!(it.what, Mentioned::Path(..))).count();
            assert_eq!(found, paths, "{text}");
        }
    }

    #[test]
    fn paths_places_and_links_are_found_where_they_stand() {
        let (source, mentions) = of("+++\nkind = \"pledge\"\ntitle = \"T\" # namn\n\
            agreement = \"../avtal.md\"\nmunicipalities = ['habo']\n[[attachments]]\n\
            file = \"a.pdf\"\n+++\n[a](<b c.md#d>) [e][f] [f] [](#g) [h](https://i.se)\n\n\
            [f]: j%20k.md\n");
        let found: Vec<(&str, Mentioned)> = mentions
            .all
            .iter()
            .map(|mention| (&source.text[mention.span.clone()], mention.what.clone()))
            .collect();
        let path = |path: &str| Mentioned::Path(path.to_owned(), None);
        assert_eq!(
            found,
            [
                ("\"../avtal.md\"", path("../avtal.md")),
                ("'habo'", Mentioned::Place(Kind::Municipality, "habo".to_owned())),
                ("\"a.pdf\"", path("a.pdf")),
                ("b c.md#d", Mentioned::Link("b c.md".to_owned(), Some("d".to_owned()))),
                ("j%20k.md", Mentioned::Link("j k.md".to_owned(), None)),
            ]
        );
        assert!(source.text[mentions.aliases.line..].starts_with("agreement"));
        assert!(mentions.sure);
    }

    #[test]
    fn a_file_that_cannot_be_read_whole_is_not_sure() {
        assert!(!of("+++\nkind = \"page\"\ntitle = ”T”\n+++\n").1.sure);
        assert!(!of("+++\nkind = \"page\"\n").1.sure);
        assert!(!of("Bara text.\n").1.sure);
        assert!(of("+++\nkind = \"pledge\"\nperiod = \"\"\n+++\n").1.sure);
    }
}
