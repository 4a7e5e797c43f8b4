//! The desk, through the real program and plain requests: the forms are read as a browser reads
//! them, and sent as a browser sends them.

#[path = "../support/mod.rs"]
mod support;

mod client;
mod crashes;
mod cut_off;
mod editing;
mod form;
mod new_documents;
mod opening;
mod preview;
mod publishing;
mod reviewing;
mod round_trip;
mod safe;
#[cfg(unix)]
mod sending;
mod to_do;
mod two_tabs;
mod typing;
mod undoing;
mod unfinished;
mod uploads;
mod withdrawing;
mod words;
