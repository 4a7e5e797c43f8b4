//! The keys of follow-ups.

use crate::content::fields::Table;
use crate::diagnostic::{Code, Spanned};
use crate::model::Status;
use crate::model::document::{FollowUp, Outcome};
use crate::text;

pub fn follow_up(keys: &Table<'_>) -> Option<FollowUp> {
    let date = keys.need("date", keys.date("date"));
    let follows_up = keys.need_some("follows_up", keys.references("follows_up"));
    let assessed_by = keys.need("assessed_by", keys.string("assessed_by"));
    let third_party = keys.flag("third_party").unwrap_or(false);
    let answers = keys.dates("answers");
    let outcomes = keys.all("outcomes", outcome);
    let (date, assessed_by) = (date?, assessed_by?);
    Some(FollowUp { date, follows_up, assessed_by, third_party, answers, outcomes })
}

fn outcome(keys: &Table<'_>) -> Option<Outcome> {
    let commitment = keys.need("commitment", keys.text("commitment"));
    let status: Option<Spanned<Status>> = keys.need("status", keys.word("status"));
    let text = match &status {
        Some(status) if status.value == Status::Cancelled => cancelled(keys, status),
        _ => keys.string("text"),
    };
    let (value, assessed_by) = (keys.string("value"), keys.string("assessed_by"));
    keys.leftovers();
    Some(Outcome { commitment: commitment?, status: status?, text, value, assessed_by })
}

fn cancelled(keys: &Table<'_>, status: &Spanned<Status>) -> Option<String> {
    let text = keys.string("text");
    if text.is_none() && keys.absent_or_empty("text") {
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
    text
}
