//! `arkivet.json`: the tables as arrays, for programs. A large archive's is divided by place, since
//! few programs read a file of many megabytes: the whole then lists its parts.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::cell::Cell;
use super::column::About;
use super::files::SCHEMA;
use super::licence::licence_of;
use super::part::{TablePart, Tables};
use super::say;
use super::table::DataTable;
use crate::archive::Archive;
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
    json_lines(&JsonFile { tables, parted }, EACH_ROW)
}

/// Everything in the file.
struct JsonFile<'a> {
    tables: Tables<'a>,
    parted: Parted,
}

impl Serialize for JsonFile<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let JsonFile { tables, parted } = *self;
        let archive = tables.archive;
        let schema = match parted {
            Parted::Part(place) => {
                let depth = say::place_id(archive, place).matches('/').count();
                format!("{}{SCHEMA}", "../".repeat(depth))
            }
            Parted::Whole | Parted::Index => SCHEMA.to_owned(),
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("$schema", &schema)?;
        map.serialize_entry("titel", say::said(archive, say::TITLE))?;
        map.serialize_entry("version", &super::VERSION)?;
        if let Some(publisher) = &archive.settings.publisher {
            map.serialize_entry("utgivare", publisher)?;
        }
        if let Some(licence) = licence_of(archive) {
            map.serialize_entry("licens", licence)?;
        }
        let part = match parted {
            Parted::Whole => TablePart::Whole,
            Parted::Part(place) => TablePart::Of(place),
            Parted::Index => {
                let parts = (0..archive.places.len()).map(PlaceId::nth).map(|place| PartEntry {
                    plats_id: say::place_id(archive, place),
                    adress: Parted::file(archive, place),
                });
                map.serialize_entry("delar", &parts.collect::<Vec<PartEntry>>())?;
                return map.end();
            }
        };
        for table in DataTable::ALL {
            map.serialize_entry(&table.array(), &JsonRows { tables, part, table: *table })?;
        }
        map.end()
    }
}

/// Where a part is.
#[derive(Serialize)]
struct PartEntry<'a> {
    plats_id: &'a str,
    adress: String,
}

/// The rows of a table, made one at a time.
struct JsonRows<'a> {
    tables: Tables<'a>,
    part: TablePart,
    table: DataTable,
}

impl Serialize for JsonRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = self.table.columns();
        let mut rows = serializer.serialize_seq(None)?;
        let mut written = Ok(());
        self.table.each_row(self.tables, self.part, &mut |cells| {
            if written.is_ok() {
                written = rows.serialize_element(&JsonRow { columns: &columns, cells });
            }
        });
        written?;
        rows.end()
    }
}

struct JsonRow<'a> {
    columns: &'a [&'static About],
    cells: &'a [Cell<'a>],
}

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (about, cell) in self.columns.iter().zip(self.cells) {
            match cell {
                // As in CSV: a list is a list, and anything else a text, both empty if nothing is
                // known.
                Cell::Nothing if about.holds.is_list() => {
                    map.serialize_entry(about.name, &[(); 0])?
                }
                Cell::Nothing => map.serialize_entry(about.name, "")?,
                Cell::One(text) => map.serialize_entry(about.name, text)?,
                Cell::Date(date) => map.serialize_entry(about.name, date)?,
                Cell::Many(texts) => map.serialize_entry(about.name, texts)?,
            }
        }
        map.end()
    }
}
