//! Putting a finished package in place: its files one after the other, the record last. Nothing
//! that is there already is written over, unless it is the same.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::facts::PackageFacts;
use super::stage::PackageStage;
use super::{metadata, not_written, zip_file};
use crate::failure::Failure;
use crate::publish::disk::durable;
use crate::seals::{self, Seal};
use crate::shown_path::shown_path;
use crate::text;

/// The path of a record, from the site's folder.
pub fn record_path(name: &str) -> String {
    format!("{}/{name}.toml", seals::FOLDER)
}

/// Puts the package and its record in place.
pub fn in_place(
    site: &Path,
    output: &Path,
    stage: &PackageStage,
    facts: &PackageFacts<'_>,
    seal: &Seal,
) -> Result<(), Failure> {
    let failed = |error: io::Error| not_written(output, &error);
    let name = &facts.name;
    let zip = output.join(format!("{name}.zip"));
    match zip_file::digest(&zip) {
        Ok(there) if there == seal.zip => {}
        Ok(_) => return Err(another(&zip, &seal.name)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    let record = site.join(record_path(&seal.name));
    if fs::symlink_metadata(&record).is_ok() {
        return Err(another(&record, &seal.name));
    }
    let checksum = format!("{}  {name}.zip\n", seal.zip);
    whole(&stage.beside("json"), &metadata::form(facts, seal.zip)).map_err(failed)?;
    whole(&stage.beside("sha256"), checksum.as_bytes()).map_err(failed)?;
    // The package itself is the last of its files, so that it never stands without the others.
    for (staged, ending) in [("json", "json"), ("sha256", "zip.sha256"), ("zip", "zip")] {
        let to = output.join(format!("{name}.{ending}"));
        fs::rename(stage.beside(staged), to).map_err(failed)?;
    }
    let folder = site.join(seals::FOLDER);
    let failed = |error: io::Error| not_written(&folder, &error);
    fs::create_dir_all(&folder).map_err(failed)?;
    let waiting = folder.join(format!(".{}.toml", seal.name));
    whole(&waiting, seals::text(seal).as_bytes()).map_err(failed)?;
    fs::rename(&waiting, &record).map_err(failed)
}

/// Writes a whole file, on the disk when this returns.
fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    durable(&file)
}

fn another(path: &Path, name: &str) -> Failure {
    let path = shown_path(path);
    Failure {
        message: text!(
            "{path} finns redan och är något annat än det som skulle skrivas. Inget har ändrats.",
            "{path} exists already and is something else than what was to be written. Nothing was changed."
        ),
        help: text!(
            "Är det ett tidigare årspaket vars protokoll, seals/{name}.toml, har försvunnit: lägg tillbaka protokollet. Annars flytta filen någon annanstans och försök igen.",
            "If it is an earlier yearly package whose record, seals/{name}.toml, is lost: put the record back. Otherwise move the file elsewhere and try again."
        ),
    }
}
