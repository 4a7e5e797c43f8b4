//! Files in `content/` that no document names, such as those that a removed draft left behind: they can
//! be removed like a draft, and brought back.

use hyper::StatusCode;

use super::context::Context;
use super::shell::message;
use super::unsaved::unsaved;
use crate::desk::exchange::Reply;
use crate::desk::fields::FieldNode;
use crate::desk::html::Html;
use crate::digest::Digest;
use crate::language::Language;
use crate::model::Address;

/// How many are listed before the rest are only counted.
const MOST_LISTED: usize = 200;

/// The list of them, each with a button.
pub fn form(context: &Context<'_>, html: &mut Html) {
    let files = files(context);
    if files.is_empty() {
        return;
    }
    html.open("section", &[("class", "group")]);
    let heading = context.say("Filer som inget dokument nämner", "Files that no document names");
    html.element("h2", &[], heading);
    let help = context.say(
        "De publiceras inte. Ett utkast som har tagits bort kan ha lämnat dem efter sig. En fil som tas bort finns kvar här och kan hämtas tillbaka.",
        "They are not published. A draft that was removed may have left them behind. A file that is removed stays here and can be brought back.",
    );
    html.element("p", &[("class", "help")], help);
    html.open("form", &[("method", "post"), ("action", "/borttagna")]);
    html.hidden("_token", context.state.admission.token());
    html.open("ul", &[]);
    for path in files.iter().take(MOST_LISTED) {
        let shown = path.strip_prefix("content/").unwrap_or(path);
        html.open("li", &[]).text(&format!("{shown} "));
        html.open("button", &[("type", "submit"), ("name", "_path"), ("value", path)]);
        html.text(context.say("Ta bort", "Remove"));
        html.element("span", &[("class", "unseen")], &format!(" {shown}"));
        html.close("button").close("li");
    }
    html.close("ul").close("form");
    if let Some(more) = files.len().checked_sub(MOST_LISTED).filter(|more| *more > 0) {
        let words = match context.language {
            Language::Swedish => format!("Ytterligare: {more}."),
            Language::English => format!("Others: {more}."),
        };
        html.element("p", &[], &words);
    }
    html.close("section");
}

/// Removes one of them.
pub fn remove(context: &Context<'_>, fields: &FieldNode) -> Reply {
    let wanted = fields.value("_path").unwrap_or_default();
    // Another document may name it by now.
    let Some(path) = files(context).into_iter().find(|path| path == wanted) else {
        return message(
            context,
            StatusCode::UNPROCESSABLE_ENTITY,
            context.say("Inget togs bort", "Nothing was removed"),
            &[context.say(
                "Filen är borta redan, eller så nämner ett dokument den.",
                "The file is gone already, or a document names it.",
            )],
        );
    };
    let store = &context.state.store;
    match store.read(&path).and_then(|bytes| store.remove(&path, Digest::of(&bytes))) {
        Ok(()) => Reply::see_other("/borttagna?_gjort=borta").after(path, None),
        Err(why) => unsaved(context, why),
    }
}

/// Their paths in the site's folder. What has been published and not withdrawn, or is in a yearly
/// package, is not for the desk to remove.
fn files(context: &Context<'_>) -> Vec<String> {
    let archive = &context.newest.archive;
    let unused = archive.files.iter().filter(|file| !file.referred);
    let unused = unused.filter(|file| {
        let path = &file.file.path;
        let ledger = &archive.ledger;
        let stands = |it: &Address| ledger.has_published(it) && ledger.withdrawal(it).is_none();
        let published = file.file.address.as_ref().is_some_and(stands);
        let sealed = archive.seals.of_attachment(&path.to_string()).is_some();
        let can_return = Address::of_content(path.as_path()).is_ok();
        // A file that cannot be read as a document may be what a document with errors names.
        let named = context.newest.loaded.markdown.iter().any(|raw| {
            let name = path.as_path().name().as_bytes();
            memchr::memmem::find(&raw.bytes, name).is_some()
        });
        !published && !sealed && !named && can_return
    });
    let mut paths: Vec<String> = unused.map(|file| file.file.path.to_string()).collect();
    paths.retain(|path| context.state.store.has(path));
    paths.sort();
    paths
}
