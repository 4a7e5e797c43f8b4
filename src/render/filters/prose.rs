//! `markdown`: a document's text as HTML.

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::arguments::{field, wrong};
use super::needed::Needed;
use crate::markdown::{self, NoteStrings};
use crate::text;

/// The words that a page adds to a document's text.
#[derive(Debug)]
pub struct MarkdownPhrases {
    notes: String,
    note: String,
    back: String,
    table: String,
}

impl MarkdownPhrases {
    pub(super) fn of(needed: &mut Needed<'_>) -> MarkdownPhrases {
        MarkdownPhrases {
            notes: needed.text("markdown.notes"),
            note: needed.text("markdown.note"),
            back: needed.text("markdown.back"),
            table: needed.text("markdown.table"),
        }
    }

    fn strings(&self) -> NoteStrings<'_> {
        NoteStrings { notes: &self.notes, note: &self.note, back: &self.back, table: &self.table }
    }
}

pub fn register(tera: &mut Tera, phrases: MarkdownPhrases) {
    tera.register_filter(
        "markdown",
        move |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
            let (text, hrefs) = value.as_map().and_then(prose).ok_or_else(|| {
                wrong("markdown", &text!("en text ur arkivet", "a text of the archive"), value)
            })?;
            let html = markdown::html(text, &hrefs, &phrases.strings());
            Ok(Value::safe_string(&html))
        },
    );
}

fn prose(map: &Map) -> Option<(&str, Vec<String>)> {
    let text = field(map, "text")?.as_str()?;
    let hrefs = field(map, "hrefs")?.as_array()?;
    let hrefs = hrefs.iter().map(|href| href.as_str().map(str::to_owned)).collect::<Option<_>>()?;
    Some((text, hrefs))
}
