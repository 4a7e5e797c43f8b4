//! What Markdown becomes: a rule, a visible input, and the whole output.

mod any_text;
mod blocks;
mod headings;
mod items;
mod links;
mod lost;
mod notes;
mod raw_html;
mod sentences;
mod slips;

use super::{NoteStrings, Remark, RemarkKind, html, outline};

const STRINGS: NoteStrings<'_> = NoteStrings {
    notes: "Fotnoter",
    note: "Fotnot",
    back: "Tillbaka till fotnot",
    table: "Tabell",
};

/// The text as HTML, with destinations as written.
fn page(text: &str) -> String {
    html(text, &[], &STRINGS)
}

/// Every remark and the characters that it is about.
fn remarks(text: &str) -> Vec<(RemarkKind, &str)> {
    outline(text).remarks.into_iter().map(|Remark { what, span }| (what, &text[span])).collect()
}
