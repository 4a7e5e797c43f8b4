//! Löftesarkiv: an archive of what police and municipalities promise, and of what came of it, as a
//! static site.
//!
//! Data flows one way: read → link → plan → render → publish. Every stage uses the ones before it
//! and the leaves; nothing looks back.
#![forbid(unsafe_code)]
// Nothing that comes from outside may be assumed to be valid; tests may assume what they like.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

// Leaves; each uses only those above it.
mod lock;

mod piece;

mod line_ends;
mod plain_file;

mod canonical_path;

mod shown_path;

pub mod digest;

mod byte_set;

mod escape;

mod json_lines;

mod xml;

mod media_type;

mod svg;

mod toml_text;

mod toml_edits;

pub mod slug;

pub mod language;

pub mod schema;

pub mod diagnostic;

mod nearest;

pub mod failure;

pub mod markdown;

pub mod search;

pub mod model;

// The pipeline, in its order.
pub mod content;

pub mod ledger;

pub mod seals;

pub mod archive;

pub mod tables;

pub mod site;

pub mod render;

pub mod pdf;

pub mod publish;

pub mod host;

pub mod pipeline;

// What runs the pipeline.
mod unfinished_move;

pub mod scan;

pub mod session;

mod draft_mark;

pub mod build;

pub mod import;

pub mod author;

pub mod seal;

pub mod preview;

pub mod desk;

pub mod cli;
