//! Undoing: the earlier versions of a file, which can be looked at, brought back, and removed for
//! good.

use hyper::StatusCode;
use jiff::Timestamp;

use super::edited::Edited;
use super::saving::unsaved;
use super::shell::{MenuPart, button, moment, page};
use super::{Context, removed};
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::server::Reply;
use crate::desk::store::{FileVersion, PurgedVersion};
use crate::desk::text::whole_text;
use crate::digest::Digest;

/// A file whose versions are shown.
pub struct FileVersions {
    /// Relative to the site's folder.
    pub path: String,
    /// As in the address of their page.
    pub address: String,
    /// The digest of the file as it is; empty if it is gone.
    pub read: String,
    /// Whether a version can be brought back.
    pub can_return: bool,
}

impl FileVersions {
    fn of(edited: &Edited) -> FileVersions {
        FileVersions {
            path: edited.path.clone(),
            address: edited.address.clone(),
            read: edited.version(),
            can_return: true,
        }
    }
}

/// The page with a file's versions.
pub fn versions(context: &Context<'_>, address: &str) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        let gone = removed::versions(context, address);
        return gone.unwrap_or_else(|| Reply::not_found(context.language));
    };
    let mut html = Html::new();
    html.open("p", &[]);
    let back = format!("/dokument/{}", edited.address);
    html.element(
        "a",
        &[("href", &back)],
        context.say("Tillbaka till formuläret", "Back to the form"),
    );
    html.close("p");
    show(context, &FileVersions::of(&edited), &mut html);
    let title = context.say("Tidigare versioner", "Earlier versions");
    Reply::page(StatusCode::OK, page(context, MenuPart::Other, title, &html))
}

/// Every version of a file, the latest first.
pub fn show(context: &Context<'_>, file: &FileVersions, html: &mut Html) {
    let earlier = context.state.store.earlier(&file.path);
    if earlier.is_empty() {
        let none =
            context.say("Det finns inga tidigare versioner.", "There are no earlier versions.");
        html.element("p", &[], none);
    }
    for version in &earlier {
        one(context, file, version, html);
    }
}

fn one(context: &Context<'_>, file: &FileVersions, version: &FileVersion, html: &mut Html) {
    let number = version.number.to_string();
    html.open("section", &[("class", "group")]);
    let when = version.replaced.and_then(|time| Timestamp::try_from(time).ok());
    let when = when.map(|when| moment(context.language, when)).unwrap_or_default();
    let heading = format!("{} {number}", context.say("Version", "Version"));
    html.element("h2", &[], &heading);
    html.element("p", &[], &format!("{} {when}", context.say("Ersattes", "Replaced")));
    let text = context.state.store.version(&file.path, version.number).ok();
    if let Some(text) = text.and_then(|bytes| whole_text(&bytes).ok()) {
        html.open("details", &[]);
        html.element("summary", &[], context.say("Visa texten", "Show the text"));
        html.element("pre", &[], &text).close("details");
    }
    let action = format!("/versioner/{}", file.address);
    if file.can_return {
        html.open("form", &[("method", "post"), ("action", &action)]);
        html.hidden("_token", context.state.admission.token());
        html.hidden("_version", &file.read);
        let restore =
            format!("{} {number}", context.say("Hämta tillbaka version", "Bring back version"));
        button(html, "_restore", &number, &restore, "main");
        html.close("form");
    }
    let lacks_reason = context.query.value("_skal") == Some(&*number);
    html.open("details", &[("open", if lacks_reason { "yes" } else { "" })]);
    html.element("summary", &[], context.say("Ta bort för gott", "Remove for good"));
    html.open("form", &[("method", "post"), ("action", &action)]);
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &file.read);
    let id = format!("skal-{number}");
    let told = format!("{id}-fel");
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", &id)], context.say("Skäl", "Reason"));
    if lacks_reason {
        html.open("p", &[("class", "mistake error"), ("id", &told), ("role", "alert")]);
        html.text(context.say(
            "Inget togs bort. Skriv varför versionen ska tas bort för gott.",
            "Nothing was removed. Write why the version is to be removed for good.",
        ));
        html.close("p");
    }
    html.open(
        "input",
        &[
            ("type", "text"),
            ("id", &id),
            ("name", "_reason"),
            ("value", ""),
            ("required", "yes"),
            ("aria-describedby", if lacks_reason { &told } else { "" }),
        ],
    );
    html.close("div");
    let purge = format!("{} {number}", context.say("Ta bort version", "Remove version"));
    button(html, "_purge", &number, &purge, "");
    html.close("form").close("details").close("section");
}

/// Removes a version for good, if that was asked for; why must be told.
pub fn purged(context: &Context<'_>, file: &FileVersions, fields: &FieldNode) -> Option<Reply> {
    let number = fields.value("_purge").and_then(|number| number.parse::<u32>().ok())?;
    let reason = fields.value("_reason").unwrap_or_default().trim().to_owned();
    let at = format!("/versioner/{}", file.address);
    if reason.is_empty() {
        return Some(Reply::see_other(format!("{at}?_skal={number}")));
    }
    let store = &context.state.store;
    let date = (context.state.options)().today.to_string();
    if let Err(why) = store.purge(&file.path, number, &PurgedVersion { reason, date }) {
        return Some(unsaved(context, why));
    }
    let is_last = !store.has(&file.path) && store.earlier(&file.path).is_empty();
    Some(Reply::see_other(if is_last { "/borttagna".to_owned() } else { at }))
}

/// Brings back a version, or removes it for good.
pub fn restore(context: &Context<'_>, address: &str, fields: &FieldNode) -> Reply {
    let Some(edited) = Edited::find(context, address) else {
        let gone = removed::restore(context, address, fields);
        return gone.unwrap_or_else(|| Reply::not_found(context.language));
    };
    if !edited.is_of(fields) {
        let words = crate::text!(
            "Dokumentet har ändrats sedan sidan öppnades. Ladda om den. Inget ändrades.",
            "The document has changed since the page was opened. Reload it. Nothing was changed."
        );
        return Reply::plain(StatusCode::CONFLICT, &words, context.language);
    }
    if let Some(reply) = purged(context, &FileVersions::of(&edited), fields) {
        return reply;
    }
    let store = &context.state.store;
    let number = fields.value("_restore").and_then(|number| number.parse::<u32>().ok());
    let Some(bytes) = number.and_then(|number| store.version(&edited.path, number).ok()) else {
        return Reply::not_found(context.language);
    };
    match store.save(&edited.path, Digest::of(&edited.bytes), &bytes) {
        Ok(()) => Reply::see_other(format!("/dokument/{}?_sparat=1", edited.address))
            .after(edited.path.clone(), Some(Digest::of(&bytes))),
        Err(why) => unsaved(context, why),
    }
}
