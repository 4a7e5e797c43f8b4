//! The type and stamp of files and folders, and the permissions they are created with: a web server
//! must be able to read all of them, whatever the umask.

#[cfg(unix)]
use std::fs::Permissions;
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use super::entry::{PathKind, Stamp};
#[cfg(unix)]
use super::refusals::modes_refused;

/// The type of what is at a path.
pub(super) fn kind(file_type: FileType) -> PathKind {
    match () {
        () if file_type.is_file() => PathKind::File,
        () if file_type.is_dir() => PathKind::Folder,
        () => PathKind::Other,
    }
}

/// The stamp of a file or folder.
pub(super) fn stamp(metadata: &Metadata) -> io::Result<Stamp> {
    let modified = match metadata.modified()?.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => after.as_nanos() as i128,
        Err(before) => -(before.duration().as_nanos() as i128),
    };
    let (inode, changed) = identity(metadata);
    Ok(Stamp { size: metadata.len(), modified, inode, changed })
}

/// The number of the file, and when anything about it last changed, which nobody can set.
#[cfg(unix)]
fn identity(metadata: &Metadata) -> (u64, i128) {
    use std::os::unix::fs::MetadataExt;
    let changed = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
    (metadata.ino(), changed)
}

/// Where files have no such number, the time of their creation tells them apart.
#[cfg(not(unix))]
fn identity(metadata: &Metadata) -> (u64, i128) {
    let created = metadata.created().ok();
    let since = created.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    (0, since.map_or(0, |since| since.as_nanos() as i128))
}

/// Creates a file; fails if there is one already.
pub(super) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(path)
}

/// Lets everybody read a finished file, whatever the umask removed, and returns its stamp.
pub(super) fn readable_by_all(file: &File) -> io::Result<Stamp> {
    let metadata = file.metadata()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if metadata.permissions().mode() & 0o777 != 0o644 {
            // A drive without permissions has none that could keep a reader out.
            match file.set_permissions(Permissions::from_mode(0o644)) {
                Err(error) if !modes_refused(&error) => return Err(error),
                _ => {}
            }
        }
    }
    stamp(&metadata)
}

/// Creates a folder that everybody may read.
#[cfg(unix)]
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().mode(0o755).create(path)?;
    let open = || {
        let mode = fs::symlink_metadata(path)?.permissions().mode();
        if mode & 0o777 != 0o755 {
            // A folder may have inherited the set-group bit, which stays.
            match fs::set_permissions(path, Permissions::from_mode(mode & 0o7000 | 0o755)) {
                Err(error) if !modes_refused(&error) => return Err(error),
                _ => {}
            }
        }
        Ok(())
    };
    // A folder left behind here would be taken for a finished one, though nobody may read it.
    open().inspect_err(|_| _ = fs::remove_dir(path))
}

#[cfg(not(unix))]
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}
