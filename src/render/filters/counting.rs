//! `counting`: what became of the commitments, or of the measures of an action plan, as a sentence
//! whose numbers add up, and according to whom.

use std::fmt::Display;

use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::arguments::{field, wrong};
use super::needed::Needed;
use super::numbers;
use crate::language::{Language, enumerated};
use crate::render::phrase::{Plural, fill};
use crate::site::view::Counted;
use crate::text;

/// The texts of `counting`.
#[derive(Debug)]
pub struct CountingPhrases {
    commitments: CountedPhrases,
    measures: CountedPhrases,
    /// "Enligt {who}."
    by: String,
    /// "parterna", when several parties have assessed.
    parties: String,
    /// "Enligt arkivets egen jämförelse."
    by_archive: String,
    /// "Enligt {who} och arkivets egen jämförelse."
    by_both: String,
    /// The same of those that are judged, when others have only a result or were followed up together:
    /// "Bedömt av {who}."
    judged_by: String,
    /// "Bedömt i arkivets egen jämförelse."
    judged_by_archive: String,
    /// "Bedömt av {who} och i arkivets egen jämförelse."
    judged_by_both: String,
}

/// The texts for what is counted.
#[derive(Debug)]
struct CountedPhrases {
    /// "{total} åtaganden: {items}."
    sentence: String,
    /// "De {total} åtaganden som arkivet känner till: {items}."
    known: String,
    /// "Medborgarlöftet innehåller fler."
    known_more: Plural,
    /// "{n} medborgarlöften räknas inte med: …", beside what is counted.
    undivided: Plural,
    /// "Arkivet har inte medborgarlöftenas åtaganden …", where nothing is counted.
    undivided_only: Plural,
    /// "Parterna bedömer {n} åtaganden olika."
    disputed: Plural,
    /// In the order in which the sentence has them.
    parts: Vec<(Field, CountPhrases)>,
}

/// The phrases for one number of the count.
#[derive(Debug)]
struct CountPhrases {
    /// "{n} uppfyllda"
    one: Plural,
    /// "{n} av {n} åtaganden är uppfyllda."
    all: Plural,
    /// "Det enda åtagande som arkivet känner till är uppfyllt."
    known: String,
}

/// A number of the view's `Counting`.
type Field = &'static str;

const FIELDS: [Field; 11] = [
    "kept",
    "partly_kept",
    "not_kept",
    "cancelled",
    "not_started",
    "ongoing",
    "ongoing_over",
    "not_assessable",
    "reported",
    "as_a_whole",
    "missing",
];

impl CountingPhrases {
    pub(super) fn of(needed: &mut Needed<'_>) -> CountingPhrases {
        CountingPhrases {
            commitments: CountedPhrases::of(needed, "counting"),
            measures: CountedPhrases::of(needed, "measures"),
            by: needed.text("counting.by"),
            parties: needed.text("counting.parties"),
            by_archive: needed.text("counting.by_archive"),
            by_both: needed.text("counting.by_both"),
            judged_by: needed.text("counting.judged_by"),
            judged_by_archive: needed.text("counting.judged_by_archive"),
            judged_by_both: needed.text("counting.judged_by_both"),
        }
    }

    fn of_counted(&self, of: Counted) -> &CountedPhrases {
        match of {
            Counted::Commitments => &self.commitments,
            Counted::Measures => &self.measures,
        }
    }
}

impl CountedPhrases {
    /// The texts of a group of the theme's strings.
    fn of(needed: &mut Needed<'_>, group: &str) -> CountedPhrases {
        let count = |needed: &mut Needed<'_>, field: &str| CountPhrases {
            one: needed.plural(&format!("{group}.{field}.part")),
            all: needed.plural(&format!("{group}.{field}.all")),
            known: needed.text(&format!("{group}.{field}.known")),
        };
        CountedPhrases {
            sentence: needed.text(&format!("{group}.sentence")),
            known: needed.text(&format!("{group}.known")),
            known_more: needed.plural(&format!("{group}.known_more")),
            undivided: needed.plural(&format!("{group}.undivided")),
            undivided_only: needed.plural(&format!("{group}.undivided_only")),
            disputed: needed.plural(&format!("{group}.disputed")),
            parts: FIELDS.map(|field| (field, count(needed, field))).into(),
        }
    }

    fn part(&self, field: Field) -> Option<&CountPhrases> {
        self.parts.iter().find(|(name, _)| *name == field).map(|(_, part)| part)
    }
}

pub fn register(tera: &mut Tera, language: Language, phrases: CountingPhrases) {
    tera.register_filter(
        "counting",
        move |value: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
            let counted = value.as_map().and_then(read).ok_or_else(|| {
                wrong(
                    "counting",
                    &text!("en räkning av åtaganden", "a count of commitments"),
                    value,
                )
            })?;
            Ok(sentence(&phrases, language, &counted))
        },
    );
}

/// A view's `Counting`.
struct CountingValue {
    of: Counted,
    total: u64,
    undivided: u64,
    divided: u64,
    partly_known: u64,
    /// The numbers that are not 0, in the order of the sentence.
    parts: Vec<(Field, u64)>,
    by: Vec<String>,
    by_others: bool,
    by_archive: bool,
    disputed: u64,
}

fn read(map: &Map) -> Option<CountingValue> {
    let number = |name| field(map, name).and_then(Value::as_u64);
    let mut parts = Vec::new();
    for field in FIELDS {
        let n = number(field)?;
        if n > 0 {
            parts.push((field, n));
        }
    }
    let by = field(map, "by")?.as_array()?;
    let by = by.iter().map(|who| who.as_str().map(str::to_owned)).collect::<Option<_>>()?;
    let flag = |name| field(map, name).and_then(Value::as_bool);
    let (by_others, by_archive) = (flag("by_others")?, flag("by_archive")?);
    let (total, undivided) = (number("total")?, number("undivided")?);
    let (divided, partly_known) = (number("divided")?, number("partly_known")?);
    let of = match field(map, "of")?.as_str()? {
        "measures" => Counted::Measures,
        "commitments" => Counted::Commitments,
        _ => return None,
    };
    Some(CountingValue {
        of,
        total,
        undivided,
        divided,
        partly_known,
        parts,
        by,
        by_others,
        by_archive,
        disputed: number("disputed")?,
    })
}

/// "9 åtaganden: 5 uppfyllda, 2 delvis uppfyllda, 1 inte uppfyllt, 1 saknar uppföljning i arkivet.
/// Enligt Polismyndigheten. 2 medborgarlöften räknas inte med: …"
fn sentence(phrases: &CountingPhrases, language: Language, counted: &CountingValue) -> String {
    let counts = phrases.of_counted(counted.of);
    let say =
        |plural: &Plural, n: u64| fill(plural.form(n), &[("n", &numbers::number(language, n))]);
    let parts = counted.parts.iter().filter_map(|(field, n)| Some((counts.part(field)?, *n)));
    let parts: Vec<(&CountPhrases, u64)> = parts.collect();
    let mut sentences = Vec::new();
    match parts[..] {
        [] => {}
        // If only a part of the commitments is known, no sentence may claim anything about all.
        [(part, n)] if counted.partly_known == 0 => sentences.push(say(&part.all, n)),
        [(part, 1)] => sentences.push(part.known.clone()),
        [..] => {
            let items: Vec<String> = parts.iter().map(|(part, n)| say(&part.one, *n)).collect();
            let total = numbers::number(language, counted.total);
            let items = items.join(", ");
            let values: [(&str, &dyn Display); 2] = [("total", &total), ("items", &items)];
            sentences.push(match counted.partly_known {
                0 => fill(&counts.sentence, &values),
                _ => fill(&counts.known, &values),
            });
        }
    }
    let who = match &counted.by[..] {
        [] => None,
        [who] => Some(who.clone()),
        several if counted.by_others => Some(enumerated(language, several)),
        [..] => Some(phrases.parties.clone()),
    };
    // Whoever judged some of them has not said what became of the others.
    let unjudged = ["reported", "as_a_whole"];
    let mixed = counted.parts.iter().any(|(field, _)| unjudged.contains(field));
    let (by, by_archive, by_both) = match mixed {
        false => (&phrases.by, &phrases.by_archive, &phrases.by_both),
        true => (&phrases.judged_by, &phrases.judged_by_archive, &phrases.judged_by_both),
    };
    match (who, counted.by_archive) {
        (None, false) => {}
        (None, true) => sentences.push(by_archive.clone()),
        (Some(who), false) => sentences.push(fill(by, &[("who", &who)])),
        (Some(who), true) => sentences.push(fill(by_both, &[("who", &who)])),
    }
    if counted.disputed > 0 {
        sentences.push(say(&counts.disputed, counted.disputed));
    }
    if counted.partly_known > 0 {
        // "The pledge" would not say which of several.
        let several = counted.divided > 1;
        let more = if several {
            &*counts.known_more.other
        } else {
            counts.known_more.form(counted.partly_known)
        };
        let n = numbers::number(language, counted.partly_known);
        sentences.push(fill(more, &[("n", &n)]));
    }
    if counted.undivided > 0 {
        let plural = if parts.is_empty() { &counts.undivided_only } else { &counts.undivided };
        sentences.push(say(plural, counted.undivided));
    }
    sentences.join(" ")
}
