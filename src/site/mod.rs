//! Plan: which pages and files there are at which addresses, and the view of each page, which is
//! made when it is asked for. Each kind of page has a file in `pages/`, and each file that the
//! program writes without the theme has one in `outputs/`. Pure: no I/O and no clock.

mod addresses;
mod beginnings;
mod calendar;
mod claims;
mod fits;
mod fixture;
mod in_force;
mod lists;
mod make;
mod matrix_places;
mod missing;
mod missing_promises;
mod names;
mod optional;
mod outputs;
mod overview;
mod pages;
mod plan;
mod planned;
mod product;
mod scale;
mod searching;
mod site_names;
mod titles;
pub mod view;
mod years;

pub use missing::missing;
pub use optional::OptionalPages;
pub use outputs::Data;
pub use pages::{Origin, PageBody, View, fixture_views};
pub use plan::SitePlan;
pub use product::{Product, product, product_near};
pub use scale::Recent;
