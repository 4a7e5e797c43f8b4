//! Mistakes that TOML does not allow. Each is recognised and reported together with the correct
//! line, if that is obvious.

mod as_value;
mod keys;
mod quotes;
mod repair;
mod slip;
mod statements;
mod texts;

use crate::text;

pub use keys::{key, known};
pub use repair::meant;
pub use slip::{FaultyLine, Slip, correct};

/// Messages of the parser after which it also drops lines that are correct.
const NOT_RECOVERED: &[&str] = &[
    "key with no value",
    "missing value for key",
    "invalid key-value pair",
    "keys cannot be",
    "extra `=`",
    "extra assignment",
    "missing comma between key-value pairs",
    "with a dotted key",
    "unclosed",
];

/// Identifies the mistake on a line.
pub fn explain(faulty: &FaultyLine<'_>) -> Slip {
    let slip = name(faulty);
    let lost = faulty
        .errors
        .iter()
        .any(|(_, message)| NOT_RECOVERED.iter().any(|words| message.contains(words)));
    // A part of a list or of a long text is kept, so that the rest of it can be read.
    let keeps_value = (!lost || faulty.inside.is_some()) && !slip.header && slip.lines_more == 0;
    Slip { keeps_value, ..slip }
}

/// Longer lines are neither repeated with corrections nor searched for what was meant.
const LONGEST_LINE: usize = 4000;

fn name(faulty: &FaultyLine<'_>) -> Slip {
    if faulty.line.len() > LONGEST_LINE {
        return too_long(faulty);
    }
    let slip = match faulty.inside {
        Some(_) => statements::conflict(faulty),
        None => statements::slip(faulty),
    };
    slip.or_else(|| texts::slip(faulty)).unwrap_or_else(|| {
        Slip::new(
            text!(
                "Raden går inte att läsa: den är varken nyckel = värde, en rubrik som [contact] eller en kommentar som börjar med #.",
                "The line cannot be read: it is neither key = value, a header such as [contact], nor a comment that begins with #."
            ),
            text!(
                "Skriv den som nyckel = \"värde\", eller sätt # först om den är en anteckning.",
                "Write it as key = \"value\", or put # first if it is a note."
            ),
        )
        .at(faulty.trimmed())
    })
}

fn too_long(faulty: &FaultyLine<'_>) -> Slip {
    let at = faulty.errors.first().map_or(0, |(at, _)| at.start);
    let characters = faulty.line.chars().count();
    Slip::new(
        text!(
            "Raden går inte att läsa härifrån. Den är {characters} tecken lång, så troligen saknas ett citattecken eller ett radslut.",
            "The line cannot be read from here. It is {characters} characters long, so a quote or a line end is probably missing."
        ),
        text!(
            "Dela upp raden, och kontrollera att varje text börjar och slutar med ett citattecken. Lång text skrivs efter den avslutande raden +++.",
            "Split the line, and check that every text begins and ends with a quote. Long texts are written after the closing line +++."
        ),
    )
    .at(at..at)
}
