//! Errors of the operating system, in words that somebody who is not a programmer understands.

use std::io;

use super::bilingual::Text;
use crate::plain_file::NotPlain;
use crate::text;

/// Why something could not be read or written, as the end of a sentence about it. An error without
/// words of its own is given as the system describes it.
pub fn in_words(error: &io::Error) -> Text {
    use io::ErrorKind::*;
    match NotPlain::behind(error) {
        Some(NotPlain::Folder) => return text!("den är en mapp", "it is a folder"),
        Some(NotPlain::Special) => {
            return text!(
                "den är ingen vanlig fil, utan en länk, kanal eller enhet i systemet",
                "it is no ordinary file, but a link, pipe or device of the system"
            );
        }
        None => {}
    }
    match error.kind() {
        StorageFull | QuotaExceeded => text!("disken är full", "the disk is full"),
        ReadOnlyFilesystem => text!("disken kan bara läsas", "the disk can only be read"),
        PermissionDenied => text!("behörighet saknas", "permission is missing"),
        NotFound => text!("den finns inte längre", "it is no longer there"),
        AlreadyExists => text!("där finns redan något", "there is something there already"),
        NotADirectory => {
            text!("en fil står där mappen ska vara", "a file stands in the folder's place")
        }
        CrossesDevices => {
            text!("den ligger på ett annat filsystem", "it is on another file system")
        }
        InvalidFilename => text!("namnet är för långt", "the name is too long"),
        FileTooLarge => text!("den är för stor för disken", "it is too large for the disk"),
        ResourceBusy | ExecutableFileBusy => {
            text!("ett annat program använder den", "another program is using it")
        }
        _ => match error.raw_os_error() {
            Some(TOO_MANY_OPEN | TOO_MANY_OPEN_IN_ALL) => {
                text!("för många filer är öppna", "too many files are open")
            }
            Some(DISK_FAULT) => {
                text!("disken svarade med ett fel", "the disk answered with a fault")
            }
            _ => text!("systemet svarar ”{error}”", "the system says “{error}”"),
        },
    }
}

/// Whether an error means that too many files are open.
pub fn is_too_many_open(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(TOO_MANY_OPEN | TOO_MANY_OPEN_IN_ALL))
}

// These have no names of their own in the standard library.
#[cfg(unix)]
const TOO_MANY_OPEN: i32 = 24;
#[cfg(unix)]
const TOO_MANY_OPEN_IN_ALL: i32 = 23;
#[cfg(unix)]
const DISK_FAULT: i32 = 5;
#[cfg(not(unix))]
const TOO_MANY_OPEN: i32 = 4;
#[cfg(not(unix))]
const TOO_MANY_OPEN_IN_ALL: i32 = 36;
#[cfg(not(unix))]
const DISK_FAULT: i32 = 1117;
