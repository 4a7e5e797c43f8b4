//! The tables, each in a file of its own; the list in `tables!` is the only place where all of them
//! are named.

use super::cell::Cell;
use super::column::{About, Column};
use super::part::{TablePart, Tables};
use super::{bodies, commitments, documents, gaps, outcomes, place_table, promised};
use crate::schema::Both;

/// A table: its columns, and which rows it has.
pub trait Rows: Sized + 'static {
    /// The name of its file and of its array: made of a–z and `-`.
    const NAME: &'static str;
    const TITLE: Both;
    /// What a row is, in a sentence or two.
    const HELP: Both;
    /// The columns that tell the rows apart; none if no columns are sure to.
    const KEY: &'static [&'static str];
    const REFERENCES: &'static [TableReference];
    const COLUMNS: &'static [Column<Self>];

    /// Its rows, sorted by id.
    fn rows(tables: Tables<'_>, part: TablePart) -> impl Iterator<Item = Self>;
}

/// Columns whose values are those of the key of another table.
#[derive(Debug, Clone, Copy)]
pub struct TableReference {
    pub columns: &'static [&'static str],
    pub to: DataTable,
    pub key: &'static [&'static str],
}

/// Declares the tables.
macro_rules! tables {
    ($($name:ident($rows:ty),)*) => {
        /// A table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum DataTable { $($name,)* }

        impl DataTable {
            /// Every table, in the order in which they are described.
            pub const ALL: &[DataTable] = &[$(DataTable::$name,)*];

            /// See `Rows::NAME`.
            pub fn name(self) -> &'static str {
                match self { $(DataTable::$name => <$rows>::NAME,)* }
            }

            /// See `Rows::TITLE`.
            pub fn title(self) -> Both {
                match self { $(DataTable::$name => <$rows>::TITLE,)* }
            }

            /// See `Rows::HELP`.
            pub fn help(self) -> Both {
                match self { $(DataTable::$name => <$rows>::HELP,)* }
            }

            /// See `Rows::KEY`.
            pub fn key(self) -> &'static [&'static str] {
                match self { $(DataTable::$name => <$rows>::KEY,)* }
            }

            /// See `Rows::REFERENCES`.
            pub fn references(self) -> &'static [TableReference] {
                match self { $(DataTable::$name => <$rows>::REFERENCES,)* }
            }

            /// What is published about its columns, in order.
            pub fn columns(self) -> Vec<&'static About> {
                match self {
                    $(DataTable::$name => <$rows>::COLUMNS.iter().map(|own| &own.about).collect(),)*
                }
            }

            /// Passes each of its rows on, with a value for every column. They are made one at a
            /// time.
            pub fn each_row<'a>(
                self,
                tables: Tables<'a>,
                part: TablePart,
                take: &mut dyn FnMut(&[Cell<'a>]),
            ) {
                match self { $(DataTable::$name => each_row::<$rows>(tables, part, take),)* }
            }
        }
    };
}

fn each_row<'a, R: Rows>(tables: Tables<'a>, part: TablePart, take: &mut dyn FnMut(&[Cell<'a>])) {
    let mut cells = Vec::with_capacity(R::COLUMNS.len());
    for row in R::rows(tables, part) {
        cells.clear();
        cells.extend(R::COLUMNS.iter().map(|column| (column.value)(tables.archive, &row)));
        take(&cells);
    }
}

tables! {
    Documents(documents::DocumentRow),
    Commitments(commitments::CommitmentRow),
    Outcomes(outcomes::OutcomeRow),
    Promised(promised::PromisedRow),
    Places(place_table::PlaceEntry),
    Gaps(gaps::GapRow),
    Bodies(bodies::BodyRow),
}

impl DataTable {
    /// The name of its array in JSON and of its sheet: made of a–z and `_`.
    pub fn array(self) -> String {
        self.name().replace('-', "_")
    }

    /// Its file, in the folder of open data.
    pub fn file(self) -> String {
        format!("{}.csv", self.name())
    }
}
