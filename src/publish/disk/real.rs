//! The computer's own files: with Linux's better renames and syncing where there are any, and with
//! patience where Windows needs it.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::lock::lock;
use super::{Disk, Kind, Stamp};
use crate::publish::digest::{Digest, Digester};

/// For 28 000 files one `syncfs` took 0.5–0.7 s where an fsync per file took 52 s; but it also waits
/// for whatever other programs have written, so that a few files are better off by themselves.
#[cfg(target_os = "linux")]
const MOST_SYNCED_ONE_BY_ONE: usize = 64;

/// The computer's own files.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn stat(&self, path: &Path) -> io::Result<Option<(Kind, Stamp)>> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some((kind(metadata.file_type()), stamp(&metadata)?))),
            Err(error) if absent(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<(OsString, Kind)>> {
        fs::read_dir(folder)?
            .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), kind(entry.file_type()?)))))
            .collect()
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        fs::read(file)
    }

    fn hash(&self, file: &Path) -> io::Result<Digest> {
        let mut digester = Digester::new();
        pour(&mut File::open(file)?, |bytes| {
            digester.update(bytes);
            Ok(())
        })?;
        Ok(digester.finish())
    }

    fn make_folder(&self, path: &Path) -> io::Result<bool> {
        match make_folder(path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn write(&self, file: &Path, bytes: &[u8], durable: bool) -> io::Result<Stamp> {
        let mut file = create(file)?;
        file.write_all(bytes)?;
        if durable {
            file.sync_all()?;
        }
        readable_by_all(&file)
    }

    // Not fs::copy: it copies the mode too, and would hold the bytes twice to hash them.
    fn copy(&self, from: &mut dyn Read, to: &Path) -> io::Result<(Digest, Stamp)> {
        let mut file = create(to)?;
        let mut digester = Digester::new();
        pour(from, |bytes| {
            digester.update(bytes);
            file.write_all(bytes)
        })?;
        Ok((digester.finish(), readable_by_all(&file)?))
    }

    fn open(&self, file: &Path) -> io::Result<File> {
        File::open(file)
    }

    fn place(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        match exchange(from, to, rustix::fs::RenameFlags::NOREPLACE) {
            Err(error) if unable(&error) => {}
            outcome => return outcome,
        }
        match self.stat(to)? {
            Some(_) => Err(io::ErrorKind::AlreadyExists.into()),
            None => rename(from, to),
        }
    }

    fn swap(&self, from: &Path, to: &Path) -> io::Result<bool> {
        #[cfg(target_os = "linux")]
        match exchange(from, to, rustix::fs::RenameFlags::EXCHANGE) {
            Err(error) if unable(&error) => {}
            outcome => return outcome.map(|()| true),
        }
        swap_by_link(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        rename(from, to)?;
        #[cfg(unix)]
        if let Some(folder) = to.parent() {
            sync(folder)?;
        }
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        match fs::remove_dir_all(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn sync(&self, root: &Path, paths: &[PathBuf]) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        if paths.len() > MOST_SYNCED_ONE_BY_ONE {
            return if_able(rustix::fs::syncfs(File::open(root)?));
        }
        let _ = root;
        paths.par_iter().try_for_each(|path| sync(path))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<File>> {
        lock(path)
    }
}

fn kind(file_type: fs::FileType) -> Kind {
    match () {
        () if file_type.is_file() => Kind::File,
        () if file_type.is_dir() => Kind::Folder,
        () => Kind::Other,
    }
}

fn stamp(metadata: &Metadata) -> io::Result<Stamp> {
    let modified = match metadata.modified()?.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => after.as_nanos() as i128,
        Err(before) => -(before.duration().as_nanos() as i128),
    };
    Ok(Stamp { size: metadata.len(), modified })
}

/// Whether an error says that nothing stands at the path: nor can it when a parent is a file.
fn absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Reads to the end, a piece at a time.
fn pour(from: &mut dyn Read, mut to: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut piece = vec![0; 1 << 16];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(length) => to(&piece[..length])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(path)
}

/// The finished file's stamp, once a web server may read it whatever the umask took away.
pub(super) fn readable_by_all(file: &File) -> io::Result<Stamp> {
    let metadata = file.metadata()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if metadata.permissions().mode() & 0o777 != 0o644 {
            file.set_permissions(fs::Permissions::from_mode(0o644))?;
        }
    }
    stamp(&metadata)
}

/// Not `File::sync_all`: on a Mac that empties the drive's own cache too, for every file anew.
#[cfg(unix)]
fn sync(path: &Path) -> io::Result<()> {
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
fn sync(path: &Path) -> io::Result<()> {
    if path.is_dir() { Ok(()) } else { OpenOptions::new().write(true).open(path)?.sync_all() }
}

#[cfg(unix)]
fn make_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().mode(0o755).create(path)?;
    let open = || {
        let mode = fs::symlink_metadata(path)?.permissions().mode();
        if mode & 0o777 != 0o755 {
            // A folder may have inherited the set-group bit, which stays.
            fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o7000 | 0o755))?;
        }
        Ok(())
    };
    // Left behind, it would be taken for a finished one that nobody may read.
    open().inspect_err(|_| _ = fs::remove_dir(path))
}

#[cfg(not(unix))]
fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

/// [`Disk::swap`] where two files cannot change places in one step: a second name holds the former.
fn swap_by_link(from: &Path, to: &Path) -> io::Result<bool> {
    let mut aside = from.as_os_str().to_owned();
    aside.push(".former");
    match fs::hard_link(to, &aside) {
        Ok(()) => {
            rename(from, to)?;
            // Half a swap is none: the former goes back.
            rename(aside.as_ref(), from).inspect_err(|_| _ = rename(aside.as_ref(), to))?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        Err(_) => rename(from, to).map(|()| false),
    }
}

#[cfg(target_os = "linux")]
fn exchange(from: &Path, to: &Path, how: rustix::fs::RenameFlags) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    Ok(renameat_with(CWD, from, CWD, to, how)?)
}

/// Whether the file system or the kernel lacks that operation.
#[cfg(unix)]
fn unable(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

#[cfg(not(windows))]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// A virus scanner or an indexer may hold a file for a moment; a second is more than they need.
#[cfg(windows)]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
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
