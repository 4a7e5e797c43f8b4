//! What a drive answers when it cannot do something that a build can do without: network drives and
//! memory sticks know no locks or no permissions, and say so in many ways, most of which the
//! standard library has no name for.

use std::io;

/// Answers, as the numbers that a system gives them.
struct Answers {
    /// The operation is not known, or not to this drive.
    unsupported: &'static [i32],
    /// Somebody is using the file or folder.
    in_use: &'static [i32],
}

/// ENOTTY, ENOSYS, EOPNOTSUPP, ENOLCK; EBUSY.
#[cfg_attr(not(any(test, all(unix, not(target_vendor = "apple")))), allow(dead_code))]
const LINUX: Answers = Answers { unsupported: &[25, 38, 95, 37], in_use: &[16] };

/// ENOTTY, ENOSYS, ENOTSUP, EOPNOTSUPP, ENOLCK; EBUSY.
#[cfg_attr(not(any(test, target_vendor = "apple")), allow(dead_code))]
const APPLE: Answers = Answers { unsupported: &[25, 78, 45, 102, 77], in_use: &[16] };

/// ERROR_INVALID_FUNCTION, ERROR_NOT_SUPPORTED, ERROR_CALL_NOT_IMPLEMENTED; ERROR_ACCESS_DENIED,
/// ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_BUSY, ERROR_CURRENT_DIRECTORY.
#[cfg_attr(not(any(test, windows)), allow(dead_code))]
const WINDOWS: Answers = Answers { unsupported: &[1, 50, 120], in_use: &[5, 32, 33, 170, 16] };

#[cfg(all(unix, not(target_vendor = "apple")))]
const HERE: Answers = LINUX;
#[cfg(target_vendor = "apple")]
const HERE: Answers = APPLE;
#[cfg(not(unix))]
const HERE: Answers = WINDOWS;

/// Whether an error means that the drive or the system lacks an operation, rather than that the
/// operation failed.
pub fn not_supported(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || HERE.are(HERE.unsupported, error)
}

/// Whether an error means that permissions cannot be set here: the drive has none, or only their
/// owner may set them.
pub(super) fn modes_refused(error: &io::Error) -> bool {
    // EPERM has the same kind as EACCES, which is not what a drive without permissions answers.
    not_supported(error) || (cfg!(unix) && error.raw_os_error() == Some(1))
}

/// Whether an error means that somebody is using a folder, such as a program that was started in it.
pub fn in_use(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::ResourceBusy || HERE.are(HERE.in_use, error)
}

impl Answers {
    fn are(&self, these: &[i32], error: &io::Error) -> bool {
        error.raw_os_error().is_some_and(|code| these.contains(&code))
    }
}

/// The outcome of the first of these that is not refused as unknown to the drive; if all are, there
/// is nothing that could be done.
pub(super) fn if_supported(ways: &[&dyn Fn() -> io::Result<()>]) -> io::Result<()> {
    for way in ways {
        match way() {
            Err(error) if not_supported(&error) => {}
            outcome => return outcome,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    fn answer(code: i32) -> io::Error {
        io::Error::from_raw_os_error(code)
    }

    #[test]
    fn each_system_s_way_of_saying_that_it_cannot_is_known() {
        for (answers, codes) in [
            // No locks on NFS and SMB; no fsync of a folder on SMB; no ioctl on FUSE.
            (&LINUX, &[37, 95, 38, 25][..]),
            (&APPLE, &[77, 45, 102, 78][..]),
            (&WINDOWS, &[1, 50, 120][..]),
        ] {
            for code in codes {
                assert!(answers.are(answers.unsupported, &answer(*code)), "{code}");
            }
            // ENOSPC and EIO, or ERROR_FILE_NOT_FOUND and ERROR_DISK_FULL.
            for code in [28, 2, 112] {
                assert!(!answers.are(answers.unsupported, &answer(code)), "{code}");
            }
        }
        assert!(not_supported(&io::ErrorKind::Unsupported.into()));
        assert!(!not_supported(&io::ErrorKind::StorageFull.into()));
    }

    #[cfg(unix)]
    #[test]
    fn a_drive_without_permissions_is_told_from_one_that_forbids() {
        assert!(modes_refused(&answer(1)), "EPERM");
        assert!(!modes_refused(&answer(13)), "EACCES");
        assert!(!modes_refused(&answer(5)), "EIO");
    }

    #[test]
    fn a_folder_that_somebody_stands_in_is_known() {
        assert!(WINDOWS.are(WINDOWS.in_use, &answer(32)));
        assert!(LINUX.are(LINUX.in_use, &answer(16)));
        assert!(in_use(&io::ErrorKind::ResourceBusy.into()));
        assert!(!in_use(&io::ErrorKind::StorageFull.into()));
    }

    #[test]
    fn what_a_drive_lacks_is_done_in_the_next_best_way_or_not_at_all() {
        let tried = RefCell::new(Vec::new());
        let way = |name: &'static str, outcome: Option<io::ErrorKind>| {
            let tried = &tried;
            move || {
                tried.borrow_mut().push(name);
                outcome.map_or(Ok(()), |kind| Err(kind.into()))
            }
        };
        let lacks = Some(io::ErrorKind::Unsupported);
        let full = Some(io::ErrorKind::StorageFull);
        assert!(if_supported(&[&way("a", lacks), &way("b", None), &way("c", None)]).is_ok());
        assert_eq!(tried.take(), ["a", "b"]);
        assert!(if_supported(&[&way("a", lacks), &way("b", lacks)]).is_ok());
        tried.take();
        assert!(if_supported(&[&way("a", full), &way("b", None)]).is_err());
        assert_eq!(tried.take(), ["a"]);
    }
}
