//! The commands as an editor meets them: what they say, how they end, what they leave on disk.

#[path = "../support/mod.rs"]
mod support;

mod astray;
mod attachments;
mod bad_input;
mod building;
mod circles;
mod leniency;
mod links;
mod noise;
mod one_change;
mod one_mistake;
mod same_bytes;
mod starting;
