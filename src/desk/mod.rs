//! The desk: editing the site in a browser on the same computer. What it writes are the files that
//! another editor would write by hand, in the same places; whatever it does not touch keeps its
//! bytes.

mod fields;
mod form;
mod html;
mod images;
mod pages;
mod sending;
mod server;
mod store;
mod text;

pub use server::{Desk, Setup, new_token, site_made_in};
