//! Waiting until what was written has reached the disk.

#[cfg(unix)]
use std::fs::File;
#[cfg(windows)]
use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

#[cfg(unix)]
use super::moving::unable;

/// For 28 000 files one `syncfs` took 0.5–0.7 s where an fsync per file took 52 s; but it also waits
/// for whatever other programs have written, so that a few files are better off by themselves.
#[cfg(target_os = "linux")]
const MOST_SYNCED_ONE_BY_ONE: usize = 64;

/// Waits for files and folders, all of them in `root`.
pub(super) fn sync_all(root: &Path, paths: &[PathBuf]) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if paths.len() > MOST_SYNCED_ONE_BY_ONE {
        return if_able(rustix::fs::syncfs(File::open(root)?));
    }
    let _ = root;
    paths.par_iter().try_for_each(|path| sync(path))
}

/// Not `File::sync_all`: on a Mac that empties the drive's own cache too, for every file anew.
#[cfg(unix)]
pub(super) fn sync(path: &Path) -> io::Result<()> {
    if_able(rustix::fs::fsync(File::open(path)?))
}

/// Network drives may know nothing of syncing a folder, and nobody can build there otherwise.
#[cfg(unix)]
fn if_able(synced: rustix::io::Result<()>) -> io::Result<()> {
    match synced.map_err(io::Error::from) {
        Err(error) if unable(&error) => Ok(()),
        outcome => outcome,
    }
}

/// Only a handle that may write can be flushed, and folders look after themselves.
#[cfg(windows)]
pub(super) fn sync(path: &Path) -> io::Result<()> {
    if path.is_dir() { Ok(()) } else { OpenOptions::new().write(true).open(path)?.sync_all() }
}
