//! A small site in a folder of its own, which is deleted with the test.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A folder with a site in `site/`, so that there are files outside the site.
pub struct Scratch {
    folder: PathBuf,
}

pub const SITE: &str = "title = \"Prov\"\nlanguage = \"sv\"\n";
pub const PLACE: &str =
    "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n";

/// A notice with this title and text, about which nothing is reported.
pub fn notice(title: &str, text: &str) -> String {
    format!(
        "+++\nkind = \"notice\"\ntitle = \"{title}\"\ndate = 2018-03-01\n\n\
         [[sources]]\npublisher = \"Håbo kommun\"\ntitle = \"Nyhet\"\n+++\n\n{text}\n"
    )
}

impl Scratch {
    /// A site of one municipality with two notices, `kommuner/habo/2018/nyhet` and `…/till`.
    pub fn new() -> Scratch {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("preview-{}-{n}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let scratch = Scratch { folder };
        scratch.write("site.toml", SITE);
        scratch.write("content/kommuner/habo/index.md", PLACE);
        scratch.write("content/kommuner/habo/2018/nyhet.md", &notice("Nyhet", "Först."));
        scratch.write("content/kommuner/habo/2018/till.md", &notice("Till", "En till."));
        fs::write(scratch.outside(), "hemligt").expect("a file outside");
        scratch
    }

    pub fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// A file that no request may reach; it contains "hemligt".
    pub fn outside(&self) -> PathBuf {
        self.folder.join("hemligt.txt")
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.site().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("written");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_default()
    }

    pub fn rename(&self, from: &str, to: &str) {
        let to = self.path(to);
        fs::create_dir_all(to.parent().expect("a folder")).expect("folders");
        fs::rename(self.path(from), to).expect("renamed");
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("removed");
    }

    /// Every file below the site's folder with its text, sorted.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.site()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((path.clone(), fs::read(path).expect("a file")));
                }
            }
        }
        files.sort();
        files
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Waits for something to become true, and fails by saying what did not.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(60), "never: {what}");
        std::thread::sleep(Duration::from_millis(3));
    }
}
