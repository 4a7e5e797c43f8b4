//! Publishing, tested through the library: what it does to an output folder, and what it never
//! does.
//!
//! [`site::Site`] is a folder with pages that a test changes and publishes; `tree()` is everything
//! that its output then contains. [`disk::FaultyDisk`] fails where a test wants it to.

mod disk;
#[cfg(unix)]
mod first;
mod histories;
mod interruptions;
mod ledger;
mod meanwhile;
mod messages;
mod output;
mod rules;
mod site;
mod strangers;
mod verify;
