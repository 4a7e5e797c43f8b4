//! Rendering: a theme turns views into bytes, HTML by the theme's templates. Only [`read_theme`]
//! reads from disk.

mod blank;
mod bounded;
mod colour;
mod complaint;
mod digest;
mod embedded;
mod files;
mod filters;
mod limits;
mod logo;
mod loops;
mod names;
mod phrase;
mod products;
mod scale;
mod site_facts;
mod strings;
mod template_text;
mod templates;
#[cfg(test)]
mod tests;
mod theme;
mod trial;

pub use embedded::BUILD_ID;
pub use files::{ThemeFiles, read_theme};
pub use site_facts::{FooterLink, SiteFacts};
pub use theme::Theme;
