//! A column: its name, what it means, what its values look like, and how they are found.

use super::cell::Cell;
use crate::archive::Archive;
use crate::schema::{Both, Key, Kind, Owner, both};

/// A column of a table whose rows are `R`.
pub struct Column<R: 'static> {
    pub about: About,
    pub value: for<'a> fn(&'a Archive, &R) -> Cell<'a>,
}

/// What is published about a column.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// Made of a–z and `_`; never changed.
    pub name: &'static str,
    pub holds: Holds,
    /// Whether every row has a value.
    pub required: bool,
    explained: ColumnHelp,
    title: Option<Both>,
}

/// Where its description comes from.
#[derive(Debug, Clone, Copy)]
enum ColumnHelp {
    /// That of a key of front matter: of files of this kind, with this name; the key of a table is
    /// `table.key`.
    ByKey(Kind, &'static str),
    Here(Both),
}

/// What the values of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    Text,
    Texts,
    /// The id of a row, in this table or another.
    Id,
    Ids,
    /// As precisely as it is known: `2018`, `2018-02` or `2018-02-01`.
    Date,
    /// `2018-02-01`
    Day,
    Url,
    Urls,
    /// Yes or no, in the site's language.
    Flag,
    /// Four digits, as text.
    Code,
}

/// A column that a key of front matter explains.
pub const fn of_key<R>(
    name: &'static str,
    holds: Holds,
    kind: Kind,
    key: &'static str,
    value: for<'a> fn(&'a Archive, &R) -> Cell<'a>,
) -> Column<R> {
    let explained = ColumnHelp::ByKey(kind, key);
    Column { about: About { name, holds, required: false, explained, title: None }, value }
}

/// A column with an explanation of its own.
pub const fn explained<R>(
    name: &'static str,
    holds: Holds,
    title: Both,
    help: Both,
    value: for<'a> fn(&'a Archive, &R) -> Cell<'a>,
) -> Column<R> {
    let explained = ColumnHelp::Here(help);
    Column { about: About { name, holds, required: false, explained, title: Some(title) }, value }
}

impl<R> Column<R> {
    /// The same column, of which every row has a value.
    pub const fn required(mut self) -> Column<R> {
        self.about.required = true;
        self
    }

    /// The same column with another title than its key has.
    pub const fn titled(mut self, sv: &'static str, en: &'static str) -> Column<R> {
        self.about.title = Some(both(sv, en));
        self
    }
}

impl About {
    /// Its heading.
    pub fn title(&self) -> Both {
        self.title.or(self.key().map(|key| key.label)).unwrap_or(both(self.name, self.name))
    }

    /// One line that says what it holds.
    pub fn help(&self) -> Both {
        match self.explained {
            ColumnHelp::Here(help) => help,
            ColumnHelp::ByKey(..) => self.key().map_or(both("", ""), |key| key.help),
        }
    }

    /// The key that explains it.
    fn key(&self) -> Option<&'static Key> {
        let ColumnHelp::ByKey(kind, path) = self.explained else { return None };
        let owner = Owner::Kind(kind);
        match path.split_once('.') {
            None => owner.key(path),
            Some((table, key)) => owner.key(table)?.keys().iter().find(|own| own.name == key),
        }
    }
}

impl Holds {
    /// Whether a value may be a list.
    pub fn is_list(self) -> bool {
        matches!(self, Holds::Texts | Holds::Ids | Holds::Urls)
    }

    /// What its values look like, in words.
    pub fn in_words(self) -> Both {
        match self {
            Holds::Text => both("text", "text"),
            Holds::Texts => both("texter med | emellan", "texts separated by |"),
            Holds::Id => both("id", "id"),
            Holds::Ids => both("id med | emellan", "ids separated by |"),
            Holds::Date => both(
                "datum så noga som det är känt: 2018, 2018-02 eller 2018-02-01",
                "a date as precisely as it is known: 2018, 2018-02 or 2018-02-01",
            ),
            Holds::Day => both("datum: 2018-02-01", "a date: 2018-02-01"),
            Holds::Url => both("webbadress", "web address"),
            Holds::Urls => both("webbadresser med | emellan", "web addresses separated by |"),
            Holds::Flag => both("ja eller nej", "yes or no"),
            Holds::Code => both("fyra siffror, som text", "four digits, as text"),
        }
    }
}
