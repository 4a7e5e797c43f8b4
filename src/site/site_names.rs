//! The addresses of what a site has once, and the names of what its places have.

use crate::model::Address;

/// The address of the search page.
pub const SEARCH: &str = "sok.html";
/// The folder of the files that the search page reads.
pub const SEARCH_FOLDER: &str = "sok/";
/// The address of the follow-ups of the whole archive.
pub const FOLLOW_UPS: &str = "oversikt/uppfoljning/index.html";
/// The address of the list of yearly packages.
pub const SEALS: &str = "arspaket/index.html";
/// The address of the accessibility statement.
pub const ACCESSIBILITY: &str = "tillganglighet.html";
/// The page that a web server shows instead of one that does not exist.
pub const NOT_FOUND: &str = "404.html";
/// The folder of a place's commitments, within its own.
pub const COMMITMENTS: &str = "ataganden";
/// The name of a place's calendar, in its folder.
pub const CALENDAR: &str = "kalender.ics";
/// The address of the list of all documents.
pub const DOCUMENTS: &str = "handlingar/index.html";
/// The address of the matrix.
pub const MATRIX: &str = "oversikt/index.html";
/// The address of the list of years.
pub const YEARS: &str = "ar/index.html";
/// The address of the list of subjects.
pub const SUBJECTS: &str = "fokus/index.html";

/// The address of a year's documents across places.
pub fn address_of_year(year: i16) -> String {
    format!("ar/{year}/index.html")
}

/// The address of a subject with this segment.
pub fn address_of_subject(segment: &str) -> Address {
    Address::made(format!("fokus/{segment}/index.html"))
}
