//! What templates can do with the values of a view, in the site's language: dates and periods in
//! words, numbers, phrases, the counting sentence, Markdown. `docs/teman.md` documents it for
//! authors of themes.

mod arguments;
mod counting;
mod data_block;
mod dates;
mod heading;
mod kept;
mod language;
mod links;
mod looped;
mod needed;
mod numbers;
mod phrases;
mod prose;
mod range;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use counting::CountingPhrases;
use dates::PeriodPhrases;
use needed::Needed;
use prose::MarkdownPhrases;

use super::complaint::filter_error;
use super::strings::Strings;
use crate::language::Language;
use crate::text;

/// Begins a page: no loop has run on it.
pub fn begin_page() {
    range::begin_page();
    looped::begin_page();
}

/// The theme's texts that the filters themselves use, in one language.
#[derive(Debug)]
pub struct Phrases {
    language: Language,
    period: PeriodPhrases,
    markdown: MarkdownPhrases,
    counting: CountingPhrases,
}

impl Phrases {
    /// The phrases; or, if the theme lacks any, their keys.
    pub fn of(strings: &Strings, language: Language) -> Result<Phrases, Vec<String>> {
        let mut needed = Needed { strings, missing: Vec::new() };
        let phrases = Phrases {
            language,
            period: PeriodPhrases::of(&mut needed),
            markdown: MarkdownPhrases::of(&mut needed),
            counting: CountingPhrases::of(&mut needed),
        };
        let missing = needed.missing;
        if missing.is_empty() { Ok(phrases) } else { Err(missing) }
    }
}

/// Registers the filters, and removes the engine's own whose order would change between runs.
pub fn register(tera: &mut Tera, phrases: Phrases) {
    let Phrases { language, period, markdown, counting } = phrases;
    dates::register(tera, language, period);
    numbers::register(tera, language);
    phrases::register(tera, language);
    counting::register(tera, language, counting);
    prose::register(tera, markdown);
    heading::register(tera);
    language::register(tera);
    links::register(tera, language);
    data_block::register(tera);
    range::register(tera);
    looped::register(tera);
    kept::register(tera);
    for name in ["group_by", "keys", "values", "pairs"] {
        tera.register_filter(name, move |_: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
            Err(filter_error(text!(
                "Filtret ”{name}” går inte att använda: ordningen skulle ändras från gång till gång.",
                "The filter “{name}” cannot be used: its order would change from run to run."
            )))
        });
    }
}
