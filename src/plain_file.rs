//! Opening what is certain to be an ordinary file. Opening a pipe would wait for its other end, and
//! a device may have no end at all, so neither may stand where a file of the site is expected.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::{error, fmt};

/// Why something is not read: it is not an ordinary file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPlain {
    Folder,
    /// A pipe, socket or device.
    Special,
}

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NotPlain::Folder => "it is a folder",
            NotPlain::Special => "it is no ordinary file",
        })
    }
}

impl error::Error for NotPlain {}

impl NotPlain {
    /// The reason behind an error, if it is such a reason.
    pub fn behind(error: &io::Error) -> Option<NotPlain> {
        error.get_ref()?.downcast_ref().copied()
    }

    fn of(metadata: &Metadata) -> Option<NotPlain> {
        match () {
            () if metadata.is_file() => None,
            () if metadata.is_dir() => Some(NotPlain::Folder),
            () => Some(NotPlain::Special),
        }
    }
}

/// Opens an ordinary file for reading. Links are followed.
pub fn open(path: &Path) -> io::Result<File> {
    opened(path).map(|(file, _)| file)
}

/// An ordinary file that has been opened, and its size.
fn opened(path: &Path) -> io::Result<(File, u64)> {
    refuse_special(&fs::metadata(path)?)?;
    let mut options = OpenOptions::new();
    options.read(true);
    // If a pipe has taken the file's place since, opening it does not wait.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits() as i32,
    );
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    refuse_special(&metadata)?;
    Ok((file, metadata.len()))
}

fn refuse_special(metadata: &Metadata) -> io::Result<()> {
    NotPlain::of(metadata).map_or(Ok(()), |why| Err(io::Error::other(why)))
}

/// Reads an ordinary file. Links are followed.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let (file, size) = opened(path)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX))?;
    // The file itself would ask the system for its size once more.
    file.take(u64::MAX).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads to the end, one piece at a time, so that a file of any size takes no more memory than a
/// small one.
pub fn pour(from: &mut dyn Read, mut to: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_refused_and_files_are_read() {
        let folder = std::env::temp_dir().join(format!("loftesarkiv-plain-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, pipe) = (folder.join("file"), folder.join("pipe"));
        fs::write(&file, "text").unwrap();
        assert_eq!(read(&file).unwrap(), b"text");
        let refused = |path: &Path| NotPlain::behind(&read(path).unwrap_err());
        assert_eq!(refused(&folder), Some(NotPlain::Folder));
        assert_eq!(refused(Path::new("/dev/zero")), Some(NotPlain::Special));
        assert_eq!(refused(&folder.join("nothing")), None);
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert_eq!(refused(&pipe), Some(NotPlain::Special));
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
