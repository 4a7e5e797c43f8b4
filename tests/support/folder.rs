//! A temporary folder that is deleted with its owner.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder of a test's own.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("site-{}-{number}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    #[track_caller]
    pub fn write(&self, file: &str, contents: &[u8]) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("its folder");
        fs::write(path, contents).expect("a file");
    }

    #[track_caller]
    pub fn remove(&self, path: &str) {
        let path = self.path(path);
        let removed =
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.expect("something to remove");
    }

    /// Copies the files of a folder here.
    #[track_caller]
    pub fn copy(&self, from: &Path, to: &str) {
        let to = self.path(to);
        fs::create_dir_all(&to).expect("a folder");
        for (path, contents) in files(from) {
            let target = to.join(path);
            fs::create_dir_all(target.parent().expect("a parent")).expect("its folder");
            fs::write(target, contents).expect("a copy");
        }
    }

    /// Every file below, by path.
    pub fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path(below))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Kept after a failure, so that it can be examined.
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}

#[track_caller]
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    assert!(folder.is_dir(), "no folder {}", folder.display());
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("a path below");
            let name = path.to_str().expect("a name in UTF-8").replace('\\', "/");
            (name, fs::read(entry.path()).unwrap_or_default())
        })
        .collect()
}
