//! The folder of open data, and the files in it beside those of the single tables.

/// The folder, from the site's root.
pub const FOLDER: &str = "data/";
/// What the tables and their columns mean, for programs that know CSV on the web.
pub const METADATA: &str = "csv-metadata.json";
/// Every table in one file, or where its parts are.
pub const JSON: &str = "arkivet.json";
/// The JSON Schema of that file and of its parts.
pub const SCHEMA: &str = "arkivet-schema.json";
/// Every table as a sheet of a workbook.
pub const WORKBOOK: &str = "arkivet.xlsx";
