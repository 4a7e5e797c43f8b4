//! Markdown: what a text holds (headings, links, what deserves a remark) and the HTML made of it.
//! Both come from one reading, so that the link that was checked is the link on the page.
//!
//! The language is CommonMark with tables, footnotes, strikethrough and heading ids (`{#id}`).
//! Every span is a byte range into the text that was given.

mod destination;
mod headings;
mod html;
mod ids;
mod notes;
mod outline;
mod part;
mod raw_html;
mod reading;
mod sentences;
#[cfg(test)]
mod tests;
mod url;

pub use destination::{Destination, LinkKind};
pub use html::NoteStrings;
pub use outline::{Heading, MarkdownLink, Outline, Remark, RemarkKind};
pub use sentences::sentences;

/// What the text holds, in the order of the text.
pub fn outline(text: &str) -> Outline {
    reading::read(text).outline
}

/// The text as HTML: whole blocks, for a page whose own heading is the `h1`.
///
/// `hrefs[n]` stands in for the destination of the n-th of [`Outline::links`]; where `hrefs` ends,
/// destinations are as written. An address that [`outline()`] would have called unsafe is left
/// out even when it comes from `hrefs`.
///
/// The only ids are those of [`Outline::headings`], `noter` for the heading of the notes, `not-N`
/// for a note, and `not-N-ref`, `not-N-ref-2` … where the text refers to it.
pub fn html(text: &str, hrefs: &[String], strings: &NoteStrings<'_>) -> String {
    html::write(&reading::read(text), hrefs, strings)
}
