//! What is wrong with the site's own files: problems with their places, all collected and reported
//! together. A leaf: no I/O, used by every part of the program.

pub mod bilingual;
pub mod canonical;
mod code;
pub mod html;
pub mod json;
pub mod os_error;
mod problem;
mod report;
mod source;
mod summed_up;
#[cfg(test)]
mod tests;
pub mod text;
mod visible;

pub use bilingual::Text;
pub use code::{Code, Severity};
pub use problem::{Diagnostic, Excerpt, Problem};
pub use report::Report;
pub use source::{Source, Span, Spanned, floor_char_boundary};
pub use summed_up::Extent;
pub use visible::{visible, visible_lines};
