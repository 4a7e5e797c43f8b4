//! The commands as an editor sees them: what they print, how they end, and what they leave on disk.

#[path = "../support/mod.rs"]
mod support;

mod all_at_once;
mod around;
mod attachments;
mod bad_input;
mod building;
mod circles;
#[cfg(windows)]
mod console;
mod languages;
mod leniency;
mod links;
mod lost_references;
mod noise;
mod one_change;
mod one_mistake;
mod recorded;
mod remembered;
mod same_bytes;
mod slips;
mod starting;
