//! The package as one ZIP file: one root folder, entries in order of path, deflated, the day as the
//! time of every file. The same files give the same bytes.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::stage::PackageStage;
use crate::digest::{Digest, Digester};
use crate::publish::disk::durable;

/// Writes the package at `to`, and returns the SHA-256 of the file.
pub fn write(stage: &PackageStage, root: &str, day: Date, to: &Path) -> io::Result<Digest> {
    let time = time(day);
    let mut zip = ZipWriter::new(BufWriter::new(File::create(to)?));
    for file in stage.sorted("") {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time)
            .large_file(file.size >= u64::from(u32::MAX))
            .unix_permissions(0o644);
        zip.start_file(format!("{root}/{}", file.path), options)?;
        io::copy(&mut File::open(stage.path(&file.path))?, &mut zip)?;
    }
    let mut written = zip.finish()?;
    written.flush()?;
    durable(written.get_ref())?;
    digest(to)
}

/// The SHA-256 of a file.
pub fn digest(path: &Path) -> io::Result<Digest> {
    let mut digest = Digester::new();
    io::copy(&mut File::open(path)?, &mut digest)?;
    Ok(digest.finish())
}

/// Midnight of the day; ZIP knows no time before 1980.
fn time(day: Date) -> DateTime {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1980);
    DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 0, 0, 0)
        .unwrap_or_default()
}
