//! Writing one file of the desk whole, and flushing it to the disk.

use std::fs;
use std::io;
use std::path::Path;

use crate::publish::disk::{Disk as _, RealDisk};

/// Writes a complete file, flushed to the disk, with the permissions of another.
pub fn write_beside(path: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()> {
    let _ = fs::remove_file(path);
    let written = RealDisk.write(path, bytes, true).and_then(|_| match like {
        Some(like) => RealDisk.set_mode_of(path, like),
        None => Ok(()),
    });
    written.inspect_err(|_| drop(fs::remove_file(path)))
}

/// The name is in place; if it cannot be flushed to the disk, nothing more can be done about it.
pub fn flush_folder(file: &Path) {
    if let Some(folder) = file.parent() {
        let _ = RealDisk.sync(folder, &[folder.to_owned()]);
    }
}
