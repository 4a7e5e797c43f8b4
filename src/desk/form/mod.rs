//! The form of a file, made from the schema: a group for each group of keys, those that are needed
//! first and the rare ones folded, each with its label, help, example and mistakes.

mod choices;
mod controls;
mod groups;
mod lists;
mod meant;
mod mistakes;
mod tables;
mod wording;

pub use choices::{Choices, title_of};
pub use groups::groups;
pub use meant::meant;
pub use mistakes::Mistakes;
pub use wording::for_forms;

use toml_edit::Document;

use super::fields::FieldNode;
use super::html::Html;
use crate::language::Language;
use crate::schema::{Both, Owner};

/// What a form is made from.
pub struct FormSource<'a> {
    pub owner: Owner,
    pub document: &'a Document<String>,
    pub choices: &'a Choices<'a>,
    pub mistakes: &'a Mistakes,
    /// The table to which an empty card is to be added.
    pub add: Option<&'a str>,
    pub language: Language,
}

impl FormSource<'_> {
    fn say(&self, sv: &'static str, en: &'static str) -> &'static str {
        Both { sv, en }.in_language(self.language)
    }

    fn label(&self, both: Both) -> &'static str {
        both.in_language(self.language)
    }
}

/// The form's query: which table gets an empty card.
pub fn added(query: &FieldNode) -> Option<&str> {
    query.value("_add")
}

/// The heading of a group.
fn heading(html: &mut Html, text: &str) {
    html.element("h2", &[], text);
}
