//! `data/…`: the archive as tables, in each of the formats of open data.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::model::Address;
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::tables::{self, DataTable, Parted, TablePart};

/// A file of the folder of open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFile {
    Csv(DataTable),
    Csvw,
    Json(Parted),
    JsonSchema,
    Workbook,
}

/// The file and the archive whose rows it has. The rows are made as they are needed, so that the
/// tables of a national archive are never in memory at once.
pub struct TableData<'a> {
    archive: &'a Archive,
    file: TableFile,
}

/// The folder of open data.
pub const FOLDER: &str = "data/";

impl TableFile {
    /// Every file that an archive has, with its name in the folder.
    fn all(archive: &Archive) -> Vec<(String, TableFile)> {
        let mut all: Vec<(String, TableFile)> =
            DataTable::ALL.iter().map(|table| (table.file(), TableFile::Csv(*table))).collect();
        all.push(("csv-metadata.json".to_owned(), TableFile::Csvw));
        all.push(("arkivet-schema.json".to_owned(), TableFile::JsonSchema));
        all.push(("arkivet.xlsx".to_owned(), TableFile::Workbook));
        let whole = "arkivet.json".to_owned();
        if Parted::is_needed(archive) {
            all.push((whole, TableFile::Json(Parted::Index)));
            all.extend(
                tables::parts(archive).map(|place| {
                    (Parted::file(archive, place), TableFile::Json(Parted::Part(place)))
                }),
            );
        } else {
            all.push((whole, TableFile::Json(Parted::Whole)));
        }
        all
    }

    /// The tables and the part of them that the file has.
    fn rows(&self) -> (&[DataTable], TablePart) {
        match self {
            TableFile::Csv(table) => (std::slice::from_ref(table), TablePart::Whole),
            TableFile::Json(Parted::Part(place)) => (DataTable::ALL, TablePart::Of(*place)),
            TableFile::Json(Parted::Whole) | TableFile::Workbook => {
                (DataTable::ALL, TablePart::Whole)
            }
            TableFile::Csvw | TableFile::JsonSchema => (&[], TablePart::Whole),
            TableFile::Json(Parted::Index) => (&[DataTable::Places], TablePart::Whole),
        }
    }
}

impl OutputKind for TableFile {
    type Data<'a> = TableData<'a>;
    const KNOWN_BY_ITS_ADDRESS: bool = true;
    const LISTED: bool = true;
    const GIVES_WAY: bool = true;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, TableFile)> {
        let all = TableFile::all(archive).into_iter();
        all.map(|(name, file)| (Address::made(format!("{FOLDER}{name}")), file))
    }

    fn data<'a>(&self, maker: &Maker<'a>) -> Option<TableData<'a>> {
        Some(TableData { archive: maker.archive, file: self.clone() })
    }

    fn bytes(data: &TableData<'_>) -> Vec<u8> {
        let archive = data.archive;
        match data.file {
            TableFile::Csv(table) => tables::csv(archive, table),
            TableFile::Csvw => tables::csvw(archive),
            TableFile::Json(parted) => tables::json(archive, parted),
            TableFile::JsonSchema => tables::json_schema(archive),
            TableFile::Workbook => tables::workbook(archive),
        }
    }
}

impl Hash for TableData<'_> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let TableData { archive, file } = self;
        let settings = &archive.settings;
        std::mem::discriminant(file).hash(hasher);
        (settings.language, &settings.publisher, &settings.base_url).hash(hasher);
        settings.data.as_ref().map(|data| data.licence).hash(hasher);
        let (tables, part) = file.rows();
        part.hash(hasher);
        for table in tables {
            for row in table.rows(archive, part) {
                row.hash(hasher);
            }
            // Two tables with the same rows are not the same file.
            table.hash(hasher);
        }
    }
}

impl fmt::Debug for TableData<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TableData").field("file", &self.file).finish_non_exhaustive()
    }
}
