//! Carrying out the move on disk. Every changed file is first written completely beside the one
//! that it replaces; then the old path is renamed, and the changed files are put in place. If a
//! step fails, everything is undone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::mending::ChangedFile;
use super::paths::{self, MovePaths};
use crate::author::disk::{exists, not_written, on_disk};
use crate::content::Loaded;
use crate::failure::Failure;
use crate::publish::disk::{Disk, RealDisk};
use crate::text;

/// A changed file that is written but not yet in place.
struct Staged {
    /// Its temporary path, before and after the folder that it is in has moved.
    waits: PathBuf,
    waits_after: PathBuf,
    /// The path of the file that it replaces; for a file that moves alone, its new path.
    place: PathBuf,
    before: Vec<u8>,
    moves_alone: bool,
}

/// Moves, and puts the changed files in place.
pub fn carry_out(
    site: &Path,
    loaded: &Loaded,
    way: &MovePaths,
    mended: &[ChangedFile],
) -> Result<(), Failure> {
    let content = fs::canonicalize(site.join("content"))
        .map_err(|error| not_written(&site.join("content"), &error))?;
    if let Some(folder) = way.new.parent() {
        fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
    }
    let mut staged = Vec::new();
    let staging = stage_all(&content, loaded, way, mended, &mut staged);
    let outcome = staging.and_then(|()| put_in_place(way, &staged));
    if outcome.is_err() {
        for Staged { waits, .. } in &staged {
            let _ = fs::remove_file(waits);
        }
    }
    outcome
}

fn stage_all(
    content: &Path,
    loaded: &Loaded,
    way: &MovePaths,
    mended: &[ChangedFile],
    staged: &mut Vec<Staged>,
) -> Result<(), Failure> {
    for file in mended {
        let Some(bytes) = &file.bytes else { continue };
        let path = file.from.to_string();
        let before = loaded.markdown.iter().find(|raw| raw.path == path);
        let before = before.map(|raw| raw.bytes.to_vec()).unwrap_or_default();
        let moves = file.from != file.to;
        let standing = on_disk(content, file.from.as_str());
        // A link to a file elsewhere in the site stays a link.
        let old = fs::canonicalize(&standing).map_err(|error| not_written(&standing, &error))?;
        match fs::read(&old) {
            Ok(now) if now == before => {}
            Ok(_) => return Err(changed_meanwhile(&path)),
            Err(error) => return Err(not_written(&old, &error)),
        }
        let moves_alone = moves && !way.is_folder;
        let place = match old.strip_prefix(&way.old) {
            Ok(inner) if moves && way.is_folder => way.new.join(inner),
            _ if moves_alone => way.new.clone(),
            _ => old.clone(),
        };
        let waits = waiting(if moves_alone { &place } else { &old });
        let waits_after = waiting(&place);
        write(&waits, bytes, &old).map_err(|error| not_written(&waits, &error))?;
        staged.push(Staged { waits, waits_after, place, before, moves_alone });
    }
    Ok(())
}

/// A hidden name beside a file, which is ignored when the site is read.
fn waiting(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.flyttas"))
}

/// Writes a complete file with the permissions of another.
fn write(path: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    let written = (|| {
        let _ = fs::remove_file(path);
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        file.write_all(bytes)?;
        file.set_permissions(fs::metadata(like)?.permissions())?;
        file.sync_all()
    })();
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

fn put_in_place(way: &MovePaths, staged: &[Staged]) -> Result<(), Failure> {
    let alone = staged.iter().find(|file| file.moves_alone);
    let from = alone.map_or(&way.old, |file| &file.waits);
    place(from, way)?;
    let mut replaced: Vec<&Staged> = Vec::new();
    for file in staged.iter().filter(|file| !file.moves_alone) {
        if let Err(error) = RealDisk.replace(&file.waits_after, &file.place) {
            undo(way, &replaced, staged);
            return Err(not_written(&file.place, &error));
        }
        replaced.push(file);
    }
    if alone.is_some()
        && let Err(error) = fs::remove_file(&way.old)
    {
        undo(way, &replaced, staged);
        return Err(not_written(&way.old, &error));
    }
    for folder in [way.old.parent(), way.new.parent()].into_iter().flatten() {
        // The names are in place; if they cannot be flushed to the disk, nothing more can be done
        // about it.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Renames what moves; fails if there is something at the new path.
fn place(from: &Path, way: &MovePaths) -> Result<(), Failure> {
    let same = exists(&way.new)
        && matches!((fs::canonicalize(&way.new), fs::canonicalize(from)), (Ok(a), Ok(b)) if a == b);
    let placed = if same { fs::rename(from, &way.new) } else { RealDisk.place(from, &way.new) };
    placed.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => paths::taken(way.to.as_path()),
        _ => not_written(&way.new, &error),
    })
}

/// Restores everything as it was, as far as the disk allows.
fn undo(way: &MovePaths, replaced: &[&Staged], staged: &[Staged]) {
    for file in replaced {
        let again = write(&file.waits_after, &file.before, &file.place);
        let _ = again.and_then(|()| RealDisk.replace(&file.waits_after, &file.place));
    }
    if staged.iter().any(|file| file.moves_alone) {
        let _ = fs::remove_file(&way.new);
    } else {
        let _ = RealDisk.place(&way.new, &way.old);
    }
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
