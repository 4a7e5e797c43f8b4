//! Löftesarkiv: an archive of what police and municipalities promise, and of what came of it, as a
//! static site.
//!
//! Data flows one way: read → link → plan → render → publish. Every stage uses the ones before it
//! and the leaves; nothing looks back.
#![forbid(unsafe_code)]
// What comes from outside is never assumed to be well; tests may.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod slug;

pub mod digest;

pub mod language;

pub mod schema;

pub mod diagnostic;

pub mod markdown;

pub mod model;

pub mod content;

pub mod ledger;

pub mod archive;

pub mod site;

pub mod render;

pub mod publish;

pub mod author;

pub mod preview;

pub mod cli;

mod escape;
pub mod failure;
mod lock;
pub mod pipeline;
pub mod scan;
pub mod session;
mod toml_text;
