//! What Markdown becomes: a rule, an input in view, the whole output.

mod any_text;
mod blocks;
mod headings;
mod links;
mod notes;
mod raw_html;
mod sentences;

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

/// Every remark with the characters it is about.
fn remarks(text: &str) -> Vec<(RemarkKind, &str)> {
    outline(text).remarks.into_iter().map(|Remark { what, span }| (what, &text[span])).collect()
}
