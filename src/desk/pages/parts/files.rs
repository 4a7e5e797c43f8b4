//! The part of a document's page that takes an attachment or an image.

use crate::author::SafeName;
use crate::desk::html::Html;
use crate::desk::pages::context::Context;
use crate::desk::pages::edited::Edited;
use crate::desk::pages::shell::{button, text_field};
use crate::text;

/// What was typed with a file that was refused, in the page that says so.
pub const TYPED_TITLE: &str = "_fil_rubrik";
pub const TYPED_ORIGINAL: &str = "_fil_original";

/// The form that takes a file.
pub fn form(context: &Context<'_>, edited: &Edited, html: &mut Html) {
    if edited.content_path().is_none() {
        return;
    }
    html.open("section", &[("class", "group")]);
    html.element("h2", &[], context.say("Lägg till en fil", "Add a file"));
    let help = context.say(
        "En bilaga, eller en bild. Den läggs bredvid dokumentet. Spara först det du har ändrat ovan.",
        "An attachment, or an image. It is stored beside the document. First save what you have changed above.",
    );
    html.element("p", &[], help);
    let (images, others) = SafeName::taken();
    let types = text!(
        "Högst 50 MB. Bilder: {images}. Andra filer: {others}.",
        "At most 50 MB. Images: {images}. Other files: {others}."
    );
    html.element("p", &[("class", "help"), ("id", "fil-help")], context.words(&types));
    let action = format!("/filer/{}", edited.address);
    html.open(
        "form",
        &[("method", "post"), ("action", &action), ("enctype", "multipart/form-data")],
    );
    html.hidden("_token", context.state.admission.token());
    html.hidden("_version", &edited.version());
    html.open("div", &[("class", "field")]);
    html.element("label", &[("for", "fil")], context.say("Fil", "File"));
    html.open(
        "input",
        &[("type", "file"), ("id", "fil"), ("name", "file"), ("aria-describedby", "fil-help")],
    );
    html.close("div");
    let label = context
        .say("Rubrik, eller för en bild vad den visar", "Title, or of an image what it shows");
    let typed = |name| context.query.value(name).unwrap_or_default();
    let ticked = |name| if typed(name).is_empty() { "" } else { "yes" };
    text_field(html, "fil-rubrik", "title", label, typed(TYPED_TITLE));
    html.open("p", &[("class", "choice")]);
    html.open(
        "input",
        &[
            ("type", "checkbox"),
            ("id", "fil-original"),
            ("name", "original"),
            ("value", "true"),
            ("checked", ticked(TYPED_ORIGINAL)),
        ],
    );
    let original = context.say(
        "Filen är originalet, eller en kopia av det",
        "The file is the original or a copy of it",
    );
    html.element("label", &[("for", "fil-original")], original).close("p");
    html.open("p", &[("class", "choice")]);
    html.open(
        "input",
        &[("type", "checkbox"), ("id", "fil-plats"), ("name", "_position"), ("value", "remove")],
    );
    let position =
        context.say("Ta bort uppgift om var en bild är tagen", "Remove where an image was taken");
    html.element("label", &[("for", "fil-plats")], position).close("p");
    html.open("p", &[("class", "buttons")]);
    button(html, "_add", "1", context.say("Lägg till filen", "Add the file"), "");
    html.close("p").close("form").close("section");
}
