//! Locking a file, so that only one build at a time writes in an output.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use super::attributes::readable_by_all;
use super::refusals::not_supported;
use crate::plain_file::NotPlain;

/// A file that is locked while this value lives.
#[derive(Debug)]
pub struct HeldLock(File);

impl Drop for HeldLock {
    /// Closing the file would not release the lock while a process that has just been started still
    /// shares it.
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// Locks this file, creating it if need be. Returns `None` if another process holds the lock.
pub(super) fn lock(path: &Path) -> io::Result<Option<HeldLock>> {
    for _ in 0..ATTEMPTS {
        match lock_once(path)? {
            Some(held) if !stands(&held.0, path) => {}
            taken => return Ok(taken),
        }
    }
    Ok(None)
}

/// The lock file may be deleted between being opened and being locked, but hardly this many times
/// in a row.
const ATTEMPTS: usize = 8;

fn lock_once(path: &Path) -> io::Result<Option<HeldLock>> {
    // What a link leads to is not the program's, and to open a pipe would be to wait.
    match fs::symlink_metadata(path) {
        Ok(metadata) if !metadata.is_file() => return Err(io::Error::other(NotPlain::Special)),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NOFOLLOW.bits() as i32,
    );
    let file = options.open(path)?;
    // The whole output is copied to web servers, so the lock file must be readable too. If it
    // belongs to somebody else, its permissions stay as they are.
    let _ = readable_by_all(&file);
    match file.try_lock() {
        Ok(()) => Ok(Some(HeldLock(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Some network drives have no locks. To refuse every build there would be worse than to
        // miss that two run at once.
        Err(TryLockError::Error(error)) if not_supported(&error) => Ok(Some(HeldLock(file))),
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

/// Where this cannot be determined, no lock file is ever deleted.
#[cfg(not(unix))]
fn stands(_: &File, _: &Path) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_is_a_link_is_refused_and_its_target_left_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = std::env::temp_dir().join(format!("loftesarkiv-link-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (target, path) = (folder.join("somebodys"), folder.join("lock"));
        fs::write(&target, "").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o600)).unwrap();
        std::os::unix::fs::symlink(&target, &path).unwrap();
        assert!(lock(&path).is_err());
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_lock_is_free_at_once_even_if_a_process_shares_its_file() {
        let folder = std::env::temp_dir().join(format!("loftesarkiv-free-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("lock");
        let first = lock(&path).unwrap().unwrap();
        // As a process has it that has been started and has not yet closed what it does not need.
        let shared = first.0.try_clone().unwrap();
        drop(first);
        assert!(lock(&path).unwrap().is_some());
        drop(shared);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_lock_that_was_taken_away_holds_off_nobody() {
        let folder = std::env::temp_dir().join(format!("loftesarkiv-lock-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("lock");
        let first = lock(&path).unwrap().unwrap();
        assert!(stands(&first.0, &path));
        assert!(lock(&path).unwrap().is_none());

        fs::remove_file(&path).unwrap();
        assert!(!stands(&first.0, &path));
        let second = lock(&path).unwrap().unwrap();
        assert!(stands(&second.0, &path) && !stands(&first.0, &path));
        fs::remove_dir_all(&folder).unwrap();
    }
}
