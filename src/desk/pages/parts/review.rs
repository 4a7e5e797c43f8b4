//! The part of a document's page about its review.

use crate::desk::html::Html;
use crate::desk::pages::approvals::text_digest;
use crate::desk::pages::context::Context;
use crate::desk::pages::edited::Edited;
use crate::desk::pages::shell::{button, text_field};
use crate::desk::store::ReviewNotes;
use crate::digest::Digest;
use crate::language::Language;
use crate::model::{PartialDate, date_in_text};

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
        let typed = context.query.value(name).unwrap_or_default();
        text_field(html, &id, name, context.say(sv, en), typed);
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
