//! A table as CSV (RFC 4180): commas, CRLF, UTF-8 without a byte order mark, names in the first
//! line.

use super::part::{TablePart, Tables};
use super::table::DataTable;

/// More bytes than most tables have for each document of the archive.
const BYTES_PER_DOCUMENT: usize = 400;

/// The bytes of a table's file.
pub fn csv(tables: Tables<'_>, table: DataTable) -> Vec<u8> {
    // Room for the file of a large archive, so that what is written is not moved time and again.
    let documents = tables.documents(TablePart::Whole).len();
    let mut writer = writer(BYTES_PER_DOCUMENT * documents);
    // Writing to memory does not fail, and every row has a value for each column.
    let names = writer.write_record(table.columns().iter().map(|column| column.name));
    debug_assert!(names.is_ok());
    table.each_row(tables, TablePart::Whole, &mut |cells| {
        let mut cells = cells.iter();
        let written = cells.try_for_each(|cell| cell.joined(|text| writer.write_field(text)));
        let ended = written.and_then(|()| writer.write_record(None::<&str>));
        debug_assert!(ended.is_ok());
    });
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
