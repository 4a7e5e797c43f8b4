//! A copy for those who are to approve a document, as one PDF with UTKAST across every page; and the
//! note of when it was made and who has approved the text. The note knows the text by its digest, so
//! it can say when the text has changed since.

use hyper::StatusCode;

use super::Context;
use super::document::refused;
use super::edited::Edited;
use super::saving::unsaved;
use super::shell::{button, text_field};
use crate::content::written_date;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::server::Reply;
use crate::desk::store::{Approval, ReviewNotes};
use crate::diagnostic::{Text, canonical};
use crate::digest::Digest;
use crate::language::Language;
use crate::model::{Address, PartialDate, date_in_text};
use crate::pdf::{PdfOptions, document};
use crate::pipeline::assemble;
use crate::text;

/// The part of a document's page about its review.
pub fn form(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    if edited.content_path().is_none() {
        return;
    }
    let notes = context.state.store.review(&edited.path);
    let now = text_digest(&edited.path, &edited.bytes);
    html.open("section", &[("class", "group"), ("aria-labelledby", "granskning")]);
    html.element("h2", &[("id", "granskning")], context.say("Granskning", "Review"));
    let help = context.say(
        "Granskningskopian är en pdf av sidan som den är sparad, märkt UTKAST på varje sida, att skicka till den som ska godkänna texten. Fråga registratorn om ett utkast som lämnar kommunen blir en allmän handling.",
        "The review copy is a PDF of the page as it is saved, with UTKAST across every page, to send to whoever is to approve the text. Ask the registrar whether a draft that leaves the municipality becomes an official document.",
    );
    html.element("p", &[("class", "help")], help);
    told(context, &notes, now, html);
    let action = format!("/granskning/{}", edited.address);
    html.open("form", &[("method", "post"), ("action", &action)]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &edited.version());
    html.open("p", &[("class", "buttons")]);
    let copy = context.say("Gör granskningskopia (pdf)", "Make a review copy (PDF)");
    button(html, "_copy", "1", copy, "");
    html.close("p");
    for (name, sv, en) in [("_by", "Godkänt av", "Approved by"), ("_on", "Dagen", "The day")] {
        let id = format!("granskning{name}");
        text_field(html, &id, name, context.say(sv, en), "");
    }
    html.open("p", &[("class", "buttons")]);
    button(html, "_approve", "1", context.say("Anteckna godkännandet", "Note the approval"), "");
    html.close("p").close("form").close("section");
}

/// What has been noted.
fn told(context: &Context<'_>, notes: &ReviewNotes, now: Option<Digest>, html: &mut Html) {
    let is_same = |digest: &str| now.is_some_and(|now| now.to_string() == digest);
    let day = |date: &str| {
        let date = PartialDate::parse(date).ok();
        date.map(|date| date_in_text(context.language, date)).unwrap_or_default()
    };
    if notes.copies.is_empty() && notes.approvals.is_empty() {
        return;
    }
    html.open("ul", &[]);
    if let Some(last) = notes.copies.last() {
        let day = day(&last.date);
        let since = match is_same(&last.sha256) {
            true => context.say("Dokumentet är detsamma nu.", "The document is the same now."),
            false => {
                context.say("Dokumentet har ändrats sedan dess.", "The document has changed since.")
            }
        };
        let words = match context.language {
            Language::Swedish => format!("Senaste granskningskopian gjordes {day}. {since}"),
            Language::English => format!("The latest review copy was made {day}. {since}"),
        };
        html.element("li", &[], &words);
    }
    for approval in &notes.approvals {
        let (by, day) = (&approval.by, day(&approval.date));
        // The day is the editor's; what the document said that day is not known.
        let since = match is_same(&approval.sha256) {
            true => context.say(
                "Dokumentet är detsamma nu som när det antecknades.",
                "The document is the same now as when this was noted.",
            ),
            false => context.say(
                "Dokumentet har ändrats sedan det antecknades.",
                "The document has changed since this was noted.",
            ),
        };
        let words = match context.language {
            Language::Swedish => format!("Godkänt av {by}, {day}. {since}"),
            Language::English => format!("Approved by {by}, {day}. {since}"),
        };
        html.element("li", &[], &words);
    }
    html.close("ul");
}

/// Whether an approval of a document is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approved {
    /// Of the document as it is.
    AsItIs,
    /// Of what it said before.
    Earlier,
    Never,
}

/// Whether an approval of the file at this path is noted.
pub fn approved(context: &Context<'_>, path: &str) -> Approved {
    let notes = context.state.store.review(path);
    if notes.approvals.is_empty() {
        return Approved::Never;
    }
    let raw = context.newest.loaded.markdown_at(path);
    let now = raw.and_then(|raw| text_digest(path, &raw.bytes)).map(|now| now.to_string());
    match notes.approvals.iter().any(|approval| Some(&approval.sha256) == now.as_ref()) {
        true => Approved::AsItIs,
        false => Approved::Earlier,
    }
}

/// The digest of what a file says. Whether it is a draft is no part of that: an approved text stays
/// approved when it is published.
fn text_digest(path: &str, bytes: &[u8]) -> Option<Digest> {
    let source = canonical::source(path, bytes).ok()?;
    let is_state = |line: &&str| {
        let key = line.split('=').next().unwrap_or_default().trim();
        matches!(key, "draft" | "archived")
    };
    let lines = source.text.lines().filter(|line| !is_state(line));
    Some(Digest::of(lines.collect::<Vec<_>>().join("\n").as_bytes()))
}

/// Makes the copy, or notes an approval.
pub fn review(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
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
        Some(date @ PartialDate::Day(_)) => date.to_string(),
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
