//! Putting a finished package in place: first its small files, then the package itself, and the
//! record last. Nothing that is there already is written over, unless it is the same. If that
//! fails, or the program is killed on the way, what has been put in place without a record is
//! removed: at once, or when the next package is made.

use std::io;
use std::path::Path;

use super::facts::PackageFacts;
use super::folder::{PackageFolder, make_folders};
use super::metadata;
use super::stage::PackageStage;
use super::stopped::not_written;
use crate::canonical_path::canonical;
use crate::digest::Digest;
use crate::failure::Failure;
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
    folder: &PackageFolder<'_>,
    stage: &PackageStage<'_>,
    facts: &PackageFacts<'_>,
    seal: &Seal,
) -> Result<(), Failure> {
    let disk = stage.disk;
    let failed = |error: io::Error| not_written(&folder.place(""), &error);
    let name = &facts.name;
    let form = metadata::form(facts, seal.zip);
    let checksum = format!("{}  {name}.zip\n", seal.zip);
    let files = [
        ("json", Digest::of(&form)),
        ("zip.sha256", Digest::of(checksum.as_bytes())),
        ("zip", seal.zip),
    ];
    let mut new = Vec::new();
    for (ending, digest) in files {
        let place = folder.place(&format!("{name}.{ending}"));
        if disk.stat(&place).map_err(failed)?.is_none() {
            new.push((format!("{name}.{ending}"), digest));
        } else if disk.hash(&place).map_err(failed)? != digest {
            return Err(another(&place, &seal.name));
        }
    }
    let record = site.join(record_path(&seal.name));
    if disk.stat(&record).map_err(failed)?.is_some() {
        return Err(another(&record, &seal.name));
    }
    let absolute = canonical(site).map_err(failed)?.join(record_path(&seal.name));
    let staged = |ending: &str| stage.beside(&format!("{name}.{ending}"));
    disk.write(&staged("json"), &form, true).map_err(failed)?;
    disk.write(&staged("zip.sha256"), checksum.as_bytes(), true).map_err(failed)?;
    folder.begin(&absolute, &new).map_err(failed)?;
    for (file, _) in &new {
        disk.place(&stage.beside(file), &folder.place(file)).map_err(failed)?;
    }
    disk.sync(&folder.place(""), &[folder.place("")]).map_err(failed)?;
    let records = site.join(seals::FOLDER);
    let failed = |error: io::Error| not_written(&records, &error);
    make_folders(disk, &records).map_err(failed)?;
    // Beside the record, since the packages may be on another disk.
    let waiting = records.join(format!(".{}.toml", seal.name));
    // What a command that was killed has left.
    if disk.stat(&waiting).map_err(failed)?.is_some() {
        disk.remove_file(&waiting).map_err(failed)?;
    }
    let written = disk.write(&waiting, seals::text(seal).as_bytes(), true);
    let placed = written.and_then(|_| disk.place(&waiting, &record));
    placed.map_err(|error| {
        let _ = disk.remove_file(&waiting);
        failed(error)
    })?;
    // The record stands now, whether or not the folder that lists it has reached the disk.
    let _ = disk.sync(site, &[records]);
    Ok(())
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
