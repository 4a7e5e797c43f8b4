//! `publish`: a site is brought to a folder and to a server with SFTP, and nothing that is not the
//! site's is touched, whatever happens on the way.
#![cfg(unix)]

#[path = "../support/mod.rs"]
mod support;

mod address;
mod disturbed;
mod folder;
mod kills;
mod lists;
mod places;
mod server;
mod sftp;
mod sites;
mod wire;

/// How much of a campaign to run: the slice, or with `FAULTS=all` the whole.
fn extent<T>(slice: T, whole: T) -> T {
    if std::env::var_os("FAULTS").is_some_and(|value| value == "all") { whole } else { slice }
}
