//! Carrying out the move on disk. Every changed file is first written completely, out of the way;
//! then the move is recorded, what moves is renamed, and the changed files are put in place. If a
//! step fails, everything is undone; if the program is killed, the next command that writes finishes
//! the move.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::paths::{self, MovePaths};
use crate::author::disk::{not_written, on_disk};
use crate::canonical_path::canonical;
use crate::content::RawFile;
use crate::failure::Failure;
use crate::plain_file;
use crate::publish::disk::Disk;
use crate::text;
use crate::unfinished_move::{ChangedOnDisk, MoveRecord, lock, written};

/// A changed file, and the file that it is to replace.
struct Change<'a> {
    /// As it is before the move.
    standing: PathBuf,
    before: &'a [u8],
    after: &'a [u8],
}

/// Moves, and puts the changed files in place: each as it was read, with its new bytes.
pub fn carry_out(
    disk: &dyn Disk,
    site: &Path,
    way: &MovePaths,
    changes: &[(&RawFile, &[u8])],
) -> Result<(), Failure> {
    let site = &canonical(site).map_err(|error| not_written(site, &error))?;
    let (changes, record) = planned(site, way, changes)?;
    let _lock = lock(disk, site)?;
    let made = missing_folders(&way.new);
    let staged = stage(disk, site, &changes, &record);
    let outcome = staged.and_then(|()| record.carry_out(disk, site));
    let Err(error) = outcome else {
        // If the record cannot be removed, the next command finds that nothing is left to do.
        let _ = MoveRecord::end(disk, site);
        return Ok(());
    };
    // If not everything can be taken back, the record stays, and the next command finishes the move.
    let taken_back = record.take_back(disk, site, |n| changes[n].before);
    if taken_back.and_then(|()| MoveRecord::end(disk, site)).is_ok() {
        made.iter().for_each(|folder| _ = disk.remove_folder(folder));
    }
    Err(match error.kind() {
        io::ErrorKind::AlreadyExists => paths::taken(way.to.as_path()),
        _ => not_written(&way.new, &error),
    })
}

/// Everything that is to be done; nothing is written yet.
fn planned<'a>(
    site: &Path,
    way: &MovePaths,
    wanted: &[(&'a RawFile, &'a [u8])],
) -> Result<(Vec<Change<'a>>, MoveRecord), Failure> {
    let (mut changes, mut changed) = (Vec::new(), Vec::new());
    for (raw, after) in wanted {
        let (path, before, after): (&str, &[u8], &[u8]) = (&raw.path, &raw.bytes, after);
        let named = on_disk(site, path);
        // A link to a file elsewhere in the site stays a link.
        let standing = canonical(&named).map_err(|error| not_written(&named, &error))?;
        match plain_file::read(&standing) {
            Ok(now) if now == before => {}
            Ok(_) => return Err(changed_meanwhile(path)),
            Err(error) => return Err(not_written(&standing, &error)),
        }
        if fs::metadata(&standing).is_ok_and(|metadata| metadata.permissions().readonly()) {
            return Err(protected(path));
        }
        let place = match standing.strip_prefix(&way.old) {
            Ok(inner) if inner.as_os_str().is_empty() => way.new.clone(),
            Ok(inner) => way.new.join(inner),
            Err(_) => standing.clone(),
        };
        let path = relative(site, &place)?;
        changed.push(ChangedOnDisk { path, before: written(before), after: written(after) });
        changes.push(Change { standing, before, after });
    }
    let record = MoveRecord {
        from: way.from.to_string(),
        to: way.to.to_string(),
        old: relative(site, &way.old)?,
        new: relative(site, &way.new)?,
        changed,
    };
    Ok((changes, record))
}

/// A path as it is recorded.
fn relative(site: &Path, path: &Path) -> Result<String, Failure> {
    let names = path
        .strip_prefix(site)
        .ok()
        .map(|inner| inner.iter().map(|name| name.to_str()).collect::<Option<Vec<&str>>>());
    match names.flatten() {
        Some(names) => Ok(names.join("/")),
        None => Err(not_written(path, &io::ErrorKind::InvalidFilename.into())),
    }
}

/// Writes every changed file, with the permissions of the one that it replaces, and then the record.
fn stage(
    disk: &dyn Disk,
    site: &Path,
    changes: &[Change<'_>],
    record: &MoveRecord,
) -> io::Result<()> {
    MoveRecord::begin(disk, site)?;
    for (n, change) in changes.iter().enumerate() {
        let waiting = MoveRecord::waiting(site, n);
        disk.write(&waiting, change.after, false)?;
        disk.set_mode_of(&waiting, &change.standing)?;
    }
    record.write(disk, site)
}

/// The folders that have to be made for a path, the innermost first.
fn missing_folders(path: &Path) -> Vec<PathBuf> {
    let above = path.ancestors().skip(1);
    above.take_while(|folder| fs::symlink_metadata(folder).is_err()).map(Path::to_owned).collect()
}

fn changed_meanwhile(path: &str) -> Failure {
    Failure {
        message: text!(
            "{path} ändrades medan flytten förbereddes. Inget flyttades.",
            "{path} was changed while the move was prepared. Nothing was moved."
        ),
        help: text!("Försök igen.", "Try again."),
    }
}

fn protected(path: &str) -> Failure {
    Failure {
        message: text!(
            "{path} är skrivskyddad, och en hänvisning i den måste ändras. Inget flyttades.",
            "{path} is read-only, and a reference in it has to be changed. Nothing was moved."
        ),
        help: text!(
            "Ta bort skrivskyddet för filen och försök igen.",
            "Take the write protection off the file and try again."
        ),
    }
}
