//! Markdown: the outline of a text (headings, links, remarks) and its HTML. Both come from the same
//! parsing, so that the link that was checked is the link on the page.
//!
//! The language is CommonMark with tables, footnotes, strikethrough and heading ids (`{#id}`).
//! Every span is a range of bytes in the given text.

mod destination;
mod headings;
mod html;
mod ids;
mod line;
mod notes;
mod outline;
mod part;
mod plain;
mod raw_html;
mod reading;
mod sentences;
mod shown;
#[cfg(test)]
mod tests;
mod url;

pub use destination::{Destination, LinkKind};
pub use html::NoteStrings;
pub use line::{MarkedUp, marked_up};
pub use outline::{Heading, MarkdownLink, Outline, Remark, RemarkKind};
pub use sentences::{is_abbreviation, sentences};
pub use shown::{ShownText, shown, titles};

/// The outline of a text, in the order of the text.
pub fn outline(text: &str) -> Outline {
    reading::read(text).outline
}

/// The text as HTML: whole blocks, for a page whose own heading is the `h1`.
///
/// `hrefs[n]` replaces the destination of the n-th of [`Outline::links`]; links for which `hrefs`
/// has no entry keep their destinations. An address that [`outline()`] would have called unsafe is
/// left out even if it comes from `hrefs`.
///
/// The only ids are those of [`Outline::headings`], `noter` for the heading of the notes, `not-N`
/// for a note, and `not-N-ref`, `not-N-ref-2` and so on where the text refers to it.
pub fn html(text: &str, hrefs: &[String], strings: &NoteStrings<'_>) -> String {
    html::write(&reading::read_again(text), hrefs, strings)
}

/// The text without markup: what a reader sees, with a line for each block. Notes are last.
pub fn plain(text: &str) -> String {
    plain::write(&reading::read_again(text))
}
