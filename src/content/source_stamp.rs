//! What shows without reading a file that it has not changed.

use std::fs;
use std::time::{Duration, SystemTime};

/// Shows without reading a file that it has not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceStamp {
    pub size: u64,
    pub modified: Option<SystemTime>,
    /// The file's number on its disk and when anything about it last changed, which nobody can set;
    /// on systems that do not say, when it was created.
    pub identity: Option<(u64, SystemTime)>,
}

impl SourceStamp {
    /// The stamp of a file on disk.
    pub fn of(metadata: &fs::Metadata) -> SourceStamp {
        let (size, modified) = (metadata.len(), metadata.modified().ok());
        SourceStamp { size, modified, identity: identity(metadata) }
    }

    /// The stamp, if a later change is certain to give another. A file that was changed a moment
    /// ago may be changed again within the same tick of the file system without a change of size,
    /// and the tick of FAT is two seconds.
    ///
    /// This reads the clock, but only to decide whether a file must be read again: what the file
    /// says, and thus what is on any page, is the same either way.
    pub fn settled(self) -> Option<SourceStamp> {
        self.settled_at(SystemTime::now())
    }

    /// A time in the future was set by another computer whose clock is ahead, or the clock has been
    /// set back; it says nothing about how long ago the file was changed.
    fn settled_at(self, now: SystemTime) -> Option<SourceStamp> {
        let is_old = |time: SystemTime| {
            now.duration_since(time).is_ok_and(|age| age > Duration::from_secs(2))
        };
        let changed = self.identity.map(|(_, changed)| changed);
        (is_old(self.modified?) && changed.is_none_or(is_old)).then_some(self)
    }
}

#[cfg(unix)]
fn identity(metadata: &fs::Metadata) -> Option<(u64, SystemTime)> {
    use std::os::unix::fs::MetadataExt;
    let seconds = Duration::from_secs(u64::try_from(metadata.ctime()).ok()?);
    let nanoseconds = Duration::from_nanos(u64::try_from(metadata.ctime_nsec()).ok()?);
    Some((metadata.ino(), SystemTime::UNIX_EPOCH.checked_add(seconds + nanoseconds)?))
}

#[cfg(not(unix))]
fn identity(metadata: &fs::Metadata) -> Option<(u64, SystemTime)> {
    Some((0, metadata.created().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certainly_older_than_a_tick_is_settled() {
        let now = SystemTime::now();
        let stamp = |modified: i64, changed: i64| {
            let at = |ago: i64| match u64::try_from(ago) {
                Ok(ago) => now - Duration::from_secs(ago),
                Err(_) => now + Duration::from_secs(ago.unsigned_abs()),
            };
            let identity = Some((1, at(changed)));
            SourceStamp { size: 1, modified: Some(at(modified)), identity }.settled_at(now)
        };
        assert!(stamp(3, 3).is_some());
        assert!(stamp(1, 3).is_none() && stamp(3, 1).is_none());
        assert!(stamp(-60, 3).is_none(), "a file server's clock is ahead");
        assert!(stamp(3, -60).is_none(), "the clock was set back");
    }
}
