//! The word for the kind of what is to be created, and what is said where it does not go with a year.

use crate::content;
use crate::failure::Failure;
use crate::schema::Kind;
use crate::text;

/// The kind that a word means, or the failure if it means none.
pub fn kind(word: &str) -> Result<Kind, Failure> {
    if let Some(kind) = Kind::parse(word) {
        return Ok(kind);
    }
    let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let list: Vec<String> = Kind::ALL
        .iter()
        .map(|kind| format!("{} ({})", kind.as_str(), kind.facts().name.sv))
        .collect();
    let (sv, en) = (list.join(", "), words.join(", "));
    let help = match content::meant(word, &words) {
        Some(meant) => text!("Menade du {meant}?", "Did you mean {meant}?"),
        None => text!("Välj bland: {sv}.", "Choose one of: {en}."),
    };
    Err(Failure {
        message: text!("Det finns ingen typ ”{word}”.", "There is no kind “{word}”."),
        help,
    })
}

/// That a kind without a period was asked for several years.
pub(super) fn without_years(kind: Kind, year: i16, until: i16) -> Failure {
    let (sv, en) = (kind.facts().name.sv, kind.as_str());
    Failure {
        message: text!(
            "Typen {en} ({sv}) har ingen period, så den kan inte gälla {year}–{until}.",
            "The kind {en} has no period, so it cannot be for {year}–{until}."
        ),
        help: text!("Skriv ett enda år.", "Write a single year."),
    }
}

/// That a year was given with a kind that is no document.
pub(super) fn without_year(kind: Kind) -> Failure {
    let (sv, en) = (kind.facts().name.sv, kind.as_str());
    Failure {
        message: text!(
            "Ett årtal hör till ett dokument, inte till typen {en} ({sv}).",
            "A year belongs to a document, not to the kind {en}."
        ),
        help: text!(
            "Utelämna året. Består namnet av flera ord, sätt citattecken om det.",
            "Leave the year out. If the name is of several words, put it in quotes."
        ),
    }
}
