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
    if cfg!(windows)
        && let Some(words) = error.raw_os_error().and_then(of_windows)
    {
        return words;
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

/// What Windows says in more ways than the standard library has kinds for.
fn of_windows(code: i32) -> Option<Text> {
    Some(match code {
        // ERROR_ACCESS_DENIED: a file that is open elsewhere is often refused like this.
        5 => text!(
            "behörighet saknas, eller så är den öppen i ett annat program",
            "permission is missing, or another program has it open"
        ),
        // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        32 | 33 => text!("den är öppen i ett annat program", "another program has it open"),
        // ERROR_INVALID_NAME, ERROR_BAD_PATHNAME
        123 | 161 => text!(
            "namnet har ett tecken som Windows inte tillåter",
            "the name has a character that Windows does not allow"
        ),
        // ERROR_NOT_READY
        21 => text!("enheten är inte ansluten", "the drive is not connected"),
        // ERROR_BAD_NETPATH, ERROR_DEV_NOT_EXIST, ERROR_NETNAME_DELETED, ERROR_BAD_NET_NAME,
        // ERROR_NETWORK_UNREACHABLE
        53 | 55 | 64 | 67 | 1231 => text!(
            "servern eller den delade mappen går inte att nå",
            "the server or the shared folder cannot be reached"
        ),
        _ => return None,
    })
}

/// What to do if the file may be open in another program; `None` if that is not what an error means.
pub fn close_elsewhere(error: &io::Error) -> Option<Text> {
    let may_be_open = match error.raw_os_error() {
        Some(code) if cfg!(windows) => matches!(code, 5 | 32 | 33),
        _ => error.kind() == io::ErrorKind::ResourceBusy,
    };
    may_be_open.then(|| {
        text!(
            "Stäng filen om den är öppen i ett annat program, till exempel Word, Acrobat eller en förhandsgranskning, se till att du får skriva där, och försök igen.",
            "Close the file if it is open in another program, such as Word, Acrobat or a preview, see to it that you may write there, and try again."
        )
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_answers_are_told_apart() {
        let said = |code| of_windows(code).map(|words| words.sv.into_owned());
        for code in [5, 32, 33] {
            assert!(said(code).is_some_and(|words| words.contains("öppen i ett annat program")));
        }
        assert_eq!(said(32), said(33));
        assert!(said(123).is_some_and(|words| words.contains("tecken")));
        assert!(said(53).is_some_and(|words| words.contains("servern")));
        // ERROR_FILENAME_EXCED_RANGE is what the standard library calls an invalid name.
        assert_eq!(said(206), None);
        assert_eq!(said(2), None);
    }

    #[test]
    fn closing_the_file_elsewhere_is_proposed_only_where_it_may_help() {
        assert!(close_elsewhere(&io::ErrorKind::ResourceBusy.into()).is_some());
        assert!(close_elsewhere(&io::ErrorKind::StorageFull.into()).is_none());
        let sharing = io::Error::from_raw_os_error(32);
        assert_eq!(close_elsewhere(&sharing).is_some(), cfg!(windows));
    }
}
