//! The desk: editing the site in a browser on the same computer. What it writes are the files that
//! another editor would write by hand, in the same places; whatever it does not touch keeps its
//! bytes.

mod exchange;
mod fields;
mod form;
mod html;
mod images;
mod pages;
mod panes;
mod sending;
mod server;
mod state;
mod store;
mod text;

pub use exchange::new_token;
pub use server::{Desk, Setup, site_made_in};
