//! Hostile input, made here: whatever is in a site's folder, the real program ends with a clean
//! build or with messages that say where the problem is, never with a panic, and within limits of
//! time and memory.

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod attachments;
mod bounded;
mod bounds;
#[cfg(unix)]
mod disk;
mod heavy;
mod order;
mod privacy;
mod properties;
mod settings;
mod texts;
mod theme;
mod theme_privacy;
mod written_otherwise;
mod wrong_types;
