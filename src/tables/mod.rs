//! The archive as tables: seven of them, with their columns declared once. Whatever is published as
//! open data is made from them. Nothing in them depends on the day, so their bytes change only when
//! the content does, and there are no people in them: no signatories, contacts or photographers.
//!
//! Columns are only ever added, at the end of a table, and tables after the last; [`VERSION`] is then
//! raised.

mod bodies;
mod cell;
mod column;
mod commitments;
mod csv;
mod csvw;
mod documents;
mod files;
mod gaps;
mod json;
mod json_schema;
mod licence;
mod outcomes;
mod part;
mod place_table;
mod promised;
mod say;
mod table;
#[cfg(test)]
mod tests;
mod workbook;

pub use cell::Cell;
pub use column::{About, Holds};
pub use csv::{csv, rows};
pub use csvw::{csvw, pretty};
pub use files::{FOLDER, JSON, METADATA, SCHEMA, WORKBOOK};
pub use json::{Parted, json};
pub use json_schema::json_schema;
pub use licence::{has_catalogue, lacking_for_catalogue, licence_url};
pub use part::{TableIndex, TablePart, Tables};
pub use say::{DESCRIPTION, TITLE, wording};
pub use table::{DataTable, TableReference};
pub use workbook::workbook;

/// The version of the tables: raised whenever a column or a table is added.
pub const VERSION: u32 = 3;
