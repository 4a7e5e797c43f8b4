//! Withdrawing what has been published: a decision, a date and a reason go into the ledger, so that a
//! page at the address says so, and the document goes to the versions. What refers to it comes first.

use hyper::StatusCode;

use super::context::Context;
use super::document::{refused, refused_for};
use super::edited::Edited;
use super::parts::withdrawal::{FIELDS, begun, is_published, linked};
use super::shell::message;
use super::unsaved::unsaved;
use super::withdrawn_with::withdrawn_with;
use crate::archive::{LinkTarget, Linked};
use crate::content::{RawFile, written_date};
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::title_of;
use crate::diagnostic::Spanned;
use crate::digest::Digest;
use crate::ledger::{self, Withdrawal};
use crate::model::{Address, DocId, PartialDate};
use crate::schema::Relation;
use crate::text;

/// The status when a withdrawal cannot be made as it was asked for.
const UNFIT: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Withdraws a document.
pub fn withdraw(context: &Context<'_>, edited: &Edited, fields: &FieldNode) -> Reply {
    let store = &context.state.store;
    let old = match store.read(ledger::FILE) {
        Ok(old) => old,
        Err(why) if store.has(ledger::FILE) => return unsaved(context, why),
        Err(_) => Vec::new(),
    };
    // By the file itself: what was read last may be an attempt that failed and was taken back since.
    let (ledger, _) = ledger::read(&RawFile::new(ledger::FILE, &old));
    if begun(&ledger, edited) {
        return match store.remove(&edited.path, Digest::of(&edited.bytes)) {
            Ok(()) => Reply::see_other("/publicera").after(edited.path.clone(), None),
            Err(why) => unsaved(context, why),
        };
    }
    let typed =
        FIELDS.map(|name| (name.to_owned(), fields.value(name).unwrap_or_default().to_owned()));
    let query = FieldNode::of(typed.into_iter());
    let context = &Context { query: &query, ..*context };
    let value = |name| fields.value(name).unwrap_or_default().trim().to_owned();
    let (date, decision, reason) = (value("_date"), value("_decision"), value("_reason"));
    let day = written_date(&date).and_then(|date| match date {
        PartialDate::Day(day) => Some(day),
        PartialDate::Year(_) | PartialDate::Month(..) => None,
    });
    let Some(day) = day.filter(|_| !decision.is_empty() && !reason.is_empty()) else {
        let words = text!(
            "Fyll i en hel dag, beslutet och skälet. Inget drogs tillbaka.",
            "Fill in a whole day, the decision and the reason. Nothing was withdrawn."
        );
        return refused(context, edited, UNFIT, &[words]);
    };
    let Some((id, linked)) = linked(context, edited).filter(|_| is_published(&ledger, edited))
    else {
        let words = text!(
            "Bara ett publicerat dokument kan dras tillbaka.",
            "Only a published document can be withdrawn."
        );
        return refused(context, edited, UNFIT, &[words]);
    };
    let referring = referring(context, id);
    if !referring.is_empty() {
        let words = text!(
            "Andra dokument hänvisar hit. Ta bort hänvisningarna först. Inget drogs tillbaka.",
            "Other documents refer to this one. Remove the references first. Nothing was withdrawn."
        );
        return refused_for(context, edited, UNFIT, &[words], &referring);
    }
    let archive = &context.newest.archive;
    let followed = linked.follows_up.iter().map(|id| archive.document(*id));
    let withdrawal = |address: &Address| Withdrawal {
        address: Spanned::new(address.clone(), 0..0),
        date: day,
        decision: decision.clone(),
        reason: reason.clone(),
        title: None,
        follows_up: Vec::new(),
    };
    let own = Withdrawal {
        title: Some(value("_called")).filter(|title| !title.is_empty()),
        follows_up: followed.map(|linked| linked.document.address.clone()).collect(),
        ..withdrawal(&linked.document.address)
    };
    let with = withdrawn_with(archive, id);
    let mut rows = if old.ends_with(b"\n") { String::new() } else { "\n".to_owned() };
    for withdrawal in std::iter::once(own).chain(with.iter().map(withdrawal)) {
        ledger::push_withdrawal(&mut rows, &withdrawal);
    }
    let new = [old.as_slice(), rows.as_bytes()].concat();
    if let Err(why) = store.save(ledger::FILE, Digest::of(&old), &new) {
        return unsaved(context, why);
    }
    match store.remove(&edited.path, Digest::of(&edited.bytes)) {
        Ok(()) => Reply::see_other("/publicera")
            .after(edited.path.clone(), None)
            .after(ledger::FILE, Some(Digest::of(&new))),
        // Neither the decision nor anything else is left of the attempt.
        Err(why) => match store.save(ledger::FILE, Digest::of(&new), &old) {
            Ok(()) => unsaved(context, why).after(ledger::FILE, Some(Digest::of(&old))),
            Err(_) => half_done(context).after(ledger::FILE, Some(Digest::of(&new))),
        },
    }
}

/// The page when the decision was noted, but the document could not be taken away.
fn half_done(context: &Context<'_>) -> Reply {
    message(
        context,
        StatusCode::INTERNAL_SERVER_ERROR,
        context.say("Dokumentet ligger kvar", "The document is still here"),
        &[context.say(
            "Beslutet är antecknat, men filen kunde inte tas bort. Stäng de program som har den öppen, gå tillbaka till dokumentet och slutför tillbakadragandet.",
            "The decision is noted, but the file could not be removed. Close the programs that have it open, go back to the document and finish the withdrawal.",
        )],
    )
}

/// The titles of the documents that refer to one.
fn referring(context: &Context<'_>, id: DocId) -> Vec<String> {
    let refers = |linked: &Linked| {
        Relation::ALL.iter().any(|relation| linked.targets(*relation).contains(&id))
            || linked
                .links
                .iter()
                .any(|link| matches!(link, LinkTarget::Document(to, _) if *to == id))
    };
    let documents = context.newest.archive.documents.iter();
    documents.filter(|linked| refers(linked)).map(|it| title_of(it, context.language)).collect()
}
