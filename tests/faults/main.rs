//! The real program on a real disk, disturbed in every way that a test can think of: killed,
//! refused, out of space, run twice. After each, every file is whole and the next build finishes
//! the job.
//!
//! An ordinary run takes a slice of each campaign; `FAULTS=all cargo test --test faults` runs all
//! of it. Every random choice comes from a seed that a failure reports.
#![cfg(unix)]

#[path = "../support/mod.rs"]
mod support;

mod disk_says_no;
mod histories;
mod kills;
mod other_disks;
mod random;
mod trial;

/// How much of a campaign to run: the slice, or with `FAULTS=all` the whole.
fn extent<T>(slice: T, whole: T) -> T {
    if std::env::var_os("FAULTS").is_some_and(|value| value == "all") { whole } else { slice }
}
