//! Why a package was not made.

use std::io;
use std::path::Path;

use crate::diagnostic::{Problem, Text, os_error};
use crate::failure::Failure;
use crate::publish::MakeError;
use crate::shown_path::shown_path;
use crate::text;

/// Why a package was not made.
pub enum Stopped {
    Disk(io::Error),
    /// The theme failed on a page, or a file changed meanwhile.
    Page(Vec<Problem>),
    Interrupted,
    Other(Failure),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Stopped {
        Stopped::Disk(error)
    }
}

impl From<MakeError> for Stopped {
    fn from(MakeError(problems): MakeError) -> Stopped {
        Stopped::Page(problems)
    }
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Stopped {
        Stopped::Other(failure)
    }
}

/// The failure when somebody interrupted it.
pub fn interrupted() -> Failure {
    Failure {
        message: text!("Avbrutet. Inget paket gjordes.", "Interrupted. No package was made."),
        help: text!("", ""),
    }
}

/// The failure to write in the folder of packages.
pub fn not_written(folder: &Path, error: &std::io::Error) -> Failure {
    let (folder, words) = (shown_path(folder), os_error::in_words(error));
    Failure {
        message: Text {
            sv: format!("Paketet kunde inte göras i {folder}: {}.", words.sv).into(),
            en: format!("The package could not be made in {folder}: {}.", words.en).into(),
        },
        help: text!(
            "Inget paket och inget protokoll har skrivits. Se till att du får skriva där och att det finns utrymme, och försök igen.",
            "No package and no record was written. See to it that you may write there and that there is room, and try again."
        ),
    }
}
