//! `data/…`: the archive as tables, in each of the formats of open data.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::kind::OutputKind;
use crate::archive::Archive;
use crate::model::{Address, PlaceId};
use crate::site::make::Maker;
use crate::site::overview::Overview;
use crate::tables::{self, DataTable, FOLDER, Parted, TablePart, Tables};

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
    tables: Tables<'a>,
    file: TableFile,
}

impl TableFile {
    /// Every file that an archive has, with its name in the folder.
    fn all(archive: &Archive) -> Vec<(String, TableFile)> {
        let mut all: Vec<(String, TableFile)> =
            DataTable::ALL.iter().map(|table| (table.file(), TableFile::Csv(*table))).collect();
        all.push((tables::METADATA.to_owned(), TableFile::Csvw));
        all.push((tables::SCHEMA.to_owned(), TableFile::JsonSchema));
        all.push((tables::WORKBOOK.to_owned(), TableFile::Workbook));
        let whole = tables::JSON.to_owned();
        if Parted::is_needed(archive) {
            all.push((whole, TableFile::Json(Parted::Index)));
            all.extend(
                (0..archive.places.len()).map(PlaceId::nth).map(|place| {
                    (Parted::file(archive, place), TableFile::Json(Parted::Part(place)))
                }),
            );
        } else {
            all.push((whole, TableFile::Json(Parted::Whole)));
        }
        all
    }

    /// The tables that are in the file as a whole.
    fn whole_tables(&self) -> &[DataTable] {
        match self {
            TableFile::Csv(table) => std::slice::from_ref(table),
            TableFile::Json(Parted::Whole) | TableFile::Workbook => DataTable::ALL,
            TableFile::Json(Parted::Index) => &[DataTable::Places],
            TableFile::Json(Parted::Part(_)) | TableFile::Csvw | TableFile::JsonSchema => &[],
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
        let tables = Tables::new(maker.archive, &maker.overview.tables);
        Some(TableData { tables, file: self.clone() })
    }

    fn bytes(data: &TableData<'_>) -> Vec<u8> {
        let tables = data.tables;
        match data.file {
            TableFile::Csv(table) => tables::csv(tables, table),
            TableFile::Csvw => tables::csvw(tables.archive),
            TableFile::Json(parted) => tables::json(tables, parted),
            TableFile::JsonSchema => tables::json_schema(tables.archive),
            TableFile::Workbook => tables::workbook(tables),
        }
    }
}

impl Hash for TableData<'_> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let TableData { tables, file } = self;
        let settings = &tables.archive.settings;
        std::mem::discriminant(file).hash(hasher);
        (settings.language, &settings.publisher, &settings.base_url).hash(hasher);
        settings.data.as_ref().map(|data| data.licence).hash(hasher);
        for table in file.whole_tables() {
            // Two tables with the same rows are not the same file.
            table.hash(hasher);
            tables.digest(*table, TablePart::Whole).0.hash(hasher);
        }
        if let TableFile::Json(Parted::Part(place)) = file {
            // The address of the place, not its number, which changes when another is added.
            tables.archive.place(*place).place.address.as_str().hash(hasher);
            for table in DataTable::ALL {
                table.hash(hasher);
                tables.digest(*table, TablePart::Of(*place)).0.hash(hasher);
            }
        }
    }
}

impl fmt::Debug for TableData<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TableData").field("file", &self.file).finish_non_exhaustive()
    }
}
