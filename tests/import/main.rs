//! What is pasted, and whole files from other programs, as Markdown; and the drafts that are made of
//! them.

#[path = "../support/mod.rs"]
mod support;

mod bounds;
mod drafts;
mod files;
mod libreoffice;
mod made;
mod pasted;
