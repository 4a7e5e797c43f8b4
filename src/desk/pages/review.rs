//! A copy for those who are to approve a document, as one PDF with UTKAST across every page; and the
//! note of when it was made and who has approved the text. The note knows the text by its digest, so
//! it can say when the text has changed since.

use hyper::StatusCode;

use super::approvals::text_digest;
use super::context::Context;
use super::decision::typed;
use super::document::refused;
use super::edited::Edited;
use super::unsaved::unsaved;
use crate::content::written_date;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::store::Approval;
use crate::diagnostic::Text;
use crate::model::{Address, PartialDate};
use crate::pdf::{PdfOptions, document};
use crate::pipeline::assemble;
use crate::text;

/// Makes the copy, or notes an approval.
pub fn review(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let query = typed(fields, &["_by", "_on"]);
    let context = &Context { query: &query, ..*context };
    let Some(edited) = Edited::find(context, address) else {
        return Reply::not_found(context.language);
    };
    if !edited.is_of(fields) {
        let words = text!(
            "Dokumentet har ändrats sedan sidan öppnades. Ladda om den.",
            "The document has changed since the page was opened. Reload it."
        );
        return refused(context, &edited, StatusCode::CONFLICT, &[words]);
    }
    let Some(digest) = text_digest(&edited.path, &edited.bytes) else {
        return Reply::not_found(context.language);
    };
    let sha256 = digest.to_string();
    let today = (context.state.options)().today;
    let mut notes = context.state.store.review(&edited.path);
    if fields.get("_copy").is_some() {
        let pdf = match copy(context, &edited) {
            Ok(pdf) => pdf,
            Err(words) => {
                return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &[words]);
            }
        };
        notes.copies.push(Approval { by: String::new(), date: today.to_string(), sha256 });
        if let Err(why) = context.state.store.note_review(&edited.path, &notes) {
            return unsaved(context, why);
        }
        let stem = edited.address.trim_end_matches(".html").replace('/', "-");
        return Reply::download("application/pdf", pdf, &format!("utkast-{stem}.pdf"));
    }
    let by = fields.value("_by").unwrap_or_default().trim().to_owned();
    let on = fields.value("_on").unwrap_or_default();
    let date = match written_date(on) {
        Some(date @ PartialDate::Day(day)) if day <= today => date.to_string(),
        Some(PartialDate::Day(_)) => {
            let words = text!(
                "Dagen har inte varit än. Inget antecknades.",
                "The day is still to come. Nothing was noted."
            );
            return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &[words]);
        }
        _ if on.trim().is_empty() => today.to_string(),
        _ => String::new(),
    };
    if by.is_empty() || date.is_empty() {
        let words = text!(
            "Fyll i vem som har godkänt texten, och en hel dag. Inget antecknades.",
            "Fill in who has approved the text, and a whole day. Nothing was noted."
        );
        return refused(context, &edited, StatusCode::UNPROCESSABLE_ENTITY, &[words]);
    }
    notes.approvals.push(Approval { by, date, sha256 });
    match context.state.store.note_review(&edited.path, &notes) {
        Ok(()) => Reply::see_other(format!("/dokument/{}?_sparat=godkant", edited.address)),
        Err(why) => unsaved(context, why),
    }
}

/// The PDF of the page as it would be.
fn copy(context: &Context<'_>, edited: &Edited) -> Result<Vec<u8>, Text> {
    let failed = || {
        text!(
            "Sidan kan inte göras förrän felen är rättade.",
            "The page cannot be made until the errors are mended."
        )
    };
    let address = Address::parse(&edited.address).ok_or_else(failed)?;
    let options = (context.state.options)();
    let newest = context.newest;
    let before = context.status.shown.as_ref().map(|shown| &shown.theme);
    let assembled = assemble(&newest.sources, &newest.theme, before, options);
    let page = assembled.page(&address).ok_or_else(failed)?;
    let base = assembled.archive.settings.base_url.as_deref();
    let options = PdfOptions {
        made: options.today,
        draft_mark: Some("UTKAST".to_owned()),
        links_from: base.map(|base| format!("{base}{address}")),
    };
    let site = context.state.store.site();
    let picture = |src: &str| assembled.picture(&newest.loaded, site, &address, src);
    document(&String::from_utf8_lossy(&page), &picture, &options).map_err(|error| {
        let Text { sv, en } = error.message();
        text!("Pdf-filen kunde inte göras: {sv}.", "The PDF could not be made: {en}.")
    })
}
