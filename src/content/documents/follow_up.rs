//! The keys of follow-ups.

use super::dated::{is_translation, own_date};
use crate::content::fields::Table;
use crate::content::person_name::looks_like_a_person;
use crate::diagnostic::{Code, Spanned};
use crate::model::Status;
use crate::model::document::{FollowUp, Outcome, OutcomeOf};
use crate::text;

pub fn follow_up(keys: &Table<'_>) -> FollowUp {
    let date = own_date(keys);
    let (mut follows_up, mut assessed_by) = (keys.references("follows_up"), assessor(keys));
    if is_translation(keys) {
        assessed_by.get_or_insert_default();
    } else {
        follows_up = keys.need_some("follows_up", follows_up);
        assessed_by = keys.need("assessed_by", assessed_by);
    }
    let third_party = keys.flag("third_party").unwrap_or(false);
    let answers = keys.dates_if_any("answers");
    let outcomes = keys.all("outcomes", outcome);
    let assessed_by = assessed_by.unwrap_or_default();
    FollowUp { date, follows_up, assessed_by, third_party, answers, outcomes }
}

fn outcome(keys: &Table<'_>) -> Option<Outcome> {
    let commitment = keys.text("commitment");
    let status: Option<Spanned<Status>> = keys.word("status");
    let (text, value) = (keys.string("text"), keys.string("value"));
    let (by, assessed_by) = (keys.strings("by"), assessor(keys));
    keys.leftovers();
    if let Some(status) = &status
        && status.value == Status::Cancelled
        && text.is_none()
    {
        cancelled(keys, status);
    }
    let of = match commitment {
        Some(commitment) => {
            // A status that cannot be read has already been reported.
            if text.is_none() && value.is_none() && keys.absent_or_empty("status") {
                keys.need_one_of(&["status", "text", "value"]);
            }
            if !by.is_empty() {
                by_of_commitment(keys);
            }
            OutcomeOf::Commitment { commitment, status }
        }
        None if !keys.absent_or_empty("commitment") => return None,
        None => {
            if !keys.absent_or_empty("status") {
                status_of_whole(keys);
            } else if text.is_none() && value.is_none() {
                says_nothing(keys);
            }
            OutcomeOf::Whole { by }
        }
    };
    Some(Outcome { of, text, value, assessed_by })
}

/// Who has assessed, with a report if it seems to be a person: whoever is named here is published in
/// the tables of open data, where only organisations and functions belong.
fn assessor(keys: &Table<'_>) -> Option<String> {
    let assessor = keys.text("assessed_by")?;
    if looks_like_a_person(&assessor.value) {
        a_person(keys, &assessor);
    }
    Some(assessor.value)
}

fn a_person(keys: &Table<'_>, assessor: &Spanned<String>) {
    let name = &assessor.value;
    keys.report(
        Code::AssessedByPerson,
        assessor.span.clone(),
        text!(
            "”{name}” ser ut som en persons namn. Den som har bedömt ett åtagande står i webbplatsens öppna data, där bara organisationer och funktioner hör hemma.",
            "“{name}” looks like the name of a person. Whoever has assessed a commitment is in the site's open data, where only organisations and functions belong."
        ),
        text!(
            "Skriv organisationen eller funktionen: assessed_by = \"…\". Är det en organisation: godta varningen med accept.",
            "Write the organisation or the function: assessed_by = \"…\". If it is an organisation: accept the warning with accept."
        ),
    );
}

fn cancelled(keys: &Table<'_>, status: &Spanned<Status>) {
    if keys.absent_or_empty("text") {
        keys.report(
            Code::ReasonMissing,
            status.span.clone(),
            text!(
                "Ett inställt åtagande måste ha ett skäl, annars vet ingen varför det inte blev av.",
                "A cancelled commitment must have a reason, or nobody knows why it came to nothing."
            ),
            text!(
                "Lägg till text = \"…\" med skälet, så som källan anger det.",
                "Add text = \"…\" with the reason, as the source gives it."
            ),
        );
    }
}

/// Reports a status that is not about any particular commitment.
fn status_of_whole(keys: &Table<'_>) {
    if keys.is_explained("commitment") {
        return;
    }
    keys.report(
        Code::MissingKey,
        keys.span(),
        text!(
            "Här står ”status” men inte ”commitment”. En status säger alltid hur det gick med ett visst åtagande.",
            "Here stands “status” but not “commitment”. A status always says what came of one commitment."
        ),
        text!(
            "Gäller det ett åtagande: lägg till commitment = \"…\" med åtagandets id. Gäller det hela dokumentet: ta bort status, och skriv vad källan säger i text = \"…\" eller value = \"…\".",
            "If it is about one commitment: add commitment = \"…\" with its id. If it is about the whole document: remove status, and write what the source says in text = \"…\" or value = \"…\"."
        ),
    );
}

/// Reports an outcome of the whole document that does not say anything.
fn says_nothing(keys: &Table<'_>) {
    if keys.is_explained("commitment") || keys.is_explained("text") || keys.is_explained("value") {
        return;
    }
    let header = keys.header();
    keys.report(
        Code::MissingKey,
        keys.span(),
        text!("{header} säger inte hur det gick.", "{header} does not say how it went."),
        text!(
            "Gäller det ett åtagande: lägg till commitment = \"…\" med åtagandets id, och status, text eller value. Gäller det hela dokumentet: lägg till text = \"…\" eller value = \"…\" med vad källan säger.",
            "If it is about one commitment: add commitment = \"…\" with its id, and status, text or value. If it is about the whole document: add text = \"…\" or value = \"…\" with what the source says."
        ),
    );
}

fn by_of_commitment(keys: &Table<'_>) {
    let Some(by) = keys.value("by") else { return };
    by.report(
        Code::UnknownKey,
        text!(
            "”by” säger vem ett resultat för hela dokumentet gäller, men här gäller det ett åtagande, som har sitt eget by.",
            "“by” says whose result one of the whole document is, but this one is of a commitment, which has its own by."
        ),
        text!(
            "Ta bort by. Vem som har gjort bedömningen skrivs assessed_by = \"…\".",
            "Remove by. Who made the assessment is written assessed_by = \"…\"."
        ),
    );
}
