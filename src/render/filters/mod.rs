//! What templates can do with a view's values, in the site's language: dates and periods in words,
//! numbers, phrases, the counting sentence, Markdown. Docs for theme authors: `docs/teman.md`.

mod counting;
mod dates;
mod heading;
mod links;
mod numbers;
mod phrases;
mod prose;

use std::cell::RefCell;
use std::sync::Arc;

use tera::value::Key;
use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

pub use counting::CountingPhrases;
pub use prose::MarkdownPhrases;

use super::complaint::said;
use super::strings::Strings;
use crate::language::{Labels, Language};
use crate::text;

/// The theme's texts that the filters themselves use, in one language. Those that the titles of
/// pages are made of ([`Labels`]) are looked for here too, so that none is found missing later.
#[derive(Debug)]
pub struct Phrases {
    pub language: Language,
    pub period: PeriodPhrases,
    pub markdown: MarkdownPhrases,
    pub counting: CountingPhrases,
}

/// Periods of which an end is not known.
#[derive(Debug, Clone)]
pub struct PeriodPhrases {
    /// Without a known end: "från {from}".
    pub open: String,
    /// Without a known beginning: "till och med {until}".
    pub until: String,
    /// "tills vidare"
    pub further_notice: String,
    /// "från {from} tills vidare"
    pub further_notice_from: String,
}

impl Phrases {
    /// The phrases, or the keys that the theme lacks.
    pub fn of(strings: &Strings, language: Language) -> Result<Phrases, Vec<String>> {
        let mut needed = Needed { strings, missing: Vec::new() };
        let phrases = Phrases {
            language,
            period: PeriodPhrases {
                open: needed.text("period.open"),
                until: needed.text("period.until"),
                further_notice: needed.text("period.further_notice"),
                further_notice_from: needed.text("period.further_notice_from"),
            },
            markdown: MarkdownPhrases::of(&mut needed),
            counting: CountingPhrases::of(&mut needed),
        };
        let missing = RefCell::new(needed.missing);
        Labels::of(|key| {
            if strings.text(key).is_none() {
                missing.borrow_mut().push(key.to_owned());
            }
            String::new()
        });
        let missing = missing.into_inner();
        if missing.is_empty() { Ok(phrases) } else { Err(missing) }
    }
}

/// Looks texts up, and notes those that are not there.
struct Needed<'a> {
    strings: &'a Strings,
    missing: Vec<String>,
}

impl Needed<'_> {
    fn text(&mut self, key: &str) -> String {
        self.strings.text(key).map(str::to_owned).unwrap_or_else(|| {
            self.missing.push(key.to_owned());
            String::new()
        })
    }

    fn plural(&mut self, key: &str) -> super::phrase::Plural {
        self.strings.plural(key).cloned().unwrap_or_else(|| {
            self.missing.push(key.to_owned());
            super::phrase::Plural {
                zero: None,
                one: String::new(),
                two: None,
                other: String::new(),
            }
        })
    }
}

/// Gives the templates the filters, and takes away those whose order changes between runs.
pub fn register(tera: &mut Tera, phrases: Phrases) {
    let phrases = Arc::new(phrases);
    dates::register(tera, &phrases);
    numbers::register(tera, phrases.language);
    phrases::register(tera, phrases.language);
    counting::register(tera, &phrases);
    prose::register(tera, &phrases);
    heading::register(tera);
    links::register(tera);
    for name in ["group_by", "keys", "values", "pairs"] {
        tera.register_filter(name, move |_: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
            Err(said(text!(
                "Filtret ”{name}” går inte att använda: ordningen skulle ändras från gång till gång.",
                "The filter “{name}” cannot be used: its order would change from run to run."
            )))
        });
    }
}

/// A field of a value from a view.
fn field<'a>(map: &'a Map, name: &'static str) -> Option<&'a Value> {
    map.get(&Key::Str(name)).filter(|value| !value.is_none() && !value.is_undefined())
}

/// A filter that got something else than it takes.
fn wrong(filter: &str, wants: &crate::diagnostic::Text, got: &Value) -> tera::Error {
    let kind = got.name();
    let (sv, en) = (&wants.sv, &wants.en);
    said(text!(
        "Filtret ”{filter}” tar {sv}, men fick ett värde av typen {kind}.",
        "The filter “{filter}” takes {en}, but got a value of type {kind}."
    ))
}
