//! The schema: complete in both languages, and true of what the program reads.

#[path = "../support/mod.rs"]
mod support;

mod declared;
mod json;
mod page;
mod words;
