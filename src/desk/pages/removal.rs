//! Removing what has never been published: a draft, or a place that nothing is in yet. It goes to the
//! versions, and the files beside it too if that is asked for.

use hyper::StatusCode;

use super::context::Context;
use super::edited::Edited;
use super::shell::{button, message};
use super::unsaved::unsaved;
use super::wrong::name_of;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::digest::Digest;

/// The part of the form that removes a draft, or a place that nothing is in yet.
pub fn form(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    if !edited.can_be_removed(context) {
        return;
    }
    let (remove, help) = match edited.is_draft(context) {
        true => (
            context.say("Ta bort utkastet", "Remove the draft"),
            context.say(
                "Utkastet tas bort. Det finns kvar under Borttagna dokument.",
                "The draft is removed. It stays under Removed documents.",
            ),
        ),
        false => (
            context.say("Ta bort kommunen eller området", "Remove the municipality or area"),
            context.say(
                "Inget av det är publicerat. Det finns kvar under Borttagna dokument.",
                "Nothing of it is published. It stays under Removed documents.",
            ),
        ),
    };
    html.open("details", &[]);
    html.element("summary", &[], remove);
    html.element("p", &[], help);
    let drafts = edited.drafts_in_place(context);
    if !drafts.is_empty() {
        let with = context.say("De här utkasten tas bort med det:", "These drafts go with it:");
        html.element("p", &[], with).open("ul", &[]);
        for path in &drafts {
            html.element("li", &[], &name_of(context, path));
        }
        html.close("ul");
    }
    let files = edited.files_of_its_own(context);
    if !files.is_empty() {
        let names = files.iter().map(|path| path.rsplit('/').next().unwrap_or(path));
        let names = names.collect::<Vec<_>>().join(", ");
        html.open("p", &[("class", "choice")]);
        html.open(
            "input",
            &[
                ("type", "checkbox"),
                ("id", "ta-bort-filer"),
                ("name", "_delete_files"),
                ("value", "true"),
            ],
        );
        let also =
            context.say("Ta också bort filerna bredvid:", "Also remove the files beside it:");
        html.element("label", &[("for", "ta-bort-filer")], &format!("{also} {names}"));
        html.close("p");
    }
    button(html, "_delete", "1", remove, "");
    html.close("details");
}

/// Moves a draft to the versions, with the files beside it if that was asked for. What has been
/// published is never deleted.
pub fn remove(context: &Context<'_>, edited: &Edited, fields: &FieldNode) -> Reply {
    if !edited.can_be_removed(context) {
        return message(
            context,
            StatusCode::UNPROCESSABLE_ENTITY,
            context.say("Inget togs bort", "Nothing was removed"),
            &[context.say(
                "Bara ett utkast kan tas bort. Det som har publicerats dras tillbaka i stället.",
                "Only a draft can be removed. What has been published is withdrawn instead.",
            )],
        );
    }
    let mut files = match fields.value("_delete_files") {
        Some("true") => edited.files_of_its_own(context),
        _ => Vec::new(),
    };
    files.extend(edited.drafts_in_place(context));
    let store = &context.state.store;
    if let Err(why) = store.remove(&edited.path, Digest::of(&edited.bytes)) {
        return unsaved(context, why);
    }
    let mut reply = Reply::see_other("/borttagna").after(edited.path.clone(), None);
    for path in files {
        let removed = store.read(&path).and_then(|bytes| store.remove(&path, Digest::of(&bytes)));
        if removed.is_ok() {
            reply = reply.after(path, None);
        }
    }
    reply
}
