//! Plan: which pages there are at which addresses, and the view behind each, made when asked for.
//! Pure: no I/O, no clock.

mod addresses;
mod claims;
pub mod fixture;
mod make;
mod names;
mod neighbours;
mod page;
mod plan;
mod product;
mod recent;
mod sitemap;
mod titles;
pub mod view;
mod years;

pub use make::{feed, missing, timeline_json, view};
pub use page::Page;
pub use plan::{Folder, Plan};
pub use product::{Product, product, product_near};
pub use recent::Recent;
