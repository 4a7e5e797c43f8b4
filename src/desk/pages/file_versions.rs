//! The earlier versions of a file as a page shows them, and removing one for good.

use jiff::Timestamp;

use super::context::Context;
use super::edited::Edited;
use super::shell::{button, moment};
use super::unsaved::unsaved;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::desk::store::{FileVersion, PurgedVersion};
use crate::desk::text::whole_text;

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
    pub fn of(edited: &Edited) -> FileVersions {
        FileVersions {
            path: edited.path.clone(),
            address: edited.address.clone(),
            read: edited.version(),
            can_return: true,
        }
    }
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
