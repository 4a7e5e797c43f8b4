//! Renaming files: in one conditional step where Linux or macOS offers it, and with retries where Windows
//! needs them.

use std::fs;
use std::io;
use std::path::Path;

#[cfg(unix)]
use super::refusals::not_supported;

/// [`super::operations::Disk::swap`] for systems that cannot exchange two files in one step: a
/// second name keeps the former file.
pub(super) fn swap_by_link(from: &Path, to: &Path) -> io::Result<bool> {
    let mut aside = from.as_os_str().to_owned();
    aside.push(".former");
    match fs::hard_link(to, &aside) {
        Ok(()) => {
            rename(from, to)?;
            // Never leave half a swap behind: move the former file back.
            rename(aside.as_ref(), from).inspect_err(|_| _ = rename(aside.as_ref(), to))?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        Err(_) => rename(from, to).map(|()| false),
    }
}

/// Renames in one step under a condition: that there is nothing at `to`, or that the two are
/// exchanged.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn exchange(from: &Path, to: &Path, how: rustix::fs::RenameFlags) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, how)?)
}

/// Whether the file system or the kernel lacks that operation.
#[cfg(unix)]
pub(super) fn unable(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidInput || not_supported(error)
}

/// Moves a file or folder, replacing a file at `to`.
#[cfg(not(windows))]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// A virus scanner or an indexer may keep a file open for a moment, so the rename is tried again
/// for a second.
#[cfg(windows)]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    const ACCESS_DENIED: i32 = 5;
    const SHARING_VIOLATION: i32 = 32;
    for attempt in 1..=10 {
        match fs::rename(from, to) {
            Err(error)
                if matches!(error.raw_os_error(), Some(ACCESS_DENIED | SHARING_VIOLATION)) =>
            {
                std::thread::sleep(std::time::Duration::from_millis(attempt * 20));
            }
            outcome => return outcome,
        }
    }
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_change_places_without_the_kernels_help() {
        let folder = std::env::temp_dir().join(format!("loftesarkiv-swap-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (new, place) = (folder.join("new"), folder.join("place"));
        fs::write(&new, "new").unwrap();
        let missing = swap_by_link(&new, &place).unwrap_err();
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);

        fs::write(&place, "former").unwrap();
        assert!(swap_by_link(&new, &place).unwrap());
        assert_eq!(fs::read_to_string(&place).unwrap(), "new");
        assert_eq!(fs::read_to_string(&new).unwrap(), "former");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        fs::remove_dir_all(&folder).unwrap();
    }
}
