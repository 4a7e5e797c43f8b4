//! Undoing: the earlier versions of a file, which can be looked at, brought back, and removed for
//! good.

use hyper::StatusCode;
use jiff::Timestamp;

use super::Context;
use super::document::Edited;
use super::saving::unsaved;
use super::shell::{MenuPart, button, page};
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::server::Reply;
use crate::desk::store::{FileVersion, PurgedVersion};
use crate::desk::text::whole_text;
use crate::digest::Digest;

/// The page with a file's versions.
pub fn versions(context: &Context<'_>, address: &str) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        return Reply::not_found(context.language);
    };
    let mut html = Html::new();
    let earlier = context.state.store.earlier(&edited.path);
    html.open("p", &[]);
    let back = format!("/dokument/{}", edited.address);
    html.element(
        "a",
        &[("href", &back)],
        context.say("Tillbaka till formuläret", "Back to the form"),
    );
    html.close("p");
    if earlier.is_empty() {
        let none =
            context.say("Det finns inga tidigare versioner.", "There are no earlier versions.");
        html.element("p", &[], none);
    }
    for version in &earlier {
        one(context, &edited, version, &mut html);
    }
    let title = context.say("Tidigare versioner", "Earlier versions");
    Reply::page(StatusCode::OK, page(context, MenuPart::Other, title, &html))
}

fn one(context: &Context<'_>, edited: &Edited, version: &FileVersion, html: &mut Html) {
    let number = version.number.to_string();
    html.open("section", &[("class", "group")]);
    let when = version.replaced.and_then(|time| Timestamp::try_from(time).ok());
    let when = when.map(|when| when.strftime("%Y-%m-%d %H:%M UTC").to_string()).unwrap_or_default();
    let heading = format!("{} {number}", context.say("Version", "Version"));
    html.element("h2", &[], &heading);
    html.element("p", &[], &format!("{} {when}", context.say("Ersattes", "Replaced")));
    let text = context.state.store.version(&edited.path, version.number).ok();
    if let Some(text) = text.and_then(|bytes| whole_text(&bytes).ok()) {
        html.open("details", &[]);
        html.element("summary", &[], context.say("Visa texten", "Show the text"));
        html.element("pre", &[], &text).close("details");
    }
    let action = format!("/versioner/{}", edited.address);
    html.open("form", &[("method", "post"), ("action", &action)]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &edited.version());
    let restore =
        format!("{} {number}", context.say("Hämta tillbaka version", "Bring back version"));
    button(html, "_restore", &number, &restore, "main");
    html.close("form");
    html.open("details", &[]);
    html.element("summary", &[], context.say("Ta bort för gott", "Remove for good"));
    html.open("form", &[("method", "post"), ("action", &action)]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &edited.version());
    let id = format!("skal-{number}");
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", &id)], context.say("Skäl", "Reason"));
    html.open("input", &[("type", "text"), ("id", &id), ("name", "_reason"), ("value", "")]);
    html.close("div");
    let purge = format!("{} {number}", context.say("Ta bort version", "Remove version"));
    button(html, "_purge", &number, &purge, "");
    html.close("form").close("details").close("section");
}

/// Brings back a version, or removes it for good.
pub fn restore(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        return Reply::not_found(context.language);
    };
    if !edited.is_of(fields) {
        let words = crate::text!(
            "Dokumentet har ändrats sedan sidan öppnades. Ladda om den. Inget ändrades.",
            "The document has changed since the page was opened. Reload it. Nothing was changed."
        );
        return Reply::plain(StatusCode::CONFLICT, &words, context.language);
    }
    let store = &context.state.store;
    let number = |name| fields.value(name).and_then(|number| number.parse::<u32>().ok());
    if let Some(number) = number("_purge") {
        let reason = fields.value("_reason").unwrap_or_default().trim().to_owned();
        if !reason.is_empty() {
            let date = (context.state.options)().today.to_string();
            if let Err(why) = store.purge(&edited.path, number, &PurgedVersion { reason, date }) {
                return unsaved(context, why);
            }
        }
        return Reply::see_other(format!("/versioner/{}", edited.address));
    }
    let Some(bytes) =
        number("_restore").and_then(|number| store.version(&edited.path, number).ok())
    else {
        return Reply::not_found(context.language);
    };
    match store.save(&edited.path, Digest::of(&edited.bytes), &bytes) {
        Ok(()) => Reply::see_other(format!("/dokument/{}", edited.address))
            .after(edited.path.clone(), Some(Digest::of(&bytes))),
        Err(why) => unsaved(context, why),
    }
}
