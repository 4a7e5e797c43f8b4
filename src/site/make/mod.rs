//! What pages and data files have in common: the archive as seen from one address, and the parts
//! that more than one kind of page shows.

mod chart;
mod counting;
mod divided;
mod divided_list;
mod ending;
mod entry;
mod links;
mod listed;
mod maker;
mod matrix;
mod owned;
mod place;
mod provenance;
mod rows;
mod summary;
mod updated;

pub use chart::Bars;
pub use divided::{GROUPED, county_order};
pub use divided_list::{DividedList, anchor_of};
pub use entry::in_page;
pub use maker::{Head, Maker, OtherPages};
pub use provenance::{conflicts, corrections, sources};
pub use updated::updated;
