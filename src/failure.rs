//! Why a request could not be carried out at all. Such a failure is not a fault in the site's own
//! files, which would be a problem, but in how or where the program was run.

use std::io;
use std::path::Path;

use crate::diagnostic::{Text, os_error};
use crate::shown_path::shown_path;
use crate::text;

/// What went wrong, and what to do about it.
#[derive(Debug)]
pub struct Failure {
    pub message: Text,
    /// Empty if there is nothing to be done.
    pub help: Text,
}

impl Failure {
    /// That something could not be written, and why.
    pub fn unwritten(path: &Path, error: &io::Error, Text { sv, en }: &Text) -> Failure {
        let path = shown_path(path);
        Failure {
            message: text!(
                "”{path}” kunde inte skrivas: {sv}.",
                "“{path}” could not be written: {en}."
            ),
            help: os_error::close_elsewhere(error).unwrap_or_else(|| {
                text!(
                    "Se till att du får skriva där och att det finns plats, och försök igen.",
                    "See to it that you may write there and that there is room, and try again."
                )
            }),
        }
    }
}
