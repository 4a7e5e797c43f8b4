//! The keys of agreements, pledges and action plans.

use std::collections::BTreeMap;

use super::dated::{WrittenPeriod, date_or_period, is_translation};
use crate::content::excerpt::excerpt;
use crate::content::fields::Table;
use crate::content::reason::reason;
use crate::diagnostic::{Code, Span, Spanned};
use crate::model::document::{
    Agreement, Commitment, Commitments, Ended, PlanKeys, PledgeKeys, Signatory,
};
use crate::slug;
use crate::text;

/// The keys of an agreement or a pledge, which needs a period unless it is a translation.
pub fn agreement(keys: &Table<'_>) -> Agreement {
    let period = keys.period("period");
    if period.is_none() && !is_translation(keys) {
        keys.need("period", None::<()>);
    }
    in_common(keys, period)
}

/// An action plan's keys.
pub fn plan(keys: &Table<'_>) -> (Agreement, PlanKeys) {
    let (date, period) = date_or_period(keys);
    (in_common(keys, period), PlanKeys { date, commitments: commitments(keys) })
}

/// What agreements, pledges and action plans have in common.
fn in_common(keys: &Table<'_>, period: WrittenPeriod) -> Agreement {
    Agreement {
        period,
        period_as_printed: keys.string("period_as_printed"),
        signed: keys.date("signed"),
        announced: keys.date("announced"),
        signatories: keys.all("signatories", signatory),
        parties: keys.strings("parties"),
        replaces: keys.references("replaces"),
        extends: keys.references("extends"),
        builds_on: keys.references("builds_on"),
        follow_ups_planned: keys.dates("follow_ups_planned"),
        follow_ups_as_printed: keys.string("follow_ups_as_printed"),
        ended: keys.table("ended").and_then(|table| ended(&table)),
    }
}

fn signatory(keys: &Table<'_>) -> Option<Signatory> {
    let name = keys.need("name", keys.text("name"));
    let signatory = Signatory {
        name: Spanned::default(),
        role: keys.string("role"),
        organisation: keys.string("organisation"),
        political_party: keys.string("political_party"),
        acting: keys.flag("acting").unwrap_or(false),
        person: keys.string("person"),
    };
    keys.leftovers();
    Some(Signatory { name: name?, ..signatory })
}

fn ended(keys: &Table<'_>) -> Option<Ended> {
    let date = keys.need("date", keys.date("date"));
    let reason = reason(keys, "reason");
    let (by, source) = (keys.string("by"), keys.string("source"));
    keys.leftovers();
    Some(Ended { date: date?, reason: reason?, by, source })
}

/// A pledge's own keys.
pub fn pledge(keys: &Table<'_>) -> PledgeKeys {
    PledgeKeys { agreement: keys.reference("agreement"), commitments: commitments(keys) }
}

/// The commitments of an agreement that is also a pledge; `None` for any other agreement.
pub fn included(keys: &Table<'_>) -> Option<Commitments> {
    let includes = keys.flag("includes_pledge");
    let commitments = commitments(keys);
    // A flag that cannot be read is already reported, so whether it is a pledge is not known.
    if includes.is_none() && !keys.absent_or_empty("includes_pledge") {
        return None;
    }
    let includes = includes.unwrap_or(false);
    let stray = ["commitments", "commitments_complete"].into_iter().find(|key| keys.has(key));
    if let (false, Some(key)) = (includes, stray)
        && let Some(value) = keys.value(key)
        && !keys.is_misspelled("includes_pledge")
    {
        value.report(
            Code::UnknownKey,
            text!(
                "En överenskommelse har bara ”{key}” när samma papper också är ett medborgarlöfte.",
                "An agreement has “{key}” only when the same paper is a pledge too."
            ),
            text!(
                "Är papperet båda delarna: lägg till includes_pledge = true ovanför första raden med [ … ]. Är medborgarlöftet ett eget dokument: flytta raderna till dess fil, som har kind = \"pledge\".",
                "If the paper is both: add includes_pledge = true above the first line with [ … ]. If the pledge is a document of its own: move the lines to its file, which has kind = \"pledge\"."
            ),
        );
    }
    includes.then_some(commitments)
}

fn commitments(keys: &Table<'_>) -> Commitments {
    let list = keys.all("commitments", commitment);
    let mut seen: BTreeMap<&str, &Span> = BTreeMap::new();
    for Commitment { id, .. } in &list {
        if let Some(earlier) = seen.insert(id, &id.span) {
            duplicate(keys, id, earlier);
        }
    }
    Commitments { list, complete: keys.flag("commitments_complete").unwrap_or(true) }
}

fn commitment(keys: &Table<'_>) -> Option<Commitment> {
    let id = keys.need("id", keys.text("id"));
    let text = keys.need("text", keys.string("text"));
    let commitment = Commitment {
        id: Spanned::default(),
        text: String::new(),
        by: keys.strings("by"),
        target: keys.string("target"),
        place: keys.string("place"),
        when: keys.string("when"),
        cause: keys.string("cause"),
        indicator: keys.string("indicator"),
        baseline: keys.string("baseline"),
        goal: keys.string("goal"),
    };
    keys.leftovers();
    if let Some(id) = &id {
        check_id(keys, id);
    }
    // One without a text can still be what an outcome is about.
    if text.is_none() {
        keys.mark_unusable();
    }
    Some(Commitment { id: id?, text: text.unwrap_or_default(), ..commitment })
}

/// An id becomes an anchor, `lofte-<id>`, so it may only contain what anchors may. An id of another
/// form is reported but kept, so that outcomes that use it are not reported too.
fn check_id(keys: &Table<'_>, id: &Spanned<String>) {
    let sound = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !id.starts_with('-')
        && !id.ends_with('-');
    if sound {
        return;
    }
    let shown = excerpt(id);
    let help = match slug::segment(id) {
        Some(meant) => text!("Skriv id = \"{meant}\"", "Write id = \"{meant}\""),
        None => text!(
            "Skriv ett kort ord som säger vad åtagandet är: id = \"…\"",
            "Write a short word that says what the commitment is: id = \"…\""
        ),
    };
    keys.report(
        Code::UnknownValue,
        id.span.clone(),
        text!(
            "”{shown}” kan inte vara ett åtagandes id: där får bara stå a–z, 0–9 och bindestreck, eftersom det blir en del av sidans adress.",
            "“{shown}” cannot be a commitment's id: only a–z, 0–9 and hyphens may stand there, since it becomes part of the page's address."
        ),
        help,
    );
}

fn duplicate(keys: &Table<'_>, id: &Spanned<String>, earlier: &Span) {
    let line = keys.line_of(earlier);
    let shown = excerpt(id);
    keys.report(
        Code::CommitmentDuplicate,
        id.span.clone(),
        text!(
            "Två åtaganden har samma id, ”{shown}”: det första står på rad {line}. Då går det inte att säga vilket en uppföljning gäller.",
            "Two commitments have the same id, “{shown}”: the first is on line {line}. So nobody can say which of them a follow-up is about."
        ),
        text!(
            "Ge ett av dem ett eget id, till exempel \"{shown}-2\".",
            "Give one of them an id of its own, such as \"{shown}-2\"."
        ),
    );
}
