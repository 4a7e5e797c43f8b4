//! The files of a theme: the built-in ones, and a site's own that replace them.

mod asset;
mod lean;
mod problems;
mod read;
mod theme_files;

pub use read::read_theme;
pub(super) use theme_files::Assets;
pub use theme_files::{BUILT_IN, ThemeFiles};
