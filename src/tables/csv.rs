//! A table as CSV (RFC 4180): commas, CRLF, UTF-8 without a byte order mark, names in the first
//! line.

use super::part::{TablePart, Tables};
use super::table::DataTable;

/// The bytes of a table's file.
pub fn csv(tables: Tables<'_>, table: DataTable) -> Vec<u8> {
    let mut writer = writer(64 << 10);
    // Writing to memory does not fail, and every row has a value for each column.
    let names = writer.write_record(table.columns().iter().map(|column| column.name));
    debug_assert!(names.is_ok());
    for row in table.rows(tables, TablePart::Whole) {
        let mut cells = row.iter();
        let written = cells.try_for_each(|cell| writer.write_field(cell.joined().as_bytes()));
        let ended = written.and_then(|()| writer.write_record(None::<&str>));
        debug_assert!(ended.is_ok());
    }
    writer.into_inner().unwrap_or_default()
}

/// Rows of texts in the same form, the first with names.
pub fn rows<const N: usize>(rows: &[[String; N]]) -> Vec<u8> {
    let mut writer = writer(16 << 10);
    for row in rows {
        let written = writer.write_record(row);
        debug_assert!(written.is_ok());
    }
    writer.into_inner().unwrap_or_default()
}

fn writer(room: usize) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::with_capacity(room))
}
