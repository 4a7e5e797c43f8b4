//! The one absolute path of a file or folder, on every drive: some, such as those of ImDisk and
//! Dokan on Windows, cannot say what a path leads to.

use std::io;
use std::path::{Path, PathBuf};

/// The path with links and `..` resolved. Where the drive cannot resolve it, the absolute path of
/// what stands there. Fails if nothing stands there.
pub fn canonical(path: impl AsRef<Path>) -> io::Result<PathBuf> {
    canonical_by(path.as_ref(), |path| path.canonicalize())
}

fn canonical_by(
    path: &Path,
    resolve: impl Fn(&Path) -> io::Result<PathBuf>,
) -> io::Result<PathBuf> {
    use io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    match resolve(path) {
        Err(error) if !matches!(error.kind(), NotFound | NotADirectory | PermissionDenied) => {
            // A link that leads to itself is not something that stands there.
            match path.metadata() {
                Ok(_) => std::path::absolute(path).map(|path| path.components().collect()),
                Err(_) => Err(error),
            }
        }
        resolved => resolved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drive_that_cannot_resolve_paths_has_absolute_ones() {
        // ERROR_INVALID_FUNCTION, as ImDisk answers.
        let unable = |_: &Path| Err(io::Error::from_raw_os_error(1_000_001));
        let here = std::env::current_dir().unwrap();
        assert_eq!(canonical_by(Path::new("src"), unable).unwrap(), here.join("src"));
        assert_eq!(canonical_by(Path::new("./src/"), unable).unwrap(), here.join("src"));
        assert!(canonical_by(Path::new("nowhere"), unable).is_err());
        assert_eq!(canonical(Path::new("src/..")).unwrap(), here.canonicalize().unwrap());
        let missing = canonical(Path::new("nowhere")).unwrap_err();
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
    }
}
