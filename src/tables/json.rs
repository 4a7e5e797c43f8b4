//! `arkivet.json`: the tables as arrays, for programs. A large archive's is divided by place, since
//! few programs read a file of many megabytes: the whole then lists its parts.

use serde::Serialize;

use super::cell::Cell;
use super::files::SCHEMA;
use super::licence::licence_of;
use super::part::{TablePart, Tables};
use super::say;
use super::table::DataTable;
use crate::archive::Archive;
use crate::byte_set::ByteSet;
use crate::json_lines::json_lines;
use crate::model::PlaceId;

/// More documents than this and the file is divided: about five megabytes.
const MOST_DOCUMENTS: usize = 2_500;

/// A row stands on a line: within a list, within the object that is the file.
const EACH_ROW: usize = 2;

/// What a file of JSON has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parted {
    /// Every row.
    Whole,
    /// Where the parts are.
    Index,
    /// The rows of one part.
    Part(PlaceId),
}

impl Parted {
    /// Whether an archive's file is divided.
    pub fn is_needed(archive: &Archive) -> bool {
        archive.published().count() > MOST_DOCUMENTS
    }

    /// The file of a part, from the folder of open data.
    pub fn file(archive: &Archive, part: PlaceId) -> String {
        format!("{}.json", say::place_id(archive, part))
    }
}

/// The bytes of the file, or of a part of it.
pub fn json(tables: Tables<'_>, parted: Parted) -> Vec<u8> {
    let mut json = json_lines(&JsonHead::of(tables.archive, parted), EACH_ROW);
    let part = match parted {
        Parted::Whole => TablePart::Whole,
        Parted::Part(place) => TablePart::Of(place),
        Parted::Index => return json,
    };
    // The tables are the last entries of the same object.
    json.truncate(json.len() - END.len());
    for table in DataTable::ALL {
        push_table(&mut json, tables, part, *table);
    }
    json.extend_from_slice(END);
    json
}

/// The end of the file.
const END: &[u8] = b"\n}\n";

/// What stands before the tables, or instead of them.
#[derive(Serialize)]
struct JsonHead<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    titel: &'static str,
    version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    utgivare: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licens: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delar: Option<Vec<PartEntry<'a>>>,
}

/// Where a part is.
#[derive(Serialize)]
struct PartEntry<'a> {
    plats_id: &'a str,
    adress: String,
}

impl JsonHead<'_> {
    fn of(archive: &Archive, parted: Parted) -> JsonHead<'_> {
        let depth = match parted {
            Parted::Part(place) => say::place_id(archive, place).matches('/').count(),
            Parted::Whole | Parted::Index => 0,
        };
        let parts = (0..archive.places.len()).map(PlaceId::nth).map(|place| PartEntry {
            plats_id: say::place_id(archive, place),
            adress: Parted::file(archive, place),
        });
        JsonHead {
            schema: format!("{}{SCHEMA}", "../".repeat(depth)),
            titel: say::said(archive, say::TITLE),
            version: super::VERSION,
            utgivare: archive.settings.publisher.as_deref(),
            licens: licence_of(archive),
            delar: (parted == Parted::Index).then(|| parts.collect()),
        }
    }
}

/// Appends a table as an array of objects. They are most of what the program writes as JSON, and so
/// like each other that they are written without a serialiser.
fn push_table(json: &mut Vec<u8>, tables: Tables<'_>, part: TablePart, table: DataTable) {
    let columns = table.columns();
    // The names of tables and columns need no escaping.
    let keys = columns.iter().enumerate().map(|(n, about)| {
        let before = if n == 0 { '{' } else { ',' };
        format!("{before}\"{}\":", about.name)
    });
    let keys: Vec<String> = keys.collect();
    json.extend_from_slice(format!(",\n  \"{}\": [", table.array()).as_bytes());
    let mut before: &[u8] = b"\n    ";
    table.each_row(tables, part, &mut |cells| {
        json.extend_from_slice(before);
        before = b",\n    ";
        for ((key, about), cell) in keys.iter().zip(&columns).zip(cells) {
            json.extend_from_slice(key.as_bytes());
            push_cell(json, cell, about.holds.is_list());
        }
        json.push(b'}');
    });
    if before.starts_with(b",") {
        json.extend_from_slice(b"\n  ");
    }
    json.push(b']');
}

/// Appends a cell. As in CSV, a list is a list and anything else a text, both empty if nothing is
/// known.
fn push_cell(json: &mut Vec<u8>, cell: &Cell<'_>, is_list: bool) {
    match cell {
        Cell::Nothing if is_list => json.extend_from_slice(b"[]"),
        Cell::Nothing | Cell::One(_) | Cell::Date(_) => cell.joined(|text| push_text(json, text)),
        Cell::Many(texts) => {
            json.push(b'[');
            for (n, text) in texts.iter().enumerate() {
                if n > 0 {
                    json.push(b',');
                }
                push_text(json, text);
            }
            json.push(b']');
        }
    }
}

/// Appends a text; nothing in a cell needs escaping but quotation marks and backslashes.
fn push_text(json: &mut Vec<u8>, text: &str) {
    const ESCAPED: ByteSet = ByteSet::of(b"\"\\");
    json.push(b'"');
    let mut written = 0;
    while let Some(at) = ESCAPED.first_from(text, written) {
        json.extend_from_slice(&text.as_bytes()[written..at]);
        json.extend_from_slice(&[b'\\', text.as_bytes()[at]]);
        written = at + 1;
    }
    json.extend_from_slice(&text.as_bytes()[written..]);
    json.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_a_cell_is_written_as_a_serialiser_would() {
        for text in ["", "å – ”så”", "\"", "a\\b \"c\"", "\\", "/</script>", "\u{2027}😀"]
        {
            let mut json = Vec::new();
            push_text(&mut json, text);
            assert_eq!(json, serde_json::to_vec(text).unwrap());
        }
    }
}
