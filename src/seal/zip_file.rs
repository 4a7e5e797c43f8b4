//! The package as one ZIP file: one root folder, entries in order of path, deflated, the day as the
//! time of every file. The same files give the same bytes.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::stage::PackageStage;
use crate::digest::Digest;
use crate::plain_file::pour;

/// Writes the package at `to`, and returns the SHA-256 of the file, which is on the disk when this
/// returns.
pub fn write(stage: &PackageStage<'_>, root: &str, day: Date, to: &Path) -> io::Result<Digest> {
    let time = time(day);
    let mut zip = ZipWriter::new(BufWriter::new(stage.disk.create(to)?));
    for file in stage.below("") {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time)
            .large_file(file.size >= u64::from(u32::MAX))
            // Whichever system it is made on, so that it is the same.
            .system(System::Unix)
            .unix_permissions(0o644);
        zip.start_file(format!("{root}/{}", file.path), options)?;
        let mut from = stage.disk.open(&stage.path(&file.path))?;
        pour(&mut from, |piece| zip.write_all(piece))?;
    }
    zip.finish()?.flush()?;
    stage.disk.sync(to.parent().unwrap_or(to), &[to.to_owned()])?;
    stage.disk.hash(to)
}

/// Midnight of the day; ZIP knows no time before 1980.
fn time(day: Date) -> DateTime {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1980);
    DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 0, 0, 0)
        .unwrap_or_default()
}
