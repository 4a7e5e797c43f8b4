//! A site in a folder of its own, on which the real program is run. Tests chain what an editor
//! would do: take a fixture, change a file, build, look at the result.
#![allow(dead_code)] // every test crate uses its own part

pub mod folder;
pub mod html;
pub mod json;
pub mod promised;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Settings about which nothing is reported.
pub const SETTINGS: &str = "\
title = \"Arkivet\"
publisher = \"Arkivet\"

[accessibility]
status = \"full\"
assessed = 2026-10-01
updated = 2026-10-01
method = \"self\"
contact = \"tillganglighet@example.se\"
supervisor = \"Digg\"
supervisor_url = \"https://www.digg.se/tdosanmalan\"
";

use serde_json::Value;
use snapbox::{Data, assert_data_eq};

use folder::Folder;

/// The date of every test that does not set another.
pub const TODAY: &str = "2026-11-22";

/// A site folder, removed when the test ends.
pub struct Site {
    folder: Folder,
    today: String,
}

/// How a run of the program ended.
pub struct Outcome {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Site {
    /// A copy of a folder under `tests/`: `Site::from("cases/36-region-gotland")`.
    #[track_caller]
    pub fn from(fixture: &str) -> Site {
        let site = Site::empty();
        site.folder.copy(&manifest_folder().join("tests").join(fixture), "");
        site
    }

    /// The repository's own archive as it was before any of its years was packed.
    #[track_caller]
    pub fn repository() -> Site {
        let site = Site::empty();
        site.folder.copy(&manifest_folder().join("content"), "content");
        for file in ["site.toml", "addresses.toml"] {
            let path = manifest_folder().join(file);
            if path.exists() {
                let text = std::fs::read_to_string(path).expect("a text");
                let unpacked = text.replace("  \"arspaket/index.html\",\n", "");
                let unpacked = match unpacked.split_once("\npackages = [\n") {
                    Some((before, packages)) => {
                        let (_, after) = packages.split_once("]\n").expect("a list");
                        format!("{before}{after}")
                    }
                    None => unpacked,
                };
                std::fs::write(site.folder.path(file), unpacked).expect("a copy");
            }
        }
        site
    }

    /// An empty folder.
    pub fn empty() -> Site {
        Site { folder: Folder::new(), today: TODAY.to_owned() }
    }

    /// Sets the date.
    pub fn today(mut self, day: &str) -> Site {
        self.set_today(day);
        self
    }

    /// The same, for a site that is kept.
    pub fn set_today(&mut self, day: &str) {
        day.clone_into(&mut self.today);
    }

    /// Replaces a piece of a file, which must exist.
    #[track_caller]
    pub fn change(self, file: &str, from: &str, to: &str) -> Site {
        let text = self.read(file);
        assert!(text.contains(from), "{file} does not contain {from:?}:\n{text}");
        self.write(file, text.replace(from, to))
    }

    /// Writes a file, and creates its folders.
    #[track_caller]
    pub fn write(self, file: &str, contents: impl AsRef<[u8]>) -> Site {
        self.folder.write(file, contents.as_ref());
        self
    }

    /// Removes a file or a whole folder.
    #[track_caller]
    pub fn remove(self, path: &str) -> Site {
        self.folder.remove(path);
        self
    }

    /// Renames a file or folder.
    #[track_caller]
    pub fn rename(self, from: &str, to: &str) -> Site {
        std::fs::rename(self.path(from), self.path(to)).expect("a rename");
        self
    }

    /// The path of a file of the site.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path(file)
    }

    /// A file of the site, as text.
    #[track_caller]
    pub fn read(&self, file: &str) -> String {
        match std::fs::read_to_string(self.path(file)) {
            Ok(text) => text,
            Err(error) => panic!("{file}: {error}"),
        }
    }

    /// The program in the site's folder, on the site's date.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loftesarkiv"));
        command.arg("--site").arg(self.path("")).args(["--today", &self.today]).args(arguments);
        command.current_dir(self.path("")).env_remove("SOURCE_DATE_EPOCH").env("NO_COLOR", "1");
        command
    }

    /// Runs the program in the site.
    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        self.finish(self.command(arguments))
    }

    /// Runs a command to its end. In its output, the site's folder is shown as `[SITE]`.
    #[track_caller]
    pub fn finish(&self, mut command: Command) -> Outcome {
        let output = command.output().expect("the program starts");
        let root = self.path("").display().to_string();
        let said = |bytes: &[u8]| with_site(&String::from_utf8_lossy(bytes), &root);
        Outcome {
            status: output.status.code().unwrap_or(-1),
            stdout: said(&output.stdout),
            stderr: said(&output.stderr),
        }
    }

    /// Builds the site, which must have no errors.
    #[track_caller]
    pub fn build(self) -> Site {
        self.run(&["build", "--quiet"]).succeeds();
        self
    }

    /// Checks that the build fails with this status and these words, and changes nothing on disk.
    #[track_caller]
    pub fn fails(self, status: i32, stderr: impl Into<Data>) -> Site {
        let before = self.files("");
        let outcome = self.run(&["build", "--quiet"]);
        assert_eq!(outcome.status, status, "{}", outcome.stderr);
        assert_data_eq!(outcome.stderr, stderr.into());
        assert_eq!(before.keys().collect::<Vec<_>>(), self.files("").keys().collect::<Vec<_>>());
        assert_eq!(before, self.files(""), "a failed build changed a file");
        self
    }

    /// Checks that `check` reports exactly these problems, one per line: severity, code, path and
    /// line.
    #[track_caller]
    pub fn reports(self, expected: impl Into<Data>) -> Site {
        let outcome = self.run(&["check", "--format", "json"]);
        let report: Value = serde_json::from_str(&outcome.stdout)
            .unwrap_or_else(|error| panic!("{error}\n{}\n{}", outcome.stdout, outcome.stderr));
        let lines: Vec<String> = report["diagnostics"]
            .as_array()
            .expect("a list of diagnostics")
            .iter()
            .map(|problem| {
                let word = |key: &str| problem[key].as_str().unwrap_or_default();
                let line = &problem["line"];
                format!("{} {} {}:{line}", word("severity"), word("code"), word("path"))
            })
            .collect();
        assert_data_eq!(lines.join("\n"), expected.into());
        self
    }

    /// Checks the whole `timeline.json` of a place, given its folder: `kommuner/orust`.
    #[track_caller]
    pub fn timeline(self, place: &str, expected: impl Into<Data>) -> Site {
        let timeline = self.json(&format!("{place}/timeline.json"));
        assert_data_eq!(json::layout(&timeline), expected.into());
        self
    }

    /// A JSON file of the built site.
    #[track_caller]
    pub fn json(&self, file: &str) -> Value {
        let text = self.html(file);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}\n{text}"))
    }

    /// A file of the built site, as it is.
    #[track_caller]
    pub fn html(&self, file: &str) -> String {
        self.read(&format!("public/{file}"))
    }

    /// What a page of the built site says to its readers.
    #[track_caller]
    pub fn text(&self, page: &str) -> String {
        html::visible_text(&self.html(page))
    }

    /// Checks that a page says this, in upper or lower case.
    #[track_caller]
    pub fn has(self, page: &str, words: &str) -> Site {
        let text = self.text(page);
        assert!(folded(&text).contains(&folded(words)), "{page} lacks “{words}”:\n{text}");
        self
    }

    /// Checks that a page does not say this.
    #[track_caller]
    pub fn lacks(self, page: &str, words: &str) -> Site {
        let text = self.text(page);
        assert!(!folded(&text).contains(&folded(words)), "{page} says “{words}”:\n{text}");
        self
    }

    /// Checks that a page has this link, as written in it.
    #[track_caller]
    pub fn links_to(self, page: &str, href: &str) -> Site {
        let hrefs = html::attributes(&self.html(page), "href");
        assert!(hrefs.iter().any(|found| found == href), "{page} has no {href}: {hrefs:#?}");
        self
    }

    /// Checks that the built site has this file.
    #[track_caller]
    pub fn publishes(self, file: &str) -> Site {
        assert!(self.path("public").join(file).is_file(), "no public/{file}");
        self
    }

    /// Checks that the built site has nothing here.
    #[track_caller]
    pub fn omits(self, file: &str) -> Site {
        assert!(!self.path("public").join(file).exists(), "there is a public/{file}");
        self
    }

    /// Every file below a folder of the site, by its path from there.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        self.folder.files(folder)
    }

    /// The files of the built site that are published: all except the program's own.
    pub fn published(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.files("public");
        files.retain(|path, _| !path.starts_with(".loftesarkiv/"));
        files
    }
}

impl Outcome {
    /// Checks that it ended without errors.
    #[track_caller]
    pub fn succeeds(self) -> Outcome {
        assert_eq!(self.status, 0, "{}{}", self.stdout, self.stderr);
        self
    }

    /// Checks that it ended with this status, having printed all of these.
    #[track_caller]
    pub fn ends(self, status: i32, words: &[&str]) -> Outcome {
        let said = format!("{}{}", self.stdout, self.stderr);
        assert_eq!(self.status, status, "{said}");
        for words in words {
            assert!(said.contains(words), "“{words}” is not in:\n{said}");
        }
        assert!(!said.contains("panicked"), "{said}");
        self
    }
}

/// What the program printed, with the site's folder as `[SITE]`, and paths in it as they are written on
/// other systems than Windows.
fn with_site(said: &str, root: &str) -> String {
    let root = root.trim_end_matches(['/', std::path::MAIN_SEPARATOR]);
    if !cfg!(windows) {
        return said.replace(root, "[SITE]");
    }
    // Under Wine a folder of this computer has the drive Z:, whether or not it is written.
    let root = root.replace('/', "\\");
    let said = said.replace(&format!("Z:{root}"), &root);
    let mut parts = said.split(&root);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| {
        let end = part.find([' ', '\n', '”', '"']).unwrap_or(part.len());
        said + "[SITE]" + &part[..end].replace('\\', "/") + &part[end..]
    })
}

/// The systems that the entries of a ZIP file say that they were written on; 3 is Unix.
pub fn zip_systems(zip: &[u8]) -> Vec<u8> {
    let entries = zip.windows(6).filter(|it| it.starts_with(b"PK\x01\x02"));
    let mut systems: Vec<u8> = entries.map(|entry| entry[5]).collect();
    systems.sort_unstable();
    systems.dedup();
    systems
}

/// The whole path of a folder, as messages write it. Settings take it with `/` on Windows too.
#[track_caller]
pub fn whole_path(folder: &Path) -> String {
    let path = folder.canonicalize().expect("a folder").display().to_string();
    path.strip_prefix(r"\\?\").unwrap_or(&path).to_owned()
}

/// The repository.
pub fn manifest_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folded(text: &str) -> String {
    text.to_lowercase()
}
