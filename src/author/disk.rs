//! What is done in the site's own folder: finding a file by its path, writing a new one, and
//! explaining why that failed.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::os_error;
use crate::failure::Failure;
use crate::shown_path::shown_path;
use crate::text;

/// The path on disk of a path below `folder`. Names are compared as NFC, so that a folder written
/// by a Mac is found by its name. What does not exist yet is left as written.
pub fn on_disk(folder: &Path, path: &str) -> PathBuf {
    let mut found = folder.to_owned();
    for name in path.split('/').filter(|name| !name.is_empty()) {
        let plain = found.join(name);
        found = match fs::symlink_metadata(&plain) {
            Ok(_) => plain,
            Err(_) => called(&found, name).unwrap_or(plain),
        };
    }
    found
}

/// The entry of a folder with this name in another Unicode form.
fn called(folder: &Path, name: &str) -> Option<PathBuf> {
    let wanted: String = name.nfc().collect();
    let entries = fs::read_dir(folder).ok()?.flatten();
    let mut same: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(|it| it.nfc().eq(wanted.chars())))
        .map(|entry| entry.path())
        .collect();
    same.sort();
    same.into_iter().next()
}

/// Whether there is anything at this path; a link counts, wherever it leads.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The failure if a path below `folder` leads through a link: what is written there would be elsewhere.
pub fn refuse_linked(folder: &Path, path: &Path) -> Result<(), Failure> {
    let between = path.ancestors().skip(1).take_while(|above| *above != folder);
    match between.filter(|above| above.is_symlink()).last() {
        None => Ok(()),
        Some(link) => {
            let link = shown_path(link);
            Err(Failure {
                message: text!(
                    "”{link}” är en länk, och programmet skriver aldrig genom en länk.",
                    "“{link}” is a link, and the program never writes through a link."
                ),
                help: text!(
                    "Ersätt länken med en riktig mapp och försök igen.",
                    "Put a real folder in place of the link and try again."
                ),
            })
        }
    }
}

/// Writes a file where there is none, creating the folders above it.
pub fn write_new(path: &Path, contents: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
    }
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| not_written(path, &error))?;
    file.write_all(contents.as_ref()).map_err(|error| {
        // An incomplete file would be taken for a complete one.
        let _ = fs::remove_file(path);
        not_written(path, &error)
    })
}

/// The failure to write something.
pub fn not_written(path: &Path, error: &io::Error) -> Failure {
    let cause = match error.kind() {
        // Only the folder of a file that is being written can be missing.
        io::ErrorKind::NotFound => text!("mappen finns inte", "the folder does not exist"),
        _ => os_error::in_words(error),
    };
    Failure::unwritten(path, error, &cause)
}

/// A path of the site, as somebody in the current folder would write it.
pub fn shown(site: &Path, path: &str) -> String {
    if site == Path::new(".") { path.to_owned() } else { shown_path(site.join(path)) }
}
