//! `counting`: what came of the commitments, as a sentence whose numbers add up. Swedish puts the
//! verb second, so that a part reads differently first ("Av 3 löften pågår 2 …") and later
//! ("… och 2 pågår"); the theme's texts have both.

use std::sync::Arc;

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::{Needed, Phrases, field, numbers, wrong};
use crate::language::Language;
use crate::render::phrase::{Plural, fill};
use crate::text;

/// The texts of `counting`.
#[derive(Debug)]
pub struct CountingPhrases {
    /// "Av {total} löften {items}."
    sentence: String,
    /// "{n} medborgarlöften är inte uppdelade i löften."
    undivided: Plural,
    /// In the order of the sentence: what needs "är" before what has a verb of its own.
    parts: Vec<(Field, Part)>,
    /// "Pågår" of pledges that are over.
    ongoing_over: Part,
}

/// What is counted under one heading.
#[derive(Debug)]
struct Part {
    /// "är {n} uppfyllda"
    first: Plural,
    /// "{n} uppfyllda"
    next: Plural,
    /// "Alla {n} löften är uppfyllda."
    all: Plural,
}

/// A number of the view's `Counting`.
type Field = &'static str;

const FIELDS: [Field; 8] = [
    "kept",
    "partly_kept",
    "not_kept",
    "cancelled",
    "not_started",
    "ongoing",
    "not_assessable",
    "missing",
];

impl CountingPhrases {
    pub(super) fn of(needed: &mut Needed<'_>) -> CountingPhrases {
        CountingPhrases {
            sentence: needed.text("counting.sentence"),
            undivided: needed.plural("counting.undivided"),
            parts: FIELDS.map(|field| (field, Part::of(needed, field))).into(),
            ongoing_over: Part::of(needed, "ongoing_over"),
        }
    }

    fn part(&self, field: Field, over: bool) -> Option<&Part> {
        if over && field == "ongoing" {
            return Some(&self.ongoing_over);
        }
        self.parts.iter().find(|(name, _)| *name == field).map(|(_, part)| part)
    }
}

impl Part {
    fn of(needed: &mut Needed<'_>, field: &str) -> Part {
        Part {
            first: needed.plural(&format!("counting.{field}.first")),
            next: needed.plural(&format!("counting.{field}.next")),
            all: needed.plural(&format!("counting.{field}.all")),
        }
    }
}

pub fn register(tera: &mut Tera, phrases: &Arc<Phrases>) {
    let phrases = phrases.clone();
    tera.register_filter(
        "counting",
        move |value: &Value, values: Kwargs, _: &State| -> TeraResult<String> {
            let over = values.get::<bool>("over")?.unwrap_or(false);
            let counted = value.as_map().and_then(read).ok_or_else(|| {
                wrong("counting", &text!("en räkning av löften", "a count of commitments"), value)
            })?;
            Ok(sentence(&phrases.counting, phrases.language, &counted, over))
        },
    );
}

/// The numbers of a view's `Counting`.
struct Counted {
    total: u64,
    undivided: u64,
    /// Those that are not 0, in the order of the sentence.
    parts: Vec<(Field, u64)>,
}

fn read(map: &Map) -> Option<Counted> {
    let number = |name| field(map, name).and_then(Value::as_u64);
    let mut parts = Vec::new();
    for field in FIELDS {
        let n = number(field)?;
        if n > 0 {
            parts.push((field, n));
        }
    }
    Some(Counted { total: number("total")?, undivided: number("undivided")?, parts })
}

/// "Av 9 löften är 5 uppfyllda, 2 delvis uppfyllda, 1 inte uppfyllt och 1 saknar uppföljning i
/// arkivet. 2 medborgarlöften är inte uppdelade i löften."
fn sentence(
    phrases: &CountingPhrases,
    language: Language,
    counted: &Counted,
    over: bool,
) -> String {
    let say =
        |plural: &Plural, n: u64| fill(plural.form(n), &[("n", &numbers::number(language, n))]);
    let mut said = match counted.parts[..] {
        [] => String::new(),
        [(field, n)] => {
            phrases.part(field, over).map_or_else(String::new, |part| say(&part.all, n))
        }
        [..] => {
            let items: Vec<String> = counted
                .parts
                .iter()
                .enumerate()
                .filter_map(|(at, (field, n))| {
                    let part = phrases.part(field, over)?;
                    Some(say(if at == 0 { &part.first } else { &part.next }, *n))
                })
                .collect();
            let total = numbers::number(language, counted.total);
            let items = numbers::list(language, &items);
            fill(&phrases.sentence, &[("total", &total), ("items", &items)])
        }
    };
    if counted.undivided > 0 {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(&say(&phrases.undivided, counted.undivided));
    }
    said
}
