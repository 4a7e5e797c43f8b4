//! A file held against other builds.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use super::attributes::readable_by_all;

/// Holds this file, made if need be; `None` when somebody else does.
pub(super) fn lock(path: &Path) -> io::Result<Option<File>> {
    for _ in 0..ATTEMPTS {
        match lock_once(path)? {
            Some(file) if !stands(&file, path) => {}
            taken => return Ok(taken),
        }
    }
    Ok(None)
}

/// A lock can go between being opened and being held, but hardly as many times in a row.
const ATTEMPTS: usize = 8;

fn lock_once(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
    // The whole output is copied to web servers; somebody else's lock stays as it is.
    let _ = readable_by_all(&file);
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Some network drives have no locks. Never being able to build there would be worse
        // than the second of two builds going unnoticed.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
            Ok(Some(file))
        }
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether an open file is still the one at its path.
#[cfg(unix)]
fn stands(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(there)) => open.ino() == there.ino(),
        _ => false,
    }
}

/// Nobody takes a lock away where this cannot be told.
#[cfg(not(unix))]
fn stands(_: &File, _: &Path) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_was_taken_away_holds_off_nobody() {
        let folder = std::env::temp_dir().join(format!("loftesarkiv-lock-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("lock");
        let first = lock(&path).unwrap().unwrap();
        assert!(stands(&first, &path));
        assert!(lock(&path).unwrap().is_none());

        fs::remove_file(&path).unwrap();
        assert!(!stands(&first, &path));
        let second = lock(&path).unwrap().unwrap();
        assert!(stands(&second, &path) && !stands(&first, &path));
        fs::remove_dir_all(&folder).unwrap();
    }
}
