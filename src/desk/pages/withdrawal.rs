//! Withdrawing what has been published: a decision, a date and a reason go into the ledger, so that a
//! page at the address says so, and the document goes to the versions. What refers to it comes first.

use hyper::StatusCode;

use super::context::Context;
use super::decision::{LedgerFile, NotedDecision, finish, typed};
use super::document::{refused, refused_for};
use super::edited::Edited;
use super::parts::withdrawal::{begun, is_published, linked};
use super::unsaved::unsaved;
use super::withdrawn_with::withdrawn_with;
use crate::archive::{LinkTarget, Linked};
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::form::title_of;
use crate::digest::Digest;
use crate::ledger::Withdrawal;
use crate::model::DocId;
use crate::schema::Relation;
use crate::text;

/// The status when a withdrawal cannot be made as it was asked for.
const UNFIT: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Withdraws a document.
pub fn withdraw(context: &Context<'_>, edited: &Edited, fields: &FieldNode) -> Reply {
    let file = match LedgerFile::read(context) {
        Ok(file) => file,
        Err(why) => return unsaved(context, why),
    };
    let of_file = (&*edited.path, Digest::of(&edited.bytes));
    if begun(&file.ledger, edited) {
        return finish(context, of_file.0, of_file.1);
    }
    let query = typed(fields, &[]);
    let context = &Context { query: &query, ..*context };
    let Some(decision) = NotedDecision::of(fields) else {
        return refused(context, edited, UNFIT, &[NotedDecision::missing()]);
    };
    let Some((id, linked)) = linked(context, edited).filter(|_| is_published(&file.ledger, edited))
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
    let called = fields.value("_called").unwrap_or_default().trim();
    let own = Withdrawal {
        title: Some(called.to_owned()).filter(|title| !title.is_empty()),
        follows_up: followed.map(|linked| linked.document.address.clone()).collect(),
        ..decision.withdraws(&linked.document.address)
    };
    let with = withdrawn_with(archive, id);
    let with = with.iter().map(|address| decision.withdraws(address));
    let all: Vec<Withdrawal> = std::iter::once(own).chain(with).collect();
    file.withdraw(context, &all, of_file)
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
