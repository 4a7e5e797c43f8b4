//! The few things that are done in the site's own folder: find a file by its path, write a new
//! one, and say why that failed.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Text, os_error};
use crate::failure::Failure;
use crate::text;

/// Where a path below `folder` is on disk: names are compared as NFC, so that a folder that a Mac
/// wrote is found by what it is called. What does not exist yet is as written.
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

/// What a folder holds under this name in another Unicode form.
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

/// Whether something stands here; a link counts, wherever it leads.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Writes a file where none is, with the folders above it.
pub fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
    }
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| not_written(path, &error))?;
    file.write_all(text.as_bytes()).map_err(|error| {
        // Half a file would be taken for a whole one.
        let _ = fs::remove_file(path);
        not_written(path, &error)
    })
}

/// Why something could not be written.
pub fn not_written(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    let cause = cause(error);
    Failure {
        message: Text {
            sv: format!("”{path}” kunde inte skrivas: {}.", cause.sv),
            en: format!("“{path}” could not be written: {}.", cause.en),
        },
        help: text!(
            "Se till att du får skriva där och att det finns plats, och försök igen.",
            "See to it that you may write there and that there is room, and try again."
        ),
    }
}

fn cause(error: &io::Error) -> Text {
    match error.kind() {
        // Of what is being written, only its folder can be missing.
        io::ErrorKind::NotFound => text!("mappen finns inte", "the folder does not exist"),
        _ => os_error::in_words(error),
    }
}

/// A path of the site, as somebody standing here would write it.
pub fn shown(site: &Path, path: &str) -> String {
    if site == Path::new(".") { path.to_owned() } else { site.join(path).display().to_string() }
}
