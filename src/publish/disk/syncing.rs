//! Waiting until what was written has reached the disk.

use std::fs::File;
#[cfg(windows)]
use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

#[cfg(unix)]
use super::moving::unable;
use super::refusals::if_supported;

/// For 28 000 files, one `syncfs` took 0.5–0.7 s and an fsync per file 52 s. But `syncfs` also
/// waits for whatever other programs have written, so a few files are better synced one by one.
#[cfg(target_os = "linux")]
const MOST_SYNCED_ONE_BY_ONE: usize = 64;

/// Waits for files and folders, all of them within `root`.
pub(super) fn sync_all(root: &Path, paths: &[PathBuf]) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if paths.len() > MOST_SYNCED_ONE_BY_ONE {
        return if_able(rustix::fs::syncfs(File::open(root)?));
    }
    let _ = root;
    paths.par_iter().try_for_each(|path| sync(path))
}

/// Waits for one file. On macOS this flushes the drive's own cache too, which drives of other
/// computers refuse; then the file is handed to them, which is all that can be done.
pub fn durable(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    let handed_over = || if_able(rustix::fs::fsync(file));
    #[cfg(not(unix))]
    let handed_over = || Ok(());
    if_supported(&[&|| file.sync_all(), &handed_over])
}

/// Not `File::sync_all`: on macOS that also flushes the drive's own cache, once for every file.
#[cfg(unix)]
pub(super) fn sync(path: &Path) -> io::Result<()> {
    if_able(rustix::fs::fsync(File::open(path)?))
}

/// Some network drives cannot sync a folder. Treating that as an error would make building there
/// impossible.
#[cfg(unix)]
fn if_able(synced: rustix::io::Result<()>) -> io::Result<()> {
    match synced.map_err(io::Error::from) {
        Err(error) if unable(&error) => Ok(()),
        outcome => outcome,
    }
}

/// On Windows only a handle with write access can be flushed, and folders need no flushing.
#[cfg(windows)]
pub(super) fn sync(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        Ok(())
    } else {
        OpenOptions::new().write(true).open(path).and_then(|file| durable(&file))
    }
}
