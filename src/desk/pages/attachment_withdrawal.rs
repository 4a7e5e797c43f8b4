//! Withdrawing one attachment or image of a document, which itself stays as it is.

use hyper::StatusCode;

use super::context::Context;
use super::decision::{LedgerFile, NotedDecision, finish, typed};
use super::document::{refused, refused_for};
use super::edited::Edited;
use super::parts::attachments::{WithdrawableState, linking, published};
use super::unsaved::unsaved;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::digest::Digest;
use crate::text;

/// The status when a withdrawal cannot be made as it was asked for.
const UNFIT: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Withdraws a file of the document whose page has this address.
pub fn withdraw_file(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let query = typed(fields, &["_file"]);
    let context = &Context { query: &query, ..*context };
    let Some(edited) = Edited::find(context, address) else {
        return Reply::not_found(context.language);
    };
    if !edited.is_of(fields) {
        let words = text!(
            "Dokumentet har ändrats sedan sidan öppnades. Ladda om den. Inget drogs tillbaka.",
            "The document has changed since the page was opened. Reload it. Nothing was withdrawn."
        );
        return refused(context, &edited, StatusCode::CONFLICT, &[words]);
    }
    let wanted = fields.value("_file").unwrap_or_default();
    let files = published(context, &edited);
    let Some(file) = files.iter().find(|file| file.path == wanted) else {
        let words = match wanted.is_empty() {
            true => text!(
                "Välj vilken fil. Inget drogs tillbaka.",
                "Choose which file. Nothing was withdrawn."
            ),
            false => text!(
                "Filen är ingen publicerad bilaga eller bild i dokumentet. Inget drogs tillbaka.",
                "The file is no published attachment or image of the document. Nothing was withdrawn."
            ),
        };
        return refused(context, &edited, UNFIT, &[words]);
    };
    let store = &context.state.store;
    let read = match store.read(&file.path) {
        Ok(bytes) => Digest::of(&bytes),
        Err(why) => return unsaved(context, why),
    };
    let ledger = match LedgerFile::read(context) {
        Ok(ledger) => ledger,
        Err(why) => return unsaved(context, why),
    };
    if file.state == WithdrawableState::Unfinished
        || ledger.ledger.withdrawal(&file.address).is_some()
    {
        return finish(context, &file.path, read);
    }
    let Some(decision) = NotedDecision::of(fields) else {
        return refused(context, &edited, UNFIT, &[NotedDecision::missing()]);
    };
    let linking = linking(context, file.id);
    if !linking.is_empty() {
        let words = text!(
            "Löptexten länkar till filen här. Ta bort länkarna först. Inget drogs tillbaka.",
            "The running text links to the file here. Remove the links first. Nothing was withdrawn."
        );
        return refused_for(context, &edited, UNFIT, &[words], &linking);
    }
    ledger.withdraw(context, &[decision.withdraws(&file.address)], (&file.path, read))
}
