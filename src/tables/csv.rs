//! A table as CSV (RFC 4180): commas, CRLF, UTF-8 without a byte order mark, names in the first
//! line.

use super::part::{TablePart, Tables};
use super::table::DataTable;
use crate::byte_set::ByteSet;

/// More bytes than most tables have for each document of the archive.
const BYTES_PER_DOCUMENT: usize = 400;

/// The bytes of a table's file.
pub fn csv(tables: Tables<'_>, table: DataTable) -> Vec<u8> {
    // Room for the file of a large archive, so that what is written is not moved time and again.
    let documents = tables.documents(TablePart::Whole).len();
    let mut lines = CsvLines(String::with_capacity(BYTES_PER_DOCUMENT * documents));
    table.columns().iter().for_each(|column| lines.field(column.name));
    lines.end();
    table.each_row(tables, TablePart::Whole, &mut |cells| {
        cells.iter().for_each(|cell| cell.joined(|text| lines.field(text)));
        lines.end();
    });
    lines.0.into_bytes()
}

/// Rows of texts in the same form, the first with names.
pub fn rows<const N: usize>(rows: &[[String; N]]) -> Vec<u8> {
    let mut lines = CsvLines(String::with_capacity(16 << 10));
    for row in rows {
        row.iter().for_each(|text| lines.field(text));
        lines.end();
    }
    lines.0.into_bytes()
}

/// Lines of CSV being written. Each has at least two fields.
struct CsvLines(String);

impl CsvLines {
    /// A field, with a comma after it.
    fn field(&mut self, text: &str) {
        const QUOTED: ByteSet = ByteSet::of(b",\"\r\n");
        let CsvLines(lines) = self;
        if QUOTED.is_in(text) {
            lines.push('"');
            lines.push_str(&text.replace('"', "\"\""));
            lines.push('"');
        } else {
            lines.push_str(text);
        }
        lines.push(',');
    }

    /// The end of a line, instead of the comma after its last field.
    fn end(&mut self) {
        self.0.pop();
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_if_its_text_could_be_mistaken_for_several() {
        let of = |texts: [&str; 2]| rows(&[texts.map(str::to_owned)]);
        assert_eq!(of(["a", ""]), b"a,\r\n");
        assert_eq!(of(["", " b;' "]), b", b;' \r\n");
        assert_eq!(of(["a,b", "\"c\" d"]), b"\"a,b\",\"\"\"c\"\" d\"\r\n");
        assert_eq!(of(["a\r", "b\nc"]), b"\"a\r\",\"b\nc\"\r\n");
    }
}
