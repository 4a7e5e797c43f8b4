//! The record of a move while it is carried out. It is on the disk before the first file is touched,
//! with every changed file, so that a move that is cut off can be finished by the next command that
//! writes.
//!
//! In the site's folder, `.loftesarkiv/moving/` holds the record, `plan.json`, and each changed file
//! under its number there. Putting a changed file in place exchanges it with the former one, so that
//! each step can be taken again, or taken back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::canonical_path::canonical;
use crate::diagnostic::{Code, Problem, Source, Text, os_error};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::plain_file;
use crate::publish;
use crate::publish::disk::{Disk, HeldLock, PathKind};
use crate::text;

// All of them in the program's own folder, `publish::FOLDER`.
const MOVING: &str = ".loftesarkiv/moving";
const PLAN: &str = ".loftesarkiv/moving/plan.json";
const LOCK: &str = ".loftesarkiv/lock";

/// Everything that a move does on the disk. Paths are relative to the site's folder, with `/` between
/// names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveRecord {
    /// What moves, and where, as shown to the editor.
    pub from: String,
    pub to: String,
    /// The same on the disk, where names may have another Unicode form.
    pub old: String,
    pub new: String,
    /// The files that change, by number.
    pub changed: Vec<ChangedOnDisk>,
}

/// A file that a move changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedOnDisk {
    /// Its path after the move.
    pub path: String,
    /// The digests of its bytes before and after, in hexadecimal.
    pub before: String,
    pub after: String,
}

/// Keeps other moves and builds out of a site's folder while this value lives.
pub struct MoveLock {
    _held: HeldLock,
}

/// Takes the lock. Fails if another move is being carried out.
pub fn lock(disk: &dyn Disk, site: &Path) -> Result<MoveLock, Failure> {
    let own = site.join(publish::FOLDER);
    publish::make_folder(&own).map_err(|error| not_done(&own, &error))?;
    match disk.lock(&site.join(LOCK)) {
        Ok(Some(file)) => Ok(MoveLock { _held: file }),
        Ok(None) => Err(Failure {
            message: text!(
                "En flytt pågår i webbplatsens mapp.",
                "A move is being carried out in the site's folder."
            ),
            help: text!(
                "Vänta tills den är klar och försök igen.",
                "Wait until it is done and try again."
            ),
        }),
        Err(error) => Err(not_done(&site.join(LOCK), &error)),
    }
}

impl MoveRecord {
    /// The record of a move that was cut off, if there is one. `None` also if it was cut off before
    /// anything was moved.
    pub fn read(site: &Path) -> Option<MoveRecord> {
        serde_json::from_slice(&plain_file::read(&site.join(PLAN)).ok()?).ok()
    }

    /// The path at which the n-th changed file waits.
    pub fn waiting(site: &Path, n: usize) -> PathBuf {
        site.join(MOVING).join(n.to_string())
    }

    /// Makes room for the changed files of a move.
    pub fn begin(disk: &dyn Disk, site: &Path) -> io::Result<()> {
        disk.remove_tree(&site.join(MOVING))?;
        disk.make_folder(&site.join(MOVING)).map(|_| ())
    }

    /// Records the move, whose changed files are waiting. From here on it will be finished.
    pub fn write(&self, disk: &dyn Disk, site: &Path) -> io::Result<()> {
        let waiting: Vec<PathBuf> =
            (0..self.changed.len()).map(|n| MoveRecord::waiting(site, n)).collect();
        disk.sync(site, &waiting)?;
        let text = serde_json::to_vec_pretty(self)?;
        let fresh = site.join(MOVING).join("plan.new");
        disk.write(&fresh, &text, true)?;
        disk.replace(&fresh, &site.join(PLAN))
    }

    /// Takes every step that has not been taken yet.
    pub fn carry_out(&self, disk: &dyn Disk, site: &Path) -> io::Result<()> {
        let (old, new) = (site.join(&self.old), site.join(&self.new));
        if disk.stat(&old)?.is_some() {
            place(disk, &old, &new)?;
        }
        for (n, file) in self.changed.iter().enumerate() {
            if self.state(disk, site, n)? == MovedState::Waits {
                disk.swap(&MoveRecord::waiting(site, n), &site.join(&file.path))?;
            }
        }
        disk.sync(site, &self.folders(site))
    }

    /// Takes back every step that has been taken. `before` is the bytes of the n-th changed file as
    /// it was.
    pub fn take_back<'b>(
        &self,
        disk: &dyn Disk,
        site: &Path,
        before: impl Fn(usize) -> &'b [u8],
    ) -> io::Result<()> {
        for (n, file) in self.changed.iter().enumerate() {
            let (waiting, path) = (MoveRecord::waiting(site, n), site.join(&file.path));
            if self.state(disk, site, n)? != MovedState::Placed {
                continue;
            }
            // Where files cannot be exchanged, the former one is gone.
            if disk.stat(&waiting)?.is_none() {
                disk.write(&waiting, before(n), false)?;
                disk.set_mode_of(&waiting, &path)?;
            }
            disk.swap(&waiting, &path)?;
        }
        let (old, new) = (site.join(&self.old), site.join(&self.new));
        if disk.stat(&old)?.is_none() && disk.stat(&new)?.is_some() {
            disk.place(&new, &old)?;
        }
        Ok(())
    }

    /// Removes the record and what waits.
    pub fn end(disk: &dyn Disk, site: &Path) -> io::Result<()> {
        match disk.remove_file(&site.join(PLAN)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        disk.remove_tree(&site.join(MOVING))
    }

    fn state(&self, disk: &dyn Disk, site: &Path, n: usize) -> io::Result<MovedState> {
        let file = &self.changed[n];
        let digest = |path: &Path| -> io::Result<Option<String>> {
            match disk.stat(path)? {
                Some((PathKind::File, _)) => Ok(Some(disk.hash(path)?.to_string())),
                _ => Ok(None),
            }
        };
        let there = digest(&site.join(&file.path))?;
        let waits = digest(&MoveRecord::waiting(site, n))?;
        Ok(match there {
            Some(there) if there == file.after => MovedState::Placed,
            Some(there) if there == file.before && waits.as_ref() == Some(&file.after) => {
                MovedState::Waits
            }
            _ => MovedState::Another,
        })
    }

    /// The folders in which names have changed.
    fn folders(&self, site: &Path) -> Vec<PathBuf> {
        let changed = self.changed.iter().map(|file| &file.path);
        let paths = [&self.old, &self.new].into_iter().chain(changed);
        let mut folders: Vec<PathBuf> =
            paths.filter_map(|path| site.join(path).parent().map(Path::to_owned)).collect();
        folders.sort();
        folders.dedup();
        folders.retain(|folder| folder.is_dir());
        folders
    }
}

/// How far a changed file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MovedState {
    /// It waits, and the file as it was is in place.
    Waits,
    /// It is in place.
    Placed,
    /// Somebody has changed the file since, or removed it, and it is left as it is.
    Another,
}

/// Renames what moves; fails if something else stands at the new path.
fn place(disk: &dyn Disk, old: &Path, new: &Path) -> io::Result<()> {
    if let Some(folder) = new.parent() {
        fs::create_dir_all(folder)?;
    }
    // A file system that ignores case finds the old path under the new name.
    let same = || matches!((canonical(old), canonical(new)), (Ok(a), Ok(b)) if a == b);
    match disk.stat(new)? {
        Some(_) if same() => disk.replace(old, new),
        _ => disk.place(old, new),
    }
}

/// A move that was cut off, and what became of it.
pub struct FinishedMove {
    pub from: String,
    pub to: String,
}

/// Finishes a move that was cut off, or forgets one that was cut off before anything was moved.
/// Returns the move if one was finished.
pub fn finish(disk: &dyn Disk, site: &Path) -> Result<Option<FinishedMove>, Failure> {
    let site = &canonical(site).unwrap_or_else(|_| site.to_owned());
    let folder = site.join(MOVING);
    if !fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_dir()) {
        return Ok(None);
    }
    let _lock = lock(disk, site)?;
    let record = MoveRecord::read(site);
    if let Some(record) = &record {
        match record.carry_out(disk, site) {
            // What moves is still where it was, and its new place has been taken since.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            outcome => outcome.map_err(|error| not_finished(record, &error))?,
        }
    }
    MoveRecord::end(disk, site).map_err(|error| not_done(&folder, &error))?;
    Ok(record.map(|MoveRecord { from, to, .. }| FinishedMove { from, to }))
}

/// The problem with a site in which a move was cut off.
pub fn problem(site: &Path) -> Option<Problem> {
    let MoveRecord { from, to, .. } = MoveRecord::read(site)?;
    Some(Problem::in_file(
        Code::MoveUnfinished,
        &Source::path_only(from.as_str()),
        text!(
            "Flytten av {from} till {to} avbröts innan den var klar, så hänvisningar kan leda fel.",
            "The move of {from} to {to} was cut off before it was done, so references may lead nowhere."
        ),
        text!(
            "Kör ”loftesarkiv build”, som gör flytten färdig först.",
            "Run “loftesarkiv build”, which finishes the move first."
        ),
    ))
}

fn not_finished(record: &MoveRecord, error: &io::Error) -> Failure {
    let (from, to) = (&record.from, &record.to);
    let Text { sv, en } = os_error::in_words(error);
    Failure {
        message: text!(
            "Flytten av {from} till {to} avbröts, och kan inte göras färdig: {sv}.",
            "The move of {from} to {to} was cut off, and cannot be finished: {en}."
        ),
        help: text!(
            "Se till att du får skriva i mappen och att det finns plats, och försök igen.",
            "See to it that you may write in the folder and that there is room, and try again."
        ),
    }
}

fn not_done(path: &Path, error: &io::Error) -> Failure {
    Failure::unwritten(path, error, &os_error::in_words(error))
}

/// A digest as a record writes it.
pub fn written(bytes: &[u8]) -> String {
    Digest::of(bytes).to_string()
}
